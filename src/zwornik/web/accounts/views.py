"""A person's own account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zwornik.accounts.services import revise_account
from zwornik.web.accounts.forms import AccountForm
from zwornik.web.shell.people import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def account(request: SignedInRequest) -> HttpResponse:
    """Show a person's account, or write the name and language that were submitted."""
    user = request.user
    form = AccountForm(request.POST or None, initial={"name": user.name, "language": user.language})
    if form.is_valid():
        revise_account(user=user, **form.cleaned_data)
        messages.success(request, _("The changes were saved."))
        return redirect("accounts:account-edit")
    return render(request, "account/account.html", {"form": form})
