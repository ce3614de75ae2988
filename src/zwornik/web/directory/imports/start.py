"""The first step of an import: the file."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from zwornik.directory.imports import sample_table
from zwornik.directory.imports.uploads import keep_upload
from zwornik.web.directory.imports.forms import FileForm
from zwornik.web.shell.downloads import sheet_response
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


@login_required
@require_http_methods(["GET", "POST"])
def import_start(request: SignedInRequest) -> HttpResponse:
    """Ask for the file, and say at once if it cannot be read."""
    require(request.user, "directory.import_organisations")
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        name, content = form.cleaned_data["file"].name, form.content
        upload = keep_upload(request.user.pk, name, content)
        return redirect("directory:import-mapping", upload.token)
    return render(request, "directory/import_start.html", {"form": form})


@login_required
@require_GET
def import_sample(request: SignedInRequest) -> HttpResponse:
    """Give a sample list, ready to be filled or to be tried."""
    require(request.user, "directory.import_organisations")
    return sheet_response(sample_table(), "xlsx")
