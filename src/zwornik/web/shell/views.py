"""The way in, and the pages that say what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render


def home(request: HttpRequest) -> HttpResponse:
    """Send people to their desk, and visitors to the public offer."""
    return redirect("desk:desk" if request.user.is_authenticated else "offer:list")


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that a page is not for this person."""
    return render(request, "shell/refused.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that there is no such page, or no longer."""
    return render(request, "shell/not_found.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that we failed, and what to do."""
    return render(request, "shell/failed.html", status=500)
