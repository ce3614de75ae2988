"""Writing the catalogue: adding, changing, publishing, withdrawing, and what is refused."""

import pytest
import time_machine

from tests.factories import (
    NOW,
    EquipmentFactory,
    NeedFactory,
    OrganisationFactory,
    PersonFactory,
    SeatFactory,
    TechnologyFactory,
)
from zwornik.catalogue.models import Competence, Equipment, Need, Technology
from zwornik.catalogue.services import withdraw_record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]
BASE = "/en/catalogue"
NEED = {"title_pl": "Laser", "field": "devices", "anonymity": "named"}
TECHNOLOGY = NEED | {"product_kind": "device", "trl_claimed": "5"}


@pytest.fixture
def _today():
    with time_machine.travel(NOW, tick=False):
        yield


def text_of(response):
    return response.content.decode()


ROLES = [
    # role, adds for its own organisation, changes a foreign record, publishes
    ("coordinator", 200, 200, 200),
    ("auditor", 403, 403, 403),
    ("editor", 200, 403, 403),
    ("viewer", 403, 403, 403),
    ("guest_expert", 403, 403, 403),
    ("visitor", 302, 302, 302),
]


@pytest.mark.parametrize(("role", "add", "change", "publish"), ROLES)
def test_pages_by_role(client_of, role, add, change, publish):
    client, record = client_of(role), TechnologyFactory()
    assert client.get(f"{BASE}/technologies/add/").status_code == add
    address = f"{BASE}/technologies/{record.pk}"
    assert client.get(f"{address}/edit/").status_code == change
    assert client.get(f"{address}/withdraw/").status_code == change
    assert client.get(f"{address}/publish/").status_code == publish


@pytest.mark.parametrize(("role", "status"), [("editor", 200), ("viewer", 403)])
def test_own_record_is_changed_by_editors_only(client_of, role, status):
    client = client_of(role)
    record = NeedFactory(organisation=client.organisation, disclosure="")
    assert client.get(f"{BASE}/needs/{record.pk}/edit/").status_code == status
    assert client.get(f"{BASE}/needs/{record.pk}/withdraw/").status_code == status
    assert client.get(f"{BASE}/needs/{record.pk}/publish/").status_code == 403


@pytest.mark.parametrize("segment", ["technologies", "needs", "competences", "equipment"])
def test_form_of_each_kind_opens_for_adding(client_of, segment):
    owner = OrganisationFactory(name="Laserex S.A.")
    address = f"{BASE}/{segment}/add/?organisation={owner.pk}"
    page = text_of(client_of("coordinator").get(address))
    assert 'name="title_pl"' in page
    assert owner.name in page


def test_unknown_kind_has_no_form(client_of):
    assert client_of("coordinator").get(f"{BASE}/spaceships/add/").status_code == 404


def test_adding_first_asks_whose_it_is(client_of):
    client, first, second = client_of("editor"), OrganisationFactory(), OrganisationFactory()
    SeatFactory(account=client.user, organisation=first)
    SeatFactory(account=client.user, organisation=second, level="viewer")
    page = text_of(client.get(f"{BASE}/needs/add/"))
    assert "Whose is it?" in page
    assert first.name in page
    assert second.name not in page
    foreign = f"{BASE}/needs/add/?organisation={second.pk}"
    assert client.get(foreign).status_code == 404
    assert client.post(foreign, NEED).status_code == 404
    assert not Need.objects.exists()


def test_member_adds_a_draft_that_counts_as_confirmed(client_of):
    client = client_of("editor")
    response = client.post(f"{BASE}/technologies/add/", TECHNOLOGY)
    record = Technology.objects.get()
    assert response.url == f"{BASE}/technologies/{record.pk}/"
    assert (record.status, record.organisation) == ("draft", client.organisation)
    assert (record.recorded_on, record.confirmed_on) == (NOW.date(), NOW.date())
    assert (record.trl_claimed, record.trl_verified, record.keeper) == (5, None, None)


def test_member_cannot_write_what_only_an_audit_shows(client_of):
    facts = {"trl_verified": "5", "source": "A-0001", "source_on": "2026-01-01"}
    client_of("editor").post(f"{BASE}/technologies/add/", TECHNOLOGY | facts)
    record = Technology.objects.get()
    assert (record.trl_verified, record.source, record.source_on) == (None, "", None)


def test_coordinator_adds_with_source_and_keeps_it(client_of):
    client, owner = client_of("coordinator"), OrganisationFactory()
    contact = PersonFactory(organisation=owner)
    facts = {"trl_verified": "4", "source": "A-0007", "contact": contact.pk}
    address = f"{BASE}/technologies/add/?organisation={owner.pk}"
    client.post(address, TECHNOLOGY | facts)
    record = Technology.objects.get()
    assert (record.trl_verified, record.source, record.contact) == (4, "A-0007", contact)
    assert (record.keeper, record.confirmed_on) == (client.user, None)


