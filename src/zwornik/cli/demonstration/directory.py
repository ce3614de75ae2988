"""Organisations, people and equipment of the demonstration."""

from datetime import date
from typing import Any

from zwornik.cli.demonstration import files
from zwornik.directory.models import Organisation, Person
from zwornik.directory.services import change_standing, record_organisation, record_person

SOURCE = "demonstration data"
PLAIN = (
    "name", "name_en", "kind", "size_class", "description_pl", "description_en", "street",
    "postcode", "city", "county", "nuts_code", "website", "email", "phone", "established_year",
    "employees", "nace_code",
)  # fmt: skip


def load_organisations() -> dict[str, Organisation]:
    """Write the organisations; return them by key."""
    return {entry["key"]: _organisation(entry) for entry in files.entries("organisation")}


def _organisation(entry: dict[str, Any]) -> Organisation:
    joined: date = entry["member_since"]
    organisation = record_organisation(
        **{name: entry[name] for name in PLAIN},
        latitude=entry["lat"],
        longitude=entry["lon"],
        fields=entry["fields"],
        identifiers={name: entry[name] for name in ("nip", "regon", "krs")},
        source=SOURCE,
        source_on=joined,
        confirmed_on=joined,
    )
    is_former = entry["standing"] == "former"
    kind = "member" if is_former else entry["standing"]
    change_standing(organisation=organisation, kind=kind, since_on=joined)
    if is_former:
        change_standing(organisation=organisation, kind="", since_on=entry["member_until"])
    return organisation


def load_people(organisations: dict[str, Organisation]) -> dict[str, Person]:
    """Write the people with their positions; return them by key."""
    return {entry["key"]: _person(entry, organisations) for entry in files.entries("person")}


def _person(entry: dict[str, Any], organisations: dict[str, Organisation]) -> Person:
    positions = [
        {
            "organisation": organisations[p["organisation"]],
            "role_pl": p["role_pl"],
            "role_en": p["role_en"],
            "is_contact": p["is_contact"],
            "since_on": p["since"],
            "until_on": p.get("until"),
        }
        for p in entry["positions"]
    ]
    names = ("title", "given_name", "family_name", "email", "phone", "orcid")
    return record_person(positions=positions, **{name: entry[name] for name in names})
