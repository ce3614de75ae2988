"""Imports that were made, and what each did with its rows."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from zwornik.directory.choices import RowOutcome
from zwornik.directory.models import ImportBatch, ImportRow


def imports() -> QuerySet[ImportBatch]:
    """Return the imports, newest first, with how many rows each had."""
    found = ImportBatch.objects.select_related("imported_by").annotate(row_count=Count("rows"))
    return found.order_by("-imported_at", "-pk")


def rows_of_import(batch: ImportBatch) -> QuerySet[ImportRow]:
    """Return the rows of an import in the order of the file."""
    return batch.rows.select_related("organisation").order_by("row_number", "pk")


@dataclass(frozen=True)
class OutcomeCount:
    """How many rows of an import had an outcome."""

    label: str
    count: int


def outcomes_of(batch: ImportBatch) -> list[OutcomeCount]:
    """Return how many rows had each outcome, in the order of the outcomes."""
    counted = dict(batch.rows.order_by().values_list("outcome").annotate(n=Count("pk")))
    return [
        OutcomeCount(str(outcome.label), counted[outcome.value])
        for outcome in RowOutcome
        if outcome.value in counted
    ]
