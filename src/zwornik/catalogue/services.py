"""Writes of the catalogue room: records appear, are published, revised and withdrawn."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.catalogue.choices import Anonymity, Disclosure, RecordStatus
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


WRITERS: dict[str, Callable[..., CatalogueRecord]] = {
    "technology": record_technology,
    "need": record_need,
    "competence": record_competence,
    "equipment": record_equipment,
}


def record_of_kind(kind: str, *, organisation: Organisation, **facts: Any) -> CatalogueRecord:
    """Write a record of one of the four kinds as a draft."""
    return WRITERS[kind](organisation=organisation, **facts)


def _write_requirements(need: Need, requirements: Iterable[Mapping[str, Any]]) -> None:
    for order, line in enumerate(requirements):
        requirement = Requirement(need=need, order=order, **line)
        requirement.full_clean()
        requirement.save()


def _write(record: Record) -> Record:
    texts = texts_of(record)
    words = [*texts["pl"], *texts["en"], record.code]
    if record.anonymity == Anonymity.NAMED:
        words.append(record.organisation.name)
    record.search_text = search_text(words)
    record.full_clean()
    record.save()
    return record


@transaction.atomic
def publish_record(*, record: CatalogueRecord, disclosure: str, now: datetime) -> CatalogueRecord:
    """Show a record to everybody, to the members, or after a non-disclosure agreement.

    The published record that it revises, if any, is superseded at the same moment.
    """
    _refuse_closed(record)
    if disclosure not in Disclosure.values:
        raise ValidationError({"disclosure": _("Please choose who may see the record.")})
    record.status = RecordStatus.PUBLISHED
    record.disclosure = disclosure
    record.published_at = record.published_at or now
    revised = _revised_by(record)
    if revised is not None:
        _supersede(revised)
    return _write(record)


def _revised_by(record: CatalogueRecord) -> CatalogueRecord | None:
    """Return the published record that another one is to replace."""
    revised = record.supersedes
    return revised if revised is not None and revised.status == RecordStatus.PUBLISHED else None


def _supersede(record: CatalogueRecord) -> None:
    record.status = RecordStatus.SUPERSEDED
    record.save(update_fields=["status", "updated_at"])


@transaction.atomic
def withdraw_record(*, record: CatalogueRecord) -> CatalogueRecord:
    """Take a record out of the catalogue; it stays readable for the team and its owner.

    A revision that waits is dropped, and the record that it was to replace stays as it is.
    """
    _refuse_closed(record)
    if _revised_by(record) is not None:
        record.supersedes = None
    record.status = RecordStatus.WITHDRAWN
    return _write(record)


@transaction.atomic
def revise_record(
    *,
    record: CatalogueRecord,
    facts: Mapping[str, Any],
    revised_by: User,
    now: datetime,
    is_proposal: bool = False,
) -> CatalogueRecord:
    """Change a draft in place; a published record is superseded by a new one, never edited.

    The new record has the state, disclosure and requirements of the old one unless `facts` say
    otherwise, and the old one stays readable with what was decided about it. A proposal becomes
    a draft beside the published record, which stays as it is until the draft is published.
    """
    _refuse_closed(record)
    if record.status == RecordStatus.DRAFT:
        return _change(record, facts)
    successor = _copy(record)
    successor.supersedes = record
    if is_proposal:
        successor.status, successor.published_at = RecordStatus.DRAFT, None
    else:
        successor.keeper, successor.published_at = revised_by, now
        _supersede(record)
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
    rows: Iterable[Any] = need.requirements.order_by("order")
    return [
        {"text_pl": r.text_pl, "text_en": r.text_en, "is_mandatory": r.is_mandatory} for r in rows
    ]


def _copy(record: CatalogueRecord) -> CatalogueRecord:
    kept = {"id", "supersedes", "created_at", "updated_at"}
    names = [f.attname for f in record._meta.concrete_fields if f.name not in kept]
    return type(record)(**{name: getattr(record, name) for name in names})


def _refuse_closed(record: CatalogueRecord) -> None:
    if record.is_closed:
        message = _("%(record)s is %(state)s and can no longer be changed.")
        raise RecordIsClosedError(
            message % {"record": record.code, "state": record.get_status_display()}
        )
