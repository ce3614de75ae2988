"""What people type about a person and the positions the person holds."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from zwornik.accounts.models import User
from zwornik.directory.models import Organisation, Person, Position
from zwornik.directory.selectors import editable_organisations, organisations_by_name
from zwornik.web.directory.forms.controls import (
    day_field,
    number_text,
    organisation_field,
    short_text,
)
from zwornik.web.shell.forms import DressedForm

PERSON_FACTS = ("title", "given_name", "family_name", "email", "phone", "orcid")
POSITION_FACTS = ("role_pl", "role_en", "is_contact", "since_on", "until_on")


class PersonForm(DressedForm):
    """Name and address of a person."""

    title = short_text(
        label=_("Title"), max_length=60, required=False, help_text=_("Such as dr hab. inż.")
    )
    given_name = forms.CharField(label=_("Given name"), max_length=80)
    family_name = forms.CharField(label=_("Family name"), max_length=120)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = forms.CharField(label=_("Phone"), max_length=60, required=False)
    orcid = number_text(
        "orcid",
        label="ORCID",
        help_text=_("16 digits in fours, or the address at orcid.org."),
    )

    def person_facts(self) -> dict[str, Any]:
        """Return what was typed about the person."""
        return {name: self.cleaned_data[name] for name in PERSON_FACTS}


class PositionForm(DressedForm):
    """What a person does in an organisation; only one's own organisations are offered."""

    organisation = organisation_field(label=_("Organisation"))
    role_pl = forms.CharField(
        label=_("Position, in Polish"),
        max_length=160,
        required=False,
        help_text=_("Such as kierownik działu badań."),
    )
    role_en = forms.CharField(
        label=_("Position, in English"),
        max_length=160,
        required=False,
        help_text=_("Such as Head of Research."),
    )
    is_contact = forms.BooleanField(
        label=_("Contact person: the cluster writes and calls here first"), required=False
    )
    since_on = day_field(label=_("Since"), required=False)
    until_on = day_field(
        label=_("Until"), required=False, help_text=_("Empty while the position is held.")
    )

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[Organisation]", self.fields["organisation"])
        allowed = editable_organisations(editor).values("pk")
        field.queryset = organisations_by_name().filter(pk__in=allowed)

    def position_facts(self) -> dict[str, Any]:
        """Return what was typed about the position."""
        return {name: self.cleaned_data[name] for name in ("organisation", *POSITION_FACTS)}


class NewPersonForm(PositionForm, PersonForm):
    """A new person with a first position."""

    POSITION = ("organisation", "role_pl", "role_en", "is_contact", "since_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["until_on"]

    def position_facts(self) -> dict[str, Any]:
        """Return what was typed about the first position."""
        return {name: self.cleaned_data[name] for name in self.POSITION}

    @property
    def person_fields(self) -> Iterable[forms.BoundField]:
        """The fields about the person."""
        return [self[name] for name in PERSON_FACTS]

    @property
    def position_fields(self) -> Iterable[forms.BoundField]:
        """The fields about the position."""
        return [self[name] for name in self.POSITION]


class PositionEndForm(DressedForm):
    """The last day of a position."""

    until_on = day_field(label=_("Last day"))


def initial_of_person(person: Person) -> dict[str, Any]:
    """Return the present facts of a person as the form shows them."""
    return {name: getattr(person, name) for name in PERSON_FACTS}


def initial_of_position(position: Position) -> dict[str, Any]:
    """Return the present facts of a position as the form shows them."""
    facts = {name: getattr(position, name) for name in POSITION_FACTS}
    return {"organisation": position.organisation_id, **facts}
