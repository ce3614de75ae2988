"""What people type about an organisation, in sections."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from zwornik.core.bilingual import reader_language
from zwornik.directory.choices import IdentifierScheme, MembershipKind, OrganisationKind, SizeClass
from zwornik.directory.models import Organisation
from zwornik.vocabularies.fields import load_fields
from zwornik.web.directory.forms.controls import day_field, long_text, number_text, short_text
from zwornik.web.shell.forms import DressedForm

NUMBERS = tuple(IdentifierScheme.values)
NONE = ("", _("not stated"))


@dataclass(frozen=True)
class Section:
    """A part of the form under one heading, with an anchor for the list of parts."""

    anchor: str
    title: StrPromise
    fields: tuple[BoundField, ...]

    @property
    def has_errors(self) -> bool:
        """Whether something in this part has to be corrected."""
        return any(field.errors for field in self.fields)


def field_choices() -> list[tuple[str, str]]:
    """Return the fields of activity in the reader's language."""
    label = f"label_{reader_language()}"
    return [(field.code, getattr(field, label)) for field in load_fields()]


class OrganisationForm(DressedForm):
    """The facts of an organisation, as the coordinator keeps them."""

    name = forms.CharField(label=_("Name"), max_length=300, help_text=_("As in the register."))
    name_en = forms.CharField(label=_("Name in English"), max_length=300, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=OrganisationKind.choices)
    size_class = forms.ChoiceField(
        label=_("Size of the firm"),
        choices=[NONE, *SizeClass.choices],
        required=False,
        help_text=_("For firms only; below 10, 50 or 250 employees, or more."),
    )
    description_pl = long_text(4, label=_("What it does, in Polish"), required=False)
    description_en = long_text(4, label=_("What it does, in English"), required=False)
    fields_of_activity = forms.MultipleChoiceField(
        label=_("Fields in which it is active"),
        choices=field_choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    street = forms.CharField(label=_("Street and number"), max_length=200, required=False)
    postcode = short_text(label=_("Postcode"), max_length=12, required=False)
    city = forms.CharField(label=_("Town"), max_length=120, required=False)
    county = forms.CharField(label=_("County"), max_length=120, required=False)
    country_code = short_text(
        label=_("Country"), max_length=2, initial="PL", help_text=_("Two letters, such as PL.")
    )
    nuts_code = number_text("nuts", label=_("NUTS region"), help_text=_("Such as PL911."))
    latitude = forms.FloatField(
        label=_("Latitude (degrees)"),
        required=False,
        min_value=-90,
        max_value=90,
        help_text=_("North is positive, such as 52.2297. With the longitude it sets the dot."),
    )
    longitude = forms.FloatField(
        label=_("Longitude (degrees)"),
        required=False,
        min_value=-180,
        max_value=180,
        help_text=_("East is positive, such as 21.0122."),
    )
    website = forms.URLField(
        label=_("Website"), max_length=300, required=False, assume_scheme="https"
    )
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = forms.CharField(label=_("Phone"), max_length=60, required=False)
    nip = number_text("nip", label="NIP", help_text=_("10 digits; dashes do not matter."))
    regon = number_text("regon", label="REGON", help_text=_("9 or 14 digits."))
    krs = number_text("krs", label="KRS", help_text=_("10 digits with leading zeros."))
    vat_eu = number_text("vat_eu", label=_("VAT-EU number"), help_text=_("Country and number."))
    ror = number_text("ror", label="ROR", help_text=_("Such as https://ror.org/05gq02987."))
    pic = number_text("pic", label="PIC", help_text=_("9 digits, from EU programmes."))
    nace_code = number_text(
        "nace",
        label=_("Main activity (PKD or NACE)"),
        help_text=_("A code such as 26.60 or 26.60.Z."),
    )
    established_year = forms.IntegerField(
        label=_("Established in (year)"), required=False, min_value=1000, max_value=2100
    )
    employees = forms.IntegerField(label=_("Employees (people)"), required=False, min_value=0)
    source = forms.CharField(
        label=_("Where these facts come from"),
        max_length=200,
        required=False,
        help_text=_("Such as a register, a website, a conversation."),
    )
    source_on = day_field(label=_("Day of the source"), required=False)
    is_confirmed = forms.BooleanField(
        label=_("The organisation has confirmed these facts"), required=False
    )

    SECTIONS: tuple[tuple[str, StrPromise, tuple[str, ...]], ...] = (
        ("who", _("Who it is"), ("name", "name_en", "kind", "size_class")),
        ("what", _("What it does"), ("description_pl", "description_en", "fields_of_activity")),
        ("where", _("Where it is"), (
            "street", "postcode", "city", "county", "country_code", "nuts_code", "latitude",
            "longitude",
        )),
        ("reach", _("How to reach it"), ("website", "email", "phone")),
        ("numbers", _("Numbers"), (*NUMBERS, "nace_code", "established_year", "employees")),
        ("standing", _("Standing in the cluster"), ("standing", "since_on")),
        ("source", _("Source"), ("source", "source_on", "is_confirmed")),
    )  # fmt: skip
    EXTRA = ("fields_of_activity", "is_confirmed", "standing", "since_on")

    @property
    def sections(self) -> Iterator[Section]:
        """The parts of the form that this form has."""
        for anchor, title, names in self.SECTIONS:
            fields = tuple(self[name] for name in names if name in self.fields)
            if fields:
                yield Section(anchor, title, fields)

    def clean_country_code(self) -> str:
        """Return the country in capitals."""
        return str(self.cleaned_data["country_code"]).upper()

    def clean(self) -> dict[str, Any]:
        """Say beside the size that only firms have one."""
        data = super().clean() or self.cleaned_data
        if data.get("size_class") and data.get("kind") not in (None, OrganisationKind.FIRM):
            self.add_error("size_class", _("Only a firm has a size class."))
        return data

    def facts(self, today: date) -> dict[str, Any]:
        """Return what was typed as the services take it."""
        data = self.cleaned_data
        plain = {name: data[name] for name in data if name not in (*NUMBERS, *self.EXTRA)}
        return plain | {
            "identifiers": {scheme: data[scheme] for scheme in NUMBERS},
            "fields": self._fields_in_order(),
            "confirmed_on": self._confirmed_on(today),
        }

    def _fields_in_order(self) -> list[str]:
        """Return the chosen fields: those that were there in their order, then the new ones."""
        chosen = list(self.cleaned_data["fields_of_activity"])
        before = [code for code in self.initial.get("fields_of_activity", []) if code in chosen]
        return before + [code for code in chosen if code not in before]

    def _confirmed_on(self, today: date) -> date | None:
        if not self.cleaned_data["is_confirmed"]:
            return None
        return self.initial.get("confirmed_on") or today


class NewOrganisationForm(OrganisationForm):
    """A new organisation, with its standing in the cluster from the start."""

    standing = forms.ChoiceField(
        label=_("Standing"),
        choices=[("", _("outside the cluster")), *MembershipKind.choices],
        required=False,
    )
    since_on = day_field(label=_("Since"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the day from which the standing holds."""
        data = super().clean()
        if data.get("standing") and not data.get("since_on") and "since_on" not in self.errors:
            self.add_error("since_on", _("Please give the day from which this holds."))
        return data


class OwnOrganisationForm(OrganisationForm):
    """The facts of an organisation as its own people keep them; saving confirms them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("source", "source_on", "is_confirmed"):
            del self.fields[name]

    def _confirmed_on(self, today: date) -> date | None:
        return today


def initial_of(organisation: Organisation) -> dict[str, Any]:
    """Return the present facts of an organisation as the form shows them."""
    plain = [name for name in OrganisationForm.base_fields if hasattr(organisation, name)]
    rows = sorted(organisation.field_rows.all(), key=lambda row: (row.order, row.pk))
    return {
        **{name: getattr(organisation, name) for name in plain},
        **{row.scheme: row.value for row in organisation.identifiers.all()},
        "fields_of_activity": [row.code for row in rows],
        "confirmed_on": organisation.confirmed_on,
        "is_confirmed": organisation.is_confirmed,
    }
