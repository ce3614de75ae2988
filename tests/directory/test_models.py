"""Facts that the database itself holds to."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.factories import OrganisationFactory, PersonFactory, SeatFactory, UserFactory
from zwornik.directory.models import (
    Membership,
    Organisation,
    OrganisationField,
    OrganisationIdentifier,
    Person,
    Position,
    Seat,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 10)
BEFORE = date(2026, 1, 9)


def refused(record):
    """Say that neither validation nor the database lets a record in."""
    with pytest.raises(ValidationError):
        record.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()


def test_only_a_firm_has_a_size():
    refused(Organisation(name="Szpital", kind="hospital", size_class="small"))


@pytest.mark.parametrize("place", [{"latitude": 90.1}, {"longitude": -180.5}])
def test_an_organisation_lies_on_the_earth(place):
    refused(Organisation(name="Firma", kind="firm", **place))


def test_a_number_belongs_to_one_organisation():
    OrganisationFactory(identifiers={"nip": "5260250995"})
    other = OrganisationFactory()
    refused(OrganisationIdentifier(organisation=other, scheme="nip", value="5260250995"))


def test_an_organisation_has_one_number_in_a_register():
    one = OrganisationFactory(identifiers={"krs": "0000028860"})
    refused(OrganisationIdentifier(organisation=one, scheme="krs", value="0000028861"))


def test_a_field_stands_once_on_the_list():
    one = OrganisationFactory(fields=["devices"])
    refused(OrganisationField(organisation=one, code="devices"))


def test_a_membership_ends_after_it_starts():
    one = OrganisationFactory()
    refused(Membership(organisation=one, kind="member", since_on=DAY, until_on=BEFORE))


def test_an_organisation_has_one_open_membership():
    one = OrganisationFactory(standing="member")
    refused(Membership(organisation=one, kind="partner", since_on=DAY))


def test_a_position_ends_after_it_starts():
    person, one = PersonFactory(), OrganisationFactory()
    refused(Position(person=person, organisation=one, since_on=DAY, until_on=BEFORE))


def test_an_orcid_belongs_to_one_person():
    PersonFactory(orcid="0000-0002-1825-0097")
    refused(Person(given_name="Jan", family_name="Inny", orcid="0000-0002-1825-0097"))


def test_people_without_orcid_do_not_collide():
    PersonFactory()
    PersonFactory()
    assert Person.objects.filter(orcid="").count() == 2


def test_an_account_has_one_seat_in_an_organisation():
    seat = SeatFactory()
    refused(Seat(account=seat.account, organisation=seat.organisation, level="viewer"))


@pytest.mark.parametrize(
    ("since_on", "until_on", "is_held"),
    [
        (None, None, True),
        (DAY, None, True),
        (None, DAY, True),
        (date(2026, 1, 11), None, False),
        (None, BEFORE, False),
    ],
)
def test_a_position_is_held_between_its_days(since_on, until_on, is_held):
    position = Position(since_on=since_on, until_on=until_on)
    assert position.is_held_on(DAY) is is_held
    position.person, position.organisation = PersonFactory(), OrganisationFactory()
    position.save()
    assert Position.objects.held(DAY).exists() is is_held


def test_records_name_themselves():
    user, one = UserFactory(name="Ewa Wrona"), OrganisationFactory(name="Biofala")
    person = PersonFactory(title="dr", given_name="Jan", family_name="Rej", organisation=one)
    assert str(one) == "Biofala"
    assert str(person) == "dr Jan Rej"
    assert str(person.positions.get()) == "dr Jan Rej, Biofala"
    assert str(SeatFactory(account=user, organisation=one)) == "Ewa Wrona: Biofala"
