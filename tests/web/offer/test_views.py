"""The public offer: what anybody sees, and above all what nobody does."""

import re

import pytest

from tests.factories import (
    NOW,
    ClusterFactory,
    CompetenceFactory,
    EquipmentFactory,
    NeedFactory,
    OrganisationFactory,
    PersonFactory,
    TechnologyFactory,
    UserFactory,
)
from zwornik.catalogue.services import revise_record, withdraw_record

pytestmark = pytest.mark.django_db
FACTORIES = {
    "technologies": TechnologyFactory,
    "competences": CompetenceFactory,
    "equipment": EquipmentFactory,
    "needs": NeedFactory,
}
BASE = "/en/offer/"
LIST_QUERIES = 5  # rows of three kinds, cards of one kind, cluster
ITEM_QUERIES = 5  # record, neighbours of three kinds, cluster
MEMBER_QUERIES = 6  # organisations, fields, offers of three kinds, cluster


def text_of(response):
    return response.content.decode()


def titles(response):
    return [card.record.title_en for card in response.context["page"].object_list]


def item(client, segment, record, slug="x", language="en"):
    return client.get(f"/{language}/offer/{segment}/{record.pk}-{slug}/", follow=True)


@pytest.mark.parametrize("page", ["", "needs/", "members/", "feed.json"])
@pytest.mark.parametrize("role", ["visitor", "editor", "coordinator"])
def test_public_pages_open_for_everybody(client_of, page, role):
    assert client_of(role).get(f"{BASE}{page}").status_code == 200


@pytest.mark.parametrize("segment", FACTORIES)
@pytest.mark.parametrize("role", ["visitor", "coordinator"])
@pytest.mark.parametrize("state", ["draft", "members", "nda", "withdrawn", "superseded"])
def test_what_is_not_public_is_not_found(client_of, segment, role, state):
    factory = FACTORIES[segment]
    record = factory(
        disclosure={"draft": "", "members": "members", "nda": "nda"}.get(state, "public")
    )
    if state == "withdrawn":
        withdraw_record(record=record)
    if state == "superseded":
        revise_record(record=record, facts={}, revised_by=UserFactory(), now=NOW)
    client = client_of(role)
    assert item(client, segment, record).status_code == 404
    address = f"/{segment}/{record.pk}-"
    for page in ("", "needs/", "feed.json"):
        assert address not in text_of(client.get(f"{BASE}{page}"))


@pytest.mark.parametrize("segment", FACTORIES)
def test_public_record_has_a_page(client, segment):
    record = FACTORIES[segment](disclosure="public", title_en="Łuk świetlny")
    response = item(client, segment, record)
    assert response.status_code == 200
    assert response.redirect_chain == [(f"{BASE}{segment}/{record.pk}-luk-swietlny/", 301)]
    assert "Łuk świetlny" in text_of(response)


def test_unknown_kind_and_unknown_number_are_not_found(client):
    record = TechnologyFactory(disclosure="public")
    assert client.get(f"{BASE}spaceships/{record.pk}-x/").status_code == 404
    assert client.get(f"{BASE}technologies/999-x/").status_code == 404
    assert client.get(f"{BASE}equipment/{record.pk}-x/").status_code == 404


def test_title_without_latin_letters_still_has_an_address(client):
    record = TechnologyFactory(disclosure="public", title_en="激光", title_pl="")
    response = item(client, "technologies", record)
    assert response.redirect_chain[0][0].endswith(f"{record.pk}-technology/")


@pytest.mark.parametrize("segment", FACTORIES)
@pytest.mark.parametrize(
    ("anonymity", "named", "placed"),
    [("named", True, True), ("sector", False, True), ("anonymous", False, False)],
)
def test_owner_is_shown_as_the_owner_wishes(client, segment, anonymity, named, placed):
    owner = OrganisationFactory(name="Kryptolit S.A.", city="Radom", size_class="large")
    contact = PersonFactory(family_name="Wiśniewska", organisation=owner)
    record = FACTORIES[segment](
        organisation=owner, contact=contact, anonymity=anonymity, disclosure="public"
    )
    lists = f"{BASE}needs/" if segment == "needs" else BASE
    for response in (
        item(client, segment, record),
        client.get(lists),
        client.get(f"{BASE}feed.json"),
    ):
        page = text_of(response)
        assert ("Kryptolit" in page) is named
        assert named or ("Radom" in page) is placed
        assert "Wiśniewska" not in page
    assert len(titles(client.get(f"{lists}?q=Kryptolit"))) == named
    assert len(titles(client.get(f"{lists}?organisation={owner.pk}"))) == named


