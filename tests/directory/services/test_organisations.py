"""Organisations are recorded, revised and confirmed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tests.factories import OrganisationFactory, PersonFactory
from zwornik.directory.models import Organisation
from zwornik.directory.services import (
    confirm_organisation,
    record_organisation,
    revise_organisation,
)

pytestmark = pytest.mark.django_db


def test_record_organisation_writes_facts_numbers_and_fields():
    one = record_organisation(
        name="Biofala S.A.",
        kind="firm",
        fields=["devices", "diagnostics"],
        identifiers={"nip": "526-025-09-95", "krs": ""},
        nuts_code="pl911",
        nace_code="26.60.z",
    )
    assert [(row.scheme, row.value) for row in one.identifiers.all()] == [("nip", "5260250995")]
    assert list(one.field_rows.order_by("order").values_list("code", flat=True)) == [
        "devices",
        "diagnostics",
    ]
    assert (one.nuts_code, one.nace_code, one.name_key) == ("PL911", "26.60", "biofala")


def test_record_organisation_lets_a_standing_begin():
    one = record_organisation(name="A", kind="firm", standing=("partner", date(2026, 2, 1)))
    membership = one.memberships.get()
    assert (membership.kind, membership.since_on) == ("partner", date(2026, 2, 1))


def test_record_organisation_without_a_standing_stays_outside():
    assert not record_organisation(name="A", kind="firm").memberships.exists()


def test_everything_that_is_wrong_is_said_at_once_and_nothing_is_written():
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        record_organisation(
            name="",
            kind="zoo",
            nuts_code="PL999",
            nace_code="?",
            identifiers={"nip": "5260250996", "regon": "1"},
        )
    wrong = {"name", "kind", "nuts_code", "nace_code", "nip", "regon"}
    assert set(refused.value.message_dict) == wrong
    assert not Organisation.objects.exists()


def test_a_number_that_is_taken_is_refused_beside_its_field():
    OrganisationFactory(identifiers={"nip": "5260250995"})
    with translation.override("en"), pytest.raises(ValidationError, match="already has") as refused:
        record_organisation(name="B", kind="firm", identifiers={"nip": "5260250995"})
    assert set(refused.value.message_dict) == {"nip"}
    assert Organisation.objects.count() == 1


def test_revise_organisation_changes_what_is_named_and_leaves_the_rest():
    one = OrganisationFactory(
        city="Radom", phone="1", fields=["devices"], identifiers={"nip": "5260250995"}
    )
    revise_organisation(organisation=one, phone="2")
    one.refresh_from_db()
    assert (one.city, one.phone) == ("Radom", "2")
    assert one.identifiers.count() == 1
    assert one.field_rows.count() == 1


def test_revise_organisation_removes_an_emptied_number_and_a_dropped_field():
    one = OrganisationFactory(fields=["devices", "digital"], identifiers={"nip": "5260250995"})
    revise_organisation(organisation=one, fields=["digital"], identifiers={"nip": ""})
    assert not one.identifiers.exists()
    assert [(row.code, row.order) for row in one.field_rows.all()] == [("digital", 0)]


def test_revise_organisation_replaces_a_number_in_its_row():
    one = OrganisationFactory(identifiers={"krs": "0000028860"})
    before = one.identifiers.get().pk
    revise_organisation(organisation=one, identifiers={"krs": "0000028861"})
    row = one.identifiers.get()
    assert (row.pk, row.value) == (before, "0000028861")


def test_a_new_name_is_found_and_the_old_one_is_not():
    one = OrganisationFactory(name="Stara Nazwa")
    person = PersonFactory(organisation=one)
    revise_organisation(organisation=one, name="Biofala")
    person.refresh_from_db()
    assert "biofala" in one.search_text
    assert "nazwa" not in one.search_text
    assert "biofala" in person.search_text
    assert "nazwa" not in person.search_text


def test_confirm_organisation_says_since_when():
    one = OrganisationFactory()
    assert not one.is_confirmed
    confirm_organisation(organisation=one, confirmed_on=date(2026, 3, 1))
    one.refresh_from_db()
    assert one.is_confirmed
    assert one.confirmed_on == date(2026, 3, 1)
