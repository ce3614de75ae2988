"""The page of an audit: its steps by state and role, its answers, the record to come."""

import pytest

from tests.factories import AuditFactory, SeatFactory
from zwornik.audits.models import Audit
from zwornik.audits.services import cancel_audit, close_audit


def page(client, address, audit, name="audit-detail"):
    answer = client.get(address(name, audit.pk).replace("/pl/", "/en/"))
    assert answer.status_code == 200
    return answer.content.decode()


def in_state(state):
    if state == "closed":
        audit = AuditFactory(state="submitted")
        close_audit(audit=audit, closed_by=audit.planned_by, publish=True, now=audit.submitted_at)
        return audit
    if state == "cancelled":
        return cancel_audit(audit=AuditFactory())
    return AuditFactory(state=state)


STEPS = {
    "planned": {"coordinator": {"send", "cancel", "ask_else"}},
    "sent": {
        "coordinator": {"remind", "cancel", "ask_else"}, "auditor": {"remind"}, "editor": {"answer"},
    },
    "submitted": {"coordinator": {"give_back", "close", "cancel"}, "auditor": {"give_back"}},
    "closed": {},
    "cancelled": {},
}  # fmt: skip


@pytest.mark.parametrize("role", ["coordinator", "auditor", "editor", "viewer"])
@pytest.mark.parametrize("state", STEPS)
def test_steps_by_state_and_role(client_of, address, state, role):
    audit = in_state(state)
    facts = {"organisation": audit.organisation} if role in ("editor", "viewer") else {}
    answer = client_of(role, **facts).get(address("audit-detail", audit.pk))
    steps = vars(answer.context["steps"])
    assert {name for name, possible in steps.items() if possible} == STEPS[state].get(role, set())


def test_answers_are_shown_as_they_are(client_of, address, save):
    audit = AuditFactory(kind="technology")
    save(audit, "title", "Czujnik <b>")
    save(audit, "trl", "6", sureness="documented", remark="raport, s. 4")
    save(audit, "samples", gap="unknown")
    text = page(client_of("coordinator"), address, audit)
    assert "Czujnik &lt;b&gt;" in text
    assert "TRL\u00a06" in text
    assert "We have a document" in text
    assert "raport, s. 4" in text
    assert "Do not know" in text
    assert "Jan Kowalski, 24\u00a0November 2026, 10:00" in text
    assert "no answer yet · required" in text


def test_the_comment_of_a_returned_questionnaire_is_on_the_page(client_of, address, audit):
    Audit.objects.update(return_comment="Which samples?")
    assert "Which samples?" in page(client_of("coordinator"), address, audit)


def test_a_closed_audit_leads_to_its_record(client_of, address):
    audit = in_state("closed")
    record = audit.outcome.record
    text = page(client_of("coordinator"), address, audit)
    assert f"/en/catalogue/competence/{record.pk}/" in text or f"/{record.pk}/" in text
    assert record.code in text
    assert "The record that will come of it" not in text


def test_history_tells_questions(client_of, address, audit, save):
    save(audit, "people", "6")
    text = page(client_of("coordinator"), address, audit)
    assert "added</b> How many people do this work?" in text


@pytest.mark.parametrize("answers", [1, 3])
def test_the_page_asks_the_same_for_every_number_of_answers(
    client_of, address, audit, save, django_assert_num_queries, answers
):
    for code in ["summary", "methods", "offer"][:answers]:
        colleague = SeatFactory(organisation=audit.organisation).account
        save(audit, code, "Badania", answered_by=colleague)
    client = client_of("coordinator")
    page(client, address, audit)
    with django_assert_num_queries(10):
        page(client, address, audit)


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("kind", ["technology", "need", "competence"])
def test_the_sheet_to_print_has_every_question(client_of, save, kind, language):
    audit = AuditFactory(kind=kind)
    save(audit, "title", "Szybki test")
    text = client_of("coordinator").get(f"/{language}/audits/{audit.pk}/print/").content.decode()
    questions = [q for s in audit.instrument.questionnaire.sections for q in s.questions]
    assert text.count('class="zw-print-q"') == len(questions)
    assert "Szybki test" in text
    assert text.count("<h1") == 1
