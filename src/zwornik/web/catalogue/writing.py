"""Writing the catalogue: a record is added, changed, published and withdrawn."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zwornik.accounts.models import User
from zwornik.catalogue.choices import RecordStatus
from zwornik.catalogue.models import CatalogueRecord
from zwornik.catalogue.selectors import detailed_records
from zwornik.catalogue.services import (
    RecordIsClosedError,
    publish_record,
    record_of_kind,
    revise_record,
    withdraw_record,
)
from zwornik.directory.models import Organisation
from zwornik.directory.selectors import editable_organisations
from zwornik.web.catalogue.forms import OwnerForm, PublishForm, RecordForm
from zwornik.web.catalogue.state import detail_address, edit_address, revision_of
from zwornik.web.catalogue.words import ADD, PLURALS
from zwornik.web.shell.forms import attempt
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


@login_required
@require_http_methods(["GET", "POST"])
def record_add(request: SignedInRequest, kind: str) -> HttpResponse:
    """Write a new record as a draft; first ask whose it is, where that is not clear."""
    organisation = _owner_asked(request)
    words = {"kind": kind, "plural": PLURALS[kind], "heading": ADD[kind]}
    if organisation is None:
        organisations = editable_organisations(request.user)
        if not organisations.exists():
            require(request.user, "catalogue.change_record")
        return render(request, "catalogue/owner.html", words | {"form": OwnerForm(organisations)})
    require(request.user, "catalogue.change_record", organisation)
    form = _form(request, kind, organisation)
    if form.is_valid():
        keeper = request.user if request.user.is_staff_member else None
        today = timezone.localdate()
        facts = form.facts() | {"keeper": keeper, "recorded_on": today}
        record = attempt(form, partial(record_of_kind, kind, organisation=organisation, **facts))
        if record is not None:
            messages.success(request, _("%(code)s was added as a draft.") % {"code": record.code})
            return redirect(detail_address(record))
    context = words | {"form": form, "organisation": organisation}
    return render(request, "catalogue/form.html", context)


def _owner_asked(request: SignedInRequest) -> Organisation | None:
    """Return the organisation that an address names, or the only one a person writes for."""
    organisations = editable_organisations(request.user)
    number = request.GET.get("organisation", "")
    if number.isdecimal():
        return get_object_or_404(organisations, pk=int(number))
    some = list(organisations[:2])
    return some[0] if len(some) == 1 else None


def _form(
    request: SignedInRequest,
    kind: str,
    organisation: Organisation,
    record: CatalogueRecord | None = None,
) -> RecordForm:
    return RecordForm(
        request.POST if request.method == "POST" else None,
        kind=kind,
        organisation=organisation,
        is_staff=request.user.is_staff_member,
        today=timezone.localdate(),
        record=record,
    )


@login_required
@require_http_methods(["GET", "POST"])
def record_edit(request: SignedInRequest, kind: str, pk: int) -> HttpResponse:
    """Change a draft, or write the revision of a published record."""
    record = _record_to_change(request.user, kind, pk)
    if elsewhere := _elsewhere(request, record):
        return elsewhere
    form = _form(request, kind, record.organisation, record)
    is_proposal = not request.user.has_perm("catalogue.publish_record", record)
    if form.is_valid():
        write = partial(
            revise_record,
            record=record,
            facts=form.facts(),
            revised_by=request.user,
            now=timezone.now(),
            is_proposal=is_proposal,
        )
        revised = attempt(form, write, (RecordIsClosedError,))
        if revised is not None:
            messages.success(request, _("%(code)s was saved.") % {"code": revised.code})
            return redirect(detail_address(revised))
    context: dict[str, Any] = {"kind": kind, "plural": PLURALS[kind], "record": record}
    context |= {"heading": _("Change the record"), "organisation": record.organisation}
    context |= {"form": form, "is_proposal": is_proposal}
    return render(request, "catalogue/form.html", context)


def _record_to_change(user: User, kind: str, pk: int) -> CatalogueRecord:
    record: CatalogueRecord = get_object_or_404(detailed_records(kind), pk=pk)
    require(user, "catalogue.change_record", record)
    return record


def _elsewhere(request: SignedInRequest, record: CatalogueRecord) -> HttpResponseRedirect | None:
    """Lead to where a record is changed, if not here: it is closed, or a revision of it waits."""
    if record.is_closed:
        messages.warning(request, _("This record is closed and can only be read."))
        return redirect(detail_address(record))
    waiting = revision_of(record)
    if waiting is not None:
        messages.info(request, _("A revision already waits to be published; here it is."))
        return redirect(edit_address(waiting))
    return None


@login_required
@require_http_methods(["GET", "POST"])
def record_publish(request: SignedInRequest, kind: str, pk: int) -> HttpResponse:
    """Choose who sees a record, and show it to them."""
    record: CatalogueRecord = get_object_or_404(detailed_records(kind), pk=pk)
    require(request.user, "catalogue.publish_record", record)
    if record.is_closed:
        messages.warning(request, _("This record is closed and can only be read."))
        return redirect(detail_address(record))
    form = PublishForm(request.POST or None, initial={"disclosure": record.disclosure})
    if form.is_valid():
        write = partial(publish_record, record=record, now=timezone.now(), **form.cleaned_data)
        if attempt(form, write, (RecordIsClosedError,)) is not None:
            messages.success(request, _("%(code)s is published.") % {"code": record.code})
            return redirect(detail_address(record))
    context = {"kind": kind, "plural": PLURALS[kind], "record": record, "form": form}
    context["missing"] = missing_of(record)
    return render(request, "catalogue/publish.html", context)


def missing_of(record: CatalogueRecord) -> list[str]:
    """Say what a reader of the public offer would miss."""
    text = {"need": "statement"}.get(record.kind, "summary")
    lacks = [
        (_("There is no English title: foreign readers see the Polish one."), "title_en"),
        (_("There is no Polish title: Polish readers see the English one."), "title_pl"),
        (_("There is no English description."), f"{text}_en"),
        (_("There is no Polish description."), f"{text}_pl"),
    ]
    missing = [words for words, name in lacks if not getattr(record, name)]
    if not record.is_confirmed:
        missing.append(_("The owner has not confirmed the facts."))
    return missing


@login_required
@require_http_methods(["GET", "POST"])
def record_withdraw(request: SignedInRequest, kind: str, pk: int) -> HttpResponse:
    """Take a record out of the catalogue, once that is confirmed."""
    record = _record_to_change(request.user, kind, pk)
    if record.is_closed:
        messages.warning(request, _("This record is closed and can only be read."))
        return redirect(detail_address(record))
    if request.method == "POST":
        withdraw_record(record=record)
        messages.success(request, _("%(code)s was withdrawn.") % {"code": record.code})
        return redirect(detail_address(record))
    context = {"kind": kind, "plural": PLURALS[kind], "record": record}
    context["is_published"] = record.status == RecordStatus.PUBLISHED
    return render(request, "catalogue/withdraw.html", context)
