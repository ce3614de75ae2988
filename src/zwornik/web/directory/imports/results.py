"""Imports that were made: what each did, row by row, and taking it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from zwornik.directory.models import ImportBatch
from zwornik.directory.selectors import (
    accounts_of,
    imports,
    left_out_rows,
    outcomes_of,
    rows_of_import,
)
from zwornik.directory.services.import_obstacles import undo_obstacles
from zwornik.directory.services.import_undoing import UndoRefusedError, UndoReport, undo_import
from zwornik.web.shell.downloads import sheet_response
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require

SHOWN = 20


@login_required
@require_GET
def import_list(request: SignedInRequest) -> HttpResponse:
    """List the imports, the newest first."""
    require(request.user, "directory.import_organisations")
    page = Paginator(imports(), 20).get_page(request.GET.get("page"))
    return render(request, "directory/import_list.html", {"page": page})


@login_required
@require_GET
def import_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what an import did, row by row."""
    require(request.user, "directory.import_organisations")
    batch = get_object_or_404(imports(), pk=pk)
    page = Paginator(rows_of_import(batch), 50).get_page(request.GET.get("page"))
    outcomes = outcomes_of(batch)
    context = {
        "batch": batch,
        "page": page,
        "rows": accounts_of(page),
        "outcomes": outcomes,
        "has_left_out": any(outcome.is_left_out for outcome in outcomes),
    }
    return render(request, "directory/import_detail.html", context)


@login_required
@require_GET
def import_left_out(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give the rows that were left out as a workbook, to be corrected and sent again."""
    require(request.user, "directory.import_organisations")
    return sheet_response(left_out_rows(get_object_or_404(imports(), pk=pk)), "xlsx")


@login_required
@require_http_methods(["GET", "POST"])
def import_undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what taking an import back would do and what stands against it, or take it back."""
    require(request.user, "directory.import_organisations")
    batch = get_object_or_404(imports(), pk=pk)
    if request.method == "POST":
        try:
            _tell(request, undo_import(batch=batch, now=timezone.now()))
        except UndoRefusedError as error:
            messages.error(request, _("The import was not taken back, and nothing was changed."))
            return _confirm(request, batch, error.obstacles)
        return redirect("directory:import-detail", pk)
    return _confirm(request, batch, undo_obstacles(batch))


def _confirm(request: SignedInRequest, batch: ImportBatch, obstacles: object) -> HttpResponse:
    context = {"batch": batch, "obstacles": obstacles, "outcomes": outcomes_of(batch)}
    return render(request, "directory/import_undo.html", context)


def _tell(request: SignedInRequest, report: UndoReport) -> None:
    text = ngettext(
        "The import was taken back: %(n)d organisation was removed.",
        "The import was taken back: %(n)d organisations were removed.",
        report.removed,
    )
    messages.success(request, text % {"n": report.removed})
    for kept in report.kept[:SHOWN]:
        said = _("Kept, because it was changed since: %(name)s, %(what)s")
        messages.warning(request, said % {"name": kept.name, "what": kept.what})
    more = len(report.kept) - SHOWN
    if more > 0:
        text = ngettext("%(n)d more value was kept.", "%(n)d more values were kept.", more)
        messages.warning(request, text % {"n": more})
