"""Imports that were made: what each did, row by row, and taking it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from zwornik.directory.selectors import imports, outcomes_of, rows_of_import
from zwornik.directory.services.import_undoing import UndoRefusedError, undo_import
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


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
    context = {"batch": batch, "page": page, "outcomes": outcomes_of(batch)}
    return render(request, "directory/import_detail.html", context)


@login_required
@require_POST
def import_undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take an import back, or say what stands against it."""
    require(request.user, "directory.import_organisations")
    batch = get_object_or_404(imports(), pk=pk)
    try:
        report = undo_import(batch=batch, now=timezone.now())
    except UndoRefusedError as error:
        for obstacle in error.obstacles[:20]:
            messages.error(request, f"{obstacle.name}: {obstacle.text}")
        return redirect("directory:import-detail", pk)
    text = ngettext(
        "The import was taken back: %(n)d organisation was removed.",
        "The import was taken back: %(n)d organisations were removed.",
        report.removed,
    )
    messages.success(request, text % {"n": report.removed})
    for kept in report.kept[:20]:
        what = {"name": kept.name, "what": kept.what}
        messages.warning(
            request, _("Kept, because it was changed since: %(name)s, %(what)s") % what
        )
    return redirect("directory:import-detail", pk)
