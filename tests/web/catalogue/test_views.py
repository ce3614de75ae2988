"""Reading the catalogue: who may open which page, what lists show, and how much it costs."""

import io
import re

import openpyxl
import pytest
from django.urls import reverse

from tests.factories import (
    NOW,
    CompetenceFactory,
    EquipmentFactory,
    NeedFactory,
    OrganisationFactory,
    PersonFactory,
    SeatFactory,
    TechnologyFactory,
    UserFactory,
)
from zwornik.catalogue.services import revise_record, withdraw_record

pytestmark = pytest.mark.django_db
FACTORIES = {
    "technology": TechnologyFactory,
    "need": NeedFactory,
    "competence": CompetenceFactory,
    "equipment": EquipmentFactory,
}
LIST = "/en/catalogue/"
LIST_QUERIES = 7  # session, account, rows, records of the page; the rest is the shell
EXPORT_QUERIES = 5  # session, account, rows, records, requirements
NEED_QUERIES = 8  # session, account, need, requirements, trail; the rest is the shell


def page_of(record):
    return f"/en{reverse(f'catalogue:{record.kind}-detail', args=[record.pk])[3:]}"


def text_of(response):
    return response.content.decode()


def titles(response):
    return [record.title_en for record in response.context["page"].object_list]


@pytest.mark.parametrize(
    ("role", "page", "export"),
    [
        ("coordinator", 200, 200),
        ("auditor", 200, 200),
        ("editor", 200, 403),
        ("viewer", 200, 403),
        ("guest_expert", 200, 403),
        ("member", 403, 403),  # a member without a seat anywhere
        ("visitor", 302, 302),
    ],
)
def test_list_and_export_by_role(client_of, role, page, export):
    client = client_of(role)
    assert client.get(LIST).status_code == page
    assert client.get(f"{LIST}export/").status_code == export


@pytest.mark.parametrize("kind", FACTORIES)
@pytest.mark.parametrize(
    ("role", "members", "nda"),
    [
        ("coordinator", 200, 200),
        ("auditor", 200, 200),
        ("editor", 200, 403),
        ("guest_expert", 200, 403),
        ("member", 403, 403),
        ("visitor", 302, 302),
    ],
)
def test_record_by_role(client_of, kind, role, members, nda):
    client, factory = client_of(role), FACTORIES[kind]
    assert client.get(page_of(factory())).status_code == members
    assert client.get(page_of(factory(disclosure="nda"))).status_code == nda


@pytest.mark.parametrize("kind", FACTORIES)
@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_for_one_and_for_three(
    client_of, django_assert_num_queries, kind, count
):
    client = client_of("coordinator")
    for _ in range(count):
        FACTORIES[kind](organisation=OrganisationFactory())
    with django_assert_num_queries(LIST_QUERIES):
        assert len(client.get(f"{LIST}?kind={kind}").context["page"].object_list) == count


@pytest.mark.parametrize("count", [1, 3])
def test_export_costs_the_same_for_one_and_for_three(client_of, django_assert_num_queries, count):
    client = client_of("coordinator")
    for _ in range(count):
        NeedFactory(requirements=[{"text_en": "fast"}])
    with django_assert_num_queries(EXPORT_QUERIES):
        client.get(f"{LIST}export/?kind=need")


@pytest.mark.parametrize("count", [1, 3])
def test_record_costs_the_same_with_one_and_with_three_requirements(
    client_of, django_assert_num_queries, count
):
    client = client_of("coordinator")
    need = NeedFactory(requirements=[{"text_en": f"line {n}"} for n in range(count)])
    with django_assert_num_queries(NEED_QUERIES):
        client.get(page_of(need))


def test_list_shows_one_kind_and_falls_back_on_technologies(client_of):
    client = client_of("coordinator")
    TechnologyFactory(title_en="Laser")
    NeedFactory(title_en="Lens")
    assert titles(client.get(LIST)) == ["Laser"]
    assert titles(client.get(f"{LIST}?kind=need")) == ["Lens"]
    assert titles(client.get(f"{LIST}?kind=spaceship")) == ["Laser"]


