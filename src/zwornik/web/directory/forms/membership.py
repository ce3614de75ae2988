"""How an organisation stands to the cluster from a day on."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zwornik.directory.choices import MembershipKind
from zwornik.web.directory.forms.controls import day_field
from zwornik.web.shell.forms import DressedForm

OUTSIDE = "none"


class StandingForm(DressedForm):
    """The new standing and the day on which it begins."""

    kind = forms.ChoiceField(
        label=_("New standing"),
        choices=[*MembershipKind.choices, (OUTSIDE, _("outside the cluster"))],
        widget=forms.RadioSelect,
    )
    since_on = day_field(
        label=_("From which day"),
        help_text=_("What was before ends the day before. When leaving, this is the last day."),
    )

    def chosen_kind(self) -> str:
        """Return the standing as the service takes it: empty for leaving the cluster."""
        kind: str = self.cleaned_data["kind"]
        return "" if kind == OUTSIDE else kind
