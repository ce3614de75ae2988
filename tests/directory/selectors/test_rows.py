"""What lists are narrowed by."""

from datetime import date

import pytest

from tests.factories import OrganisationFactory, PersonFactory, UserFactory
from zwornik.directory.selectors import (
    organisations_on,
    people_on,
    rows_of_organisations,
    rows_of_people,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def test_rows_of_organisations_tell_firms_by_size_and_others_by_kind():
    firm = OrganisationFactory(size_class="micro", fields=["devices"], county="otwocki")
    unsized = OrganisationFactory(size_class="", standing="member")
    clinic = OrganisationFactory(kind="hospital")
    rows = {row.pk: row for row in rows_of_organisations(organisations_on(TODAY))}
    assert rows[firm.pk].class_code == "micro"
    assert rows[firm.pk].fields == {"devices"}
    assert rows[firm.pk].county == "otwocki"
    assert rows[firm.pk].standing == "none"
    assert (rows[unsized.pk].class_code, rows[unsized.pk].standing) == ("firm", "member")
    assert (rows[clinic.pk].class_code, rows[clinic.pk].fields) == ("hospital", frozenset())


def test_rows_of_people_tell_for_whom_they_act_today():
    firm, clinic = OrganisationFactory(), OrganisationFactory(kind="hospital")
    lines = [
        {"organisation": firm, "is_contact": True},
        {"organisation": clinic, "is_contact": True, "until_on": date(2026, 1, 1)},
    ]
    busy = PersonFactory(positions=lines, orcid="0000-0002-1825-0097")
    idle = PersonFactory(account=UserFactory())
    rows = {row.pk: row for row in rows_of_people(people_on(TODAY), TODAY)}
    assert rows[busy.pk].kinds == {"firm"}
    assert (rows[busy.pk].is_contact, rows[busy.pk].has_orcid) == (True, True)
    assert not rows[busy.pk].has_account
    assert (rows[idle.pk].kinds, rows[idle.pk].is_contact) == (frozenset(), False)
    assert rows[idle.pk].has_account


@pytest.mark.parametrize("count", [1, 3])
def test_rows_are_read_in_few_queries(count, django_assert_num_queries):
    for _turn in range(count):
        PersonFactory(organisation=OrganisationFactory(fields=["devices"]))
    with django_assert_num_queries(2):
        rows_of_organisations(organisations_on(TODAY))
    with django_assert_num_queries(3):
        rows_of_people(people_on(TODAY), TODAY)
