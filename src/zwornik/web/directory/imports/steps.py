"""The steps of an import: the file, its columns, the dry run, and reading it in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from zwornik.core.sheets import Sheet, SheetError, Table, TableColumn, read_sheet
from zwornik.directory.imports import (
    TARGETS,
    ImportChoices,
    ImportPlan,
    Outcome,
    bad_rows_table,
    guess_columns,
    plan_import,
)
from zwornik.directory.imports.targets import load_headings
from zwornik.directory.services.importing import ImportRefusedError, apply_import
from zwornik.web.directory.imports.forms import ColumnsForm, FileForm
from zwornik.web.directory.imports.uploads import (
    NoSuchUploadError,
    Upload,
    find_upload,
    keep_upload,
)
from zwornik.web.shell.downloads import sheet_response
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require

PREVIEWED = 5
SHOWN_PROBLEMS = 100


@login_required
@require_http_methods(["GET", "POST"])
def import_start(request: SignedInRequest) -> HttpResponse:
    """Ask for the file, and say at once if it cannot be read."""
    require(request.user, "directory.import_organisations")
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        content = file.read()
        try:
            read_sheet(content, file.name)
        except SheetError as error:
            form.add_error("file", str(error))
        else:
            upload = keep_upload(request.user.pk, file.name, content)
            return redirect("directory:import-mapping", upload.token)
    return render(request, "directory/import_start.html", {"form": form})


@login_required
@require_GET
def import_sample(request: SignedInRequest) -> HttpResponse:
    """Give a sample list with every column that is recognised."""
    require(request.user, "directory.import_organisations")
    headings = load_headings()
    columns = tuple(TableColumn(headings[one.key][0]) for one in TARGETS)
    return sheet_response(Table(_("Members"), columns, ()), "xlsx")


@login_required
@require_http_methods(["GET", "POST"])
def import_mapping(request: SignedInRequest, token: str) -> HttpResponse:
    """Show what each column seems to hold, and take what it does hold."""
    upload, sheet = _opened(request, token)
    form = ColumnsForm(guess_columns(sheet), request.POST or None)
    if form.is_valid():
        upload.choices = {
            "columns": form.chosen(),
            "standing": form.cleaned_data["standing"],
            "kind": form.cleaned_data["kind"],
            "decisions": {},
        }
        upload.remember()
        return redirect("directory:import-review", token)
    context = {"form": form, "sheet": sheet, "upload": upload, "rows": sheet.rows[:PREVIEWED]}
    return render(request, "directory/import_mapping.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def import_review(request: SignedInRequest, token: str) -> HttpResponse:
    """Say what the import would do; keep decisions on look-alikes, or read the list in."""
    upload, sheet = _opened(request, token)
    if not upload.choices:
        return redirect("directory:import-mapping", token)
    if request.method == "POST":
        upload.choices["decisions"] = _decisions(request)
        upload.remember()
        if request.POST.get("step") == "import":
            return _import(request, upload, sheet)
        return redirect("directory:import-review", token)
    return render(request, "directory/import_review.html", _review(upload, sheet))


def _review(upload: Upload, sheet: Sheet) -> dict[str, Any]:
    plan = plan_import(sheet, _choices(upload))
    to_write = plan.count(Outcome.CREATE) + plan.count(Outcome.COMPLETE)
    return {
        "upload": upload,
        "sheet": sheet,
        "plan": plan,
        "created": plan.count(Outcome.CREATE),
        "completed": plan.count(Outcome.COMPLETE),
        "unchanged": plan.count(Outcome.NOTHING),
        "bad": plan.count(Outcome.PROBLEM),
        "to_write": to_write,
        "problem_rows": plan.bad_rows[:SHOWN_PROBLEMS],
        "remarks": plan.remarks[:SHOWN_PROBLEMS],
        "repeated": _repeated(plan),
    }


def _repeated(plan: ImportPlan) -> list[dict[str, Any]]:
    """Return the organisations that stand in several rows, with those rows."""
    names = {row.number: row.name for row in plan.rows}
    return [
        {"name": names[leader], "row": leader, "rows": rows}
        for leader, rows in plan.repeated.items()
    ]


def _decisions(request: SignedInRequest) -> dict[str, str]:
    prefix = "decision-"
    return {
        name.removeprefix(prefix): str(value)
        for name, value in request.POST.items()
        if name.startswith(prefix) and name.removeprefix(prefix).isdigit() and value
    }


def _choices(upload: Upload) -> ImportChoices:
    kept = upload.choices
    return ImportChoices(
        columns=kept["columns"],
        today=timezone.localdate(),
        standing=kept["standing"],
        kind=kept["kind"],
        decisions={int(row): choice for row, choice in kept["decisions"].items()},
    )


def _import(request: SignedInRequest, upload: Upload, sheet: Sheet) -> HttpResponse:
    """Read the list in, or say why nothing was."""
    try:
        batch = apply_import(
            sheet=sheet,
            choices=_choices(upload),
            file_name=upload.name,
            imported_by=request.user,
            now=timezone.now(),
            skip_bad_rows=request.POST.get("skip") == "1",
        )
    except ImportRefusedError as error:
        messages.error(request, str(error))
        return redirect("directory:import-review", upload.token)
    upload.forget()
    count = len(sheet.rows)
    text = ngettext(
        "The list of %(n)d row was read in.", "The list of %(n)d rows was read in.", count
    )
    messages.success(request, text % {"n": count})
    return redirect("directory:import-detail", batch.pk)


@login_required
@require_GET
def import_bad_rows(request: SignedInRequest, token: str) -> HttpResponse:
    """Give the rows with problems as a workbook, to be corrected and sent again."""
    upload, sheet = _opened(request, token)
    cells = {row.number: row.cells for row in sheet.rows}
    plan = plan_import(sheet, _choices(upload))
    rows = ((cells[row.number], row.problems) for row in plan.bad_rows)
    return sheet_response(bad_rows_table([c.name for c in sheet.columns], rows), "xlsx")


def _opened(request: SignedInRequest, token: str) -> tuple[Upload, Sheet]:
    """Return the kept file of this person, read again."""
    require(request.user, "directory.import_organisations")
    try:
        upload = find_upload(token, request.user.pk)
        return upload, read_sheet(upload.content, upload.name)
    except (NoSuchUploadError, SheetError) as error:
        raise Http404(token) from error
