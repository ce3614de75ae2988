"""Organisations as lists: with their standing, found by words, in an order."""

import re
from datetime import date

from django.db.models import F, Prefetch, QuerySet

from zwornik.accounts.models import User
from zwornik.core.search import query_terms
from zwornik.directory.choices import SeatLevel
from zwornik.directory.models import Organisation, OrganisationField
from zwornik.directory.models.organisation import OrganisationQuerySet

NUMBER_SIGNS = re.compile(r"[\s-]+")
ORDERS = ("name", "contact", "newest")


def organisations_on(today: date) -> OrganisationQuerySet:
    """Return all organisations with their standing and its days, the last talk and the fields."""
    found: OrganisationQuerySet = (
        Organisation.objects.with_standing(today)
        .with_standing_days(today)
        .with_last_talk()
        .prefetch_related(Prefetch("field_rows", OrganisationField.objects.order_by("order", "pk")))
    )
    return found


def organisations_by_name() -> OrganisationQuerySet:
    """Return all organisations from A to Z, legal forms and diacritics left aside."""
    found: OrganisationQuerySet = Organisation.objects.order_by("name_key", "pk")
    return found


def organisations_in_order(organisations: OrganisationQuerySet, order: str) -> OrganisationQuerySet:
    """Sort organisations by name, by the longest time without a talk, or by the newest entry."""
    if order == "contact":
        longest_ago = F("last_talk_on").asc(nulls_first=True)
        return organisations.order_by(longest_ago, "name_key", "pk")
    if order == "newest":
        return organisations.order_by("-created_at", "-pk")
    return organisations.order_by("name_key", "pk")


def found_organisations(organisations: OrganisationQuerySet, query: str) -> OrganisationQuerySet:
    """Keep the organisations in which every word of a query occurs, whatever its inflection.

    A number of a register is found as well if it is typed with blanks or dashes.
    """
    bare = NUMBER_SIGNS.sub("", query)
    return organisations.matching_terms(query_terms(bare if bare.isdecimal() else query))


def editable_organisations(editor: User) -> QuerySet[Organisation]:
    """Return the organisations that a person may edit."""
    organisations: QuerySet[Organisation] = Organisation.objects.all()
    if editor.role == "coordinator":
        return organisations
    seats = editor.seats.filter(level=SeatLevel.EDITOR).values("organisation_id")
    return organisations.filter(pk__in=seats)