def test_list_is_searched_narrowed_and_counted(client_of):
    client = client_of("coordinator")
    TechnologyFactory(title_en="Antibody pair", field="diagnostics", trl_claimed=3)
    TechnologyFactory(title_en="Antibody library", field="biologics", trl_claimed=6)
    TechnologyFactory(title_en="Laser", field="devices", trl_claimed=8)
    response = client.get(f"{LIST}?q=antibodies")
    assert sorted(titles(response)) == ["Antibody library", "Antibody pair"]
    response = client.get(f"{LIST}?field=biologics&field=devices&trl=7-9")
    assert titles(response) == ["Laser"]
    assert "1 of 3 technologies" in text_of(response)
    facets = {facet.parameter: facet for facet in response.context["listing"].narrowed.facets}
    assert [(o.value, o.count) for o in facets["trl"].options] == [("4-6", 1), ("7-9", 1)]
    assert "?kind=" not in response.context["listing"].narrowed.chips[0].address


@pytest.mark.parametrize(
    ("kind", "facts", "query"),
    [
        ("technology", {"stage": "market"}, "stage=market"),
        ("technology", {"ip_status": "granted"}, "ip_status=granted"),
        ("technology", {"trl_claimed": None}, "trl=none"),
        ("need", {"urgency": "high"}, "urgency=high"),
        ("need", {"budget": "over_1m"}, "budget=over_1m"),
        ("competence", {"quality": ["GLP", "GMP"]}, "quality=GMP"),
        ("competence", {"availability": "limited"}, "availability=limited"),
        ("equipment", {"access": "remote"}, "access=remote"),
        ("equipment", {"disclosure": "nda"}, "disclosure=nda"),
        ("equipment", {"disclosure": ""}, "status=draft"),
    ],
)
def test_facets_of_each_kind_choose_what_they_say(client_of, kind, facts, query):
    FACTORIES[kind](title_en="other")
    FACTORIES[kind](title_en="wanted", **facts)
    response = client_of("coordinator").get(f"{LIST}?kind={kind}&{query}")
    assert titles(response) == ["wanted"]


@pytest.mark.parametrize(
    ("kind", "order", "expected"),
    [
        ("technology", "readiness", ["proved 6", "proved 4", "claimed 9"]),
        ("technology", "title", ["claimed 9", "proved 4", "proved 6"]),
        ("technology", "newest", ["claimed 9", "proved 4", "proved 6"]),
        ("technology", "nonsense", ["claimed 9", "proved 4", "proved 6"]),
    ],
)
def test_list_is_put_in_the_order_that_is_chosen(client_of, kind, order, expected):
    TechnologyFactory(title_en="proved 6", trl_claimed=6, trl_verified=6)
    TechnologyFactory(title_en="proved 4", trl_claimed=7, trl_verified=4)
    TechnologyFactory(title_en="claimed 9", trl_claimed=9)
    response = client_of("coordinator").get(f"{LIST}?kind={kind}&order={order}")
    assert titles(response) == expected


def test_needs_are_put_in_order_of_urgency_those_without_it_last(client_of):
    for urgency in ("low", "", "high", "medium"):
        NeedFactory(title_en=urgency or "none", urgency=urgency)
    response = client_of("coordinator").get(f"{LIST}?kind=need&order=urgency")
    assert titles(response) == ["high", "medium", "low", "none"]


def test_polish_titles_are_sorted_with_their_letters(client_of):
    for title in ("Żel", "Laser", "Łuk", "„Mapa”"):
        TechnologyFactory(title_pl=title, title_en="")
    response = client_of("coordinator").get("/pl/catalogue/?order=title")
    found = [record.title_pl for record in response.context["page"].object_list]
    assert found == ["Laser", "Łuk", "„Mapa”", "Żel"]


