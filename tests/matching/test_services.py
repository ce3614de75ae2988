import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from zwornik.catalogue.services import revise_record
from zwornik.matching.models import Decision, GlossaryTerm, MatchRun
from zwornik.matching.selectors import (
    decisions_in_numbers,
    decisions_on,
    matches_of,
    needs_awaiting_decision,
    needs_in_state,
    omitted_records,
)
from zwornik.matching.services import (
    decline_match,
    keep_term,
    match_all_needs,
    match_need,
    remove_term,
    reopen_match,
    shortlist_match,
)


def run_of(need):
    return match_need(need_id=need.pk, now=timezone.now())


def test_a_polish_need_finds_the_english_offer_that_answers_it(need, antibody, prosthesis):
    first = matches_of(run_of(need))[0]
    assert first.offer == antibody
    bridges = {(part["query_words"], part["kind"]) for part in first.parts}
    assert ("przeciwciał", "glossary") in bridges


def test_parts_sum_to_the_score(need, antibody, validation):
    for match in matches_of(run_of(need)):
        assert sum(part["value"] for part in match.parts) == pytest.approx(match.score, abs=1e-6)
        assert 0 < match.fit <= 1


def test_what_is_not_a_match_is_left_out_with_a_reason(need, antibody, young, prosthesis):
    groups = {group.reason: set(group.records) for group in omitted_records(run_of(need))}
    assert groups["too_young"] == {young}
    assert prosthesis in groups.get("no_common_word", {prosthesis})


def test_nothing_is_computed_again_while_nothing_changed(need, antibody):
    assert run_of(need) == run_of(need)
    assert MatchRun.objects.count() == 1


def test_a_new_offer_makes_a_new_comparison(need, antibody, request):
    first = run_of(need)
    request.getfixturevalue("validation")
    second = run_of(need)
    assert second != first
    assert second.compared_count == first.compared_count + 1


def test_a_term_of_the_cluster_changes_the_next_comparison(need, antibody, coordinator):
    first = run_of(need)
    keep_term(polish="kropla krwi", english="blood drop", part="phrase", changed_by=coordinator)
    assert run_of(need).glossary_version != first.glossary_version


def test_all_needs_are_compared_once(need, antibody):
    assert match_all_needs(now=timezone.now()) == 1
    assert MatchRun.objects.get().need == need


def test_shortlisting_ends_the_waiting(need, antibody, coordinator):
    run_of(need)
    assert list(needs_awaiting_decision()) == [need]
    shortlist_match(need=need, offer=antibody, decided_by=coordinator, now=timezone.now())
    assert list(needs_awaiting_decision()) == []
    assert list(needs_in_state("shortlisted")) == [need]
    assert decisions_in_numbers(timezone.now().year).shortlisted == 1


def test_declining_needs_a_reason(need, antibody, coordinator):
    with pytest.raises(ValidationError, match=r"reason|powód"):
        decline_match(
            need=need, offer=antibody, reason="", decided_by=coordinator, now=timezone.now()
        )
    assert not Decision.objects.exists()


def test_a_later_decision_replaces_the_earlier_one(need, antibody, coordinator):
    moment = timezone.now()
    shortlist_match(need=need, offer=antibody, decided_by=coordinator, now=moment)
    decline_match(need=need, offer=antibody, reason="too_early", decided_by=coordinator, now=moment)
    decision = Decision.objects.get()
    assert (decision.verdict, decision.reason) == ("declined", "too_early")


def test_a_decision_can_be_taken_back(need, antibody, coordinator):
    shortlist_match(need=need, offer=antibody, decided_by=coordinator, now=timezone.now())
    reopen_match(need=need, offer=antibody)
    assert decisions_on(need) == {}


def test_a_decision_survives_a_new_comparison(need, antibody, coordinator, request):
    shortlist_match(need=need, offer=antibody, decided_by=coordinator, now=timezone.now())
    request.getfixturevalue("validation")
    run_of(need)
    assert ("technology", antibody.pk) in decisions_on(need)


def test_a_superseded_offer_is_no_longer_suggested(need, antibody, coordinator):
    run_of(need)
    newer = revise_record(
        record=antibody,
        facts={"summary_en": "Detects sepsis within 12 minutes."},
        revised_by=coordinator,
        now=timezone.now(),
    )
    assert [match.offer for match in matches_of(run_of(need))] == [newer]


def test_a_used_term_needs_an_equivalent(coordinator):
    with pytest.raises(ValidationError):
        keep_term(polish="wymaz", english=" | ", part="n", changed_by=coordinator)
    assert not GlossaryTerm.objects.exists()


def test_a_term_is_kept_once_whatever_its_case(coordinator):
    keep_term(polish="wymaz", english="swab", part="n", changed_by=coordinator)
    with pytest.raises(ValidationError):
        keep_term(polish="Wymaz", english="smear", part="n", changed_by=coordinator)


def test_a_term_that_is_switched_off_hides_the_shipped_one(need, antibody, coordinator):
    before = {part["target"] for match in matches_of(run_of(need)) for part in match.parts}
    keep_term(polish="noworodek", english="", part="n", state="off", changed_by=coordinator)
    after = {part["target"] for match in matches_of(run_of(need)) for part in match.parts}
    assert "newborn" in before - after


def test_removing_a_term_brings_the_shipped_one_back(need, antibody, coordinator):
    term = keep_term(polish="noworodek", english="", part="n", state="off", changed_by=coordinator)
    remove_term(term=term)
    parts = [part for match in matches_of(run_of(need)) for part in match.parts]
    assert "newborn" in {part["target"] for part in parts}
