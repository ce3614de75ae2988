"""The record of an organisation and its form."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from tests.factories import (
    ConversationFactory,
    NeedFactory,
    OrganisationFactory,
    PersonFactory,
    TechnologyFactory,
)
from zwornik.directory.models import Organisation

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-24T10:00+01:00")]
PLAIN = {"name": "Biofala S.A.", "kind": "firm", "country_code": "pl"}


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def coordinator(client_of):
    return client_of("coordinator")


def page(client, name, *arguments, **query):
    return client.get(reverse(f"directory:{name}", args=arguments), query).content.decode()


def detail(client, organisation):
    return page(client, "organisation-detail", organisation.pk)


def test_the_record_gathers_everything_about_an_organisation(coordinator):
    one = OrganisationFactory(
        name="Biofala",
        description_en="Makes strip tests.",
        fields=["diagnostics"],
        identifiers={"nip": "5260250995"},
        nuts_code="PL911",
        nace_code="21.20",
        source="trade fair",
        source_on=date(2026, 5, 1),
        standing="member",
    )
    PersonFactory(family_name="Obecna", organisation=one)
    over = {"organisation": one, "role_pl": "dawny prezes", "until_on": date(2020, 1, 1)}
    PersonFactory(family_name="Dawny", positions=[over])
    ConversationFactory(organisation=one, note="Prosi o termin.")
    technology = TechnologyFactory(organisation=one)
    text = detail(coordinator, one)
    for words in (
        "Makes strip tests.", "5260250995", "PL911", "Source: trade fair", "1\u00a0May 2026",
        "Unconfirmed", "Obecna", "Dawny", "Formerly", "Prosi o\u00a0termin.", technology.title_en,
        "Cluster member",
    ):  # fmt: skip
        assert words in text


@pytest.mark.parametrize("count", [1, 3])
def test_the_record_takes_as_many_queries_for_three_of_each_as_for_one(
    coordinator, django_assert_num_queries, count
):
    one = OrganisationFactory(fields=["devices"], standing="member")
    for _turn in range(count):
        PersonFactory(organisation=one)
        ConversationFactory(organisation=one)
        NeedFactory(organisation=one)
    detail(coordinator, one)
    with django_assert_num_queries(20):
        detail(coordinator, one)


@pytest.mark.parametrize("role", ["editor", "viewer", "guest_expert"])
def test_conversations_and_history_stay_within_the_team(client_of, role):
    client = client_of(role)
    one = getattr(client, "organisation", None) or OrganisationFactory()
    ConversationFactory(organisation=one, note="Tylko dla nas.")
    text = detail(client, one)
    assert "Tylko" not in text
    assert "Conversations" not in text
    assert "History" not in text
    assert "Change the standing" not in text


def test_a_record_under_an_agreement_is_not_shown_to_members(client_of):
    one = OrganisationFactory()
    secret = NeedFactory(organisation=one, disclosure="nda")
    assert secret.title_en not in detail(client_of("viewer"), one)
    assert secret.title_en in detail(client_of("viewer", organisation=one), one)


def next_step(client, organisation):
    path = reverse("directory:organisation-detail", args=[organisation.pk])
    step = client.get(path).context["shown"].next_step
    return step and step.label


def test_the_next_step_is_the_first_thing_that_is_missing(coordinator, client_of):
    one = OrganisationFactory(standing="candidate")
    assert next_step(coordinator, one) == "Decide on membership"
    assert next_step(client_of("auditor"), one) == "Note a conversation"
    assert next_step(client_of("viewer"), one) is None
    other = OrganisationFactory(standing="member")
    assert next_step(coordinator, other) == "Name a contact person"
    PersonFactory(organisation=other)
    assert next_step(coordinator, other) == "Send a questionnaire"
    editor = client_of("editor", organisation=other)
    assert next_step(editor, other) == "Check and confirm them"
    other.confirmed_on = date(2026, 1, 1)
    other.save()
    assert next_step(editor, other) is None


def test_a_twin_is_proposed_for_merging_to_the_coordinator_alone(coordinator, client_of):
    one = OrganisationFactory(name="Mikroflux sp. z o.o.")
    twin = OrganisationFactory(name="MIKROFLUX")
    link = f"?other={twin.pk}"
    assert link in detail(coordinator, one)
    assert link not in detail(client_of("auditor"), one)


def test_a_new_organisation_is_added_with_its_standing(coordinator):
    facts = {
        **PLAIN,
        "size_class": "small",
        "fields_of_activity": ["diagnostics", "devices"],
        "nip": "526-025-09-95",
        "website": "biofala.example",
        "standing": "member",
        "since_on": "2026-11-01",
        "is_confirmed": "on",
    }
    response = coordinator.post(reverse("directory:organisation-add"), facts)
    one = Organisation.objects.get()
    assert response["Location"] == reverse("directory:organisation-detail", args=[one.pk])
    assert (one.name, one.country_code, one.website) == (
        "Biofala S.A.",
        "PL",
        "https://biofala.example",
    )
    assert one.identifiers.get().value == "5260250995"
    assert one.memberships.get().since_on == date(2026, 11, 1)
    assert one.confirmed_on == date(2026, 11, 24)
    assert one.field_rows.count() == 2


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"name": ""}, "name", "required"),
        ({"kind": "zoo"}, "kind", "Select a valid choice"),
        ({"kind": "hospital", "size_class": "small"}, "size_class", "Only a firm"),
        ({"nip": "5260250996"}, "nip", "check digit"),
        ({"krs": "abc"}, "krs", "do not belong"),
        ({"nuts_code": "PL999"}, "nuts_code", "no such code"),
        ({"nace_code": "x"}, "nace_code", "PKD or NACE"),
        ({"latitude": "91"}, "latitude", "less than or equal to 90"),
        ({"longitude": "east"}, "longitude", "Enter a number"),
        ({"email": "nowhere"}, "email", "valid email"),
        ({"employees": "-1"}, "employees", "greater than or equal to 0"),
        ({"standing": "member"}, "since_on", "give the day"),
        ({"country_code": "POL"}, "country_code", "at most 2"),
        ({"fields_of_activity": ["alchemy"]}, "fields_of_activity", "alchemy"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_on_top(coordinator, wrong, field, words):
    response = coordinator.post(reverse("directory:organisation-add"), PLAIN | wrong)
    assert response.status_code == 200
    assert words in " ".join(response.context["form"].errors[field])
    text = response.content.decode()
    assert "Something needs to be corrected" in text
    assert f'href="#id_{field}' in text
    assert not Organisation.objects.exists()


def test_a_number_that_is_taken_is_said_beside_the_field(coordinator):
    OrganisationFactory(identifiers={"nip": "5260250995"})
    facts = PLAIN | {"nip": "5260250995", "street": "Długa 7"}
    response = coordinator.post(reverse("directory:organisation-add"), facts)
    assert "already has" in response.context["form"].errors["nip"][0]
    assert 'value="Długa 7"' in response.content.decode()
    assert Organisation.objects.count() == 1


def edited(client, organisation, **changes):
    path = reverse("directory:organisation-edit", args=[organisation.pk])
    form = client.get(path).context["form"]
    facts = {name: form[name].value() for name in form.fields}
    merged = facts | changes
    sent = {
        name: value for name, value in merged.items() if value is not None and value is not False
    }
    return client.post(path, sent)


def test_saving_without_changes_changes_nothing(coordinator):
    one = OrganisationFactory(
        fields=["neuro", "devices"],
        identifiers={"nip": "5260250995"},
        latitude=52.25,
        longitude=21.0,
        employees=0,
        confirmed_on=date(2026, 1, 5),
        standing="member",
    )
    before = {k: v for k, v in vars(one).items() if k not in ("_state", "updated_at")}
    assert edited(coordinator, one).status_code == 302
    one = Organisation.objects.get()
    after = {k: v for k, v in vars(one).items() if k not in ("_state", "updated_at")}
    assert after == before
    assert [row.code for row in one.field_rows.order_by("order")] == ["neuro", "devices"]
    assert one.identifiers.get().value == "5260250995"
    assert one.memberships.count() == 1


def test_the_main_field_stays_first_when_others_are_added(coordinator):
    one = OrganisationFactory(fields=["neuro"])
    edited(coordinator, one, fields_of_activity=["diagnostics", "neuro"])
    codes = [row.code for row in one.field_rows.order_by("order")]
    assert codes == ["neuro", "diagnostics"]


def test_an_editor_confirms_by_saving_and_keeps_the_source(client_of):
    client = client_of("editor")
    one = client.organisation
    one.source = "trade fair"
    one.save()
    path = reverse("directory:organisation-edit", args=[one.pk])
    assert "is_confirmed" not in client.get(path).content.decode()
    assert edited(client, one, phone="+48 22 1").status_code == 302
    one.refresh_from_db()
    assert (one.phone, one.source, one.confirmed_on) == (
        "+48 22 1",
        "trade fair",
        date(2026, 11, 24),
    )


def test_a_refused_change_is_not_written_and_keeps_the_name_above(coordinator):
    one = OrganisationFactory(name="Biofala")
    response = edited(coordinator, one, name="Inna", nip="1")
    assert response.status_code == 200
    assert "<title>Biofala" in response.content.decode()
    one.refresh_from_db()
    assert one.name == "Biofala"
