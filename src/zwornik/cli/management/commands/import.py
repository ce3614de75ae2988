"""`zwornik import organisations FILE` and `zwornik import undo BATCH`: member lists in and out."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone, translation

from zwornik.accounts.models import User
from zwornik.core.sheets import Sheet, SheetError, read_sheet, write_xlsx
from zwornik.directory.choices import OrganisationKind
from zwornik.directory.imports import (
    TARGETS,
    ImportChoices,
    ImportPlan,
    Outcome,
    bad_rows_table,
    guess_columns,
    mapping_of,
    mapping_problems,
    plan_import,
    target,
)
from zwornik.directory.models import ImportBatch
from zwornik.directory.services.import_undoing import UndoRefusedError, undo_import
from zwornik.directory.services.importing import ImportRefusedError, apply_import

MOST_TOLD = 200
WITH_PROBLEMS, UNREADABLE = 1, 2
OUTCOMES = (
    (Outcome.CREATE, "to be added"),
    (Outcome.COMPLETE, "to be completed"),
    (Outcome.NOTHING, "with nothing new"),
    (Outcome.PROBLEM, "with problems"),
)


class Command(BaseCommand):
    """Reads a list of organisations, or takes an import back."""

    help = "Read a list of organisations from CSV or XLSX, or take an import back."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the words after `import`."""
        words = parser.add_subparsers(
            dest="word", required=True, parser_class=argparse.ArgumentParser
        )
        read = words.add_parser("organisations", help="read a list of organisations")
        read.add_argument("file", type=Path)
        read.add_argument("--dry-run", action="store_true", help="only say what would happen")
        read.add_argument(
            "--skip-bad-rows", action="store_true", help="leave rows with problems out"
        )
        read.add_argument(
            "--mapping",
            action="append",
            default=[],
            metavar="COLUMN=FIELD",
            help="what a column (its heading or letter) holds; an empty FIELD leaves it out",
        )
        read.add_argument("--bad-rows", type=Path, help="write the rows with problems to this XLSX")
        read.add_argument(
            "--standing", choices=["member", "candidate", "partner", ""], default="member"
        )
        read.add_argument(
            "--kind",
            choices=["", *OrganisationKind.values],
            default="",
            help="of rows that do not tell",
        )
        read.add_argument("--language", choices=["pl", "en"], default="en")
        read.add_argument("--as", dest="account", help="e-mail address of the account that imports")
        undo = words.add_parser("undo", help="take an import back")
        undo.add_argument("batch", type=int)
        undo.add_argument("--language", choices=["pl", "en"], default="en")

    def handle(self, *_arguments: Any, **options: Any) -> None:
        """Read, or take back, with messages in the language asked for."""
        do: Callable[..., None] = self.undo if options["word"] == "undo" else self.read
        with translation.override(options["language"]):
            do(**options)

    def read(self, **options: Any) -> None:
        """Say how the file is understood and what would happen; do it unless it is a dry run."""
        sheet = self.sheet(options["file"])
        choices = ImportChoices(
            columns=self.columns(sheet, options["mapping"]),
            today=timezone.localdate(),
            standing=options["standing"],
            kind=options["kind"],
        )
        self.say_mapping(sheet, choices)
        plan = plan_import(sheet, choices)
        self.say_plan(sheet, plan)
        if options["bad_rows"]:
            self.write_bad_rows(sheet, plan, options["bad_rows"])
        if options["dry_run"]:
            self.end_dry_run(plan)
        else:
            self.apply(sheet, choices, options)

    def sheet(self, path: Path) -> Sheet:
        """Read the file, or end with what is wrong with it."""
        try:
            return read_sheet(path.read_bytes(), path.name)
        except (SheetError, OSError) as error:
            raise CommandError(str(error), returncode=UNREADABLE) from error

    def columns(self, sheet: Sheet, asked: list[str]) -> dict[str, str]:
        """Return what each column holds: guessed, then as asked."""
        columns = mapping_of(guess_columns(sheet))
        letters = {c.letter: c.letter for c in sheet.columns}
        letters = {c.name: c.letter for c in sheet.columns} | letters
        known = {one.key for one in TARGETS}
        for text in asked:
            name, _sign, key = text.rpartition("=")
            if name not in letters or (key and key not in known):
                names = ", ".join(sorted(known))
                message = f"--mapping {text}: there is no such column or field. Fields: {names}"
                raise CommandError(message, returncode=UNREADABLE)
            columns.pop(letters[name], None)
            if key:
                columns[letters[name]] = key
        problems = mapping_problems(columns)
        if problems:
            raise CommandError("\n".join(problems), returncode=UNREADABLE)
        return columns

    def say_mapping(self, sheet: Sheet, choices: ImportChoices) -> None:
        """Print what each column is read as, and what was noticed in the file."""
        for column in sheet.columns:
            key = choices.columns.get(column.letter)
            meaning = target(key).label if key else "left out"
            self.stdout.write(f"{column.letter:>3}  {column.name}  →  {meaning}")
        for note in sheet.notes:
            self.stdout.write(str(note.text))

    def say_plan(self, sheet: Sheet, plan: ImportPlan) -> None:
        """Print the counts, the problems by cell, and rows that look like known organisations."""
        counts = ", ".join(f"{plan.count(outcome)} {words}" for outcome, words in OUTCOMES)
        self.stdout.write(f"{len(sheet.rows)} rows: {counts}")
        for finding in plan.problems[:MOST_TOLD]:
            column = f" ({finding.column})" if finding.column else ""
            self.stdout.write(f"{finding.place}{column}: {finding.text}")
        if len(plan.problems) > MOST_TOLD:
            self.stdout.write(f"… and {len(plan.problems) - MOST_TOLD} more problems")
        for proposal in plan.undecided[:MOST_TOLD]:
            names = "; ".join(f"{c.name}, {c.city}" for c in proposal.candidates)
            self.stdout.write(f"row {proposal.row}: {proposal.name} looks like {names}")

    def write_bad_rows(self, sheet: Sheet, plan: ImportPlan, path: Path) -> None:
        """Write the rows with problems and what is wrong with them to a file."""
        cells = {row.number: row.cells for row in sheet.rows}
        rows = ((cells[row.number], row.problems) for row in plan.bad_rows)
        table = bad_rows_table([column.name for column in sheet.columns], rows)
        path.write_bytes(write_xlsx(table))
        self.stdout.write(f"{len(plan.bad_rows)} rows with problems written to {path}")

    def end_dry_run(self, plan: ImportPlan) -> None:
        """End a dry run, with a status that says whether there were problems."""
        self.stdout.write("Dry run: nothing was written.")
        if plan.problems:
            raise CommandError("There are problems; see above.", returncode=WITH_PROBLEMS)

    def apply(self, sheet: Sheet, choices: ImportChoices, options: dict[str, Any]) -> None:
        """Read the rows in as one whole."""
        account = None
        if options["account"]:
            account = User.objects.filter(email__iexact=options["account"]).first()
            if account is None:
                message = f"--as {options['account']}: there is no such account"
                raise CommandError(message, returncode=UNREADABLE)
        try:
            batch = apply_import(
                sheet=sheet,
                choices=choices,
                file_name=options["file"].name,
                imported_by=account,
                now=timezone.now(),
                skip_bad_rows=options["skip_bad_rows"],
            )
        except ImportRefusedError as error:
            raise CommandError(str(error), returncode=WITH_PROBLEMS) from error
        self.stdout.write(f"Imported as batch {batch.pk}. To take it back: import undo {batch.pk}")

    def undo(self, **options: Any) -> None:
        """Take an import back, or say what stands against it."""
        batch = ImportBatch.objects.filter(pk=options["batch"]).first()
        if batch is None:
            raise CommandError(f"there is no import {options['batch']}", returncode=UNREADABLE)
        try:
            report = undo_import(batch=batch, now=timezone.now())
        except UndoRefusedError as error:
            raise CommandError(str(error), returncode=WITH_PROBLEMS) from error
        self.stdout.write(f"{report.removed} organisations removed, {report.restored} restored")
        for kept in report.kept:
            self.stdout.write(f"kept, because it was changed since: {kept.name}: {kept.what}")
