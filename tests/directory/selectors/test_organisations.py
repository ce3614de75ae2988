"""Organisations as lists."""

from datetime import date

import pytest

from tests.factories import ConversationFactory, OrganisationFactory, SeatFactory, UserFactory
from zwornik.directory.selectors import (
    editable_organisations,
    found_organisations,
    organisations_by_name,
    organisations_in_order,
    organisations_on,
)
from zwornik.directory.services import change_standing

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def standing(organisation, day=TODAY):
    row = organisations_on(day).get(pk=organisation.pk)
    return row.standing, row.standing_since_on, row.standing_until_on


@pytest.mark.parametrize("kind", ["member", "candidate", "partner"])
def test_a_standing_is_known_with_its_first_day(kind):
    one = OrganisationFactory(standing=kind, standing_since=date(2026, 11, 24))
    assert standing(one) == (kind, TODAY, None)


def test_whoever_left_is_a_former_member_until_a_day():
    one = OrganisationFactory(standing="member")
    change_standing(organisation=one, kind="", since_on=date(2026, 11, 23))
    assert standing(one) == ("former", None, date(2026, 11, 23))
    assert standing(one, date(2026, 11, 23))[0] == "member"


def test_a_membership_that_begins_tomorrow_is_not_yet_one():
    one = OrganisationFactory(standing="member", standing_since=date(2026, 11, 25))
    assert standing(one) == ("none", None, None)


def test_a_former_candidate_was_never_a_member():
    one = OrganisationFactory(standing="candidate")
    change_standing(organisation=one, kind="", since_on=date(2026, 3, 1))
    assert standing(one)[0] == "none"


def test_the_last_conversation_is_known_with_who_noted_it():
    one = OrganisationFactory()
    ConversationFactory(organisation=one, held_on=date(2026, 1, 1))
    writer = UserFactory(role="auditor", name="Ewa Sikora")
    ConversationFactory(organisation=one, held_on=date(2026, 2, 1), recorded_by=writer)
    row = organisations_on(TODAY).get()
    assert (row.last_talk_on, row.last_talk_by) == (date(2026, 2, 1), "Ewa Sikora")


def test_fields_come_in_their_order():
    OrganisationFactory(fields=["neuro", "devices", "digital"])
    row = organisations_on(TODAY).get()
    assert [field.code for field in row.field_rows.all()] == ["neuro", "devices", "digital"]


def names(organisations):
    return [one.name for one in organisations]


def test_names_are_ordered_without_signs_and_diacritics():
    for name in ("Żar", "„Łuk” S.A.", "mewa", "Lok"):
        OrganisationFactory(name=name)
    assert names(organisations_by_name()) == ["Lok", "„Łuk” S.A.", "mewa", "Żar"]


def test_orders_of_the_list():
    for name in ("C", "A", "B"):
        OrganisationFactory(name=name)
    every = organisations_on(TODAY)
    ConversationFactory(organisation=every.get(name="A"), held_on=date(2026, 5, 1))
    ConversationFactory(organisation=every.get(name="C"), held_on=date(2026, 4, 1))
    assert names(organisations_in_order(every, "name")) == ["A", "B", "C"]
    assert names(organisations_in_order(every, "contact")) == ["B", "C", "A"]
    assert names(organisations_in_order(every, "newest")) == ["B", "A", "C"]


@pytest.mark.parametrize(
    "query",
    ["biofala", "biofali", "BIOFALA przeciwciał", "526-025-09-95", "526 025 09 95", "Łódź", "lodz"],
)
def test_organisations_are_found_whatever_the_inflection_or_the_dashes(query):
    one = OrganisationFactory(
        name="Biofala",
        description_pl="Wytwarza przeciwciała.",
        city="Łódź",
        identifiers={"nip": "5260250995"},
    )
    OrganisationFactory(name="Inna")
    assert list(found_organisations(organisations_on(TODAY), query)) == [one]


def test_every_word_of_a_query_has_to_occur():
    OrganisationFactory(name="Biofala")
    assert not found_organisations(organisations_on(TODAY), "biofala wrocław").exists()


def test_editors_edit_their_organisations_and_the_coordinator_all():
    one, other = OrganisationFactory(), OrganisationFactory()
    editor = SeatFactory(organisation=one, level="editor").account
    viewer = SeatFactory(organisation=other, level="viewer").account
    assert list(editable_organisations(editor)) == [one]
    assert not editable_organisations(viewer).exists()
    assert editable_organisations(UserFactory(role="coordinator")).count() == 2
    assert not editable_organisations(UserFactory(role="auditor")).exists()
