"""What is accepted as an answer, and in which form it is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwornik.audits.checking import (
    LINE_LIMIT,
    AnswerError,
    checked_gap,
    checked_remark,
    checked_value,
    is_answered,
)
from zwornik.audits.models import Answer
from zwornik.audits.questionnaire import Question


def question(kind, **facts):
    return Question(code="q", type=kind, text_pl="Pytanie", text_en="Question", **facts)


TEXT = question("text", limit=10)
NUMBER = question("number", minimum=1, maximum=120)
CHOICE = question("choice", options="urgencies")
SEVERAL = question("several", options="cooperations")
TRL = question("trl")


@pytest.mark.parametrize("asked", [TEXT, NUMBER, CHOICE, SEVERAL, TRL, question("lines")])
@pytest.mark.parametrize("empty", ["", None, "  \r\n "])
def test_an_empty_answer_is_none(asked, empty):
    assert checked_value(asked, [] if asked is SEVERAL else empty) is None


def test_line_ends_become_one_kind_before_characters_are_counted():
    assert checked_value(TEXT, "abcd\r\nefgh\r\n") == "abcd\nefgh"


def test_a_text_that_is_too_long_is_refused_with_both_numbers():
    with pytest.raises(AnswerError, match=r"11.*10"):
        checked_value(TEXT, "x" * 11)


def test_characters_that_no_database_takes_are_left_out():
    assert checked_value(TEXT, "a\x00b\x1f") == "ab"


def test_one_line_is_one_line():
    with pytest.raises(AnswerError):
        checked_value(question("line"), "one\ntwo")


def test_a_line_of_a_list_fits_into_a_requirement():
    asked = question("lines", limit=2000)
    assert checked_value(asked, "short\n" + "x" * LINE_LIMIT)
    with pytest.raises(AnswerError, match="2"):
        checked_value(asked, "short\n" + "x" * (LINE_LIMIT + 1))


@pytest.mark.parametrize(
    ("typed", "stored"), [("18", 18), (" 1 8 ", 18), ("1\u00a08", 18), (18, 18), ("007", 7)]
)
def test_a_number_is_read_whatever_its_spaces(typed, stored):
    assert checked_value(NUMBER, typed) == stored


@pytest.mark.parametrize(
    "typed", ["około stu", "-5", "1.5", "1,5", "0", "121", "²", "٣", "9" * 400]
)
def test_what_is_no_number_in_the_range_is_refused(typed):
    with pytest.raises(AnswerError):
        checked_value(NUMBER, typed)


def test_zero_is_an_answer():
    asked = question("number", minimum=0, maximum=10)
    assert checked_value(asked, 0) == 0
    assert is_answered(Answer(value=0))


def test_a_choice_is_one_of_its_list_and_keeps_its_type():
    assert checked_value(CHOICE, "high") == "high"
    assert checked_value(TRL, "6") == 6
    for value in ("urgent", "0", "10", "6.0"):
        with pytest.raises(AnswerError):
            checked_value(TRL, value)


def test_several_choices_are_stored_once_each_in_the_order_of_the_list():
    assert checked_value(SEVERAL, ["supply", "licence", "supply"]) == ["licence", "supply"]
    assert checked_value(SEVERAL, "licence") == ["licence"]
    with pytest.raises(AnswerError):
        checked_value(SEVERAL, ["licence", "theft"])


@pytest.mark.parametrize("value", [["a"], {"a": 1}, True])
def test_one_answer_is_not_a_list(value):
    with pytest.raises(AnswerError):
        checked_value(TEXT, value)


def test_only_the_reasons_of_a_question_are_taken():
    assert checked_gap(question("text", gaps=("unknown",)), "unknown") == "unknown"
    assert checked_gap(TEXT, "") == ""
    with pytest.raises(AnswerError):
        checked_gap(question("text", gaps=()), "unknown")
    with pytest.raises(AnswerError):
        checked_gap(TEXT, "no idea")


def test_a_remark_is_trimmed_and_limited():
    assert checked_remark("  see page 4 ") == "see page 4"
    with pytest.raises(AnswerError):
        checked_remark("x" * 2001)


def test_a_question_is_settled_by_a_value_or_a_reason():
    assert is_answered(Answer(value=["a"]))
    assert is_answered(Answer(gap="unknown"))
    assert not is_answered(Answer())
    assert not is_answered(None)


@given(st.sampled_from([TEXT, NUMBER, CHOICE, TRL, question("line"), question("lines")]), st.text())
def test_what_was_accepted_once_is_accepted_again_unchanged(asked, typed):
    try:
        stored = checked_value(asked, typed)
    except AnswerError:
        return
    assert checked_value(asked, stored) == stored


@given(st.lists(st.text(max_size=12)))
def test_a_list_of_anything_gives_words_or_a_part_of_the_list(typed):
    try:
        stored = checked_value(SEVERAL, typed)
    except AnswerError:
        return
    assert stored is None or set(stored) <= {o.value for o in SEVERAL.choices}
