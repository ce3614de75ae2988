"""People and their positions are recorded, revised and ended; seats are given."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tests.factories import OrganisationFactory, PersonFactory, UserFactory
from zwornik.directory.models import Person, Position
from zwornik.directory.services import (
    end_position,
    give_seat,
    record_person,
    record_position,
)

pytestmark = pytest.mark.django_db


def test_record_person_is_found_by_name_position_and_organisation():
    one = OrganisationFactory(name="Biofala")
    line = {"organisation": one, "role_pl": "kierowniczka badań", "role_en": "Head of Research"}
    person = record_person(given_name="Zofia", family_name="Żak", positions=[line])
    for word in ("zofia", "zak", "kierowniczka", "head", "biofala"):
        assert word in person.search_text
    one.refresh_from_db()
    assert "zak" in one.search_text


def test_everything_wrong_with_a_person_is_said_at_once():
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        record_person(given_name="", family_name="Żak", email="nowhere", orcid="1")
    assert set(refused.value.message_dict) == {"given_name", "email", "orcid"}
    assert not Person.objects.exists()


def test_a_wrong_position_keeps_the_person_out():
    line = {
        "organisation": OrganisationFactory(),
        "since_on": date(2026, 2, 1),
        "until_on": date(2026, 1, 1),
    }
    with pytest.raises(ValidationError):
        record_person(given_name="Zofia", family_name="Żak", positions=[line])
    assert not Person.objects.exists()


def test_record_person_revises_and_keeps_positions():
    person = PersonFactory(organisation=OrganisationFactory())
    record_person(person=person, family_name="Nowa", orcid="0000000218250097")
    person.refresh_from_db()
    assert (person.family_name, person.orcid) == ("Nowa", "0000-0002-1825-0097")
    assert person.positions.count() == 1
    assert "nowa" in person.positions.get().organisation.search_text


def test_record_position_adds_one_in_another_organisation():
    person, other = (
        PersonFactory(organisation=OrganisationFactory()),
        OrganisationFactory(name="Tu"),
    )
    record_position(person=person, organisation=other, role_pl="doradca")
    other.refresh_from_db()
    assert person.positions.count() == 2
    assert "doradca" in person.search_text
    assert person.family_name.lower() in other.search_text


def test_record_position_moves_one_and_both_organisations_know():
    one, other = OrganisationFactory(), OrganisationFactory()
    person = PersonFactory(family_name="Zawilec", organisation=one)
    position = Position.objects.select_related("organisation", "person").get()
    record_position(person=position.person, organisation=other, position=position)
    one.refresh_from_db()
    other.refresh_from_db()
    assert "zawilec" not in one.search_text
    assert "zawilec" in other.search_text
    assert person.positions.get().organisation == other


def test_end_position_keeps_it_in_the_history_without_its_contact():
    PersonFactory(organisation=OrganisationFactory())
    position = end_position(position=Position.objects.get(), until_on=date(2026, 6, 30))
    assert position.until_on == date(2026, 6, 30)
    assert not position.is_contact


def test_end_position_before_it_began_is_refused_with_the_day():
    line = {"organisation": OrganisationFactory(), "since_on": date(2026, 6, 30)}
    PersonFactory(positions=[line])
    with translation.override("en"), pytest.raises(ValidationError, match="30 June 2026"):
        end_position(position=Position.objects.get(), until_on=date(2026, 6, 29))
    assert Position.objects.get().until_on is None


def test_give_seat_raises_a_right_but_never_lowers_it():
    account, one = UserFactory(), OrganisationFactory()
    assert give_seat(account=account, organisation=one, level="viewer").level == "viewer"
    assert give_seat(account=account, organisation=one, level="editor").level == "editor"
    assert give_seat(account=account, organisation=one, level="viewer").level == "editor"
    assert account.seats.count() == 1
