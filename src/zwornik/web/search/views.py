"""Search through organisations, people and records, as far as one may read them."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zwornik.catalogue.selectors import KINDS, found_records, readable_records, coded_record
from zwornik.directory.selectors import (
    found_organisations,
    found_people,
    organisations_on,
    people_on,
)
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.templatetags.zwornik import record_address

SHOWN = 8


@dataclass(frozen=True)
class Found:
    """The results of one kind: the first few, whether there are more, and where all of them are."""

    heading: str
    icon: str
    rows: tuple[tuple[Any, str], ...]
    has_more: bool
    everything: str


@login_required
@require_GET
def search(request: SignedInRequest) -> HttpResponse:
    """Show what was found, by kind; the exact code of a record leads straight to it."""
    query = request.GET.get("q", "").strip()
    record = coded_record(request.user, query)
    if record is not None:
        return redirect(record_address(record))
    groups = _groups(request, query) if query else []
    context = {"query": query, "groups": [group for group in groups if group.rows]}
    return render(request, "search/search.html", context)


def _groups(request: SignedInRequest, query: str) -> list[Found]:
    today = timezone.localdate()
    groups = []
    if request.user.has_perm("directory.read"):
        organisations = found_organisations(organisations_on(today), query).order_by("name", "pk")
        place = ("directory:organisation-list", "directory:organisation-detail")
        groups.append(_found(_("Organisations"), "building", organisations, *place, query))
    if request.user.has_perm("directory.read_people"):
        people = found_people(people_on(today), query).order_by("family_name", "pk")
        place = ("directory:person-list", "directory:person-detail")
        groups.append(_found(_("People"), "users", people, *place, query))
    headings = {
        "technology": (_("Technologies"), "cpu"),
        "need": (_("Needs"), "flag"),
        "competence": (_("Competences"), "school"),
        "equipment": (_("Equipment"), "microscope"),
    }
    for kind in KINDS:
        readable = readable_records(request.user, kind)
        records = found_records(readable, query, knows_owners=request.user.is_staff_member)
        records = records.order_by("-recorded_on", "pk")
        place = ("catalogue:record-list", f"catalogue:{kind}-detail")
        groups.append(_found(*headings[kind], records, *place, query, kind=kind))
    return groups


def _found(
    heading: str, icon: str, rows: Any, list_name: str, page_name: str, query: str, kind: str = ""
) -> Found:
    first = list(rows[: SHOWN + 1])
    everything = reverse(list_name, query={"q": query} | ({"kind": kind} if kind else {}))
    shown = tuple((row, reverse(page_name, args=[row.pk])) for row in first[:SHOWN])
    return Found(heading, icon, shown, len(first) > SHOWN, everything)
