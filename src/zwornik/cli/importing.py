"""Member lists at the command line: what is said, what is done, with which exit status it ends."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from auditlog.context import set_actor
from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zwornik.accounts.models import User
from zwornik.cli.import_telling import tell_columns, tell_plan
from zwornik.core.sheets import Sheet, SheetError, read_sheet, write_xlsx
from zwornik.directory.imports import (
    TARGETS,
    ImportChoices,
    ImportPlan,
    bad_rows_table,
    guess_columns,
    mapping_of,
    mapping_problems,
    plan_import,
)
from zwornik.directory.models import ImportBatch
from zwornik.directory.services.import_undoing import UndoRefusedError, undo_import
from zwornik.directory.services.importing import ImportRefusedError, apply_import

WITH_PROBLEMS, UNUSABLE = 1, 2
Say = Callable[[str], Any]
Options = Mapping[str, Any]


def read_list(options: Options, say: Say) -> None:
    """Say how a file is understood and what would happen; do it unless it is a dry run."""
    account = _account(options["account"])
    sheet = _sheet(options["file"], options["sheet"])
    choices = _choices(sheet, options)
    tell_columns(sheet, choices, say)
    plan = plan_import(sheet, choices)
    if options["same"]:
        choices = _with_decisions(plan, choices, options["same"])
        plan = plan_import(sheet, choices)
    tell_plan(plan, say)
    if options["bad_rows"]:
        _write_bad_rows(sheet, plan, options["bad_rows"], say)
    if not options["dry_run"]:
        _apply(sheet, choices, account, options, say)
        return
    say(_("This was a dry run: nothing was written."))
    if plan.problems:
        raise CommandError(_("There are rows with problems; see above."), returncode=WITH_PROBLEMS)


def take_back(options: Options, say: Say) -> None:
    """Take an import back, or say what stands against it."""
    account = _account(options["account"])
    batch = ImportBatch.objects.filter(pk=options["batch"]).first()
    if batch is None:
        text = _("There is no import number %(batch)d.") % {"batch": options["batch"]}
        raise CommandError(text, returncode=UNUSABLE)
    try:
        with _in_the_name_of(account):
            report = undo_import(batch=batch, now=timezone.now())
    except UndoRefusedError as error:
        for one in error.obstacles:
            say(f"{one.name}: {one.text}")
        text = _("The import was not taken back, and nothing was changed.")
        raise CommandError(text, returncode=WITH_PROBLEMS) from error
    text = ngettext(
        "The import was taken back: %(n)d organisation was removed.",
        "The import was taken back: %(n)d organisations were removed.",
        report.removed,
    )
    say(text % {"n": report.removed})
    for kept in report.kept:
        said = _("Kept, because it was changed since: %(name)s, %(what)s")
        say(said % {"name": kept.name, "what": kept.what})


def _sheet(path: Path, name: str | None) -> Sheet:
    try:
        return read_sheet(path.read_bytes(), path.name, sheet_name=name)
    except SheetError as error:
        raise CommandError(f"{path.name}: {error}", returncode=UNUSABLE) from error
    except OSError as error:
        text = _("The file %(file)s cannot be opened: %(reason)s.")
        said = text % {"file": path, "reason": error.strerror or error}
        raise CommandError(said, returncode=UNUSABLE) from error


def _choices(sheet: Sheet, options: Options) -> ImportChoices:
    columns = _columns(sheet, options["mapping"])
    problems = mapping_problems(columns)
    if problems:
        raise CommandError("\n".join(problems), returncode=UNUSABLE)
    standing = "" if options["standing"] == "none" else options["standing"]
    return ImportChoices(columns, timezone.localdate(), standing, options["kind"])


def _columns(sheet: Sheet, asked: list[str]) -> dict[str, str]:
    """Return what each column holds: as guessed, then as asked."""
    columns = mapping_of(guess_columns(sheet))
    letters = {column.letter: column.letter for column in sheet.columns}
    letters |= {column.name: column.letter for column in sheet.columns}
    known = {one.key for one in TARGETS}
    for text in asked:
        name, _sign, key = text.rpartition("=")
        if name not in letters or (key and key not in known):
            said = _("--mapping %(text)s: there is no such column or field. Fields: %(fields)s.")
            fields = ", ".join(sorted(known))
            raise CommandError(said % {"text": text, "fields": fields}, returncode=UNUSABLE)
        columns = {letter: one for letter, one in columns.items() if one != key}
        columns.pop(letters[name], None)
        if key:
            columns[letters[name]] = key
    return columns


def _with_decisions(plan: ImportPlan, choices: ImportChoices, same: list[int]) -> ImportChoices:
    """Return the choices with each of the rows taken for the organisation it looks like most."""
    alike = {proposal.row: proposal.candidates[0].choice for proposal in plan.proposals}
    strange = [row for row in same if row not in alike]
    if strange:
        text = _("--same %(row)d: this row looks like no known organisation.")
        raise CommandError(text % {"row": strange[0]}, returncode=UNUSABLE)
    decisions = {row: alike[row] for row in same}
    return ImportChoices(choices.columns, choices.today, choices.standing, choices.kind, decisions)


def _write_bad_rows(sheet: Sheet, plan: ImportPlan, path: Path, say: Say) -> None:
    cells = {row.number: row.cells for row in sheet.rows}
    rows = [(cells[row.number], row.problems) for row in plan.bad_rows]
    path.write_bytes(write_xlsx(bad_rows_table([column.name for column in sheet.columns], rows)))
    text = ngettext(
        "%(n)d row with problems was written to %(file)s.",
        "%(n)d rows with problems were written to %(file)s.",
        len(rows),
    )
    say(text % {"n": len(rows), "file": path})


def _apply(
    sheet: Sheet, choices: ImportChoices, account: User | None, options: Options, say: Say
) -> None:
    try:
        with _in_the_name_of(account):
            batch = apply_import(
                sheet=sheet,
                choices=choices,
                file_name=options["file"].name,
                imported_by=account,
                now=timezone.now(),
                skip_bad_rows=options["skip_bad_rows"],
                say=lambda done, rows: say(f"{done} / {rows}"),
            )
    except ImportRefusedError as error:
        raise CommandError(str(error), returncode=WITH_PROBLEMS) from error
    text = _(
        "The list was read in as import %(batch)d. To take it back: zwornik import undo %(batch)d"
    )
    say(text % {"batch": batch.pk})


def _account(email: str | None) -> User | None:
    """Return the account that is named, if it may import; none if none is named."""
    if not email:
        return None
    account = User.objects.filter(email__iexact=email).first()
    if account is None or not account.has_perm("directory.import_organisations"):
        text = _("--as %(email)s: there is no account with this address that may import lists.")
        raise CommandError(text % {"email": email}, returncode=UNUSABLE)
    return account


@contextmanager
def _in_the_name_of(account: User | None) -> Iterator[None]:
    """Let the trail name the account as the one who writes."""
    if account is None:
        yield
        return
    with set_actor(account):
        yield
