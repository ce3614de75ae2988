"""Writes of the catalogue room: records appear, are published, revised and withdrawn."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.catalogue.choices import Disclosure, RecordStatus
from zwornik.catalogue.models import (
    CatalogueRecord,
    Competence,
    Equipment,
    Need,
    Requirement,
    Technology,
)
from zwornik.core.search import search_text
from zwornik.directory.models import Organisation

TEXTS = (
    "title", "summary", "problem", "solution", "advantages", "partner_sought", "statement",
    "current_solution", "success", "methods", "offer",
)  # fmt: skip

Record = TypeVar("Record", bound=CatalogueRecord)


class RecordIsClosedError(ValueError):
    """A superseded or withdrawn record was to be changed."""


def texts_of(record: CatalogueRecord, names: Iterable[str] = TEXTS) -> dict[str, list[str]]:
    """Return the record's filled texts by language; requirements of a stored need included."""
    found: dict[str, list[str]] = {"pl": [], "en": []}
    for language, texts in found.items():
        texts += [getattr(record, f"{name}_{language}", "") for name in names]
        if isinstance(record, Need) and record.pk:
            texts += [getattr(r, f"text_{language}") for r in record.requirements.all()]
    return {language: [t for t in texts if t] for language, texts in found.items()}


@transaction.atomic
def record_technology(*, organisation: Organisation, **facts: Any) -> Technology:
    """Write a technology of an organisation as a draft."""
    return _write(Technology(organisation=organisation, **facts))


@transaction.atomic
def record_competence(*, organisation: Organisation, **facts: Any) -> Competence:
    """Write a competence of an organisation as a draft."""
    return _write(Competence(organisation=organisation, **facts))


@transaction.atomic
def record_equipment(*, organisation: Organisation, **facts: Any) -> Equipment:
    """Write a piece of equipment of an organisation as a draft."""
    return _write(Equipment(organisation=organisation, **facts))


@transaction.atomic
def record_need(
    *, organisation: Organisation, requirements: Iterable[Mapping[str, Any]] = (), **facts: Any
) -> Need:
    """Write a need with its requirements, in order of importance, as a draft."""
    need = _write(Need(organisation=organisation, **facts))
    _write_requirements(need, requirements)
    return _write(need)


def _write_requirements(need: Need, requirements: Iterable[Mapping[str, Any]]) -> None:
    for order, line in enumerate(requirements):
        requirement = Requirement(need=need, order=order, **line)
        requirement.full_clean()
        requirement.save()


def _write(record: Record) -> Record:
    texts = texts_of(record)
    words = [*texts["pl"], *texts["en"], record.organisation.name, record.code]
    record.search_text = search_text(words)
    record.full_clean()
    record.save()
    return record


@transaction.atomic
def publish_record(*, record: CatalogueRecord, disclosure: str, now: datetime) -> CatalogueRecord:
    """Show a record to everybody, to the members, or after a non-disclosure agreement."""
    _refuse_closed(record)
    if disclosure not in Disclosure.values:
        raise ValidationError({"disclosure": _("Please choose who may see the record.")})
    record.status = RecordStatus.PUBLISHED
    record.disclosure = disclosure
    record.published_at = record.published_at or now
    return _write(record)


@transaction.atomic
def withdraw_record(*, record: CatalogueRecord) -> CatalogueRecord:
    """Take a record out of the catalogue; it stays readable for the team."""
    _refuse_closed(record)
    record.status = RecordStatus.WITHDRAWN
    return _write(record)


@transaction.atomic
def revise_record(
    *, record: CatalogueRecord, facts: Mapping[str, Any], revised_by: User, now: datetime
) -> CatalogueRecord:
    """Change a draft in place; a published record is superseded by a new one, never edited.

    The new record has the state, disclosure and requirements of the old one unless `facts` say
    otherwise, and the old one stays readable with what was decided about it.
    """
    _refuse_closed(record)
    if record.status == RecordStatus.DRAFT:
        return _change(record, facts)
    successor = _copy(record)
    successor.supersedes = record  # type: ignore[assignment] - same kind by construction
    successor.keeper = revised_by
    successor.published_at = now
    record.status = RecordStatus.SUPERSEDED
    record.save(update_fields=["status", "updated_at"])
    return _change(successor, facts, requirements_from=record)


def _change(
    record: CatalogueRecord,
    facts: Mapping[str, Any],
    requirements_from: CatalogueRecord | None = None,
) -> CatalogueRecord:
    lines = facts.get("requirements")
    for name, value in facts.items():
        if name != "requirements":
            setattr(record, name, value)
    _write(record)
    if isinstance(record, Need):
        if lines is None and isinstance(requirements_from, Need):
            lines = _lines_of(requirements_from)
        if lines is not None:
            record.requirements.all().delete()
            _write_requirements(record, lines)
    return _write(record)


def _lines_of(need: Need) -> list[dict[str, Any]]:
    rows = need.requirements.order_by("order")
    return [
        {"text_pl": r.text_pl, "text_en": r.text_en, "is_mandatory": r.is_mandatory} for r in rows
    ]


def _copy(record: CatalogueRecord) -> CatalogueRecord:
    kept = {"id", "supersedes", "created_at", "updated_at"}
    names = [f.attname for f in record._meta.concrete_fields if f.name not in kept]
    return type(record)(**{name: getattr(record, name) for name in names})


def _refuse_closed(record: CatalogueRecord) -> None:
    if record.status in (RecordStatus.SUPERSEDED, RecordStatus.WITHDRAWN):
        message = _("%(record)s is %(state)s and can no longer be changed.")
        raise RecordIsClosedError(
            message % {"record": record.code, "state": record.get_status_display()}
        )
