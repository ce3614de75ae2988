"""The public offer: what the cluster shows to everybody, without signing in."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from zwornik.catalogue.selectors import neighbours_of, public_records, with_owners
from zwornik.core.bilingual import LANGUAGES, other_language, reader_language
from zwornik.core.selectors import this_cluster
from zwornik.web.catalogue.contact import letter_address
from zwornik.web.catalogue.record import details_of
from zwornik.web.offer.feed import feed_of
from zwornik.web.offer.listing import cards_of, needs_asked, offers_asked, page_of_cards
from zwornik.web.offer.members import members_asked
from zwornik.web.offer.meta import meta_of, meta_with
from zwornik.web.offer.words import (
    KIND_WORDS,
    item_address,
    members_shown,
    needs_shown,
    offers_shown,
    show_members,
    show_needs,
    show_offers,
    slug_of,
)
from zwornik.web.templatetags.content import first_sentences

FEED_SECONDS = 600


@require_safe
def offer_list(request: HttpRequest) -> HttpResponse:
    """Show technologies, competences and equipment that are offered to everybody."""
    asked = offers_asked(request.GET)
    shown, total = len(asked.narrowed.rows), asked.narrowed.total
    description = _("Life-science technologies, expertise and instruments that seek partners.")
    context = {
        "asked": asked,
        "page": page_of_cards(asked, request.GET.get("page")),
        "areas": next((f.options for f in asked.narrowed.facets if f.parameter == "field"), ()),
        "count": offers_shown(shown, total),
        "apply": show_offers(shown),
        "meta": meta_of(request, description),
        "kept": {},
    }
    return render(request, "offer/list.html", context)


@require_safe
def needs(request: HttpRequest) -> HttpResponse:
    """Show the needs that everybody may answer."""
    asked = needs_asked(request.GET)
    shown, total = len(asked.narrowed.rows), asked.narrowed.total
    description = _("What members of the cluster look for: technologies, services and know-how.")
    context = {
        "asked": asked,
        "page": page_of_cards(asked, request.GET.get("page")),
        "count": needs_shown(shown, total),
        "apply": show_needs(shown),
        "meta": meta_of(request, description),
        "kept": {},
    }
    return render(request, "offer/needs.html", context)


@require_safe
def item(request: HttpRequest, kind: str, pk: int, slug: str) -> HttpResponse:
    """Show one public record; an address with an old title leads to the present one."""
    record = get_object_or_404(public_records(kind), pk=pk)
    if slug != slug_of(record, reader_language()):
        return redirect(item_address(record), permanent=True)
    with_owners([record], None)
    addresses = {language: item_address(record, language) for language in LANGUAGES}
    text = record.statement if kind == "need" else record.summary
    cluster = this_cluster()
    context = {
        "record": record,
        "kind": kind,
        "kind_word": KIND_WORDS[kind],
        "cluster": cluster,
        "letter": letter_address(cluster, record),
        "near": cards_of(neighbours_of(record)),
        "meta": meta_with(request, first_sentences(text or record.title), addresses),
        "other_address": addresses[other_language(reader_language())],
    }
    return render(request, f"offer/{kind}.html", context | details_of(record))


@require_safe
def members(request: HttpRequest) -> HttpResponse:
    """Show who belongs to the cluster: names, kinds, towns and fields only."""
    asked = members_asked(request.GET, timezone.localdate())
    shown, total = len(asked.narrowed.rows), asked.narrowed.total
    context = {
        "asked": asked,
        "page": asked.page,
        "count": members_shown(shown, total),
        "apply": show_members(shown),
        "meta": meta_of(request, _("Members of the cluster, their fields and public offers.")),
        "kept": {},
    }
    return render(request, "offer/members.html", context)


@require_safe
@cache_control(public=True, max_age=FEED_SECONDS)
@conditional_page
def feed(request: HttpRequest) -> HttpResponse:
    """Hand out the public offer for other programs and installations."""
    content = feed_of(request, this_cluster())
    return JsonResponse(
        content,
        content_type="application/feed+json; charset=utf-8",
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
