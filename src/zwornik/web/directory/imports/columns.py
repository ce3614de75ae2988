"""The second step of an import: what the columns hold."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zwornik.core.sheets import SheetError, read_sheet
from zwornik.directory.imports import guess_columns
from zwornik.web.directory.imports.forms import ColumnsForm
from zwornik.web.directory.imports.opening import Opened, opened
from zwornik.web.shell.people import SignedInRequest

PREVIEWED = 3


@login_required
@require_http_methods(["GET", "POST"])
def import_mapping(request: SignedInRequest, token: str) -> HttpResponse:
    """Show what each column seems to hold, and take what it does hold."""
    file = opened(request, token)
    guesses = guess_columns(file.sheet)
    form = ColumnsForm(guesses, request.POST or None, initial=file.upload.choices)
    if form.is_valid():
        file.choose(
            columns=form.chosen(),
            standing=form.cleaned_data["standing"],
            kind=form.cleaned_data["kind"],
            decisions={},
        )
        return redirect("directory:import-review", token)
    context = {
        "form": form,
        "file": file,
        "left_out": [guess.name for guess in guesses if not guess.target],
        "preview": _preview(file),
    }
    return render(request, "directory/import_mapping.html", context)


def _preview(file: Opened) -> list[tuple[int, list[tuple[str, str]]]]:
    """Return the first rows, each as headings with what stands beneath."""
    names = [column.name for column in file.sheet.columns]
    return [
        (row.number, [pair for pair in zip(names, row.cells, strict=True) if pair[1]])
        for row in file.sheet.rows[:PREVIEWED]
    ]


@login_required
@require_POST
def import_sheet(request: SignedInRequest, token: str) -> HttpResponse:
    """Read another sheet of the workbook."""
    file = opened(request, token)
    wanted = request.POST.get("sheet", "")
    try:
        read_sheet(file.upload.content, file.upload.name, sheet_name=wanted)
    except SheetError as error:
        messages.error(request, str(error))
        return redirect("directory:import-mapping", token)
    file.choose(sheet=wanted, columns={}, decisions={})
    messages.success(request, _("Now “%(sheet)s” is read.") % {"sheet": wanted})
    return redirect("directory:import-mapping", token)
