"""The list of organisations: searched, narrowed, ordered, taken away, on a map."""

import io
import json
import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from tests.factories import (
    ConversationFactory,
    NeedFactory,
    OrganisationFactory,
    PersonFactory,
    TechnologyFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-24T10:00+01:00")]


def address(name, *arguments, query="", language="en"):
    with translation.override(language):
        return reverse(f"directory:{name}", args=arguments) + query


def listed(response):
    return re.findall(r'class="name" href="[^"]+">([^<]+)<', response.content.decode())


@pytest.fixture
def coordinator(client_of):
    return client_of("coordinator")


def test_the_list_shows_what_people_choose_by(coordinator):
    one = OrganisationFactory(
        name="Biofala S.A.", city="Pruszków", fields=["diagnostics"], standing="member"
    )
    ConversationFactory(organisation=one, held_on=date(2026, 11, 19))
    TechnologyFactory(organisation=one)
    NeedFactory(organisation=one)
    NeedFactory(organisation=one)
    text = coordinator.get(address("organisation-list")).content.decode()
    assert "small firm · Pruszków · in-vitro diagnostics" in text
    assert "Cluster member" in text
    assert "since 1\u00a0January 2025" in text
    assert "19\u00a0November 2026" in text
    assert "5 days ago" in text
    needs = address("organisation-list").replace("directory/organisations", "catalogue")
    assert f'href="{needs}?kind=need&amp;organisation={one.pk}">2 needs</a>' in text
    assert ">1 technology</a>" in text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_for_three_rows_as_for_one(
    coordinator, django_assert_num_queries, count
):
    for _turn in range(count):
        one = OrganisationFactory(fields=["devices"], standing="member")
        ConversationFactory(organisation=one)
        TechnologyFactory(organisation=one)
    coordinator.get(address("organisation-list"))
    with django_assert_num_queries(14):
        coordinator.get(address("organisation-list"))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?q=pruszkowie", ["Biofala"]),
        ("?q=526-025-09-95", ["Biofala"]),
        ("?q=zawilec", ["Szpital"]),
        ("?standing=member", ["Biofala"]),
        ("?standing=none", ["Akademia", "Szpital"]),
        ("?kind=small", ["Biofala"]),
        ("?kind=small&kind=hospital", ["Biofala", "Szpital"]),
        ("?field=devices&kind=hospital", ["Szpital"]),
        ("?county=otwocki", ["Szpital"]),
        ("?county=unknown", ["Akademia", "Biofala"]),
        ("?kind=nonsense&page=99", ["Akademia", "Biofala", "Szpital"]),
        ("?order=newest", ["Szpital", "Biofala", "Akademia"]),
        ("?q=nobody", []),
    ],
)
def test_the_list_is_searched_and_narrowed(coordinator, query, names):
    OrganisationFactory(name="Akademia", kind="university")
    OrganisationFactory(
        name="Biofala", city="Pruszków", standing="member", identifiers={"nip": "5260250995"}
    )
    clinic = OrganisationFactory(
        name="Szpital", kind="hospital", county="otwocki", fields=["devices"]
    )
    PersonFactory(family_name="Zawilec", organisation=clinic)
    response = coordinator.get(address("organisation-list", query=query))
    assert listed(response) == names


def test_facets_count_what_they_would_show(coordinator):
    OrganisationFactory(kind="hospital", standing="member")
    OrganisationFactory(kind="hospital")
    OrganisationFactory(standing="member")
    response = coordinator.get(address("organisation-list", query="?standing=member"))
    kinds = next(f for f in response.context["narrowed"].facets if f.parameter == "kind")
    assert {(o.value, o.count) for o in kinds.options} == {("small", 1), ("hospital", 1)}
    assert "2 of 3 organisations" in response.content.decode()


def test_twenty_rows_make_a_page(coordinator):
    for _turn in range(21):
        OrganisationFactory()
    assert len(listed(coordinator.get(address("organisation-list")))) == 20
    assert len(listed(coordinator.get(address("organisation-list", query="?page=2")))) == 1


def test_an_empty_list_teaches_and_an_empty_search_leads_back(coordinator):
    assert "For example" in coordinator.get(address("organisation-list")).content.decode()
    text = coordinator.get(address("organisation-list", query="?q=zebra")).content.decode()
    assert "Nothing fits" in text
    assert "<table" not in text


