"""What lists of the directory are narrowed by: a few facts of each entry, read in few queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from zwornik.directory.models import OrganisationField, Position
from zwornik.directory.models.organisation import OrganisationQuerySet
from zwornik.directory.models.person import PersonQuerySet


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation as facets see it.

    Attributes
    ----------
    class_code
        The size class of a firm where it is known, else the kind.
    """

    pk: int
    standing: str
    class_code: str
    county: str
    fields: frozenset[str]


@dataclass(frozen=True)
class PersonRow:
    """A person as facets see it: kinds of organisations acted for today, and what is known."""

    pk: int
    kinds: frozenset[str]
    is_contact: bool
    has_orcid: bool
    has_account: bool


def rows_of_organisations(organisations: OrganisationQuerySet) -> list[OrganisationRow]:
    """Return the facts by which organisations are narrowed; `standing` has to be annotated."""
    columns: Any = ("pk", "standing", "class_code", "county")
    fields = _gathered(OrganisationField.objects.values_list("organisation", "code"))
    return [
        OrganisationRow(pk, standing, class_code, county, fields.get(pk, frozenset()))
        for pk, standing, class_code, county in organisations.with_class().values_list(*columns)
    ]


def rows_of_people(people: PersonQuerySet, today: date) -> list[PersonRow]:
    """Return the facts by which people are narrowed."""
    held = Position.objects.held(today)
    kinds = _gathered(held.values_list("person", "organisation__kind"))
    contacts = set(held.filter(is_contact=True).values_list("person", flat=True))
    return [
        PersonRow(pk, kinds.get(pk, frozenset()), pk in contacts, bool(orcid), account is not None)
        for pk, orcid, account in people.values_list("pk", "orcid", "account")
    ]


def _gathered(pairs: Iterable[tuple[int, str]]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for pk, value in pairs:
        found.setdefault(pk, set()).add(value)
    return {pk: frozenset(values) for pk, values in found.items()}
