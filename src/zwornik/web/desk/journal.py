"""What happened, as sentences with links, from the trail of changes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from auditlog.models import LogEntry
from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zwornik.core.selectors import changed_fields, recent_entries

PLACES = {
    "organisation": "directory:organisation-detail",
    "person": "directory:person-detail",
    "technology": "catalogue:technology-detail",
    "need": "catalogue:need-detail",
    "competence": "catalogue:competence-detail",
    "equipment": "catalogue:equipment-detail",
    "audit": "audits:audit-detail",
    "importbatch": "directory:import-detail",
}
SENTENCES = {
    ("organisation", 0): gettext_lazy("An organisation was added"),
    ("organisation", 1): gettext_lazy("An organisation was changed"),
    ("organisation", 2): gettext_lazy("An organisation was removed"),
    ("person", 0): gettext_lazy("A person was added"),
    ("person", 1): gettext_lazy("A person was changed"),
    ("technology", 0): gettext_lazy("A technology entered the catalogue"),
    ("technology", 1): gettext_lazy("A technology was changed"),
    ("need", 0): gettext_lazy("A need entered the catalogue"),
    ("need", 1): gettext_lazy("A need was changed"),
    ("competence", 0): gettext_lazy("A competence entered the catalogue"),
    ("competence", 1): gettext_lazy("A competence was changed"),
    ("equipment", 0): gettext_lazy("Equipment entered the catalogue"),
    ("equipment", 1): gettext_lazy("Equipment was changed"),
    ("audit", 0): gettext_lazy("An audit was planned"),
    ("audit", 1): gettext_lazy("An audit moved on"),
    ("importbatch", 0): gettext_lazy("A list was imported"),
    ("importbatch", 1): gettext_lazy("An import was undone"),
    ("decision", 0): gettext_lazy("A match was decided"),
    ("decision", 1): gettext_lazy("A decision on a match was changed"),
    ("conversation", 0): gettext_lazy("A conversation was noted"),
    ("glossaryterm", 0): gettext_lazy("A term was added to the glossary"),
    ("glossaryterm", 1): gettext_lazy("A term of the glossary was changed"),
    ("membership", 0): gettext_lazy("A standing began"),
    ("membership", 1): gettext_lazy("A standing was changed"),
}


@dataclass(frozen=True)
class Told:
    """One thing that happened: when, a sentence, the record with its address, who, and what changed."""

    at: datetime
    sentence: str
    record: str
    address: str
    actor: str
    detail: str


def what_happened() -> QuerySet[LogEntry]:
    """Return the entries of the trail that mean something to people, the newest first."""
    models = {model for model, _action in SENTENCES}
    return recent_entries().filter(content_type__model__in=models)


def told(entries: Iterable[LogEntry], *, limit: int) -> list[Told]:
    """Return the entries that mean something to people, the newest first, at most `limit`.

    Several changes of one record by one person within a minute are told once.
    """
    found: list[Told] = []
    seen: set[tuple[object, ...]] = set()
    for entry in entries[: limit * 12] if hasattr(entries, "query") else entries:  # type: ignore[index]
        model = entry.content_type.model
        if (model, entry.action) not in SENTENCES:
            continue
        key = (
            model,
            entry.object_pk,
            entry.actor_id,
            entry.timestamp.replace(second=0, microsecond=0),
        )
        if key not in seen:
            seen.add(key)
            found.append(_tell(entry, model))
        if len(found) >= limit:
            break
    return found


def _tell(entry: LogEntry, model: str) -> Told:
    return Told(
        at=entry.timestamp,
        sentence=str(SENTENCES[(model, entry.action)]),
        record=entry.object_repr,
        address=_address(entry, model),
        actor=str(entry.actor) if entry.actor else _("the system"),
        detail=_detail(entry),
    )


NEED_CODE = re.compile(r"P-0*(\d+)")


def _address(entry: LogEntry, model: str) -> str:
    if model == "decision" and (need := NEED_CODE.match(entry.object_repr)):
        return reverse("matching:need-matches", args=[need[1]])
    if model not in PLACES or entry.action == 2:
        return ""
    try:
        return reverse(PLACES[model], args=[entry.object_pk])
    except NoReverseMatch:
        return ""


def _detail(entry: LogEntry) -> str:
    if entry.action != 1:
        return ""
    return ", ".join(dict.fromkeys(change.label for change in changed_fields(entry)))


@dataclass(frozen=True)
class Day:
    """What happened on one day, under its name: today, yesterday or the date."""

    on: date
    is_today: bool
    happened: tuple[Told, ...]


def days_of(happened: Iterable[Told], today: date) -> list[Day]:
    """Gather what happened by day, the newest day first."""
    days: dict[date, list[Told]] = {}
    for item in happened:
        days.setdefault(timezone.localtime(item.at).date(), []).append(item)
    return [Day(on, on == today, tuple(items)) for on, items in days.items()]
