"""Organisations and people as tables for a spreadsheet."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from zwornik.core.bilingual import reader_language
from zwornik.core.sheets import ColumnKind, Table, TableColumn
from zwornik.directory.choices import IdentifierScheme, Standing
from zwornik.directory.models.organisation import OrganisationQuerySet
from zwornik.directory.models.person import PersonQuerySet
from zwornik.vocabularies.fields import load_fields

TEXT, INTEGER, DATE = ColumnKind.TEXT, ColumnKind.INTEGER, ColumnKind.DATE
ORGANISATION_COLUMNS: tuple[tuple[str, ColumnKind], ...] = (
    ("name", TEXT), ("name_en", TEXT), ("kind", TEXT), ("size_class", TEXT), ("standing", TEXT),
    ("standing_since_on", DATE), ("nip", TEXT), ("regon", TEXT), ("krs", TEXT), ("vat_eu", TEXT),
    ("ror", TEXT), ("pic", TEXT), ("fields", TEXT), ("street", TEXT), ("postcode", TEXT),
    ("city", TEXT), ("county", TEXT), ("country_code", TEXT), ("nuts_code", TEXT),
    ("nace_code", TEXT), ("email", TEXT), ("phone", TEXT), ("website", TEXT),
    ("established_year", INTEGER), ("employees", INTEGER), ("description_pl", TEXT),
    ("description_en", TEXT), ("source", TEXT), ("source_on", DATE), ("confirmed_on", DATE),
    ("last_talk_on", DATE),
)  # fmt: skip
PERSON_COLUMNS: tuple[tuple[str, ColumnKind], ...] = (
    ("title", TEXT), ("given_name", TEXT), ("family_name", TEXT), ("role", TEXT),
    ("organisation", TEXT), ("is_contact", TEXT), ("since_on", DATE), ("email", TEXT),
    ("phone", TEXT), ("orcid", TEXT),
)  # fmt: skip


def table_of_organisations(
    organisations: OrganisationQuerySet, headers: Mapping[str, str]
) -> Table:
    """Return organisations as a table, with the given heading of each column and of the `sheet`."""
    columns = tuple(TableColumn(headers[name], kind) for name, kind in ORGANISATION_COLUMNS)
    rows = [
        tuple(_cell(organisation, name) for name, _kind in ORGANISATION_COLUMNS)
        for organisation in organisations.prefetch_related("identifiers")
    ]
    return Table(headers["sheet"], columns, tuple(rows))


def _cell(organisation: Any, name: str) -> Any:
    if name in IdentifierScheme.values:
        return next((i.value for i in organisation.identifiers.all() if i.scheme == name), "")
    if name == "fields":
        return ", ".join(_field_label(row.code) for row in organisation.field_rows.all())
    if name == "standing":
        return str(Standing(organisation.standing).label)
    if name in ("kind", "size_class"):
        return str(getattr(organisation, f"get_{name}_display")())
    return getattr(organisation, name)


def _field_label(code: str) -> str:
    label = f"label_{reader_language()}"
    return next((str(getattr(f, label)) for f in load_fields() if f.code == code), code)


def table_of_people(
    people: PersonQuerySet, headers: Mapping[str, str], words: Mapping[bool, str]
) -> Table:
    """Return people as a table, one row for each position they hold today.

    `words` says in the reader's language whether somebody is a contact person.
    """
    columns = tuple(TableColumn(headers[name], kind) for name, kind in PERSON_COLUMNS)
    rows = [
        _person_row(person, position, words)
        for person in people
        for position in getattr(person, "current_positions", ()) or [None]
    ]
    return Table(headers["sheet"], columns, tuple(rows))


def _person_row(person: Any, position: Any, words: Mapping[bool, str]) -> tuple[Any, ...]:
    held: tuple[str, str, str, date | None] = ("", "", "", None)
    if position is not None:
        role, is_contact = str(position.role), words[position.is_contact]
        held = (role, position.organisation.name, is_contact, position.since_on)
    names = (person.title, person.given_name, person.family_name)
    return (*names, *held, person.email, person.phone, person.orcid)