def test_lists_and_choices_are_stored_by_their_codes(client_of):
    client = client_of("editor")
    quality = {"quality": ["GLP", "GMP"], "availability": "open"}
    client.post(f"{BASE}/competences/add/", NEED | quality)
    assert Competence.objects.get().quality == ["GLP", "GMP"]
    tool = {"access": "remote", "is_unique_in_region": "on", "year": "2021"}
    client.post(f"{BASE}/equipment/add/", NEED | tool)
    instrument = Equipment.objects.get()
    assert (instrument.access, instrument.is_unique_in_region, instrument.year) == (
        "remote",
        True,
        2021,
    )


def test_requirements_are_written_line_by_line_in_both_languages(client_of):
    lines = {
        "must_pl": "- próbka do 50 µl\r\n\r\nwynik w 15 minut\r\n",
        "must_en": "sample up to 50 µL\r\nnot in Polish yet",
        "wish_en": "CRP too",
    }
    client_of("editor").post(f"{BASE}/needs/add/", NEED | lines)
    rows = Need.objects.get().requirements.order_by("order")
    assert [(r.text_pl, r.text_en, r.is_mandatory) for r in rows] == [
        ("próbka do 50 µl", "sample up to 50 µL", True),
        ("", "not in Polish yet", True),
        ("wynik w 15 minut", "", True),
        ("", "CRP too", False),
    ]


def test_form_shows_stored_requirements_so_that_saving_changes_nothing(client_of):
    client = client_of("coordinator")
    lines = [
        {"text_pl": "", "text_en": "first"},
        {"text_pl": "drugie", "text_en": ""},
        {"text_pl": "trzecie", "text_en": "third", "is_mandatory": False},
    ]
    need = NeedFactory(requirements=lines, disclosure="")
    form = client.get(f"{BASE}/needs/{need.pk}/edit/").context["form"]
    assert (form["must_pl"].value(), form["must_en"].value()) == ("\ndrugie", "first")
    posted = {name: form[name].value() or "" for name in form.fields}
    client.post(f"{BASE}/needs/{need.pk}/edit/", posted)
    rows = need.requirements.order_by("order")
    assert [(r.text_pl, r.text_en, r.is_mandatory) for r in rows] == [
        ("", "first", True),
        ("drugie", "", True),
        ("trzecie", "third", False),
    ]


@pytest.mark.parametrize(
    ("segment", "facts", "message"),
    [
        ("technologies", {"title_pl": ""}, "title is needed"),
        ("technologies", {"field": ""}, "This field is required"),
        ("technologies", {"field": "alchemy"}, "Select a valid choice"),
        ("technologies", {"product_kind": ""}, "This field is required"),
        ("technologies", {"trl_claimed": "10"}, "Select a valid choice"),
        ("technologies", {"title_pl": "x" * 257}, "at most 256 characters"),
        ("technologies", {"summary_en": "x" * 501}, "at most 500 characters"),
        ("technologies", {"partnership": ["friendship"]}, "Select a valid choice"),
        ("needs", {"trl_min": "7", "trl_max": "5"}, "lowest TRL cannot exceed"),
        ("needs", {"must_en": "short\n" + "x" * 401}, "Line 2 is longer than 400"),
        ("needs", {"drl": "12"}, "less than or equal to 9"),
        ("needs", {"horizon_months": "soon"}, "whole number"),
        ("equipment", {"year": "-1"}, "greater than or equal to 0"),
    ],
)
def test_bad_input_is_said_and_nothing_typed_is_lost(client_of, segment, facts, message):
    text = "Typed with care"
    typed = TECHNOLOGY | {"summary_pl": text, "statement_pl": text} | facts
    response = client_of("editor").post(f"{BASE}/{segment}/add/", typed)
    page = text_of(response)
    assert response.status_code == 200
    assert message in page
    assert "Something needs to be corrected" in page
    assert "Typed with care" in page
    assert [kind.objects.count() for kind in (Technology, Need, Equipment)] == [0, 0, 0]


def test_contact_of_another_organisation_is_refused(client_of):
    stranger = PersonFactory(organisation=OrganisationFactory())
    response = client_of("editor").post(f"{BASE}/needs/add/", NEED | {"contact": stranger.pk})
    assert "contact" in response.context["form"].errors


def test_draft_is_changed_in_place(client_of):
    client = client_of("editor")
    record = TechnologyFactory(organisation=client.organisation, disclosure="")
    client.post(f"{BASE}/technologies/{record.pk}/edit/", TECHNOLOGY | {"title_en": "Beam"})
    assert Technology.objects.get().title_en == "Beam"


def test_coordinators_change_of_a_published_record_is_seen_at_once(client_of):
    client, record = client_of("coordinator"), TechnologyFactory(disclosure="public")
    response = client.post(f"{BASE}/technologies/{record.pk}/edit/", TECHNOLOGY)
    newer = Technology.objects.latest("pk")
    assert response.url == f"{BASE}/technologies/{newer.pk}/"
    assert (newer.status, newer.disclosure, newer.supersedes) == ("published", "public", record)
    record.refresh_from_db()
    assert record.status == "superseded"


