"""Forms of the audits: whom to ask what, what to complete, how to close."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from zwornik.audits.choices import AuditKind
from zwornik.audits.selectors import Candidate, people_who_audit
from zwornik.directory.selectors import organisations_by_name
from zwornik.web.shell.forms import DressedForm

SOMEBODY_ELSE = "other"


@dataclass(frozen=True)
class Words:
    """A choice in words: its name, and a line that explains it."""

    name: object
    help: object = ""

    def __str__(self) -> str:
        return str(self.name)


KINDS = [
    (
        AuditKind.TECHNOLOGY,
        Words(
            _("A technology"),
            _("What the organisation offers. It becomes a technology in the catalogue."),
        ),
    ),
    (
        AuditKind.NEED,
        Words(
            _("A need"),
            _("What the organisation looks for. It becomes a need and is compared with the offer."),
        ),
    ),
    (
        AuditKind.COMPETENCE,
        Words(
            _("A competence"),
            _("What a team can do for others. It becomes a competence in the catalogue."),
        ),
    ),
]
LANGUAGES = [("pl", Words("polski")), ("en", Words("English"))]
PUBLISHING = [
    (
        "publish",
        Words(_("Publish it now"), _("Those whom the respondent chose see it at once.")),
    ),
    (
        "draft",
        Words(
            _("Keep it as a draft"),
            _("Only the team and the organisation see it, until it is published in the catalogue."),
        ),
    ),
]


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    """Return a field for a day, with the calendar of the browser."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "zw-short"})
    return forms.DateField(
        label=label, help_text=help_text, widget=widget, input_formats=["%Y-%m-%d"]
    )


class RespondentForm(DressedForm):
    """Who answers: one of the people known at the organisation, or somebody else."""

    contact = forms.ChoiceField(label=_("Who answers"), widget=forms.RadioSelect)
    respondent_name = forms.CharField(label=_("Full name"), max_length=160)
    respondent_email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The invitation goes here, and with this address the person signs in."),
    )

    def __init__(self, *args: Any, candidates: Iterable[Candidate] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = {candidate.email: candidate for candidate in candidates}
        contact = self.fields["contact"]
        contact.choices = [  # type: ignore[attr-defined]
            *((c.email, Words(c.name, _about(c))) for c in self.candidates.values()),
            (SOMEBODY_ELSE, Words(_("Somebody else"), _("with a name and an e-mail address"))),
        ]
        if not self.candidates:
            contact.required, contact.initial = False, SOMEBODY_ELSE
        if self.data.get("contact") in self.candidates:
            self.fields["respondent_name"].required = False
            self.fields["respondent_email"].required = False

    def clean(self) -> dict[str, Any]:
        """Take name and address from the chosen person, where one was chosen."""
        facts: dict[str, Any] = super().clean() or {}
        chosen = self.candidates.get(facts.get("contact", ""))
        if chosen is not None:
            facts["respondent_name"], facts["respondent_email"] = chosen.name, chosen.email
        return facts

    @property
    def respondent(self) -> dict[str, str]:
        """The name and the address to which to write."""
        return {name: self.cleaned_data[name] for name in ("respondent_name", "respondent_email")}


def _about(candidate: Candidate) -> str:
    """Return what helps to choose a person: the position, the address, whether it is a contact."""
    parts = [
        candidate.role,
        candidate.email,
        str(_("contact person")) if candidate.is_contact else "",
    ]
    return " · ".join(part for part in parts if part)


class PlanForm(RespondentForm):
    """A questionnaire to be sent: to whom, about what, until when."""

    kind = forms.ChoiceField(
        label=_("What is asked about"), choices=KINDS, widget=forms.RadioSelect
    )
    organisation = forms.ModelChoiceField(
        label=_("Organisation"),
        queryset=organisations_by_name(),
        empty_label=_("choose an organisation"),
    )
    subject = forms.CharField(
        label=_("Subject"),
        max_length=200,
        required=False,
        help_text=_(
            "What exactly, so that nobody has to guess. Example: microfluidic cassette MF-2"
        ),
    )
    language = forms.ChoiceField(
        label=_("Language of the e-mail and the questionnaire"),
        choices=LANGUAGES,
        widget=forms.RadioSelect,
        initial="pl",
    )
    deadline_on = day_field(_("Answers until"), _("Two weeks are usual."))
    auditor = forms.ModelChoiceField(
        label=_("Auditor"),
        queryset=people_who_audit(),
        required=False,
        empty_label=_("nobody yet"),
        help_text=_("Who helps with the answers and visits the organisation."),
    )

    @property
    def plan(self) -> dict[str, Any]:
        """The plan as the service takes it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "contact"}


class ReturnForm(DressedForm):
    """What the respondent should complete, and until when."""

    comment = forms.CharField(
        label=_("What should be completed or changed"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
        help_text=_("The respondent reads exactly this, in an e-mail and above the questions."),
    )
    deadline_on = day_field(_("Answers until"))


class CloseForm(DressedForm):
    """What becomes of the record that the answers make."""

    publishing = forms.ChoiceField(
        label=_("The record"), choices=PUBLISHING, widget=forms.RadioSelect
    )

    @property
    def publish(self) -> bool:
        """Whether the record is to be published at once."""
        return bool(self.cleaned_data["publishing"] == "publish")


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form sent, be it empty; nothing where the page is only opened."""
    return request.POST if request.method == "POST" else None


def in_days(today: date, days: int) -> dict[str, date]:
    """Return the initial deadline of a form."""
    return {"deadline_on": date.fromordinal(today.toordinal() + days)}
