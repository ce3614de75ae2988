"""People as lists: with the positions they hold, found by words, and who acts for whom."""

from datetime import date

from django.db.models import F, Prefetch, QuerySet

from zwornik.accounts.models import User
from zwornik.core.search import query_terms
from zwornik.directory.models import Organisation, Person, Position
from zwornik.directory.models.person import PersonQuerySet

CURRENT_FIRST = F("until_on").desc(nulls_first=True)


def people_on(today: date) -> PersonQuerySet:
    """Return all people from A to Z, with the positions held on this day as `current_positions`."""
    held = Position.objects.held(today).select_related("organisation").order_by("-is_contact", "pk")
    found: PersonQuerySet = Person.objects.prefetch_related(
        Prefetch("positions", held, to_attr="current_positions")
    ).order_by("family_name", "given_name", "pk")
    return found


def found_people(people: PersonQuerySet, query: str) -> PersonQuerySet:
    """Keep the people in whose name or position every word of a query occurs."""
    return people.matching_terms(query_terms(query))


def positions_in(organisation: Organisation) -> QuerySet[Position]:
    """Return who acts for an organisation: contacts first, those who left last."""
    return organisation.positions.select_related("person").order_by(
        CURRENT_FIRST, "-is_contact", "person__family_name", "pk"
    )


def positions_of(person: Person) -> QuerySet[Position]:
    """Return what a person does and did, and where: what is held first, what ended last."""
    return person.positions.select_related("organisation").order_by(
        CURRENT_FIRST, "-is_contact", F("since_on").desc(nulls_last=True), "pk"
    )


def all_positions() -> QuerySet[Position]:
    """Return all positions with their people and organisations."""
    found: QuerySet[Position] = Position.objects.select_related("person", "organisation")
    return found


def person_of(account: User) -> Person | None:
    """Return the person whose account this is, if the directory knows one."""
    return Person.objects.filter(account=account).first()
