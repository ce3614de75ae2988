"""Screens of people and their positions."""

import io
from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from tests.factories import OrganisationFactory, PersonFactory, UserFactory
from zwornik.directory.models import Person, Position

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-24T10:00+01:00")]
ORCID = "0000-0002-1825-0097"


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def coordinator(client_of):
    return client_of("coordinator")


def address(name, *arguments):
    return reverse(f"directory:{name}", args=arguments)


def families(response):
    return [person.family_name for person in response.context["page"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Adamek", "Bielska", "Czaja"]),
        ("?q=bielskiej", ["Bielska"]),
        ("?kind=hospital", ["Bielska"]),
        ("?kind=firm", ["Adamek"]),
        ("?known=contact", ["Adamek"]),
        ("?known=contact&known=orcid", ["Adamek", "Czaja"]),
        ("?known=account", ["Bielska"]),
        ("?q=nobody", []),
    ],
)
def test_people_are_searched_and_narrowed(coordinator, query, found):
    firm, clinic = OrganisationFactory(), OrganisationFactory(kind="hospital")
    PersonFactory(family_name="Adamek", organisation=firm)
    lines = [{"organisation": clinic, "role_pl": "lekarka"}]
    PersonFactory(family_name="Bielska", positions=lines, account=UserFactory())
    PersonFactory(family_name="Czaja", orcid=ORCID)
    assert families(coordinator.get(address("person-list") + query)) == found


def test_rows_show_positions_with_links(coordinator):
    one = OrganisationFactory(name="Biofala")
    PersonFactory(family_name="Adamek", organisation=one)
    text = coordinator.get(address("person-list")).content.decode()
    assert f'href="{address("organisation-detail", one.pk)}">Biofala</a>' in text
    assert "contact person" in text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_for_three_rows_as_for_one(
    coordinator, django_assert_num_queries, count
):
    for _turn in range(count):
        PersonFactory(organisation=OrganisationFactory())
    coordinator.get(address("person-list"))
    with django_assert_num_queries(11):
        coordinator.get(address("person-list"))


def test_an_empty_list_teaches_and_an_empty_search_leads_back(coordinator):
    assert "Nobody here yet" in coordinator.get(address("person-list")).content.decode()
    assert "Nobody fits" in coordinator.get(address("person-list") + "?q=a").content.decode()


def test_the_export_is_exactly_the_list(coordinator):
    PersonFactory(family_name="Adamek", organisation=OrganisationFactory(name="Biofala"))
    PersonFactory(family_name="Bielska")
    response = coordinator.get(address("person-export") + "?known=contact")
    rows = list(load_workbook(io.BytesIO(response.content)).active.values)
    assert rows[0][:3] == ("Title", "Given name", "Family name")
    assert [row[2:6] for row in rows[1:]] == [("Adamek", "kierownik", "Biofala", "yes")]


def test_the_record_tells_positions_held_and_over(coordinator):
    one, other = OrganisationFactory(name="Biofala"), OrganisationFactory(name="Szew")
    lines = [
        {"organisation": one, "role_en": "Head", "since_on": date(2020, 5, 1)},
        {"organisation": other, "until_on": date(2019, 1, 1)},
    ]
    person = PersonFactory(title="dr", family_name="Adamek", orcid=ORCID, positions=lines)
    response = coordinator.get(address("person-detail", person.pk))
    shown, text = response.context["shown"], response.content.decode()
    assert [p.position.organisation.name for p in shown.current] == ["Biofala"]
    assert [p.position.organisation.name for p in shown.former] == ["Szew"]
    assert "since 1\u00a0May 2020" in text
    assert f"https://orcid.org/{ORCID}" in text


@pytest.mark.parametrize("count", [1, 3])
def test_the_record_takes_as_many_queries_for_three_positions_as_for_one(
    coordinator, django_assert_num_queries, count
):
    lines = [{"organisation": OrganisationFactory()} for _turn in range(count)]
    person = PersonFactory(positions=lines)
    coordinator.get(address("person-detail", person.pk))
    with django_assert_num_queries(10):
        coordinator.get(address("person-detail", person.pk))


def test_a_person_is_added_with_a_first_position(coordinator):
    one = OrganisationFactory()
    facts = {
        "given_name": "Zofia",
        "family_name": "Żak",
        "orcid": f"https://orcid.org/{ORCID}",
        "organisation": one.pk,
        "role_pl": "prezeska",
        "is_contact": "on",
        "since_on": "2024-02-01",
    }
    response = coordinator.post(address("person-add"), facts)
    person = Person.objects.get()
    assert response["Location"] == address("person-detail", person.pk)
    position = person.positions.get()
    assert person.orcid == ORCID
    assert (position.organisation, position.role_pl, position.is_contact) == (one, "prezeska", True)
    assert position.since_on == date(2024, 2, 1)


