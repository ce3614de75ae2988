"""The forms of the catalogue: a record in both languages, and who may see it."""

from collections.abc import Mapping
from datetime import date
from itertools import zip_longest
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zwornik.catalogue.choices import Disclosure
from zwornik.catalogue.models import CatalogueRecord, Need, Requirement
from zwornik.directory.models import Organisation
from zwornik.web.catalogue.form_fields import fields_of
from zwornik.web.catalogue.sections import Section, sections_of
from zwornik.web.shell.forms import DressedForm, dress

LONGEST_LINE = Requirement._meta.get_field("text_pl").max_length or 0
LINES = ("must", "wish")


class RecordForm(DressedForm):
    """A record of one kind and owner; the team also writes what was verified, and the source."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        kind: str,
        organisation: Organisation,
        is_staff: bool,
        today: date,
        record: CatalogueRecord | None = None,
    ) -> None:
        fields = fields_of(kind, organisation, is_staff=is_staff, today=today)
        initial = _facts_of(record, fields) if record else {"anonymity": "named"}
        super().__init__(data, initial=initial)
        self.kind, self.is_staff, self.today, self.record = kind, is_staff, today, record
        self.fields.update(fields)
        dress(self.fields.values())

    @property
    def sections(self) -> tuple[Section, ...]:
        """The fields in their sections."""
        return sections_of(self, self.kind)

    def clean(self) -> dict[str, Any]:
        """Refuse requirements that are too long, each named by its line."""
        for name in [f"{part}_{language}" for part in LINES for language in ("pl", "en")]:
            for number, line in enumerate(_split(self.cleaned_data.get(name)), start=1):
                if len(line) > LONGEST_LINE:
                    message = _("Line %(n)d is longer than %(limit)d characters.")
                    self.add_error(name, message % {"n": number, "limit": LONGEST_LINE})
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """Return what was written as the services of the catalogue take it."""
        facts = {n: v for n, v in self.cleaned_data.items() if n.split("_")[0] not in LINES}
        facts["confirmed_on"] = self._confirmed_on(confirmed=facts.pop("is_confirmed", True))
        if self.kind == "need":
            must, wish = (self._requirements(part) for part in LINES)
            facts["requirements"] = must + wish
        return facts

    def _confirmed_on(self, *, confirmed: bool) -> date | None:
        """Return the day of confirmation: owners confirm by writing, the team says so."""
        if not confirmed:
            return None
        earlier = self.record.confirmed_on if self.record and self.is_staff else None
        return earlier or self.today

    def _requirements(self, part: str) -> list[dict[str, Any]]:
        polish, english = (_split(self.cleaned_data[f"{part}_{code}"]) for code in ("pl", "en"))
        return [
            {"text_pl": pl, "text_en": en, "is_mandatory": part == "must"}
            for pl, en in zip_longest(polish, english, fillvalue="")
            if pl or en
        ]


def _split(text: str | None) -> list[str]:
    return [line.strip(" \t-–•") for line in (text or "").splitlines()]


def _facts_of(record: CatalogueRecord, fields: Mapping[str, forms.Field]) -> dict[str, Any]:
    facts = {name: getattr(record, name) for name in fields if hasattr(record, name)}
    if isinstance(record, Need):
        lines = list(record.requirements.order_by("order"))
        for part in LINES:
            chosen = [line for line in lines if line.is_mandatory == (part == "must")]
            for code in ("pl", "en"):
                texts = [getattr(line, f"text_{code}") for line in chosen]
                facts[f"{part}_{code}"] = "\n".join(texts).rstrip("\n")
    return facts


DISCLOSURE_WORDS = (
    (
        Disclosure.PUBLIC,
        gettext_lazy("Everybody: the record enters the public offer on the internet"),
    ),
    (Disclosure.MEMBERS, gettext_lazy("Cluster members, after signing in")),
    (
        Disclosure.NDA,
        gettext_lazy("Nobody yet: it is shown to others only after a non-disclosure agreement"),
    ),
)


class PublishForm(DressedForm):
    """Who may see a record from now on."""

    disclosure = forms.ChoiceField(
        label=gettext_lazy("Who may see it"), choices=DISCLOSURE_WORDS, widget=forms.RadioSelect
    )


class OwnerForm(DressedForm):
    """Whose record is to be written, where a person may write for several organisations."""

    organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label=gettext_lazy("Organisation"), empty_label="–"
    )

    def __init__(self, organisations: Any) -> None:
        super().__init__()
        field = self.fields["organisation"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = organisations.order_by("name", "pk")
