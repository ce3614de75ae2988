"""People as lists, and who acts for whom."""

from datetime import date

import pytest

from tests.factories import OrganisationFactory, PersonFactory, UserFactory
from zwornik.directory.selectors import (
    all_positions,
    found_people,
    people_on,
    person_of,
    positions_in,
    positions_of,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def line(organisation, **facts):
    return {"organisation": organisation, **facts}


def test_people_come_with_what_they_do_today():
    one = OrganisationFactory()
    over = line(one, role_pl="dawna", until_on=date(2026, 1, 1))
    held = line(one, role_pl="obecna")
    contact = line(one, role_pl="kontakt", is_contact=True)
    PersonFactory(positions=[over, held, contact])
    person = people_on(TODAY).get()
    assert [p.role_pl for p in person.current_positions] == ["kontakt", "obecna"]


def test_people_are_ordered_by_family_name():
    for name in ("Zięba", "Adamek"):
        PersonFactory(family_name=name)
    assert [p.family_name for p in people_on(TODAY)] == ["Adamek", "Zięba"]


@pytest.mark.parametrize(
    "query", ["Kowalik", "kowalikowi", "dyrektora", "biofala", "0000-0002-1825-0097"]
)
def test_people_are_found_by_name_position_organisation_and_orcid(query):
    one = OrganisationFactory(name="Biofala")
    person = PersonFactory(
        family_name="Kowalik",
        orcid="0000-0002-1825-0097",
        positions=[line(one, role_pl="dyrektor")],
    )
    PersonFactory(family_name="Zięba")
    assert list(found_people(people_on(TODAY), query)) == [person]


def test_positions_in_an_organisation_begin_with_its_contacts_and_end_with_who_left():
    one = OrganisationFactory()
    PersonFactory(family_name="A", positions=[line(one, until_on=date(2024, 1, 1))])
    PersonFactory(family_name="B", positions=[line(one, until_on=date(2025, 1, 1))])
    PersonFactory(family_name="C", positions=[line(one)])
    PersonFactory(family_name="D", positions=[line(one, is_contact=True)])
    assert [p.person.family_name for p in positions_in(one)] == ["D", "C", "B", "A"]


def test_positions_of_a_person_begin_with_those_that_are_held():
    one, other = OrganisationFactory(name="Jedna"), OrganisationFactory(name="Druga")
    person = PersonFactory(positions=[line(one, until_on=date(2024, 1, 1)), line(other)])
    assert [p.organisation.name for p in positions_of(person)] == ["Druga", "Jedna"]
    assert all_positions().count() == 2


def test_person_of_an_account():
    account = UserFactory()
    assert person_of(account) is None
    person = PersonFactory(account=account)
    assert person_of(account) == person
