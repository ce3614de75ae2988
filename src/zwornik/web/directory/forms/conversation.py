"""What the team types about a conversation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zwornik.directory.choices import Channel
from zwornik.web.directory.forms.controls import day_field, long_text, organisation_field
from zwornik.web.shell.forms import DressedForm


class ConversationForm(DressedForm):
    """With whom, when, how, and what was said and agreed."""

    organisation = organisation_field(label=_("Organisation"))
    held_on = day_field(label=_("Day"))
    channel = forms.ChoiceField(label=_("How"), choices=Channel.choices)
    note = long_text(
        5,
        label=_("What was said and agreed"),
        help_text=_("Facts, promises and dates. Only the team reads this."),
    )