def test_offer_mixes_three_kinds_and_leaves_needs_to_their_own_list(client):
    for segment, factory in FACTORIES.items():
        factory(title_en=segment, disclosure="public")
    assert sorted(titles(client.get(BASE))) == ["competences", "equipment", "technologies"]
    assert titles(client.get(f"{BASE}needs/")) == ["needs"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("what=competence", ["service"]),
        ("what=competence&what=equipment", ["service", "tool"]),
        ("field=neuro", ["laser"]),
        ("stage=market", ["laser"]),
        ("partnership=investment", ["laser"]),
        ("ip_status=granted", ["laser"]),
        ("stage=market&what=equipment", []),
        ("q=lasery", ["laser"]),
        ("q=nothing", []),
    ],
)
def test_offer_is_searched_and_narrowed(client, query, expected):
    TechnologyFactory(
        title_en="laser",
        title_pl="laser",
        field="neuro",
        stage="market",
        ip_status="granted",
        partnership=["investment", "supplier"],
        disclosure="public",
    )
    CompetenceFactory(title_en="service", disclosure="public")
    EquipmentFactory(title_en="tool", disclosure="public")
    response = client.get(f"{BASE}?{query}")
    assert sorted(titles(response)) == expected


def test_counts_of_areas_cover_all_kinds(client):
    TechnologyFactory(field="neuro", disclosure="public")
    EquipmentFactory(field="neuro", disclosure="public")
    CompetenceFactory(field="cells", disclosure="public")
    areas = client.get(BASE).context["areas"]
    assert {(area.value, area.count) for area in areas} == {("neuro", 2), ("cells", 1)}
    assert "By area" in text_of(client.get(BASE))
    assert "By area" not in text_of(client.get(f"{BASE}?field=neuro"))


def test_offer_is_put_in_order_across_kinds(client):
    TechnologyFactory(title_en="b", trl_claimed=9, trl_verified=8, disclosure="public")
    TechnologyFactory(title_en="c", trl_claimed=9, disclosure="public")
    EquipmentFactory(title_en="a", recorded_on="2026-05-05", disclosure="public")
    assert titles(client.get(BASE))[0] == "a"
    assert titles(client.get(f"{BASE}?order=title")) == ["a", "b", "c"]
    assert titles(client.get(f"{BASE}?order=readiness"))[:2] == ["b", "c"]


def test_examples_find_what_they_promise(client):
    TechnologyFactory(
        title_en="Silver-loaded hydrogel dressing", field="biomaterials", disclosure="public"
    )
    TechnologyFactory(title_en="A 7 T scanner", field="imaging", disclosure="public")
    examples = client.get(BASE).context["asked"].examples
    assert examples == ("silver-loaded hydrogel",)
    assert len(titles(client.get(f"{BASE}?q={examples[0]}"))) == 1


def test_offer_is_read_in_pages_of_twelve(client):
    owner = OrganisationFactory()
    for _ in range(13):
        EquipmentFactory(organisation=owner, disclosure="public")
    assert len(titles(client.get(BASE))) == 12
    assert len(titles(client.get(f"{BASE}?page=2"))) == 1


def test_empty_offer_says_what_belongs_here(client):
    assert "Nothing is offered to everybody yet" in text_of(client.get(BASE))


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_for_one_and_for_three(client, django_assert_num_queries, count):
    for _ in range(count):
        TechnologyFactory(organisation=OrganisationFactory(), disclosure="public")
    with django_assert_num_queries(LIST_QUERIES):
        assert len(titles(client.get(BASE))) == count


@pytest.mark.parametrize("count", [1, 3])
def test_item_costs_the_same_with_one_and_with_three_neighbours(
    client, django_assert_num_queries, count
):
    record = TechnologyFactory(disclosure="public", title_en="x")
    for _ in range(count):
        EquipmentFactory(organisation=OrganisationFactory(), disclosure="public")
    with django_assert_num_queries(ITEM_QUERIES):
        assert item(client, "technologies", record).status_code == 200


def test_item_says_what_it_means_for_machines_too(client):
    record = TechnologyFactory(
        disclosure="public", title_pl="Żel", title_en="Gel", summary_en='Heals "wounds". Cheap.'
    )
    page = text_of(item(client, "technologies", record))
    here, there = (
        f"http://testserver/en/offer/technologies/{record.pk}-gel/",
        f"http://testserver/pl/offer/technologies/{record.pk}-zel/",
    )
    assert '<html lang="en"' in page
    assert f'<link rel="canonical" href="{here}">' in page
    assert f'<link rel="alternate" hreflang="pl" href="{there}">' in page
    assert f'<link rel="alternate" hreflang="x-default" href="{here}">' in page
    assert '<meta name="description" content="Heals &quot;wounds&quot;. Cheap.">' in page
    assert len(re.findall("<h1", page)) == 1
    assert f'href="/pl/offer/technologies/{record.pk}-zel/" lang="pl"' in page


