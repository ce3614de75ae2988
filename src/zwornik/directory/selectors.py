"""Reads of the directory room: who is where, and what a viewer may see."""

from datetime import date
from typing import Any

from django.db.models import Max, QuerySet

from zwornik.accounts.models import User
from zwornik.core.search import query_terms
from zwornik.core.sheets import Table, TableColumn
from zwornik.directory.choices import SeatLevel
from zwornik.directory.models import (
    Conversation,
    ImportBatch,
    Membership,
    Organisation,
    Person,
    Position,
)
from zwornik.directory.models.organisation import OrganisationQuerySet
from zwornik.directory.models.person import PersonQuerySet


def organisations_on(today: date) -> OrganisationQuerySet:
    """Return all organisations with their standing and the day of the last conversation."""
    found: OrganisationQuerySet = (
        Organisation.objects.with_standing(today)
        .annotate(last_talk_on=Max("conversations__held_on"))
        .prefetch_related("field_rows")
    )
    return found


def found_organisations(organisations: OrganisationQuerySet, query: str) -> OrganisationQuerySet:
    """Keep the organisations in which every word of a query occurs, whatever its inflection."""
    return organisations.matching_terms(query_terms(query))


def editable_organisations(editor: User) -> QuerySet[Organisation]:
    """Return the organisations that a person may edit."""
    organisations: QuerySet[Organisation] = Organisation.objects.all()
    if editor.role == "coordinator":
        return organisations
    seats = editor.seats.filter(level=SeatLevel.EDITOR).values("organisation_id")
    return organisations.filter(pk__in=seats)


def people_on(today: date) -> PersonQuerySet:
    """Return all people who hold a position today or ever did, with their positions at hand."""
    found: PersonQuerySet = Person.objects.prefetch_related("positions__organisation")
    del today
    return found


def found_people(people: PersonQuerySet, query: str) -> PersonQuerySet:
    """Keep the people in whose name or position every word of a query occurs."""
    return people.matching_terms(query_terms(query))


def positions_in(organisation: Organisation) -> QuerySet[Position]:
    """Return who acts for an organisation: contacts first, those who left last."""
    return organisation.positions.select_related("person").order_by(
        "until_on", "-is_contact", "person__family_name", "pk"
    )


def person_of(account: User) -> Person | None:
    """Return the person whose account this is, if the directory knows one."""
    return Person.objects.filter(account=account).first()


def conversations_with(organisation: Organisation) -> QuerySet[Conversation]:
    """Return the conversations with an organisation, newest first."""
    return organisation.conversations.select_related("recorded_by").order_by("-held_on", "-pk")


def candidates_waiting(today: date) -> QuerySet[Membership]:
    """Return the candidacies that wait for a decision, the oldest first."""
    found: QuerySet[Membership] = Membership.objects.in_force(today).filter(kind="candidate")
    return found.select_related("organisation").order_by("since_on", "pk")


def recent_imports(limit: int = 20) -> QuerySet[ImportBatch]:
    """Return the latest imports, newest first."""
    return ImportBatch.objects.select_related("imported_by").order_by("-imported_at", "-pk")[:limit]


ORGANISATION_COLUMNS: tuple[tuple[str, str], ...] = (
    ("name", "text"), ("name_en", "text"), ("kind", "text"), ("size_class", "text"),
    ("standing", "text"), ("nip", "text"), ("regon", "text"), ("krs", "text"), ("vat_eu", "text"),
    ("ror", "text"), ("pic", "text"), ("fields", "text"), ("street", "text"), ("postcode", "text"),
    ("city", "text"), ("county", "text"), ("country_code", "text"), ("nuts_code", "text"),
    ("nace_code", "text"), ("email", "text"), ("phone", "text"), ("website", "text"),
    ("established_year", "integer"), ("employees", "integer"),
)  # fmt: skip


def table_of_organisations(organisations: OrganisationQuerySet, headers: dict[str, str]) -> Table:
    """Return organisations as a table for a spreadsheet, with the given headers of the columns."""
    columns = tuple(TableColumn(headers[name], kind) for name, kind in ORGANISATION_COLUMNS)
    rows = [
        tuple(_cell(organisation, name) for name, _kind in ORGANISATION_COLUMNS)
        for organisation in organisations.prefetch_related("identifiers")
    ]
    return Table(headers["title"], columns, tuple(rows))


def _cell(organisation: Any, name: str) -> Any:
    if name in ("nip", "regon", "krs", "vat_eu", "ror", "pic"):
        return next((i.value for i in organisation.identifiers.all() if i.scheme == name), "")
    if name == "fields":
        rows = sorted(organisation.field_rows.all(), key=lambda row: row.order)
        return ", ".join(row.code for row in rows)
    if name in ("kind", "size_class"):
        return str(getattr(organisation, f"get_{name}_display")())
    return getattr(organisation, name)
