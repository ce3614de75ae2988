"""From answers to a record: fields, languages, requirements, and answers that were left open."""

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.audits.conftest import NOW
from tests.factories import AuditFactory, PersonFactory, UserFactory, _any_answer
from zwornik.audits.models import Audit
from zwornik.audits.records import facts_from_answers, language_of, previewed_record
from zwornik.audits.selectors import answers_of
from zwornik.audits.services import close_audit, save_answer, submit_audit


def facts_of(audit):
    return facts_from_answers(audit, answers_of(audit))


def test_texts_go_to_the_language_they_are_in(db, save):
    audit = AuditFactory(kind="technology")
    save(audit, "title", "Czujnik do pomiaru glukozy we krwi")
    save(audit, "problem", "The blood of newborns is hard to take for the test")
    facts = facts_of(audit)
    assert facts["title_pl"] == "Czujnik do pomiaru glukozy we krwi"
    assert facts["problem_en"] == "The blood of newborns is hard to take for the test"
    assert "title_en" not in facts


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_text_of_no_certain_language_is_in_that_of_the_questionnaire(language):
    assert language_of("PCR 4.0", language) == language
    assert language_of("Ein Sensor für die Messung von Glukose", language) == language


def test_requirements_are_lines_mandatory_and_welcome(db, save):
    audit = AuditFactory(kind="need")
    save(audit, "must", "– Wynik w ciągu 15 minut\n\n• Próbka do 50 µl krwi")
    save(audit, "nice", "Test z jednej kropli krwi")
    assert facts_of(audit)["requirements"] == [
        {"text_pl": "Wynik w ciągu 15 minut", "is_mandatory": True},
        {"text_pl": "Próbka do 50 µl krwi", "is_mandatory": True},
        {"text_pl": "Test z jednej kropli krwi", "is_mandatory": False},
    ]


def test_what_is_not_known_fills_nothing(db, save):
    audit = AuditFactory(kind="technology")
    save(audit, "trl", gap="unknown")
    save(audit, "device_class", gap="not_applicable")
    save(audit, "conditions", "Oddział neonatologii")  # asked for the auditor, not for the record
    assert facts_of(audit) == {}


def test_choices_and_numbers_keep_their_type(db, save):
    audit = AuditFactory(kind="need")
    save(audit, "trl_min", "5")
    save(audit, "horizon_months", "18")
    save(audit, "cooperation", ["supply"])
    assert facts_of(audit) == {"trl_min": 5, "horizon_months": 18, "cooperation": ["supply"]}


def test_the_contact_is_the_person_whose_account_answered(db):
    audit = AuditFactory(state="submitted")
    person = PersonFactory(account=audit.respondent, organisation=audit.organisation)
    record = close_audit(audit=audit, closed_by=UserFactory(), publish=False, now=NOW).record
    assert record.contact == person


def test_the_preview_names_each_field_with_its_value_and_language(db, save):
    audit = AuditFactory(kind="need")
    save(audit, "title", "Szybki test zakażenia krwi u dzieci")
    save(audit, "urgency", "high")
    with translation.override("en"):
        preview = {field.label: field for field in previewed_record(audit, answers_of(audit))}
    assert preview["title"].text == "Szybki test zakażenia krwi u dzieci"
    assert preview["title"].language == "pl"
    assert (preview["urgency"].text, preview["urgency"].language) == ("Urgent", "")
    assert preview["mandatory requirements"].text == ""


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["technology", "need", "competence"])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_may_be_handed_in_can_be_closed(kind, data):
    audit = AuditFactory(kind=kind)
    for section in audit.instrument.questionnaire.sections:
        for question in section.questions:
            answer_or_not(audit, question, data)
    submit_audit(audit=audit, now=NOW)
    outcome = close_audit(audit=audit, closed_by=audit.planned_by, publish=True, now=NOW)
    assert outcome.record.status == "published"
    assert Audit.objects.get(pk=audit.pk).state == "closed"


def answer_or_not(audit, question, data):
    """Answer a question, give a reason why not, or leave it out where that is possible."""
    ways = ["answer", *question.gaps, *([] if question.required else ["left out"])]
    way = data.draw(st.sampled_from(ways), label=question.code)
    if way == "left out":
        return
    save_answer(
        audit=audit,
        question_code=question.code,
        value=_any_answer(question) if way == "answer" else None,
        gap="" if way == "answer" else way,
        answered_by=audit.respondent,
        now=NOW,
        revision=0,
    )
