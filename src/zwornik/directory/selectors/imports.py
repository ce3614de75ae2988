"""Imports that were made, and what each did with its rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Model, QuerySet

from zwornik.core.sheets import Table
from zwornik.directory.choices import RowOutcome
from zwornik.directory.imports import Finding, bad_rows_table
from zwornik.directory.models import (
    ImportBatch,
    ImportRow,
    Membership,
    Organisation,
    OrganisationField,
    OrganisationIdentifier,
    Person,
    Position,
)

RECORDS: tuple[type[Model], ...] = (
    Organisation, OrganisationIdentifier, OrganisationField, Membership, Person, Position,
)  # fmt: skip


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

    outcome: str
    label: str
    count: int

    @property
    def is_left_out(self) -> bool:
        """Whether these rows were left out."""
        return self.outcome == RowOutcome.SKIPPED


def outcomes_of(batch: ImportBatch) -> list[OutcomeCount]:
    """Return how many rows had each outcome, in the order of the outcomes."""
    counted = dict(batch.rows.order_by().values_list("outcome").annotate(n=Count("pk")))
    return [
        OutcomeCount(outcome.value, str(outcome.label), counted[outcome.value])
        for outcome in RowOutcome
        if outcome.value in counted
    ]


@dataclass(frozen=True)
class RowAccount:
    """What an import did with a row, as people read it.

    Attributes
    ----------
    name
        The organisation's name today; of one that is gone, as it was read in.
    filled
        What a completed organisation was given, in words.
    """

    row: ImportRow
    name: str
    filled: tuple[str, ...]


def accounts_of(rows: Iterable[ImportRow]) -> list[RowAccount]:
    """Return the account of each row."""
    return [RowAccount(row, _name(row), _filled(row)) for row in rows]


def _name(row: ImportRow) -> str:
    if row.organisation is not None:
        return row.organisation.name
    if "name" in row.after:
        return str(row.after["name"])
    return next((str(v["name"]) for v in row.after.values() if "name" in v), "")


def _filled(row: ImportRow) -> tuple[str, ...]:
    """Return the labels of completed fields, and the kinds of records that were added."""
    if row.outcome != RowOutcome.UPDATED:
        return ()
    models: dict[str, Any] = {str(model._meta.model_name): model._meta for model in RECORDS}
    labels: dict[str, None] = {}
    for key, values in row.after.items():
        meta = models[key.partition(":")[0]]
        if key in row.before:
            labels.update({str(meta.get_field(name).verbose_name): None for name in values})
        else:
            labels[str(meta.verbose_name)] = None
    return tuple(labels)


def left_out_rows(batch: ImportBatch) -> Table:
    """Return the rows that an import left out, with what was wrong, to be corrected."""
    names = [str(column["name"]) for column in batch.mapping.get("columns", [])]
    rows = batch.rows.filter(outcome=RowOutcome.SKIPPED).order_by("row_number")
    return bad_rows_table(names, [(row.before["cells"], _problems(row)) for row in rows])


def _problems(row: ImportRow) -> list[Finding]:
    return [Finding(row.row_number, **problem) for problem in row.after["problems"]]
