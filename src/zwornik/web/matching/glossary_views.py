"""The glossary on screen: what is shipped, what the cluster added or changed, and editing it."""

from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zwornik.matching.choices import TermPart, TermState
from zwornik.matching.glossary import found_terms, matches_touched_by, shipped_term
from zwornik.matching.models import GlossaryTerm
from zwornik.matching.selectors import own_terms
from zwornik.matching.services import keep_term, remove_term
from zwornik.web.shell.forms import DressedForm, attempt
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


class TermForm(DressedForm):
    """A term of the cluster's glossary."""

    polish = forms.CharField(
        label=gettext_lazy("Polish term"),
        max_length=120,
        help_text=gettext_lazy("In its base form, for example: opatrunek hydrożelowy"),
    )
    english = forms.CharField(
        label=gettext_lazy("English equivalents"),
        max_length=400,
        required=False,
        help_text=gettext_lazy(
            "The best first; several are separated by a vertical bar, for example: "
            "hydrogel dressing | hydrogel wound dressing"
        ),
    )
    part = forms.ChoiceField(label=gettext_lazy("Part of speech"), choices=TermPart.choices)
    note = forms.CharField(label=gettext_lazy("Note"), max_length=200, required=False)
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=TermState.choices,
        help_text=gettext_lazy("A term that is switched off hides the shipped one."),
    )


@login_required
@require_GET
def glossary(request: SignedInRequest) -> HttpResponse:
    """Show the terms in use, those of the cluster marked, and search among them."""
    require(request.user, "matching.read_matches")
    query = request.GET.get("q", "").strip()
    only_own = request.GET.get("own") == "1"
    page = Paginator(found_terms(query, only_own=only_own), 50).get_page(request.GET.get("page"))
    context = {"page": page, "query": query, "only_own": only_own, "own_count": own_terms().count()}
    return render(request, "matching/glossary.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def term_add(request: SignedInRequest) -> HttpResponse:
    """Add a term, or change a shipped one by giving it the cluster's wording."""
    require(request.user, "matching.edit_glossary")
    wording = request.GET.get("polish", "")
    return _edit(request, None, shipped_term(wording) or {"polish": wording})


@login_required
@require_http_methods(["GET", "POST"])
def term_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change a term of the cluster."""
    require(request.user, "matching.edit_glossary")
    term = get_object_or_404(own_terms(), pk=pk)
    names = ("polish", "english", "part", "note", "state")
    return _edit(request, term, {name: getattr(term, name) for name in names})


def _edit(
    request: SignedInRequest, term: GlossaryTerm | None, initial: dict[str, str]
) -> HttpResponse:
    """Show the form with what the term touches today, or keep what was submitted."""
    form = TermForm(request.POST or None, initial={"state": TermState.USED, **initial})
    if form.is_valid():
        write = partial(keep_term, term=term, changed_by=request.user, **form.cleaned_data)
        kept = attempt(form, write)
        if kept is not None:
            messages.success(request, _("The term “%(term)s” was kept.") % {"term": kept.polish})
            return redirect("matching:glossary")
    touched = matches_touched_by(form.data.get("polish") or initial.get("polish", ""))
    context = {"form": form, "term": term, "touched": touched}
    return render(request, "matching/term_form.html", context)


@login_required
@require_POST
def term_remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """Remove a term of the cluster; the shipped one is used again."""
    require(request.user, "matching.edit_glossary")
    term = get_object_or_404(own_terms(), pk=pk)
    remove_term(term=term)
    messages.success(request, _("The term “%(term)s” was removed.") % {"term": term.polish})
    return redirect("matching:glossary")
