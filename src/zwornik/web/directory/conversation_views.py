"""The screen on which a conversation with an organisation is noted."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zwornik.directory.services import record_conversation
from zwornik.web.directory.forms import ConversationForm
from zwornik.web.shell.forms import add_errors
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


@login_required
@require_http_methods(["GET", "POST"])
def conversation_record(request: SignedInRequest) -> HttpResponse:
    """Show the form for a conversation, or note it."""
    require(request.user, "directory.record_conversation")
    today = timezone.localdate()
    initial: dict[str, Any] = {"held_on": today, "organisation": request.GET.get("organisation")}
    form = ConversationForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            talk = record_conversation(**form.cleaned_data, recorded_by=request.user, today=today)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("The conversation was noted."))
            return redirect("directory:organisation-detail", talk.organisation_id)
    return render(request, "directory/conversation_form.html", {"form": form})
