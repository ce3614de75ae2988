"""A list of organisations is read in: all of it or nothing, and each row accounted for."""

from collections.abc import Callable
from datetime import datetime

from auditlog.models import LogEntry
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.core.sheets import Sheet
from zwornik.directory.choices import RowOutcome
from zwornik.directory.imports import ImportChoices, ImportPlan, Outcome, PlannedRow, plan_import
from zwornik.directory.models import ImportBatch, ImportRow, Organisation
from zwornik.directory.services.import_writing import RowWriter

WRITTEN_AT_ONCE = 500
TOLD_EVERY = 500
LONGEST_FILE_NAME = 255


class ImportRefusedError(ValueError):
    """An import that was not carried out; nothing was written.

    Attributes
    ----------
    plan
        What the import would have done, with the problems.
    """

    def __init__(self, message: str, plan: ImportPlan) -> None:
        super().__init__(message)
        self.plan = plan


@transaction.atomic
def apply_import(
    *,
    sheet: Sheet,
    choices: ImportChoices,
    file_name: str,
    imported_by: User | None,
    now: datetime,
    skip_bad_rows: bool = False,
    say: Callable[[int, int], None] | None = None,
) -> ImportBatch:
    """Write what an import of a sheet would do, planned anew so that nothing is out of date.

    `say` is told from time to time how many rows of how many are written.

    Raises
    ------
    ImportRefusedError
        If a row has a problem and rows with problems are not to be left out, if there is nothing
        left to read in, or if somebody changed the directory at the same moment.
    """
    plan = plan_import(sheet, choices)
    _refuse(plan, skip_bad_rows=skip_bad_rows)
    batch = ImportBatch(
        file_name=file_name[-LONGEST_FILE_NAME:],
        mapping=_mapping(sheet, choices),
        imported_by=imported_by,
        imported_at=now,
    )
    batch.full_clean(exclude=["imported_by"])
    batch.save()
    try:
        _write_rows(batch, sheet, plan, say)
    except IntegrityError as error:
        text = _("The directory was changed meanwhile, so nothing was read in. Please look again.")
        raise ImportRefusedError(text, plan) from error
    newest = LogEntry.objects.order_by("-pk").values_list("pk", flat=True).first()
    ImportBatch.objects.filter(pk=batch.pk).update(last_entry=newest or 0)
    batch.last_entry = newest or 0
    return batch


def _refuse(plan: ImportPlan, *, skip_bad_rows: bool) -> None:
    bad = len(plan.bad_rows)
    if bad and not skip_bad_rows:
        raise ImportRefusedError(_("Some rows have problems, so nothing was read in."), plan)
    if bad == len(plan.rows):
        raise ImportRefusedError(_("Every row has a problem, so nothing was read in."), plan)


def _mapping(sheet: Sheet, choices: ImportChoices) -> dict[str, list[dict[str, str]]]:
    return {
        "columns": [
            {
                "letter": column.letter,
                "name": column.name,
                "target": choices.columns.get(column.letter, ""),
            }
            for column in sheet.columns
        ]
    }


def _write_rows(
    batch: ImportBatch, sheet: Sheet, plan: ImportPlan, say: Callable[[int, int], None] | None
) -> None:
    ids = {row.organisation_id for row in plan.rows if row.organisation_id is not None}
    known = Organisation.objects.in_bulk(list(ids))
    writer = RowWriter(batch.file_name[:200], timezone.localdate(batch.imported_at), known)
    cells = {row.number: row.cells for row in sheet.rows}
    rows: list[ImportRow] = []
    for done, planned in enumerate(plan.rows, 1):
        is_bad = planned.outcome == Outcome.PROBLEM
        row = _left_out(planned, cells[planned.number]) if is_bad else writer.write(planned)
        row.batch = batch
        rows.append(row)
        if say is not None and done % TOLD_EVERY == 0:
            say(done, len(plan.rows))
    ImportRow.objects.bulk_create(rows, batch_size=WRITTEN_AT_ONCE)


def _left_out(planned: PlannedRow, cells: tuple[str, ...]) -> ImportRow:
    """Return the account of a row that was left out: its cells, and what was wrong with them."""
    problems = [
        {"letter": one.letter, "column": one.column, "value": one.value, "text": one.text}
        for one in planned.problems
    ]
    return ImportRow(
        row_number=planned.number,
        outcome=RowOutcome.SKIPPED,
        before={"cells": list(cells)},
        after={"name": planned.name, "problems": problems},
    )
