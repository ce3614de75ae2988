"""What happened, as sentences with links, from the trail of changes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from auditlog.models import LogEntry
from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from zwornik.catalogue.selectors import records_in_order
from zwornik.core.selectors import changed_fields, means_something, recent_entries
from zwornik.web.desk.sentences import (
    CHANGED,
    DELETED,
    sentence_for,
    that_have_sentences,
    turn_of,
)
from zwornik.web.templatetags.content import unbroken

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
# records that are called by their organisation, then a mark and a word that the sentence says
BEFORE = {"conversation": ", ", "membership": ": "}
NEED_CODE = re.compile(r"P-0*(\d+)")
RAW_FOR_ONE = 12


@dataclass(frozen=True)
class Told:
    """One thing that happened: when, a sentence, the record and its address, who, what changed."""

    at: datetime
    sentence: str
    record: str
    address: str
    actor: str
    detail: str


def what_happened() -> QuerySet[Any]:
    """Return the entries of the trail for which there is a sentence, the newest first."""
    return recent_entries().filter(that_have_sentences())


def latest_told(limit: int) -> list[Told]:
    """Return the latest things that happened, at most `limit`."""
    return told(what_happened()[: limit * RAW_FOR_ONE])[:limit]


def told(entries: Iterable[LogEntry]) -> list[Told]:
    """Return what the entries tell people, in their order.

    Several changes of one record by one person within a minute are told once.
    """
    first: dict[tuple[object, ...], LogEntry] = {}
    for entry in filter(means_something, entries):
        minute = entry.timestamp.replace(second=0, microsecond=0)
        first.setdefault((entry.content_type_id, entry.object_pk, entry.actor_id, minute), entry)
    titles = _titles(first.values())
    return [_tell(entry, titles) for entry in first.values()]


def _titles(entries: Iterable[LogEntry]) -> dict[int, str]:
    """Return the titles of the needs on which something was decided, by their numbers."""
    numbers = {number for entry in entries if (number := _need_number(entry))}
    return {need.pk: need.title for need in records_in_order("need", numbers)} if numbers else {}


def _need_number(entry: LogEntry) -> int | None:
    """Return the number of the need of a decision, which is called `P-0025 → K-0022: declined`."""
    is_decision = entry.content_type.model == "decision"
    found = NEED_CODE.match(entry.object_repr) if is_decision else None
    return int(found[1]) if found else None


def _tell(entry: LogEntry, titles: Mapping[int, str]) -> Told:
    return Told(
        at=entry.timestamp,
        sentence=sentence_for(entry),
        record=_record(entry, titles),
        address=_address(entry),
        actor=str(entry.actor) if entry.actor else _("the system"),
        detail=_detail(entry),
    )


def _record(entry: LogEntry, titles: Mapping[int, str]) -> str:
    """Return what the record is called; of a decision, the need and the offer that it joins."""
    name, number = str(entry.object_repr), _need_number(entry)
    if number is not None:
        need, _arrow, offer = name.partition(" → ")
        return f"{titles.get(number, need)} → {unbroken(offer.partition(':')[0])}"
    mark = BEFORE.get(entry.content_type.model)
    return name.rpartition(mark)[0] or name if mark else name


def _address(entry: LogEntry) -> str:
    model = entry.content_type.model
    if number := _need_number(entry):
        return reverse("matching:need-matches", args=[number])
    if model in BEFORE and "organisation" in entry.changes_dict:
        number = entry.changes_dict["organisation"][1]
        return reverse("directory:organisation-detail", args=[number])
    if model not in PLACES or entry.action == DELETED:
        return ""
    try:
        return reverse(PLACES[model], args=[entry.object_pk])
    except NoReverseMatch:
        return ""


def _detail(entry: LogEntry) -> str:
    """Return which fields were changed, unless the sentence says it all."""
    if entry.action != CHANGED or turn_of(entry):
        return ""
    return ", ".join(dict.fromkeys(change.label for change in changed_fields(entry)))


@dataclass(frozen=True)
class Day:
    """What happened on one day."""

    on: date
    is_today: bool
    happened: tuple[Told, ...]


def days_of(happened: Iterable[Told], today: date) -> list[Day]:
    """Gather what happened by day, the newest day first."""
    days: dict[date, list[Told]] = {}
    for item in happened:
        days.setdefault(timezone.localtime(item.at).date(), []).append(item)
    return [Day(on, on == today, tuple(items)) for on, items in days.items()]