def test_members_change_of_a_published_record_waits_for_the_coordinator(client_of):
    client = client_of("editor")
    record = TechnologyFactory(organisation=client.organisation, disclosure="public")
    assert "waits for the coordinator" in text_of(
        client.get(f"{BASE}/technologies/{record.pk}/edit/")
    )
    client.post(f"{BASE}/technologies/{record.pk}/edit/", TECHNOLOGY)
    proposal = Technology.objects.latest("pk")
    record.refresh_from_db()
    assert (record.status, proposal.status) == ("published", "draft")
    response = client.get(f"{BASE}/technologies/{record.pk}/edit/")
    assert response.url == f"{BASE}/technologies/{proposal.pk}/edit/"
    page = text_of(client.get(f"{BASE}/technologies/{record.pk}/"))
    assert "A revision waits to be published" in page
    team = client_of("coordinator")
    team.post(f"{BASE}/technologies/{proposal.pk}/publish/", {"disclosure": "public"})
    record.refresh_from_db()
    assert record.status == "superseded"


def test_refused_change_leaves_the_published_record(client_of):
    record = TechnologyFactory(trl_claimed=6, trl_verified=6)
    address = f"{BASE}/technologies/{record.pk}/edit/"
    response = client_of("coordinator").post(address, TECHNOLOGY | {"trl_verified": "6"})
    assert "verified level cannot exceed" in text_of(response)
    assert list(Technology.objects.values_list("status", flat=True)) == ["published"]


def test_confirmation_by_the_team_keeps_the_day_of_the_owners(client_of):
    client = client_of("coordinator")
    record = TechnologyFactory(disclosure="", confirmed_on="2026-03-03")
    address = f"{BASE}/technologies/{record.pk}/edit/"
    client.post(address, TECHNOLOGY | {"is_confirmed": "on"})
    record.refresh_from_db()
    assert str(record.confirmed_on) == "2026-03-03"
    client.post(address, TECHNOLOGY)
    record.refresh_from_db()
    assert record.confirmed_on is None


@pytest.mark.parametrize("disclosure", ["public", "members", "nda"])
def test_publishing_shows_the_record_to_those_who_were_chosen(client_of, disclosure):
    record = EquipmentFactory(disclosure="")
    address = f"{BASE}/equipment/{record.pk}/publish/"
    response = client_of("coordinator").post(address, {"disclosure": disclosure})
    assert response.url == f"{BASE}/equipment/{record.pk}/"
    record.refresh_from_db()
    assert (record.status, record.disclosure) == ("published", disclosure)


@pytest.mark.parametrize("disclosure", ["", "friends"])
def test_publishing_to_nobody_is_refused(client_of, disclosure):
    record = EquipmentFactory(disclosure="")
    address = f"{BASE}/equipment/{record.pk}/publish/"
    response = client_of("coordinator").post(address, {"disclosure": disclosure})
    assert response.context["form"].errors["disclosure"]
    record.refresh_from_db()
    assert record.status == "draft"


@pytest.mark.parametrize(
    ("anonymity", "words"),
    [
        ("named", "Kryptolit"),
        ("sector", "small firm, Radom"),
        ("anonymous", "The owner is not shown"),
    ],
)
def test_publishing_says_what_will_happen_and_what_is_missing(client_of, anonymity, words):
    owner = OrganisationFactory(name="Kryptolit S.A.", city="Radom")
    record = EquipmentFactory(organisation=owner, anonymity=anonymity, title_en="", disclosure="")
    page = text_of(client_of("coordinator").get(f"{BASE}/equipment/{record.pk}/publish/"))
    assert words in page
    assert ("Kryptolit" in page) is (anonymity == "named")
    assert "There is no English title" in page
    assert "The owner has not confirmed the facts" in page


def test_withdrawing_asks_first_and_then_closes(client_of):
    client = client_of("editor")
    record = NeedFactory(organisation=client.organisation, disclosure="public")
    address = f"{BASE}/needs/{record.pk}/withdraw/"
    assert "leaves the public offer at once" in text_of(client.get(address))
    record.refresh_from_db()
    assert record.status == "published"
    client.post(address)
    record.refresh_from_db()
    assert record.status == "withdrawn"


@pytest.mark.parametrize("action", ["edit", "publish", "withdraw"])
def test_closed_record_can_only_be_read(client_of, action):
    client = client_of("coordinator")
    record = withdraw_record(record=NeedFactory())
    for response in (
        client.get(f"{BASE}/needs/{record.pk}/{action}/"),
        client.post(f"{BASE}/needs/{record.pk}/{action}/", NEED | {"disclosure": "public"}),
    ):
        assert response.url == f"{BASE}/needs/{record.pk}/"
    assert "can only be read" in text_of(client.get(f"{BASE}/needs/{record.pk}/"))
    assert list(Need.objects.values_list("status", flat=True)) == ["withdrawn"]


@pytest.mark.parametrize("action", ["edit", "publish", "withdraw"])
def test_record_that_is_not_there_is_not_found(client_of, action):
    assert client_of("coordinator").get(f"{BASE}/needs/999/{action}/").status_code == 404
