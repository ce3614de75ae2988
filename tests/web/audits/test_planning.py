"""Sending a questionnaire: people offered, mistakes beside fields, the e-mail shown, then sent."""

from datetime import date

import pytest

from tests.factories import AuditFactory, ClusterFactory, OrganisationFactory, PersonFactory
from zwornik.accounts.models import User
from zwornik.audits.models import Audit


@pytest.fixture
def organisation(db):
    ClusterFactory()
    organisation = OrganisationFactory(name="Mikroflux sp. z o.o.")
    PersonFactory(
        given_name="Ewa", family_name="Nowak", email="ewa@example.org", organisation=organisation
    )
    return organisation


@pytest.fixture
def send(client_of, address):
    """Fill the form in as the coordinator and press one of its buttons."""
    client = client_of("coordinator")

    def posted(step, whose, **changed):
        facts = {
            "kind": "need",
            "organisation": whose.pk,
            "contact": "ewa@example.org",
            "language": "pl",
            "deadline_on": "2026-12-08",
            "step": step,
            **changed,
        }
        return client.post(address("audit-plan").replace("/pl/", "/en/"), facts)

    posted.client = client
    return posted


def test_the_form_opens_with_a_deadline_in_two_weeks(send, address):
    text = send.client.get(address("audit-plan")).content.decode()
    assert 'value="2026-12-08"' in text
    assert 'name="contact" value="other"' in text


def test_the_organisation_and_the_kind_may_be_in_the_address(send, address, organisation):
    query = {"organisation": organisation.pk, "kind": "competence"}
    form = send.client.get(address("audit-plan"), query).context["form"]
    assert form["organisation"].value() == str(organisation.pk)
    assert form["kind"].value() == "competence"
    assert form["contact"].value() == "ewa@example.org"


@pytest.mark.parametrize("wrong", ["", "x", "0", "99999999999999999999", "²", "-1"])
def test_an_organisation_that_does_not_exist_is_left_out(send, address, db, wrong):
    assert send.client.get(address("audit-plan"), {"organisation": wrong}).status_code == 200


def test_choosing_an_organisation_offers_its_people_and_keeps_what_was_typed(send, organisation):
    answer = send("contacts", organisation, contact="old@example.org", subject="Szybki test")
    form = answer.context["form"]
    assert form["contact"].value() == "ewa@example.org"
    assert form["subject"].value() == "Szybki test"
    assert not form.errors
    assert "ewa@example.org" in answer.content.decode()


def test_what_is_already_under_way_is_shown(send, organisation):
    running = AuditFactory(organisation=organisation, subject="Kaseta")
    assert running.code in send("contacts", organisation).content.decode()
    assert running.code in send("letter", organisation).content.decode()


def test_the_e_mail_is_shown_before_anything_is_written(send, organisation):
    answer = send("letter", organisation, subject="Szybki <test>", language="en")
    text = answer.content.decode()
    assert "Need audit of Mikroflux sp. z o.o." in text
    assert "Szybki &lt;test&gt;" in text
    assert "Ewa Nowak &lt;ewa@example.org&gt;" in text
    assert answer.context["letter"].reply_to == send.client.user.email
    assert not Audit.objects.exists()
    assert not User.objects.filter(email="ewa@example.org").exists()


def test_sending_plans_and_sends(send, organisation, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as queued:
        answer = send("send", organisation, subject=" Szybki test ", auditor=send.client.user.pk)
    audit = Audit.objects.get()
    assert answer["Location"] == f"/en/audits/{audit.pk}/"
    assert (audit.state, audit.kind, audit.subject) == ("self_assessment", "need", "Szybki test")
    assert (audit.respondent.email, audit.respondent.name) == ("ewa@example.org", "Ewa Nowak")
    assert audit.deadline_on == date(2026, 12, 8)
    assert audit.auditor == audit.planned_by == send.client.user
    assert len(queued) == 1


def test_somebody_else_is_named_by_hand(send, organisation):
    named = {"respondent_name": "Jan Lis", "respondent_email": "jan@example.org"}
    send("send", organisation, contact="other", **named)
    assert Audit.objects.get().respondent.name == "Jan Lis"


def test_an_organisation_without_known_people_needs_a_name_and_an_address(send):
    empty = OrganisationFactory()
    assert set(send("letter", empty, contact="other").context["form"].errors) == {
        "respondent_name",
        "respondent_email",
    }
    named = {"respondent_name": "Jan Lis", "respondent_email": "jan@example.org"}
    assert send("send", empty, contact="", **named).status_code == 302


@pytest.mark.parametrize("step", ["letter", "send"])
@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "innovation"}, "kind"),
        ({"organisation": ""}, "organisation"),
        ({"contact": "stranger@example.org"}, "contact"),
        ({"contact": "other"}, "respondent_email"),
        ({"contact": "other", "respondent_email": "jan"}, "respondent_email"),
        ({"language": "de"}, "language"),
        ({"deadline_on": "soon"}, "deadline_on"),
        ({"deadline_on": ""}, "deadline_on"),
        ({"subject": "x" * 201}, "subject"),
        ({"auditor": "999"}, "auditor"),
    ],
)
def test_mistakes_are_said_beside_their_field(send, organisation, step, wrong, where):
    answer = send(step, organisation, **wrong)
    assert answer.status_code == 200
    assert where in answer.context["form"].errors
    assert 'class="zw-errors"' in answer.content.decode()
    assert not Audit.objects.exists()


def test_a_deadline_that_has_passed_is_refused_by_the_service_beside_the_field(send, organisation):
    answer = send("send", organisation, deadline_on="2026-11-23")
    assert "deadline_on" in answer.context["form"].errors
    assert not Audit.objects.exists()


def test_somebody_else_is_asked(client_of, address, audit, django_capture_on_commit_callbacks):
    PersonFactory(email="ewa@example.org", organisation=audit.organisation)
    client = client_of("coordinator")
    form = client.get(address("audit-respondent", audit.pk)).context["form"]
    assert audit.respondent.email not in form.candidates
    with django_capture_on_commit_callbacks() as queued:
        client.post(address("audit-respondent", audit.pk), {"contact": "ewa@example.org"})
    assert Audit.objects.get().respondent.email == "ewa@example.org"
    assert len(queued) == 1


def test_nobody_else_is_asked_for_what_was_handed_in(client_of, address, handed_in):
    named = {"contact": "other", "respondent_name": "Jan", "respondent_email": "j@example.org"}
    answer = client_of("coordinator").post(address("audit-respondent", handed_in.pk), named)
    assert answer.context["form"].non_field_errors()
    assert not User.objects.filter(email="j@example.org").exists()
