"""Pages about the installation: accessibility, data protection, the product, the cluster."""

from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from zwornik.core.selectors import this_cluster
from zwornik.core.services import describe_cluster
from zwornik.web.shell.forms import DressedForm, attempt
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require

FACTS = (
    "name_pl", "name_en", "place_pl", "place_en", "email", "help_phone", "help_hours_pl",
    "help_hours_en",
)  # fmt: skip


class ClusterForm(DressedForm):
    """Name and contact of the cluster."""

    name_pl = forms.CharField(label=gettext_lazy("Name in Polish"), max_length=200)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=200)
    place_pl = forms.CharField(
        label=gettext_lazy("Region in Polish"), max_length=200, required=False
    )
    place_en = forms.CharField(
        label=gettext_lazy("Region in English"), max_length=200, required=False
    )
    help_hours_pl = forms.CharField(
        label=gettext_lazy("Hours of help, in Polish"), max_length=120, required=False
    )
    help_hours_en = forms.CharField(
        label=gettext_lazy("Hours of help, in English"), max_length=120, required=False
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        required=False,
        help_text=gettext_lazy("It stands on the public offer."),
    )
    help_phone = forms.CharField(
        label=gettext_lazy("Phone number for help"), max_length=40, required=False
    )


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how accessible the pages are, and whom to tell when one is not."""
    return render(request, "about/accessibility.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say which data of people are kept, what for, and what one may ask."""
    return render(request, "about/privacy.html")


@require_safe
def product(request: HttpRequest) -> HttpResponse:
    """Say what Zwornik is, in which version, under which licence."""
    return render(request, "about/product.html")


@login_required
@require_http_methods(["GET", "POST"])
def cluster(request: SignedInRequest) -> HttpResponse:
    """Show the name and contact of the cluster; the coordinator can change them."""
    stored = this_cluster()
    initial = {name: getattr(stored, name) for name in FACTS}
    form = ClusterForm(request.POST or None, initial=initial)
    if request.method == "POST":
        require(request.user, "core.describe_cluster")
        if form.is_valid():
            written = attempt(form, partial(describe_cluster, **form.cleaned_data))
            if written is not None:
                messages.success(request, _("The description of the cluster was kept."))
                return redirect("about:cluster")
    return render(request, "about/cluster.html", {"form": form, "described": stored})