@pytest.mark.parametrize("role", ["editor", "viewer", "guest_expert"])
def test_conversations_stay_within_the_team(client_of, role):
    ConversationFactory(organisation=OrganisationFactory(standing="member"))
    client = client_of(role)
    response = client.get(address("organisation-list", query="?order=contact"))
    text = response.content.decode()
    assert "Last conversation" not in text
    assert "20\u00a0November" not in text
    assert [value for value, _words, chosen in response.context["orders"] if chosen] == ["name"]
    assert "Download" not in text


def test_shared_records_are_counted_for_members_and_others_are_not(client_of):
    one = OrganisationFactory()
    NeedFactory(organisation=one)
    NeedFactory(organisation=one, disclosure="nda")
    TechnologyFactory(organisation=one, disclosure="")
    text = client_of("viewer").get(address("organisation-list")).content.decode()
    assert ">1 need</a>" in text
    assert "technology</a>" not in text


def test_the_export_is_exactly_the_list(coordinator):
    OrganisationFactory(name="Biofala", standing="member", identifiers={"nip": "5260250995"})
    OrganisationFactory(name="=Zły arkusz", standing="member")
    OrganisationFactory(name="Inna")
    query = "?standing=member&view=map&page=3"
    response = coordinator.get(address("organisation-export", query=query, language="pl"))
    assert 'filename="organizacje-2026-11-24.xlsx"' in response["Content-Disposition"]
    rows = list(load_workbook(io.BytesIO(response.content)).active.values)
    assert rows[0][:2] == ("Nazwa", "Nazwa po angielsku")
    assert [row[0] for row in rows[1:]] == ["Biofala", "=Zły arkusz"]
    assert "członek klastra" in rows[1]
    assert "5260250995" in rows[1]


def test_the_export_as_csv_has_no_formulas(coordinator):
    OrganisationFactory(name="=1+1")
    text = coordinator.get(address("organisation-export", query="?format=csv")).content.decode()
    assert text.startswith("\ufeffName;Name in English;Kind")
    assert "'=1+1;" in text


def test_the_map_shows_dots_and_a_table_of_everybody(coordinator):
    near = {"city": "Warszawa", "latitude": 52.2, "longitude": 21.0}
    one = OrganisationFactory(name="Biofala", **near)
    OrganisationFactory(name="Szpital </script>", kind="hospital", **near)
    OrganisationFactory(name="Bez miejsca", city="Radom")
    response = coordinator.get(address("organisation-list", query="?view=map"))
    text = response.content.decode()
    block = re.search(r'<script id="map-data" type="application/json">(.*?)</script>', text)[1]
    data = json.loads(block)
    assert [dot["name"] for dot in data["dots"]] == ["Biofala", "Szpital </script>"]
    assert data["dots"][0]["at"] == [21.0, 52.2]
    assert data["dots"][0]["address"] == address("organisation-detail", one.pk)
    assert [(town["name"], town["count"]) for town in data["towns"]] == [("Warszawa", 2)]
    assert [(kind["code"], kind["colour"]) for kind in data["kinds"]] == [
        ("firm", "c1"),
        ("hospital", "c4"),
    ]
    assert "More than half are in one town: Warszawa, 2 of 3 organisations" in text
    assert "1 organisation has no coordinates" in text
    assert listed(response) == ["Bez miejsca", "Biofala", "Szpital &lt;/script&gt;"]


def test_the_map_keeps_the_filters_and_the_filters_keep_the_map(coordinator):
    OrganisationFactory(kind="hospital", standing="member", city="Radom")
    OrganisationFactory(city="Lublin")
    query = "?view=map&standing=member"
    text = coordinator.get(address("organisation-list", query=query)).content.decode()
    assert '<input type="hidden" name="view" value="map">' in text
    assert "Lublin" not in text.split("</form>", 1)[1]
    assert "1 organisation: Radom" in text


@pytest.mark.parametrize("count", [1, 3])
def test_the_map_takes_as_many_queries_for_three_dots_as_for_one(
    coordinator, django_assert_num_queries, count
):
    for _turn in range(count):
        OrganisationFactory(latitude=52.0, longitude=21.0)
    coordinator.get(address("organisation-list", query="?view=map"))
    with django_assert_num_queries(9):
        coordinator.get(address("organisation-list", query="?view=map"))
