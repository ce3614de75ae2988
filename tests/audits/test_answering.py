"""Saving answers: revisions, two windows, reasons for no answer, and who may."""

import pytest

from tests.audits.conftest import NOW
from tests.factories import AuditFactory, SeatFactory, UserFactory
from zwornik.audits.checking import AnswerError
from zwornik.audits.models import Answer, Audit
from zwornik.audits.services import (
    Entry,
    IncompleteError,
    NoSeatError,
    StaleAnswerError,
    TransitionError,
    cancel_audit,
    save_section,
    submit_audit,
)
from zwornik.directory.models import Seat


def test_an_answer_is_stored_with_who_and_when(audit, save):
    answer = save(audit, "people", " 6 ", remark=" two part-time ")
    stored = Answer.objects.get()
    assert answer == stored
    assert (stored.value, stored.revision, stored.remark) == (6, 1, "two part-time")
    assert (stored.saved_by, stored.saved_at) == (audit.respondent, NOW)


def test_saving_the_same_again_changes_nothing_whatever_the_revision(audit, save):
    save(audit, "people", "6")
    assert save(audit, "people", "6", revision=0).revision == 1
    assert Answer.objects.get().revision == 1


def test_what_somebody_else_saved_is_not_overwritten(audit, save):
    colleague = SeatFactory(organisation=audit.organisation).account
    save(audit, "people", "6")
    save(audit, "people", "7", revision=1, answered_by=colleague)
    with pytest.raises(StaleAnswerError) as refused:
        save(audit, "people", "8", revision=1)
    assert refused.value.stored.value == 7
    assert refused.value.stored.saved_by == colleague
    assert save(audit, "people", "8", revision=2).revision == 3


def test_two_first_answers_at_once_are_a_conflict_too(audit, save):
    save(audit, "people", "6")
    with pytest.raises(StaleAnswerError):
        save(audit, "people", "7", revision=0)


def test_an_answer_can_be_taken_back_and_keeps_its_revisions(audit, save):
    save(audit, "people", "6")
    assert save(audit, "people", "", revision=1).revision == 2
    assert Answer.objects.get().value is None


def test_nothing_typed_leaves_no_empty_answer(audit, save):
    assert save(audit, "people", "").revision == 0
    assert not Answer.objects.exists()


def test_a_reason_takes_the_place_of_the_value(audit, save):
    answer = save(audit, "people", "about six", gap="unknown")
    assert (answer.value, answer.gap) == (None, "unknown")
    assert save(audit, "people", "6", revision=1).gap == ""


def test_a_question_that_needs_an_answer_takes_no_reason(audit, save):
    with pytest.raises(AnswerError):
        save(audit, "title", gap="unknown")
    assert not Answer.objects.exists()


def test_sureness_belongs_to_a_value_and_to_the_questions_that_ask_for_it(db, save):
    audit = AuditFactory(kind="technology")
    assert save(audit, "trl", "6", sureness="documented").sureness == "documented"
    assert save(audit, "trl", gap="unknown", sureness="declared", revision=1).sureness == ""
    assert save(audit, "title", "Kaseta", sureness="declared").sureness == ""


def test_an_unknown_question_is_a_mistake_of_the_caller(audit, save):
    with pytest.raises(LookupError):
        save(audit, "price", "6")


def test_who_lost_the_seat_is_refused_in_words(audit, save):
    Seat.objects.all().delete()
    with pytest.raises(NoSeatError, match=audit.organisation.name):
        save(audit, "people", "6")
    with pytest.raises(NoSeatError):
        submit_audit(audit=audit, submitted_by=audit.respondent, now=NOW)
    assert not Answer.objects.exists()


def test_who_may_only_read_is_refused_in_other_words(audit, save):
    reader = SeatFactory(organisation=audit.organisation, level="viewer").account
    with pytest.raises(NoSeatError) as as_reader:
        save(audit, "people", "6", answered_by=reader)
    with pytest.raises(NoSeatError) as as_stranger:
        save(audit, "people", "6", answered_by=UserFactory())
    assert str(as_reader.value) != str(as_stranger.value)


def test_answers_that_were_handed_in_stay_as_they_are_even_for_an_old_window(handed_in, save):
    old_window = Audit.objects.get()
    old_window.state = "self_assessment"
    with pytest.raises(TransitionError):
        save(old_window, "title", "Something else", revision=1)


@pytest.mark.parametrize("state", ["planned", "cancelled"])
def test_a_questionnaire_that_is_not_there_to_answer_says_why(db, save, state):
    audit = AuditFactory(state="planned")
    if state == "cancelled":
        cancel_audit(audit=audit)
    with pytest.raises(TransitionError):
        save(audit, "people", "6")


def test_a_refused_answer_of_a_section_takes_no_other_with_it(audit, save):
    save(audit, "summary", "First")
    save(audit, "summary", "Second", revision=1)
    entries = {
        "title": Entry("Walidacja"),
        "people": Entry("about six"),
        "summary": Entry("Third", revision=1),
    }
    saved = save_section(audit=audit, entries=entries, answered_by=audit.respondent, now=NOW)
    assert not saved.is_complete
    assert set(saved.problems) == {"people"}
    assert set(saved.conflicts) == {"summary"}
    assert dict(Answer.objects.values_list("question", "value")) == {
        "title": "Walidacja",
        "summary": "Second",
    }


def test_handing_in_names_what_is_missing(audit, save):
    save(audit, "title", "Walidacja")
    with pytest.raises(IncompleteError) as refused:
        submit_audit(audit=audit, now=NOW)
    assert [q.code for q in refused.value.questions] == [
        "field", "summary", "methods", "offer", "availability", "disclosure",
    ]  # fmt: skip
    assert Audit.objects.get().state == "self_assessment"


def test_a_reason_settles_a_required_question(db, save):
    audit = AuditFactory(state="submitted")
    Audit.objects.update(state="self_assessment")
    save(audit, "offer", gap="unknown", revision=1)
    assert submit_audit(audit=audit, now=NOW).state == "submitted"
