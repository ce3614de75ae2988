"""Search: what each role finds, where codes lead, and how much it costs."""

import pytest

from tests.factories import (
    CompetenceFactory,
    EquipmentFactory,
    NeedFactory,
    OrganisationFactory,
    PersonFactory,
    TechnologyFactory,
)

pytestmark = pytest.mark.django_db
SEARCH = "/en/search/"
# session, account, organisations, fields, people, positions, four kinds; the rest is the shell
QUERIES = 13


def text_of(response):
    return response.content.decode()


def found(response):
    return {str(g.heading): [str(hit.row) for hit in g.hits] for g in response.context["groups"]}


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("coordinator", 200),
        ("auditor", 200),
        ("editor", 200),
        ("guest_expert", 200),
        ("member", 200),
        ("visitor", 302),
    ],
)
def test_search_by_role(client_of, role, status):
    assert client_of(role).get(f"{SEARCH}?q=laser").status_code == status


def test_search_finds_everything_of_the_cluster_by_kind(client_of):
    owner = OrganisationFactory(name="Laserex S.A.")
    PersonFactory(given_name="Anna", family_name="Laserowa", organisation=owner)
    for factory in (TechnologyFactory, NeedFactory, CompetenceFactory, EquipmentFactory):
        factory(title_en="Laser cutting", title_pl="Cięcie laserem")
    groups = found(client_of("coordinator").get(f"{SEARCH}?q=laserem"))
    assert list(groups)[-4:] == ["Technologies", "Needs", "Competences", "Equipment"]
    groups = found(client_of("coordinator").get(f"{SEARCH}?q=laserex"))
    assert groups["Organisations"] == ["Laserex S.A."]
    assert groups["People"] == ["Anna Laserowa"]


def test_account_without_a_seat_finds_nothing(client_of):
    owner = OrganisationFactory(name="Laserex S.A.")
    record = TechnologyFactory(organisation=owner, title_en="Laserex cutter")
    client = client_of("member")
    assert found(client.get(f"{SEARCH}?q=laserex")) == {}
    assert found(client.get(f"{SEARCH}?q={record.code}")) == {}


def test_member_finds_only_what_may_be_read_and_no_hidden_owner(client_of):
    owner = OrganisationFactory(name="Kryptolit S.A.")
    TechnologyFactory(organisation=owner, title_en="Laser one", anonymity="anonymous")
    TechnologyFactory(title_en="Laser two", disclosure="nda")
    TechnologyFactory(title_en="Laser three", disclosure="")
    response = client_of("editor").get(f"{SEARCH}?q=laser")
    assert [title.partition(" ")[2] for title in found(response)["Technologies"]] == ["Laser one"]
    assert "Kryptolit" not in text_of(response)
    assert "Technologies" not in found(client_of("editor").get(f"{SEARCH}?q=kryptolit"))
    assert "Technologies" in found(client_of("auditor").get(f"{SEARCH}?q=kryptolit"))


def test_code_leads_straight_to_its_record(client_of):
    client, record = client_of("editor"), NeedFactory(source="A-0051")
    for code in (record.code, record.code.lower(), "A-0051"):
        assert client.get(f"{SEARCH}?q={code}").url == f"/en/catalogue/needs/{record.pk}/"


def test_code_that_may_not_be_read_leads_nowhere(client_of):
    record = NeedFactory(disclosure="nda")
    response = client_of("editor").get(f"{SEARCH}?q={record.code}")
    assert response.status_code == 200
    assert found(response) == {}


def test_long_group_shows_the_first_and_leads_to_all(client_of):
    owner = OrganisationFactory()
    for n in range(9):
        TechnologyFactory(organisation=owner, title_en=f"Laser {n}")
    response = client_of("coordinator").get(f"{SEARCH}?q=laser")
    (group,) = response.context["groups"]
    assert (len(group.hits), group.has_more) == (8, True)
    assert group.everything == "/en/catalogue/?kind=technology&q=laser"


def test_nothing_found_and_nothing_asked_say_so(client_of):
    client = client_of("coordinator")
    assert "Nothing was found" in text_of(client.get(f"{SEARCH}?q=unobtainium"))
    assert "Nothing was found" not in text_of(client.get(SEARCH))
    assert "&lt;b&gt;" in text_of(client.get(f"{SEARCH}?q=<b>"))


@pytest.mark.parametrize("count", [1, 3])
def test_search_costs_the_same_for_one_and_for_three(client_of, django_assert_num_queries, count):
    client = client_of("coordinator")
    for n in range(count):
        owner = OrganisationFactory(name=f"Laser {n}")
        PersonFactory(family_name="Laser", organisation=owner)
        for factory in (TechnologyFactory, NeedFactory, CompetenceFactory, EquipmentFactory):
            factory(title_en="Laser", organisation=owner)
    with django_assert_num_queries(QUERIES):
        assert len(client.get(f"{SEARCH}?q=laser").context["groups"]) == 6
