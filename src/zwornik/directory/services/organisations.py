"""Organisations are recorded and revised, with their identifiers and fields."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from zwornik.directory.identifiers import checked_identifier, checked_nace, checked_nuts
from zwornik.directory.models import Organisation, OrganisationField, OrganisationIdentifier
from zwornik.directory.naming import name_key
from zwornik.directory.services.memberships import change_standing
from zwornik.directory.services.searching import refresh_people_of, refresh_search


@transaction.atomic
def record_organisation(
    *,
    fields: Iterable[str] = (),
    identifiers: Mapping[str, str] | None = None,
    standing: tuple[str, date | None] = ("", None),
    **facts: Any,
) -> Organisation:
    """Write an organisation with its fields of activity and its checked identifiers.

    `standing` is member, candidate or partner, and the day from which it is.
    """
    organisation = _write(Organisation(), facts, fields, identifiers or {})
    kind, since_on = standing
    if kind and since_on is not None:
        change_standing(organisation=organisation, kind=kind, since_on=since_on)
    return organisation


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
    is_renamed = facts.get("name", organisation.name) != organisation.name
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
    if is_renamed:
        refresh_people_of(organisation)
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
        if code not in stored or row.order != order:
            row.order = order
            row.full_clean()
            row.save()


@transaction.atomic
def confirm_organisation(*, organisation: Organisation, confirmed_on: date) -> Organisation:
    """Write that the organisation stands by the facts recorded about it."""
    organisation.confirmed_on = confirmed_on
    organisation.full_clean()
    organisation.save()
    return organisation
