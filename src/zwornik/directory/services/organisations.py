"""Organisations are recorded and revised, with their identifiers and fields."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from zwornik.core.search import search_text
from zwornik.directory.identifiers import checked_identifier, checked_nace, checked_nuts
from zwornik.directory.models import Organisation, OrganisationField, OrganisationIdentifier
from zwornik.directory.naming import name_key


@transaction.atomic
def record_organisation(
    *,
    fields: Iterable[str] = (),
    identifiers: Mapping[str, str] | None = None,
    **facts: Any,
) -> Organisation:
    """Write an organisation with its fields of activity and its checked identifiers."""
    return _write(Organisation(), facts, fields, identifiers or {})


@transaction.atomic
def revise_organisation(
    *,
    organisation: Organisation,
    fields: Iterable[str] | None = None,
    identifiers: Mapping[str, str] | None = None,
    **facts: Any,
) -> Organisation:
    """Change an organisation; what is not named stays, an empty identifier is removed."""
    return _write(organisation, facts, fields, identifiers or {})


def _write(
    organisation: Organisation,
    facts: Mapping[str, Any],
    fields: Iterable[str] | None,
    identifiers: Mapping[str, str],
) -> Organisation:
    for name, value in facts.items():
        setattr(organisation, name, value)
    problems: dict[str, list[str]] = {}
    organisation.nuts_code = _collect(problems, "nuts_code", checked_nuts, organisation.nuts_code)
    organisation.nace_code = _collect(problems, "nace_code", checked_nace, organisation.nace_code)
    checked = {
        scheme: _collect(problems, scheme, lambda v, s=scheme: checked_identifier(s, v), value)
        for scheme, value in identifiers.items()
    }
    organisation.name_key = name_key(organisation.name)
    try:
        organisation.full_clean()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            problems.setdefault(name, []).extend(messages)
    if problems:
        raise ValidationError(problems)
    organisation.save()
    _write_identifiers(organisation, checked)
    if fields is not None:
        _write_fields(organisation, list(fields))
    return refresh_search(organisation)


def _collect(problems: dict[str, list[str]], name: str, check: Any, value: str) -> str:
    try:
        return str(check(value))
    except ValidationError as error:
        problems.setdefault(name, []).extend(error.messages)
        return value


def _write_identifiers(organisation: Organisation, checked: Mapping[str, str]) -> None:
    stored = {row.scheme: row for row in organisation.identifiers.all()}
    for scheme, value in checked.items():
        row = stored.get(scheme)
        if not value:
            if row is not None:
                row.delete()
        elif row is None or row.value != value:
            row = row or OrganisationIdentifier(organisation=organisation, scheme=scheme)
            row.value = value
            _clean_identifier(row, scheme)
            row.save()


def _clean_identifier(row: OrganisationIdentifier, scheme: str) -> None:
    try:
        row.full_clean()
    except ValidationError as error:
        raise ValidationError({scheme: error.messages}) from error


def _write_fields(organisation: Organisation, codes: list[str]) -> None:
    stored = {row.code: row for row in organisation.field_rows.all()}
    for code, row in stored.items():
        if code not in codes:
            row.delete()
    for order, code in enumerate(codes):
        row = stored.get(code) or OrganisationField(organisation=organisation, code=code)
        if row.pk is None or row.order != order:
            row.order = order
            row.full_clean()
            row.save()


def refresh_search(organisation: Organisation) -> Organisation:
    """Bring the search text of an organisation up to date with everything it is found by."""
    texts = [
        organisation.name,
        organisation.name_en,
        organisation.description_pl,
        organisation.description_en,
        organisation.city,
        organisation.county,
        *(row.value for row in organisation.identifiers.all()),
        *(position.person.plain_name for position in organisation.positions.select_related("person")),
    ]
    words = search_text(texts)
    if words != organisation.search_text:
        organisation.search_text = words
        organisation.save(update_fields=["search_text"])
    return organisation
