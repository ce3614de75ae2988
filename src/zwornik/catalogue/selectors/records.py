"""What a viewer may read, one kind at a time."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Count, QuerySet

from zwornik.accounts.models import User
from zwornik.catalogue.choices import Anonymity
from zwornik.catalogue.models import Competence, Equipment, Need, RecordQuerySet, Technology
from zwornik.core.search import query_terms

KINDS: dict[str, Any] = {
    "technology": Technology,
    "need": Need,
    "competence": Competence,
    "equipment": Equipment,
}
OFFER_KINDS = ("technology", "competence", "equipment")
ROW_COLUMNS = (
    "pk", "organisation_id", "organisation__name", "anonymity", "field", "status", "disclosure",
    "recorded_on", "title_pl", "title_en",
)  # fmt: skip
OWN_COLUMNS: dict[str, tuple[str, ...]] = {
    "technology": ("trl_claimed", "trl_verified", "stage", "ip_status", "partnership"),
    "need": ("urgency", "budget", "cooperation"),
    "competence": ("quality", "availability"),
    "equipment": ("access",),
}
CODE = re.compile(r"([TPKE])[-\u2011 ]?0*(\d{1,9})", re.IGNORECASE)
AUDIT_CODE = re.compile(r"A[-\u2011 ]?\d{1,9}", re.IGNORECASE)


def readable_records(viewer: User, kind: str) -> RecordQuerySet:
    """Return the current records of a kind that a person may read."""
    records: RecordQuerySet = KINDS[kind].objects.select_related("organisation").current()
    if viewer.is_staff_member:
        return records
    return records.for_members(viewer.seats.values("organisation_id"))


def own_records(viewer: User, kind: str) -> RecordQuerySet:
    """Return the current records of the organisations in which a person has a seat."""
    seats = viewer.seats.values("organisation_id")
    records: RecordQuerySet = KINDS[kind].objects.select_related("organisation").current()
    return records.filter(organisation_id__in=seats)


def public_records(kind: str) -> RecordQuerySet:
    """Return the records of a kind that anybody may read."""
    records: RecordQuerySet = KINDS[kind].objects.select_related("organisation").public()
    return records


def detailed_records(kind: str) -> RecordQuerySet:
    """Return all records of a kind, of any state, with everything that their page shows."""
    beside = ("organisation", "contact", "keeper", "supersedes", "superseded_by")
    records: RecordQuerySet = KINDS[kind].objects.select_related(*beside)
    return records


def found_records(
    records: RecordQuerySet, query: str, *, knows_owners: bool = False
) -> RecordQuerySet:
    """Keep the records in which every word of a query occurs, whatever its inflection.

    The name of an owner who is not shown by name is searched only for those who know all owners.
    """
    return records.matching_terms(query_terms(query), owners=knows_owners)


def rows_of(records: RecordQuerySet, kind: str) -> list[dict[str, Any]]:
    """Return the columns by which records of a kind are chosen and ordered, in one query."""
    return list(records.order_by("-recorded_on", "-pk").values(*ROW_COLUMNS, *OWN_COLUMNS[kind]))


def records_in_order(kind: str, numbers: Iterable[int], *, whole: bool = False) -> list[Any]:
    """Return the records with these numbers, in this order; whole needs with their requirements."""
    wanted = list(numbers)
    records = KINDS[kind].objects.select_related("organisation").filter(pk__in=wanted)
    if whole and kind == "need":
        records = records.prefetch_related("requirements")
    found = {record.pk: record for record in records}
    return [found[pk] for pk in wanted if pk in found]


def counts_by(records: QuerySet[Any], column: str) -> dict[Any, int]:
    """Return how many of the records have each value of a column."""
    return dict(records.order_by().values_list(column).annotate(n=Count("pk")))


def records_of_organisation(organisation_id: int, viewer: User) -> dict[str, list[Any]]:
    """Return what an organisation has in the catalogue, by kind, as far as the viewer may read.

    Records whose owner is not shown by name are left out for those who may not know it.
    """
    seats = viewer.seats.filter(organisation_id=organisation_id)
    knows = viewer.is_staff_member or seats.exists()
    own = {kind: readable_records(viewer, kind) for kind in KINDS}
    return {
        kind: list(
            (records if knows else records.filter(anonymity=Anonymity.NAMED))
            .filter(organisation_id=organisation_id)
            .order_by("-recorded_on", "-pk")
        )
        for kind, records in own.items()
    }


def record_counts(
    organisation_ids: Iterable[int], viewer: User | None = None
) -> dict[int, dict[str, int]]:
    """Return, for each organisation, how many current records of each kind it has.

    For a viewer outside the team only what is shared under the owner's name is counted.
    """
    wanted = list(organisation_ids)
    counts: dict[int, dict[str, int]] = {pk: {} for pk in wanted}
    for kind, model in KINDS.items():
        records = model.objects.current().filter(organisation_id__in=wanted)
        if viewer is not None and not viewer.is_staff_member:
            records = records.for_members([]).filter(anonymity=Anonymity.NAMED)
        for pk, number in counts_by(records, "organisation_id").items():
            counts[pk][kind] = number
    return counts


def public_offer_counts(organisation_ids: Collection[int]) -> dict[int, int]:
    """Return how many public offers each organisation has under its name."""
    counts = dict.fromkeys(organisation_ids, 0)
    for kind in OFFER_KINDS:
        named = KINDS[kind].objects.public().filter(anonymity=Anonymity.NAMED)
        for pk, number in counts_by(named, "organisation_id").items():
            if pk in counts:
                counts[pk] += number
    return counts


def neighbours_of(record: Any, limit: int = 2) -> list[Any]:
    """Return a few public offers of the same field, those of other kinds first."""
    by_kind = []
    for kind in sorted(OFFER_KINDS, key=lambda kind: kind == record.kind):
        others = public_records(kind).filter(field=record.field).order_by("-recorded_on", "-pk")
        others = others.exclude(pk=record.pk) if kind == record.kind else others
        by_kind.append(list(others[:limit]))
    firsts = [others[0] for others in by_kind if others]
    return (firsts + [other for others in by_kind for other in others[1:]])[:limit]


def coded_record(viewer: User, text: str) -> Any | None:
    """Return the record that its own code or that of its audit names, if a person may read it."""
    text = text.strip()
    if match := CODE.fullmatch(text):
        letter, number = match.group(1).upper(), int(match.group(2))
        kind = next(kind for kind, model in KINDS.items() if letter == model.PREFIX)
        return readable_records(viewer, kind).filter(pk=number).first()
    if AUDIT_CODE.fullmatch(text):
        source = f"A-{int(re.sub(r'[^0-9]', '', text)):04d}"
        found = (readable_records(viewer, kind).filter(source=source) for kind in KINDS)
        return next((record for records in found for record in records[:1]), None)
    return None


def current_record_count() -> int:
    """Return how many records of all kinds the catalogue holds."""
    return sum(model.objects.current().count() for model in KINDS.values())
