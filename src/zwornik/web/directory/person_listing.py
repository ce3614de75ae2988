"""The list of people: found, narrowed by facets, page by page."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from zwornik.directory.choices import OrganisationKind
from zwornik.directory.models.person import PersonQuerySet
from zwornik.directory.selectors import PersonRow, found_people, people_on, rows_of_people
from zwornik.web.shell.facets import Aspect, Narrowed, narrow


@dataclass(frozen=True)
class PersonListing:
    """What a list shows: what was searched, what was chosen, and the people from A to Z."""

    query: str
    narrowed: Narrowed[PersonRow]
    people: PersonQuerySet


def person_listing_of(parameters: QueryDict, today: date) -> PersonListing:
    """Return the list of people that was asked for."""
    query = parameters.get("q", "").strip()
    everybody = people_on(today)
    found = found_people(everybody, query) if query else everybody
    narrowed = narrow(rows_of_people(found, today), person_aspects(), parameters)
    chosen = everybody.filter(pk__in=[row.pk for row in narrowed.rows])
    return PersonListing(query, narrowed, chosen)


def person_aspects() -> list[Aspect[PersonRow]]:
    """Return by what people differ: for what kind they act, and what is known of them."""
    known = [
        ("contact", _("contact person")),
        ("orcid", _("with ORCID")),
        ("account", _("with an account here")),
    ]
    return [
        Aspect(_("Acts for"), "kind", OrganisationKind.choices, lambda row: row.kinds),
        Aspect(_("Who"), "known", known, _known),
    ]


def _known(row: PersonRow) -> list[str]:
    facts = (("contact", row.is_contact), ("orcid", row.has_orcid), ("account", row.has_account))
    return [name for name, holds in facts if holds]
