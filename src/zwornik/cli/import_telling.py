"""What a member list at the command line was understood as, in lines of text."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zwornik.core.sheets import Sheet
from zwornik.directory.imports import (
    ImportChoices,
    ImportPlan,
    Outcome,
    Proposal,
    row_ranges,
    target,
    told_together,
)

MOST_TOLD = 200
Say = Callable[[str], Any]


def tell_columns(sheet: Sheet, choices: ImportChoices, say: Say) -> None:
    """Say which sheet is read, what each column is read as, and what was noticed in the file."""
    text = ngettext("%(n)d row in “%(sheet)s”", "%(n)d rows in “%(sheet)s”", len(sheet.rows))
    say(text % {"n": len(sheet.rows), "sheet": sheet.name})
    for column in sheet.columns:
        key = choices.columns.get(column.letter)
        meaning = target(key).label if key else _("left out")
        say(f"{column.letter:>3}  {column.name} → {meaning}")
    for note in sheet.notes:
        say(str(note.text))


def tell_plan(plan: ImportPlan, say: Say) -> None:
    """Say how many rows have which outcome, the problems by cell, likenesses and remarks."""
    say("")
    for outcome, label in _labels().items():
        say(f"{plan.count(outcome):>7}  {label}")
    _tell_problems(plan, say)
    _tell_repeated(plan, say)
    for proposal in plan.proposals[:MOST_TOLD]:
        say(_likeness(proposal))
    for told in told_together(plan.remarks)[:MOST_TOLD]:
        column = f"{told.column}: " if told.column else ""
        rows = ngettext("row %(where)s", "rows %(where)s", len(told.rows)) % {"where": told.where}
        say(f"{column}{told.text} ({rows})")


def _labels() -> dict[Outcome, str]:
    return {
        Outcome.CREATE: _("To be added"),
        Outcome.COMPLETE: _("To be completed"),
        Outcome.NOTHING: _("Nothing new"),
        Outcome.PROBLEM: _("With problems"),
    }


def _tell_problems(plan: ImportPlan, say: Say) -> None:
    problems = plan.problems
    for finding in problems[:MOST_TOLD]:
        column = f" ({finding.column})" if finding.column else ""
        value = f" “{finding.value}”" if finding.value else ""
        say(f"{finding.place}{column}{value}: {finding.text}")
    if len(problems) > MOST_TOLD:
        more = len(problems) - MOST_TOLD
        say(ngettext("… and %(n)d more problem", "… and %(n)d more problems", more) % {"n": more})


def _tell_repeated(plan: ImportPlan, say: Say) -> None:
    names = {row.number: row.name for row in plan.rows}
    for leader, rows in list(plan.repeated.items())[:MOST_TOLD]:
        where = row_ranges([leader, *(row.number for row in rows)])
        text = _("The same organisation in several rows: %(name)s (rows %(where)s)")
        say(text % {"name": names[leader], "where": where})


def _likeness(proposal: Proposal) -> str:
    candidate = proposal.candidates[0]
    where = _("row %(row)d") % {"row": candidate.row} if candidate.row else _("in the directory")
    text = (
        _("Row %(row)d, %(name)s, is taken for %(other)s (%(where)s).")
        if proposal.decision == candidate.choice
        else _(
            "Row %(row)d, %(name)s, looks like %(other)s (%(where)s). It is recorded apart; if it is "
            "the same organisation, add --same %(row)d."
        )
    )
    named = {"row": proposal.row, "name": proposal.name, "other": candidate.name, "where": where}
    return text % named
