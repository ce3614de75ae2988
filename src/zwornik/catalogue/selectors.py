"""Reads of the catalogue room: what a viewer may see, one kind at a time."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from zwornik.accounts.models import User
from zwornik.catalogue.models import Competence, Equipment, Need, RecordQuerySet, Technology
from zwornik.core.search import query_terms
from zwornik.core.sheets import Table, TableColumn

KINDS: dict[str, Any] = {
    "technology": Technology,
    "need": Need,
    "competence": Competence,
    "equipment": Equipment,
}
OFFER_KINDS = ("technology", "competence", "equipment")


def readable_records(viewer: User, kind: str) -> RecordQuerySet:
    """Return the current records of a kind that a person may read."""
    records: RecordQuerySet = KINDS[kind].objects.select_related("organisation").current()
    if viewer.is_staff_member:
        return records
    return records.for_members(list(viewer.seats.values_list("organisation_id", flat=True)))


def own_records(viewer: User, kind: str) -> RecordQuerySet:
    """Return the current records of the organisations in which a person has a seat."""
    seats = viewer.seats.values("organisation_id")
    records: RecordQuerySet = KINDS[kind].objects.select_related("organisation").current()
    return records.filter(organisation_id__in=seats)


def public_records(kind: str) -> RecordQuerySet:
    """Return the records of a kind that anybody may read."""
    records: RecordQuerySet = KINDS[kind].objects.select_related("organisation").public()
    return records


def found_records(records: RecordQuerySet, query: str) -> RecordQuerySet:
    """Keep the records in which every word of a query occurs, whatever its inflection."""
    return records.matching_terms(query_terms(query))


def counts_by(records: QuerySet[Any], column: str) -> dict[str, int]:
    """Return how many of the records have each value of a column."""
    counted: dict[str, int] = {}
    for value in records.values_list(column, flat=True):
        counted[value] = counted.get(value, 0) + 1
    return counted


def records_of_organisation(organisation_id: int, viewer: User) -> dict[str, list[Any]]:
    """Return what an organisation has in the catalogue, by kind, as far as the viewer may read."""
    return {
        kind: list(readable_records(viewer, kind).filter(organisation_id=organisation_id))
        for kind in KINDS
    }


def record_counts(organisation_ids: Iterable[int]) -> dict[int, dict[str, int]]:
    """Return, for each organisation, how many current records of each kind it has."""
    wanted = list(organisation_ids)
    counts: dict[int, dict[str, int]] = {pk: {} for pk in wanted}
    for kind, model in KINDS.items():
        owners = model.objects.current().filter(organisation_id__in=wanted)
        for pk, number in counts_by(owners, "organisation_id").items():
            counts[int(pk)][kind] = number
    return counts


def table_of_records(records: Iterable[Any], title: str) -> Table:
    """Return records as a table for a spreadsheet, one row each, both languages side by side."""
    columns = (
        TableColumn("code", "text"),
        TableColumn("title_pl", "text"),
        TableColumn("title_en", "text"),
        TableColumn("organisation", "text"),
        TableColumn("field", "text"),
        TableColumn("status", "text"),
        TableColumn("disclosure", "text"),
        TableColumn("recorded_on", "date"),
    )
    rows = tuple(
        (
            record.code,
            record.title_pl,
            record.title_en,
            record.organisation.name,
            record.field,
            record.get_status_display(),
            record.get_disclosure_display(),
            record.recorded_on,
        )
        for record in records
    )
    return Table(title, columns, rows)


def current_record_count() -> int:
    """Return how many records of all kinds the catalogue holds."""
    return sum(model.objects.current().count() for model in KINDS.values())