def test_list_is_read_in_pages_of_twenty(client_of):
    owner = OrganisationFactory()
    for _ in range(21):
        EquipmentFactory(organisation=owner)
    client = client_of("coordinator")
    assert len(titles(client.get(f"{LIST}?kind=equipment"))) == 20
    assert len(titles(client.get(f"{LIST}?kind=equipment&page=2"))) == 1
    assert len(titles(client.get(f"{LIST}?kind=equipment&page=99"))) == 1


def test_member_finds_the_own_drafts_and_nobody_elses(client_of):
    client = client_of("editor")
    TechnologyFactory(title_en="own", disclosure="", organisation=client.organisation)
    TechnologyFactory(title_en="foreign draft", disclosure="")
    TechnologyFactory(title_en="shared")
    assert titles(client.get(LIST)) == ["shared", "own"]
    assert titles(client.get(f"{LIST}?whose=own")) == ["own"]


def test_member_sees_an_owner_only_as_far_as_the_owner_allows(client_of):
    owner = OrganisationFactory(name="Kryptolit S.A.", city="Radom")
    records = [
        TechnologyFactory(organisation=owner, anonymity=kind) for kind in ("sector", "anonymous")
    ]
    member, team = client_of("editor"), client_of("auditor")
    for record in records:
        assert "Kryptolit" not in text_of(member.get(page_of(record)))
        assert "Kryptolit" in text_of(team.get(page_of(record)))
    assert "Kryptolit" not in text_of(member.get(LIST))
    assert "Radom" in text_of(member.get(LIST))
    assert titles(member.get(f"{LIST}?q=Kryptolit")) == []
    assert len(titles(team.get(f"{LIST}?q=Kryptolit"))) == 2


def test_list_of_one_organisation_does_not_tell_hidden_owners(client_of):
    owner = OrganisationFactory(name="Kryptolit S.A.")
    TechnologyFactory(organisation=owner, title_en="named")
    TechnologyFactory(organisation=owner, title_en="hidden", anonymity="sector")
    TechnologyFactory(title_en="foreign")
    address = f"{LIST}?organisation={owner.pk}"
    assert titles(client_of("editor").get(address)) == ["named"]
    assert titles(client_of("coordinator").get(address)) == ["hidden", "named"]
    assert titles(client_of("coordinator").get(f"{LIST}?organisation=0")) == []


def test_export_hands_out_exactly_the_chosen_records(client_of):
    client = client_of("auditor")
    TechnologyFactory(title_en="wanted", field="neuro", trl_claimed=8)
    TechnologyFactory(title_en="wanted too", field="neuro", trl_claimed=9)
    TechnologyFactory(title_en="other", field="devices")
    response = client.get(f"{LIST}export/?field=neuro&order=readiness")
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    column = rows[0].index("Title (in English)")
    assert [row[column] for row in rows[1:]] == ["wanted too", "wanted"]
    assert ".xlsx" in response["Content-Disposition"]


def test_export_as_csv_has_the_mark_and_semicolons(client_of):
    TechnologyFactory(title_pl="Żel", title_en="=cmd()")
    response = client_of("coordinator").get("/pl/catalogue/export/?format=csv")
    assert response.content.startswith(b"\xef\xbb\xbf")
    lines = response.content.decode("utf-8-sig").splitlines()
    assert lines[0].count(";") == lines[1].count(";") > 10
    assert "Żel" in lines[1]
    assert "'=cmd()" in lines[1]


def test_empty_list_teaches_and_a_list_without_hits_says_so(client_of):
    client = client_of("coordinator")
    assert "Nothing here yet" in text_of(client.get(f"{LIST}?kind=need"))
    NeedFactory()
    response = client.get(f"{LIST}?kind=need&q=unobtainium")
    assert "Nothing fits" in text_of(response)
    assert "Show everything" in text_of(response)


@pytest.mark.parametrize(
    ("role", "adds"),
    [("coordinator", True), ("editor", True), ("viewer", False), ("auditor", False)],
)
def test_adding_is_offered_to_those_who_may(client_of, role, adds):
    assert ("Add a technology" in text_of(client_of(role).get(LIST))) is adds


