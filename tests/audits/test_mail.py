"""E-mails: to whom, in which language, with which address, and not when they make no sense."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist

from tests.audits.conftest import NOW
from tests.factories import AuditFactory, ClusterFactory, OrganisationFactory, UserFactory
from zwornik.audits import mail
from zwornik.audits.services import cancel_audit, return_audit

LETTERS = ("invitation", "reminder", "return", "cancellation")


@pytest.fixture(autouse=True)
def _cluster(db):
    ClusterFactory(help_phone="22 555 01 42", help_hours_en="9:00–16:00")


@pytest.mark.parametrize("kind", ["technology", "need", "competence"])
def test_the_invitation_says_what_until_when_and_where(mailoutbox, kind):
    audit = AuditFactory(kind=kind, language="en", subject="Chip MF-2 & reader <new>")
    mail.send_invitation(audit_id=audit.pk)
    letter = mailoutbox[0]
    assert letter.to == [audit.respondent.email]
    assert letter.reply_to == [audit.planned_by.email]
    assert audit.organisation.name in letter.subject
    assert "4\u00a0December 2026" in letter.subject
    assert "\n" not in letter.subject
    assert f"/en/audits/{audit.pk}/answer/\n" in letter.body
    assert "Chip MF-2 & reader <new>" in letter.body
    assert f"about {audit.instrument.questionnaire.minutes} minutes" in letter.body
    assert audit.respondent.email in letter.body
    assert audit.planned_by.name in letter.body


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_letter_is_in_the_language_of_its_reader(name, language):
    audit = AuditFactory(language=language)
    audit.return_comment = "1, 2, 3"
    letter = mail.written_letter(audit, name)
    assert ("Trial Cluster" in letter.body) is (language == "en")
    assert ("Klaster Próbny" in letter.body) is (language == "pl")
    assert "{" not in letter.body
    assert "\n\n\n" not in letter.body
    if name != "cancellation":
        assert f"/{language}/audits/{audit.pk}/answer/" in letter.body


def test_the_comment_is_in_the_letter_that_comes_with_the_answers(mailoutbox):
    audit = AuditFactory(state="submitted")
    return_audit(audit=audit, comment="Which samples?", deadline_on=date(2026, 12, 24), now=NOW)
    mail.send_return(audit_id=audit.pk)
    assert "\nWhich samples?\n" in mailoutbox[0].body


def test_nobody_is_invited_or_reminded_once_the_answers_are_in(mailoutbox):
    audit = AuditFactory(state="submitted")
    mail.send_invitation(audit_id=audit.pk)
    mail.send_reminder(audit_id=audit.pk)
    mail.send_return(audit_id=audit.pk)
    assert mailoutbox == []


def test_who_waits_in_vain_is_told(mailoutbox):
    audit = cancel_audit(audit=AuditFactory(language="en"))
    mail.send_cancellation(audit_id=audit.pk)
    assert "no longer needed" in mailoutbox[0].subject


def test_a_letter_to_come_is_the_one_that_is_sent(mailoutbox):
    planner = UserFactory(role="coordinator")
    facts = {
        "kind": "need",
        "organisation": OrganisationFactory(),
        "respondent_name": "Ewa Nowak",
        "respondent_email": "ewa@example.org",
        "deadline_on": date(2026, 12, 8),
        "planned_by": planner,
        "subject": "szybki test",
        "language": "pl",
    }
    shown = mail.invitation_to(**facts)
    audit = AuditFactory(**facts)
    mail.send_invitation(audit_id=audit.pk)
    assert shown.subject == mailoutbox[0].subject
    assert shown.body.replace("…", str(audit.pk)) == mailoutbox[0].body


def test_a_letter_about_no_audit_is_an_error_that_is_tried_again():
    with pytest.raises(ObjectDoesNotExist):
        mail.send_invitation(audit_id=0)