def test_the_form_begins_with_the_organisation_it_was_opened_from(coordinator):
    one = OrganisationFactory()
    text = coordinator.get(address("person-add"), {"organisation": one.pk}).content.decode()
    assert f'<option value="{one.pk}" selected>' in text


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"given_name": ""}, "given_name"),
        ({"orcid": "0000-0002-1825-0098"}, "orcid"),
        ({"email": "nowhere"}, "email"),
        ({"organisation": ""}, "organisation"),
        ({"since_on": "yesterday"}, "since_on"),
    ],
)
def test_a_wrong_person_is_not_written(coordinator, wrong, field):
    facts = {"given_name": "Z", "family_name": "Ż", "organisation": OrganisationFactory().pk}
    response = coordinator.post(address("person-add"), facts | wrong)
    assert set(response.context["form"].errors) == {field}
    assert not Person.objects.exists()


def test_an_orcid_that_is_taken_is_said(coordinator):
    PersonFactory(orcid=ORCID)
    facts = {"given_name": "Z", "family_name": "Ż", "organisation": OrganisationFactory().pk}
    response = coordinator.post(address("person-add"), facts | {"orcid": ORCID})
    assert "already has this ORCID" in response.content.decode()
    assert Person.objects.count() == 1


def test_an_editor_adds_people_to_the_own_organisation_alone(client_of):
    client, foreign = client_of("editor"), OrganisationFactory()
    facts = {"given_name": "Z", "family_name": "Ż"}
    response = client.post(address("person-add"), facts | {"organisation": foreign.pk})
    assert "organisation" in response.context["form"].errors
    response = client.post(address("person-add"), facts | {"organisation": client.organisation.pk})
    assert response.status_code == 302
    assert Person.objects.count() == 1


def test_name_and_addresses_are_changed(coordinator):
    person = PersonFactory(family_name="Adamek", orcid=ORCID)
    facts = {"given_name": "Maria", "family_name": "Nowa", "orcid": ""}
    assert coordinator.post(address("person-edit", person.pk), facts).status_code == 302
    person.refresh_from_db()
    assert (person.family_name, person.orcid, person.email) == ("Nowa", "", "")


def test_people_change_themselves_but_not_where_they_act(client_of):
    client = client_of("viewer")
    person = PersonFactory(account=client.user, organisation=client.organisation)
    assert client.get(address("person-edit", person.pk)).status_code == 200
    text = client.get(address("person-detail", person.pk)).content.decode()
    assert address("position-add", person.pk) not in text
    assert address("position-end", person.positions.get().pk) not in text


def test_a_position_is_added_in_another_organisation(coordinator):
    person, one = PersonFactory(), OrganisationFactory()
    facts = {"organisation": one.pk, "role_en": "Adviser", "until_on": "2025-01-01"}
    assert coordinator.post(address("position-add", person.pk), facts).status_code == 302
    position = person.positions.get()
    assert (position.role_en, position.until_on) == ("Adviser", date(2025, 1, 1))


def test_a_position_cannot_end_before_it_starts(coordinator):
    person, one = PersonFactory(), OrganisationFactory()
    facts = {"organisation": one.pk, "since_on": "2026-02-01", "until_on": "2026-01-01"}
    response = coordinator.post(address("position-add", person.pk), facts)
    assert "cannot end before it starts" in response.content.decode()
    assert not person.positions.exists()


def test_a_position_is_corrected(coordinator):
    person = PersonFactory(organisation=OrganisationFactory())
    position = person.positions.get()
    form = coordinator.get(address("position-edit", position.pk)).context["form"]
    assert form["role_pl"].value() == "kierownik"
    facts = {"organisation": position.organisation_id, "role_pl": "dyrektor"}
    coordinator.post(address("position-edit", position.pk), facts)
    position.refresh_from_db()
    assert (position.role_pl, position.is_contact) == ("dyrektor", False)


def test_a_position_ends(coordinator):
    PersonFactory(organisation=OrganisationFactory())
    position = Position.objects.get()
    text = coordinator.get(address("position-end", position.pk)).content.decode()
    assert 'value="2026-11-24"' in text
    response = coordinator.post(address("position-end", position.pk), {"until_on": "2026-10-31"})
    assert response["Location"] == address("person-detail", position.person_id)
    position.refresh_from_db()
    assert position.until_on == date(2026, 10, 31)


def test_a_position_does_not_end_before_it_began(coordinator):
    line = {"organisation": OrganisationFactory(), "since_on": date(2026, 11, 1)}
    PersonFactory(positions=[line])
    position = Position.objects.get()
    response = coordinator.post(address("position-end", position.pk), {"until_on": "2026-10-31"})
    assert "began on 1 November 2026" in response.content.decode()
    position.refresh_from_db()
    assert position.until_on is None
