"""Planned rows are written: records created or completed, each with what stood there before."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from zwornik.core.bilingual import reader_language
from zwornik.core.search import search_text
from zwornik.directory.choices import MembershipKind, RowOutcome, Standing
from zwornik.directory.imports import Outcome, PlannedRow
from zwornik.directory.imports.known import PLAIN
from zwornik.directory.imports.plan import PlannedPerson
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
from zwornik.directory.services.import_traces import Traces
from zwornik.directory.services.searching import refresh_person_search, refresh_search

OUTCOMES = {
    Outcome.CREATE: RowOutcome.CREATED,
    Outcome.COMPLETE: RowOutcome.UPDATED,
    Outcome.NOTHING: RowOutcome.UNCHANGED,
}


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
        self, organisation: Organisation, changes: Mapping[str, Any], traces: Traces
    ) -> None:
        for scheme in NUMBERS:
            if scheme in changes:
                row = OrganisationIdentifier(
                    organisation=organisation, scheme=scheme, value=changes[scheme]
                )
                traces.create(row)
        codes = changes.get("fields", ())
        for order, code in enumerate(codes if isinstance(codes, tuple) else ()):
            field = OrganisationField(organisation=organisation, code=code, order=order)
            traces.create(field)
        if "standing" in changes:
            traces.create(_membership(organisation, changes))

    def _write_person(
        self, organisation: Organisation, planned: PlannedPerson, traces: Traces
    ) -> None:
        person = self._people.get(planned.key) or self._known_person(planned)
        if person is None:
            person = self._new_person(organisation, planned, traces)
            self._write_position(person, organisation, planned, traces)
            return
        position = self._position(planned, organisation)
        if position is None:
            self._write_position(person, organisation, planned, traces)
        else:
            _complete_person(person, position, planned, traces, self._role)
        refresh_person_search(person)

    def _known_person(self, planned: PlannedPerson) -> Person | None:
        if planned.person_id is None:
            return None
        person = self._people[planned.key] = Person.objects.get(pk=planned.person_id)
        return person

    def _new_person(
        self, organisation: Organisation, planned: PlannedPerson, traces: Traces
    ) -> Person:
        person = Person(**_facts(planned))
        roles = [str(planned.changes.get("role", "")), organisation.name]
        person.search_text = search_text([person.plain_name, person.email, *roles])
        traces.create(person)
        self._people[planned.key] = person
        return person

    def _write_position(
        self, person: Person, organisation: Organisation, planned: PlannedPerson, traces: Traces
    ) -> None:
        role = planned.changes.get("role")
        facts = {self._role: role} if role else {}
        position = Position(person=person, organisation=organisation, is_contact=True, **facts)
        traces.create(position)
        self._positions[planned.key, organisation.pk] = position

    def _position(self, planned: PlannedPerson, organisation: Organisation) -> Position | None:
        if planned.position_id is not None:
            return Position.objects.get(pk=planned.position_id)
        return self._positions.get((planned.key, organisation.pk))


PERSON = ("title", "given_name", "family_name", "email", "phone")


def _facts(planned: PlannedPerson) -> dict[str, Any]:
    return {name: planned.changes[name] for name in PERSON if name in planned.changes}


def _complete_person(
    person: Person, position: Position, planned: PlannedPerson, traces: Traces, role: str
) -> None:
    if "role" in planned.changes:
        traces.complete(position, {role: planned.changes["role"]})
    if facts := _facts(planned):
        traces.complete(person, facts)


def _membership(organisation: Organisation, changes: Mapping[str, Any]) -> Membership:
    kind = changes["standing"]
    return Membership(
        organisation=organisation,
        kind=MembershipKind.MEMBER if kind == Standing.FORMER else kind,
        since_on=changes["member_since"],
        until_on=changes.get("member_until"),
    )


def _found_by(organisation: Any, planned: PlannedRow) -> str:
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
