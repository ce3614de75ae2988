"""The third step of an import: what would happen, what has to be decided, and reading it in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from zwornik.directory.imports import (
    ImportPlan,
    Outcome,
    bad_rows_table,
    plan_import,
    row_ranges,
    told_together,
)
from zwornik.directory.imports.plan import SEPARATE
from zwornik.directory.services.importing import ImportRefusedError, apply_import
from zwornik.web.directory.imports.opening import Opened, opened
from zwornik.web.shell.downloads import sheet_response
from zwornik.web.shell.people import SignedInRequest

SHOWN = 100
PREFIX = "decision-"


@login_required
@require_http_methods(["GET", "POST"])
def import_review(request: SignedInRequest, token: str) -> HttpResponse:
    """Say what the import would do; keep decisions on look-alikes, or read the list in."""
    file = opened(request, token)
    if not file.is_mapped:
        return redirect("directory:import-mapping", token)
    if request.method == "POST":
        plan = _decide(request, file)
        if request.POST.get("step") == "import" and _is_decided(request, plan):
            return _import(request, file)
        return redirect("directory:import-review", token)
    return render(request, "directory/import_review.html", _review(file))


def _decide(request: SignedInRequest, file: Opened) -> ImportPlan:
    """Keep what was decided about look-alikes, and return the plan that follows."""
    decisions = {
        name.removeprefix(PREFIX): str(value)
        for name, value in request.POST.items()
        if name.startswith(PREFIX) and name.removeprefix(PREFIX).isdecimal()
    }
    file.choose(decisions=decisions)
    plan = plan_import(file.sheet, file.choices())
    if request.POST.get("apart") and plan.undecided:
        decisions |= {str(proposal.row): SEPARATE for proposal in plan.undecided}
        file.choose(decisions=decisions)
        plan = plan_import(file.sheet, file.choices())
    return plan


def _is_decided(request: SignedInRequest, plan: ImportPlan) -> bool:
    undecided = plan.undecided
    if undecided:
        text = ngettext(
            "Please decide first about a row that looks like a known organisation: %(rows)s.",
            "Please decide first about rows that look like known organisations: %(rows)s.",
            len(undecided),
        )
        messages.error(request, text % {"rows": row_ranges([one.row for one in undecided])})
    return not undecided


def _review(file: Opened) -> dict[str, Any]:
    plan = plan_import(file.sheet, file.choices())
    bad = plan.bad_rows
    return {
        "file": file,
        "plan": plan,
        "created": plan.count(Outcome.CREATE),
        "completed": plan.count(Outcome.COMPLETE),
        "unchanged": plan.count(Outcome.NOTHING),
        "bad": len(bad),
        "problem_rows": bad[:SHOWN],
        "more_bad": max(0, len(bad) - SHOWN),
        "remarks": told_together(plan.remarks)[:SHOWN],
        "repeated": _repeated(plan)[:SHOWN],
    }


def _repeated(plan: ImportPlan) -> list[tuple[str, str]]:
    """Return the organisations that stand in several rows, with those rows."""
    names = {row.number: row.name for row in plan.rows}
    return [
        (names[leader], row_ranges([leader, *(row.number for row in rows)]))
        for leader, rows in plan.repeated.items()
    ]


def _import(request: SignedInRequest, file: Opened) -> HttpResponse:
    """Read the list in, or say why nothing was."""
    try:
        batch = apply_import(
            sheet=file.sheet,
            choices=file.choices(),
            file_name=file.upload.name,
            imported_by=request.user,
            now=timezone.now(),
            skip_bad_rows=request.POST.get("skip") == "1",
        )
    except ImportRefusedError as error:
        messages.error(request, str(error))
        return redirect("directory:import-review", file.token)
    file.upload.forget()
    messages.success(
        request, _("The list was read in. Until others work on it, it can be taken back.")
    )
    return redirect("directory:import-detail", batch.pk)


@login_required
@require_GET
def import_bad_rows(request: SignedInRequest, token: str) -> HttpResponse:
    """Give the rows with problems as a workbook, to be corrected and sent again."""
    file = opened(request, token)
    if not file.is_mapped:
        return redirect("directory:import-mapping", token)
    cells = {row.number: row.cells for row in file.sheet.rows}
    bad = plan_import(file.sheet, file.choices()).bad_rows
    rows = ((cells[row.number], row.problems) for row in bad)
    return sheet_response(bad_rows_table([c.name for c in file.sheet.columns], rows), "xlsx")
