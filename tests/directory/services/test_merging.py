"""Two entries of one organisation become one."""

from datetime import date

import pytest

from tests.factories import (
    AuditFactory,
    ConversationFactory,
    NeedFactory,
    OrganisationFactory,
    PersonFactory,
    SeatFactory,
    TechnologyFactory,
    UserFactory,
)
from zwornik.directory.models import Organisation
from zwornik.directory.services import (
    MergeError,
    change_standing,
    filled_by_merging,
    merge_organisations,
)

pytestmark = pytest.mark.django_db


def pair(keep=None, absorbed=None):
    return (
        OrganisationFactory(**{"name": "Biofala S.A.", **(keep or {})}),
        OrganisationFactory(**{"name": "BIOFALA", **(absorbed or {})}),
    )


def merged(keep, absorbed):
    return merge_organisations(keep=keep, absorbed=absorbed)


def test_everything_of_the_absorbed_entry_moves():
    keep, absorbed = pair(
        {"fields": ["devices"], "identifiers": {"nip": "5260250995"}},
        {"fields": ["devices", "digital"], "identifiers": {"krs": "0000028860"}},
    )
    person = PersonFactory(organisation=absorbed)
    talk = ConversationFactory(organisation=absorbed)
    need, technology = NeedFactory(organisation=absorbed), TechnologyFactory(organisation=absorbed)
    audit, seat = AuditFactory(organisation=absorbed), SeatFactory(organisation=absorbed)
    merged(keep, absorbed)
    assert not Organisation.objects.filter(pk=absorbed.pk).exists()
    for record in (talk, need, technology, audit, seat):
        record.refresh_from_db()
        assert record.organisation_id == keep.pk
    assert person.positions.get().organisation_id == keep.pk
    assert {row.code for row in keep.field_rows.all()} == {"devices", "digital"}
    assert {row.scheme for row in keep.identifiers.all()} == {"nip", "krs"}


def test_empty_facts_are_filled_and_others_stay():
    keep, absorbed = pair({"phone": "1"}, {"phone": "2", "email": "b@example.org", "employees": 9})
    merged(keep, absorbed)
    keep.refresh_from_db()
    assert (keep.phone, keep.email, keep.employees) == ("1", "b@example.org", 9)


def test_an_address_is_taken_over_only_within_the_same_town():
    place = {"street": "Długa 1", "latitude": 51.2, "longitude": 22.5}
    keep, absorbed = pair({"city": "Lublin"}, {"city": "Radom", **place})
    assert "street" not in filled_by_merging(keep=keep, absorbed=absorbed)
    keep, absorbed = pair({"city": ""}, {"city": "Radom", **place})
    filled = filled_by_merging(keep=keep, absorbed=absorbed)
    assert filled["city"] == "Radom"
    assert (filled["latitude"], filled["longitude"]) == (51.2, 22.5)


def test_a_size_is_taken_over_only_between_firms():
    keep, absorbed = pair({"kind": "hospital"}, {"kind": "firm", "size_class": "small"})
    merged(keep, absorbed)
    keep.refresh_from_db()
    assert keep.size_class == ""


def test_a_confirmation_is_not_taken_over():
    keep, absorbed = pair({}, {"confirmed_on": date(2026, 1, 1)})
    merged(keep, absorbed)
    keep.refresh_from_db()
    assert not keep.is_confirmed


def test_the_merged_entry_is_found_by_people_and_numbers_of_both():
    keep, absorbed = pair({}, {"identifiers": {"nip": "5260250995"}})
    person = PersonFactory(family_name="Zawilec", organisation=absorbed)
    merged(keep, absorbed)
    keep.refresh_from_db()
    person.refresh_from_db()
    assert " zawilec" in keep.search_text
    assert " 5260250995" in keep.search_text
    assert person.search_text.count("biofala") == 1


def test_the_higher_right_of_an_account_stays():
    keep, absorbed = pair()
    account = UserFactory()
    seat = SeatFactory(account=account, organisation=keep, level="viewer")
    SeatFactory(account=account, organisation=absorbed, level="editor")
    merged(keep, absorbed)
    seat.refresh_from_db()
    assert seat.level == "editor"
    assert account.seats.count() == 1


def open_pair(own, other):
    keep, absorbed = pair()
    change_standing(organisation=keep, kind=own[0], since_on=own[1])
    change_standing(organisation=absorbed, kind=other[0], since_on=other[1])
    merged(keep, absorbed)
    rows = keep.memberships.order_by("since_on")
    return [(row.kind, row.since_on, row.until_on) for row in rows]


EARLY, LATE = date(2020, 1, 1), date(2024, 1, 1)


@pytest.mark.parametrize(("own", "other"), [(EARLY, LATE), (LATE, EARLY)])
def test_two_open_memberships_of_one_kind_become_one_from_the_earlier_day(own, other):
    assert open_pair(("member", own), ("member", other)) == [("member", EARLY, None)]


def test_of_two_kinds_the_earlier_ends_before_the_later():
    expected = [("candidate", EARLY, date(2023, 12, 31)), ("member", LATE, None)]
    assert open_pair(("candidate", EARLY), ("member", LATE)) == expected
    Organisation.objects.all().delete()
    assert open_pair(("member", LATE), ("candidate", EARLY)) == expected


def test_of_two_kinds_from_one_day_the_kept_one_stands():
    assert open_pair(("partner", LATE), ("member", LATE)) == [("partner", LATE, None)]


def test_past_memberships_move():
    keep, absorbed = pair({"standing": "member"}, {"standing": "partner", "standing_since": EARLY})
    change_standing(organisation=absorbed, kind="", since_on=date(2021, 1, 1))
    merged(keep, absorbed)
    assert keep.memberships.count() == 2


def test_an_organisation_is_not_merged_with_itself():
    one = OrganisationFactory()
    with pytest.raises(MergeError):
        merged(one, one)
    assert Organisation.objects.filter(pk=one.pk).exists()


def test_different_numbers_of_one_register_tell_two_organisations_apart():
    keep, absorbed = pair(
        {"identifiers": {"krs": "0000028860"}}, {"identifiers": {"krs": "0000028861"}}
    )
    with pytest.raises(MergeError, match=r"0000028860\W.*0000028861"):
        merged(keep, absorbed)
    assert Organisation.objects.count() == 2
