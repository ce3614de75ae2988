"""The cluster of the installation, and the trail of changes as people read it."""

from datetime import date

import pytest
from auditlog.context import set_actor
from auditlog.models import LogEntry
from django.utils import translation

from tests.factories import (
    NOW,
    ClusterFactory,
    OrganisationFactory,
    PersonFactory,
    TechnologyFactory,
    UserFactory,
)
from zwornik.catalogue.services import revise_record
from zwornik.core.selectors import this_cluster, trail_of
from zwornik.directory.services import confirm_organisation, revise_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def lines(record):
    """The fields of the newest change of a record, as they are shown."""
    return [(f.label, f.before, f.after) for f in trail_of([record])[0].fields]


def test_an_installation_without_a_described_cluster_has_a_name():
    assert (this_cluster().name_pl, this_cluster().name_en) == ("Klaster", "Cluster")


def test_the_cluster_is_the_described_one():
    ClusterFactory()
    assert this_cluster().name_en == "Trial Cluster"


def test_the_trail_tells_who_did_what_newest_first():
    anna = UserFactory(name="Anna Lis")
    organisation = OrganisationFactory(name="Biofala")
    with set_actor(anna):
        revise_organisation(organisation=organisation, city="Puławy")
    newest, *_, oldest = trail_of([organisation])
    assert (newest.action, newest.actor, newest.record) == ("changed", "Anna Lis", "Biofala")
    assert (oldest.action, oldest.actor, oldest.fields) == ("created", "", ())
    assert newest.at >= oldest.at


def test_the_trail_shows_fields_as_people_call_them():
    organisation = OrganisationFactory(city="Lublin", size_class="small")
    revise_organisation(organisation=organisation, city="Puławy")
    assert lines(organisation) == [("town", "Lublin", "Puławy")]


def test_the_trail_leaves_out_what_no_one_typed():
    organisation = OrganisationFactory(name="Biofala")
    revise_organisation(organisation=organisation, name="Biofala Plus")
    shown = {f.label for change in trail_of([organisation]) for f in change.fields}
    assert shown == {"name"}


def test_choices_are_shown_by_their_labels():
    organisation = OrganisationFactory(size_class="small")
    revise_organisation(organisation=organisation, size_class="medium")
    assert lines(organisation) == [("size of the firm", "small firm", "medium-sized firm")]


def test_days_are_shown_as_days():
    organisation = OrganisationFactory()
    confirm_organisation(organisation=organisation, confirmed_on=date(2026, 3, 2))
    assert lines(organisation) == [("confirmed on", "", "2 March 2026")]


def test_columns_of_a_bilingual_field_say_their_language():
    record = TechnologyFactory(disclosure="", title_pl="Czujnik", title_en="")
    revise_record(record=record, facts={"title_en": "Sensor"}, revised_by=UserFactory(), now=NOW)
    assert ("title (EN)", "", "Sensor") in lines(record)


def test_related_records_are_shown_by_their_names(django_assert_num_queries):
    anna, jan = UserFactory(name="Anna Lis"), UserFactory(name="Jan Wilk")
    maria = PersonFactory(given_name="Maria", family_name="Sowa")
    record = TechnologyFactory(disclosure="", keeper=anna)
    facts = {"keeper": jan, "contact": maria}
    revise_record(record=record, facts=facts, revised_by=anna, now=NOW)
    trail_of([record])  # the kinds of content are remembered from here on
    with django_assert_num_queries(3):  # the entries, the accounts, the people
        shown = lines(record)
    expected = [("contact person", "", "Maria Sowa"), ("keeper", "Anna Lis", "Jan Wilk")]
    assert sorted(shown) == expected


def test_yes_and_no_are_words():
    person = PersonFactory(organisation=OrganisationFactory())
    position = person.positions.get()
    position.is_contact = False
    position.save()
    assert lines(position) == [("contact person", "yes", "no")]


def test_moments_are_shown_in_local_time():
    record = TechnologyFactory(disclosure="")
    record.published_at = NOW  # 9:00 in UTC, 10:00 in Warsaw
    record.save()
    assert lines(record) == [("published at", "", "24 November 2026, 10:00")]


def test_long_texts_are_cut():
    organisation = OrganisationFactory(kind="institute")
    revise_organisation(organisation=organisation, description_pl="a" * 500)
    [(label, before, after)] = lines(organisation)
    assert (label, before, len(after), after[-1]) == ("what it does (PL)", "", 160, "…")


def test_the_trail_of_several_records_is_one_and_limited():
    one, other = OrganisationFactory(), OrganisationFactory()
    revise_organisation(organisation=one, city="Puławy")
    assert {change.record for change in trail_of([one, other])} == {one.name, other.name}
    assert len(trail_of([one, other], limit=2)) == 2


def test_the_trail_of_nothing_is_empty():
    OrganisationFactory()
    assert trail_of([]) == []


def test_passwords_leave_no_trail():
    user = UserFactory()
    user.set_password("lipowa-aleja-2026")
    user.save()
    entries = LogEntry.objects.get_for_object(user)
    assert all("password" not in entry.changes_dict for entry in entries)
