"""Organisations join, stay and leave."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tests.factories import OrganisationFactory
from zwornik.directory.services import change_standing

pytestmark = pytest.mark.django_db
START, LATER = date(2025, 1, 1), date(2026, 5, 10)


def periods(organisation):
    return [(m.kind, m.since_on, m.until_on) for m in organisation.memberships.order_by("since_on")]


def test_the_old_standing_ends_the_day_before_the_new_one():
    one = OrganisationFactory(standing="candidate", standing_since=START)
    change_standing(organisation=one, kind="member", since_on=LATER)
    assert periods(one) == [
        ("candidate", START, date(2026, 5, 9)),
        ("member", LATER, None),
    ]


def test_leaving_ends_with_the_day_that_is_given():
    one = OrganisationFactory(standing="member", standing_since=START)
    assert change_standing(organisation=one, kind="", since_on=LATER) is None
    assert periods(one) == [("member", START, LATER)]


def test_the_same_standing_changes_nothing():
    one = OrganisationFactory(standing="member", standing_since=START)
    change_standing(organisation=one, kind="member", since_on=LATER)
    assert periods(one) == [("member", START, None)]


def test_leaving_without_belonging_changes_nothing():
    one = OrganisationFactory()
    assert change_standing(organisation=one, kind="", since_on=LATER) is None
    assert periods(one) == []


def test_a_change_before_the_present_standing_is_refused_with_its_day():
    one = OrganisationFactory(standing="member", standing_since=LATER)
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        change_standing(organisation=one, kind="partner", since_on=START)
    assert refused.value.message_dict["since_on"] == [
        "The change has to be later than 10 May 2026, when the present standing began."
    ]
    assert periods(one) == [("member", LATER, None)]


def test_an_unknown_standing_is_refused():
    with pytest.raises(ValidationError):
        change_standing(organisation=OrganisationFactory(), kind="friend", since_on=START)