def test_need_shows_its_requirements_and_leads_the_team_to_answers(client_of):
    lines = [{"text_en": "up to 50 µL"}, {"text_en": "CRP too", "is_mandatory": False}]
    need = NeedFactory(requirements=lines, trl_min=5, trl_max=8, cooperation=["licence"])
    page = text_of(client_of("auditor").get(page_of(need)))
    assert "1 requirement, 1 wish" in " ".join(page.split())
    assert "up to 50\u00a0µL" in page or "up to 50 µL" in page
    assert "TRL&nbsp;5–8" in page
    assert f"/en/matching/needs/{need.pk}/" in page
    assert "/matching/" not in text_of(client_of("editor").get(page_of(need)))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"trl_min": 5}, "TRL 5 or more"),
        ({"trl_max": 8}, "TRL 8 or less"),
        ({}, "any"),
    ],
)
def test_need_says_which_readiness_answers_it(client_of, facts, words):
    page = text_of(client_of("coordinator").get(page_of(NeedFactory(**facts))))
    assert words in re.findall(r"Readiness of an answer</dt>\s*<dd>\s*(.*?)\s*</dd>", page)


def test_technology_shows_claimed_beside_verified_readiness(client_of):
    record = TechnologyFactory(trl_claimed=7, trl_verified=6)
    page = text_of(client_of("coordinator").get(page_of(record)))
    assert "TRL 7 claimed" in page
    assert "TRL\u00a06" in page
    assert "What TRL 6 means" in page


def test_unconfirmed_record_says_so(client_of):
    client = client_of("coordinator")
    assert "unconfirmed" in text_of(client.get(page_of(TechnologyFactory())))
    confirmed = TechnologyFactory(confirmed_on="2026-03-03")
    assert "unconfirmed" not in text_of(client.get(page_of(confirmed)))


def test_superseded_record_says_so_and_leads_to_the_newer_one(client_of):
    client = client_of("coordinator")
    old = TechnologyFactory(title_en="Old")
    newer = revise_record(record=old, facts={}, revised_by=client.user, now=NOW)
    page = text_of(client.get(page_of(old)))
    assert "was superseded and can only be read" in page
    assert page_of(newer) in page
    assert "/edit/" not in page
    assert "Replaces" in text_of(client.get(page_of(newer)))


def test_member_is_led_from_a_superseded_record_to_the_newer_one(client_of):
    old = TechnologyFactory()
    newer = revise_record(record=old, facts={}, revised_by=UserFactory(), now=NOW)
    response = client_of("editor").get(page_of(old))
    assert response.status_code == 302
    assert response.url == page_of(newer)


def test_withdrawn_record_is_read_by_the_team_only(client_of):
    record = withdraw_record(record=TechnologyFactory())
    assert "was withdrawn" in text_of(client_of("auditor").get(page_of(record)))
    assert client_of("editor").get(page_of(record)).status_code == 403


def test_history_contact_and_source_stay_inside(client_of):
    owner = OrganisationFactory(name="Kryptolit S.A.")
    contact = PersonFactory(family_name="Wiśniewska", organisation=owner)
    record = TechnologyFactory(
        organisation=owner, contact=contact, source="A-0051", anonymity="sector"
    )
    outside = text_of(client_of("editor").get(page_of(record)))
    assert not [word for word in ("Wiśniewska", "A-0051", "History") if word in outside]
    seat = SeatFactory(organisation=owner)
    inside = client_of("coordinator")
    for word in ("Wiśniewska", "A-0051", "History"):
        assert word in text_of(inside.get(page_of(record)))
    inside.force_login(seat.account)
    assert "History" in text_of(inside.get(page_of(record)))


@pytest.mark.parametrize("kind", FACTORIES)
def test_unknown_record_is_not_found(client_of, kind):
    address = f"/en{reverse(f'catalogue:{kind}-detail', args=[999])[3:]}"
    assert client_of("coordinator").get(address).status_code == 404


def test_lists_and_records_take_no_posts(client_of):
    client = client_of("coordinator")
    for address in (LIST, f"{LIST}export/", page_of(TechnologyFactory())):
        assert client.post(address).status_code == 405
