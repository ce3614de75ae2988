"""The shipped questionnaires, and how a questionnaire is read."""

import tomllib

import pytest
from django.utils import translation

from zwornik.audits.choices import AuditKind, Gap, QuestionType
from zwornik.audits.instruments import FOLDER
from zwornik.audits.questionnaire import Question, read_questionnaire
from zwornik.audits.records import MODELS

SHIPPED = {
    data["kind"]: read_questionnaire(data)
    for data in (tomllib.loads(p.read_text("utf-8")) for p in sorted(FOLDER.glob("*.toml")))
}
QUESTIONS = [
    pytest.param(kind, question, id=f"{kind}-{question.code}")
    for kind, questionnaire in SHIPPED.items()
    for section in questionnaire.sections
    for question in section.questions
]
# what a record cannot be without, or decides for its owner who sees it
NEVER_OPEN = {"title", "field", "product_kind", "disclosure", "anonymity"}


def test_there_is_one_for_every_kind():
    assert set(SHIPPED) == set(AuditKind.values)


@pytest.mark.parametrize("kind", SHIPPED)
def test_codes_are_unique_and_minutes_are_honest(kind):
    sections = SHIPPED[kind].sections
    codes = [q.code for section in sections for q in section.questions]
    assert len(codes) == len(set(codes))
    assert len({section.code for section in sections}) == len(sections)
    assert SHIPPED[kind].minutes == sum(section.minutes for section in sections)
    assert 10 <= SHIPPED[kind].minutes <= 30


@pytest.mark.parametrize(("kind", "question"), QUESTIONS)
def test_a_question_is_whole_in_both_languages(kind, question):
    assert question.type in QuestionType.values
    assert question.text_pl
    assert question.text_en
    assert bool(question.hint_pl) == bool(question.hint_en)
    assert bool(question.unit_pl) == bool(question.unit_en)


@pytest.mark.parametrize(("kind", "question"), QUESTIONS)
def test_a_question_offers_what_its_type_needs(kind, question):
    offers = question.type in {"choice", "several", "trl"}
    assert bool(question.choices) is offers
    if question.type in {"line", "text", "lines"}:
        assert question.limit
    if question.type == "number":
        assert question.minimum is not None
        assert question.maximum is not None


@pytest.mark.parametrize(("kind", "question"), QUESTIONS)
def test_a_question_fills_a_field_that_the_record_has(kind, question):
    name = question.record
    if name and not name.startswith("requirements."):
        assert hasattr(MODELS[kind], f"{name}_pl") or hasattr(MODELS[kind], name)


@pytest.mark.parametrize(("kind", "question"), QUESTIONS)
def test_what_a_record_cannot_be_without_has_an_answer(kind, question):
    if question.record in NEVER_OPEN:
        assert question.required
        assert question.gaps == ()


def test_a_reason_that_nobody_knows_is_a_mistake_of_the_file():
    part = {
        "code": "a",
        "title_pl": "A",
        "title_en": "A",
        "lead_pl": "",
        "lead_en": "",
        "minutes": 1,
    }
    asked = {"code": "q", "type": "text", "text_pl": "P", "text_en": "Q", "gaps": ["forgot"]}
    with pytest.raises(ValueError, match="forgot"):
        read_questionnaire({"section": [{**part, "question": [asked]}]})


def test_a_questionnaire_without_reasons_offers_all():
    asked = Question(code="q", type="text", text_pl="P", text_en="Q")
    assert set(asked.gaps) == set(Gap.values)


def test_questions_and_sections_are_found_by_code():
    need = SHIPPED["need"]
    assert need.question("must").type == "lines"
    assert need.section("frame").minutes == 5
    with pytest.raises(LookupError):
        need.question("price")
    with pytest.raises(LookupError):
        need.section("price")


def test_an_answer_is_shown_in_the_language_of_the_reader():
    asked = SHIPPED["need"].question("cooperation")
    with translation.override("en"):
        assert asked.shown(["licence", "supply"]) == "Licence, purchase"
        assert asked.text == "In which form do you want to obtain a solution?"
        assert asked.shown(None) == ""
        assert SHIPPED["need"].question("horizon_months").shown(0) == "0"
        assert asked.shown(["given up since"]) == "Given up since"
    with translation.override("pl"):
        assert asked.text == "W jakiej formie chcą Państwo uzyskać rozwiązanie?"