@pytest.mark.parametrize("page", ["", "needs/", "members/"])
@pytest.mark.parametrize("language", ["pl", "en"])
def test_lists_name_their_address_in_both_languages(client, page, language):
    text = text_of(client.get(f"/{language}/offer/{page}?field=neuro"))
    assert f'<html lang="{language}"' in text
    assert f'rel="canonical" href="http://testserver/{language}/offer/{page}"' in text
    assert f'hreflang="pl" href="http://testserver/pl/offer/{page}"' in text
    assert '<meta name="description" content="' in text


def test_text_that_is_missing_in_one_language_is_shown_in_the_other_and_marked(client):
    record = TechnologyFactory(disclosure="public", title_pl="Żel", title_en="", problem_pl="Ból")
    page = text_of(item(client, "technologies", record))
    assert '<span lang="pl">Żel</span>' in page
    assert '<span lang="pl">Ból</span>' in page
    assert '<span lang="pl">' not in text_of(item(client, "technologies", record, language="pl"))


def test_interest_is_written_to_the_cluster_with_the_code(client):
    ClusterFactory(email="office@klaster.example", help_phone="22 555 01 42")
    record = TechnologyFactory(disclosure="public", title_en="Gel & foam")
    page = text_of(item(client, "technologies", record))
    assert f"mailto:office@klaster.example?subject=%5B{record.code}%5D%20Gel%20%26%20foam" in page
    assert "22 555 01 42" in page


def test_cluster_without_address_has_no_letter(client):
    record = TechnologyFactory(disclosure="public")
    assert "mailto:" not in text_of(item(client, "technologies", record))


def test_need_shows_requirements_but_not_the_money(client):
    record = NeedFactory(
        disclosure="public",
        budget="over_1m",
        horizon_months=18,
        requirements=[{"text_en": "in 15 minutes"}],
    )
    page = text_of(item(client, "needs", record))
    assert "in 15\u00a0minutes" in page or "in 15 minutes" in page
    assert "18 months" in page
    assert "1,000,000" not in page
    assert "Can you answer it?" in page


def test_item_names_two_others_that_go_well_with_it(client):
    record = TechnologyFactory(disclosure="public", title_en="Gel")
    for n in range(3):
        EquipmentFactory(disclosure="public", title_en=f"Tool {n}")
    EquipmentFactory(title_en="Secret tool")
    near = item(client, "technologies", record).context["near"]
    assert [card.record.title_en for card in near] == ["Tool 2", "Tool 1"]


@pytest.mark.parametrize("count", [1, 3])
def test_members_cost_the_same_for_one_and_for_three(client, django_assert_num_queries, count):
    for _ in range(count):
        owner = OrganisationFactory(standing="member", fields=["neuro", "cells"])
        TechnologyFactory(organisation=owner, disclosure="public")
    with django_assert_num_queries(MEMBER_QUERIES):
        page = client.get(f"{BASE}members/").context["page"]
    assert [member.offers for member in page.object_list] == [1] * count


def test_members_are_those_of_today_in_alphabetical_order_without_contacts(client):
    OrganisationFactory(
        name="Żelpol", standing="member", email="biuro@zelpol.example", phone="1234"
    )
    OrganisationFactory(name="Łuk", standing="member", fields=["neuro"])
    OrganisationFactory(name="Kandydat", standing="candidate")
    OrganisationFactory(name="Obcy")
    response = client.get(f"{BASE}members/")
    assert [m.name for m in response.context["page"].object_list] == ["Łuk", "Żelpol"]
    page = text_of(response)
    assert "biuro@zelpol.example" not in page
    assert "1234" not in page
    narrowed = client.get(f"{BASE}members/?field=neuro").context["page"].object_list
    assert [m.name for m in narrowed] == ["Łuk"]
    found = client.get(f"{BASE}members/?q=zelpol").context["page"].object_list
    assert [m.name for m in found] == ["Żelpol"]


@pytest.mark.parametrize("page", ["", "needs/", "members/", "feed.json"])
def test_public_pages_take_no_posts(client, page):
    assert client.post(f"{BASE}{page}").status_code == 405


def test_public_pages_set_no_cookie(client):
    record = TechnologyFactory(disclosure="public")
    for response in (client.get(BASE), item(client, "technologies", record)):
        assert not response.cookies
