"""The way in, and the pages that say what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, override

from zwornik.core.bilingual import reader_language


def front_door(request: HttpRequest) -> HttpResponse:
    """Let people in by the language of their account, visitors by that of their browser."""
    language = getattr(request.user, "language", "") or get_language_from_request(request)
    with override(language):
        return redirect("home")


def home(request: HttpRequest) -> HttpResponse:
    """Send people to their desk, and visitors to the public offer."""
    return redirect("desk:desk" if request.user.is_authenticated else "offer:list")


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that a page is not for this person."""
    return render(request, "shell/refused.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that there is no such page, or no longer."""
    return render(request, "shell/not_found.html", status=404)


def outdated(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Say that a form was too old to be trusted, and what to do."""
    return render(request, "shell/outdated.html", status=403)


def failed(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Say that we failed, and what to do, with as little as possible that could fail again."""
    page = render_to_string("shell/failed.html", {"language": reader_language()})
    return HttpResponse(page, status=500)
