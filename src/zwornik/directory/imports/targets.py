"""What a column of a member list can hold, with the headings by which it is recognised."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

DATA = Path(__file__).parent / "data" / "columns.toml"


@dataclass(frozen=True, slots=True)
class Target:
    """Something known about an organisation that a column can hold.

    Attributes
    ----------
    group
        Under which heading it is offered: what, cluster, number, place, reach, person.
    """

    key: str
    label: StrPromise
    group: str


GROUPS: dict[str, StrPromise] = {
    "what": _("What it is"),
    "cluster": _("Standing in the cluster"),
    "number": _("Numbers in registers"),
    "place": _("Place"),
    "reach": _("How to reach it"),
    "person": _("Contact person"),
}

TARGETS: tuple[Target, ...] = (
    Target("name", _("Name"), "what"),
    Target("name_en", _("Name in English"), "what"),
    Target("kind", _("Kind of organisation"), "what"),
    Target("size_class", _("Size of the firm"), "what"),
    Target("fields", _("Fields of activity"), "what"),
    Target("description_pl", _("What it does, in Polish"), "what"),
    Target("description_en", _("What it does, in English"), "what"),
    Target("nace_code", _("Main activity (PKD or NACE)"), "what"),
    Target("established_year", _("Year of establishment"), "what"),
    Target("employees", _("Employees (people)"), "what"),
    Target("standing", _("Standing: member, candidate, partner"), "cluster"),
    Target("member_since", _("Day of joining"), "cluster"),
    Target("member_until", _("Day of leaving"), "cluster"),
    Target("nip", _("NIP"), "number"),
    Target("regon", _("REGON"), "number"),
    Target("krs", _("KRS"), "number"),
    Target("vat_eu", _("VAT-EU number"), "number"),
    Target("ror", _("ROR"), "number"),
    Target("pic", _("PIC"), "number"),
    Target("address", _("Address in one cell"), "place"),
    Target("street", _("Street and number"), "place"),
    Target("postcode", _("Postcode"), "place"),
    Target("city", _("Town"), "place"),
    Target("county", _("County"), "place"),
    Target("country_code", _("Country"), "place"),
    Target("nuts_code", _("NUTS region or voivodeship"), "place"),
    Target("latitude", _("Latitude (degrees)"), "place"),
    Target("longitude", _("Longitude (degrees)"), "place"),
    Target("website", _("Website"), "reach"),
    Target("email", _("E-mail address"), "reach"),
    Target("phone", _("Phone"), "reach"),
    Target("contact_name", _("Contact person: given and family name"), "person"),
    Target("contact_given_name", _("Contact person: given name"), "person"),
    Target("contact_family_name", _("Contact person: family name"), "person"),
    Target("contact_role", _("Contact person: position"), "person"),
    Target("contact_email", _("Contact person: e-mail address"), "person"),
    Target("contact_phone", _("Contact person: phone"), "person"),
)

NUMBERS = ("nip", "regon", "krs", "vat_eu", "ror", "pic")


@cache
def _by_key() -> dict[str, Target]:
    return {one.key: one for one in TARGETS}


def target(key: str) -> Target:
    """Return a target by its key; KeyError if there is none."""
    return _by_key()[key]


@cache
def load_headings() -> dict[str, tuple[str, ...]]:
    """Return the known headings of each target, as people write them."""
    entries = tomllib.loads(DATA.read_text("utf-8"))
    return {one.key: tuple(entries[one.key]["headings"]) for one in TARGETS}
