"""Planned rows are written: records created or completed, each with what stood there before."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Model

from zwornik.core.bilingual import reader_language
from zwornik.core.search import search_text
from zwornik.directory.choices import MembershipKind, RowOutcome, Standing
from zwornik.directory.imports import Outcome, PlannedRow
from zwornik.directory.imports.known import PLAIN
from zwornik.directory.imports.plan import PlannedPerson, Value
from zwornik.directory.imports.targets import NUMBERS
from zwornik.directory.models import (
    ImportRow,
    Membership,
    Organisation,
    OrganisationField,
    OrganisationIdentifier,
    Person,
    Position,
)
from zwornik.directory.naming import name_key
from zwornik.directory.services.searching import refresh_person_search, refresh_search

Stored = str | int | float | bool | None
OUTCOMES = {
    Outcome.CREATE: RowOutcome.CREATED,
    Outcome.COMPLETE: RowOutcome.UPDATED,
    Outcome.NOTHING: RowOutcome.UNCHANGED,
}


def record_key(record: Model) -> str:
    """Return how an imported row names a record, such as `organisation:12`."""
    return f"{record._meta.model_name}:{record.pk}"  # noqa: SLF001 - public in Django


def stored(value: Any) -> Stored:
    """Return a value of a record as an imported row keeps it."""
    return value.isoformat() if isinstance(value, date) else value


class Traces:
    """What a row wrote, record by record, and what stood there before."""

    def __init__(self) -> None:
        self.before: dict[str, dict[str, Stored]] = {}
        self.after: dict[str, dict[str, Stored]] = {}

    def create(self, record: Model, *names: str) -> None:
        """Write a new record and keep the named values."""
        record.clean_fields(exclude=[f.name for f in record._meta.fields if f.is_relation])  # noqa: SLF001
        record.save()
        self.after[record_key(record)] = {name: stored(getattr(record, name)) for name in names}

    def complete(self, record: Model, values: Mapping[str, Any]) -> None:
        """Fill a record and keep what was there."""
        key = record_key(record)
        for name, value in values.items():
            self.before.setdefault(key, {})[name] = stored(getattr(record, name))
            setattr(record, name, value)
            self.after.setdefault(key, {})[name] = stored(value)
        record.clean_fields(exclude=[f.name for f in record._meta.fields if f.is_relation])  # noqa: SLF001
        record.save()


class RowWriter:
    """Writes planned rows one after the other; the database transaction is the caller's."""

    def __init__(self, source: str, today: date, completed: Mapping[int, Organisation]) -> None:
        self._source = source
        self._today = today
        self._known = completed
        self._created: dict[int, Organisation] = {}
        self._people: dict[str, Person] = {}
        self._positions: dict[tuple[str, int], Position] = {}
        self._role = f"role_{reader_language()}"

    def write(self, planned: PlannedRow) -> ImportRow:
        """Write a row and return the account of it, not saved yet."""
        traces = Traces()
        is_new = planned.outcome == Outcome.CREATE
        organisation = self._create(planned, traces) if is_new else self._complete(planned, traces)
        self._write_rows(organisation, planned.changes, traces)
        if planned.person is not None:
            self._write_person(organisation, planned.person, traces)
        if not is_new and (planned.changes or planned.person):
            refresh_search(organisation)
        return ImportRow(
            row_number=planned.number,
            outcome=OUTCOMES[planned.outcome],
            organisation=organisation,
            before=traces.before,
            after=traces.after,
        )

    def _create(self, planned: PlannedRow, traces: Traces) -> Organisation:
        values = {name: planned.changes[name] for name in PLAIN if name in planned.changes}
        organisation = Organisation(**values, source=self._source, source_on=self._today)
        organisation.name_key = name_key(organisation.name)
        organisation.search_text = _found_by(organisation, planned)
        traces.create(organisation, *values)
        self._created[planned.number] = organisation
        return organisation

    def _complete(self, planned: PlannedRow, traces: Traces) -> Organisation:
        if planned.organisation_id is None:
            organisation = self._created[planned.leader or 0]
        else:
            organisation = self._known[planned.organisation_id]
        values = {name: planned.changes[name] for name in PLAIN if name in planned.changes}
        if values:
            traces.complete(organisation, values)
        return organisation

    def _write_rows(
        self, organisation: Organisation, changes: Mapping[str, Value], traces: Traces
    ) -> None:
        for scheme in NUMBERS:
            if scheme in changes:
                row = OrganisationIdentifier(
                    organisation=organisation, scheme=scheme, value=changes[scheme]
                )
                traces.create(row, "organisation_id", "scheme", "value")
        codes = changes.get("fields", ())
        for order, code in enumerate(codes if isinstance(codes, tuple) else ()):
            field = OrganisationField(organisation=organisation, code=code, order=order)
            traces.create(field, "organisation_id", "code", "order")
        if "standing" in changes:
            traces.create(_membership(organisation, changes), *MEMBERSHIP)

    def _write_person(
        self, organisation: Organisation, planned: PlannedPerson, traces: Traces
    ) -> None:
        person = self._person(planned, traces)
        role = planned.changes.get("role")
        facts = {name: planned.changes[name] for name in PERSON if name in planned.changes}
        position = self._position(planned, organisation)
        if position is None:
            values = {self._role: role} if role else {}
            position = Position(
                person=person, organisation=organisation, is_contact=True, **values
            )
            traces.create(position, "organisation_id", "person_id", *values, "is_contact")
            self._positions[planned.key, organisation.pk] = position
        else:
            if role:
                traces.complete(position, {self._role: role})
            if facts:
                traces.complete(person, facts)
        refresh_person_search(person)

    def _person(self, planned: PlannedPerson, traces: Traces) -> Person:
        person = self._people.get(planned.key)
        if person is None and planned.person_id is not None:
            person = Person.objects.get(pk=planned.person_id)
        if person is None:
            facts = {name: planned.changes[name] for name in PERSON if name in planned.changes}
            person = Person(**facts)
            traces.create(person, *facts)
        self._people[planned.key] = person
        return person

    def _position(self, planned: PlannedPerson, organisation: Organisation) -> Position | None:
        if planned.position_id is not None:
            return Position.objects.get(pk=planned.position_id)
        return self._positions.get((planned.key, organisation.pk))


MEMBERSHIP = ("organisation_id", "kind", "since_on", "until_on")
PERSON = ("title", "given_name", "family_name", "email", "phone")


def _membership(organisation: Organisation, changes: Mapping[str, Value]) -> Membership:
    kind = changes["standing"]
    return Membership(
        organisation=organisation,
        kind=MembershipKind.MEMBER if kind == Standing.FORMER else kind,
        since_on=changes["member_since"],
        until_on=changes.get("member_until"),
    )


def _found_by(organisation: Organisation, planned: PlannedRow) -> str:
    """Return the words by which a new organisation is found, as `refresh_search` would."""
    person = planned.person.changes if planned.person else {}
    names = [f"{person['given_name']} {person['family_name']}"] if "family_name" in person else []
    texts = (
        organisation.name,
        organisation.name_en,
        organisation.description_pl,
        organisation.description_en,
        organisation.city,
        organisation.county,
        *(str(planned.changes[scheme]) for scheme in NUMBERS if scheme in planned.changes),
        *names,
    )
    return search_text(texts)
