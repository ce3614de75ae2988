"""Which audits a person sees, how lists are narrowed, how far a questionnaire is, whom to ask."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from tests.audits.conftest import NOW
from tests.factories import (
    AuditFactory,
    OrganisationFactory,
    PersonFactory,
    SeatFactory,
    UserFactory,
)
from zwornik.accounts.models import User
from zwornik.audits.models import Audit
from zwornik.audits.selectors import (
    AuditList,
    answers_of,
    audits_known_to,
    audits_late,
    audits_to_answer,
    audits_to_close,
    candidates_of,
    found_audits,
    history_of,
    open_audits_of,
    outcome_of,
    people_who_audit,
    progress_of,
    progress_of_many,
    questionnaire_of,
    readable_audits,
    state_counts,
    year_in_numbers,
)
from zwornik.audits.services import cancel_audit, close_audit
from zwornik.directory.models import Seat

TODAY = date(2026, 11, 24)


def found(which="all", kind="", query=""):
    team = UserFactory(role="auditor")
    return list(
        found_audits(
            readable_audits(team), which=AuditList(which), kind=kind, query=query, today=TODAY
        )
    )


def test_the_team_sees_all_and_members_their_own(audit, handed_in):
    assert set(readable_audits(UserFactory(role="auditor"))) == {audit, handed_in}
    viewer = SeatFactory(organisation=audit.organisation, level="viewer").account
    assert list(readable_audits(viewer)) == [audit]
    assert list(readable_audits(UserFactory())) == []


def test_who_was_asked_still_finds_the_questionnaire_without_the_seat(audit):
    Seat.objects.all().delete()
    assert list(readable_audits(audit.respondent)) == []
    assert list(audits_known_to(audit.respondent)) == [audit]
    assert list(audits_known_to(UserFactory())) == []


def test_only_who_may_edit_has_something_to_answer(audit, handed_in):
    viewer = SeatFactory(organisation=audit.organisation, level="viewer").account
    assert list(audits_to_answer(audit.respondent)) == [audit]
    assert list(audits_to_answer(viewer)) == []
    assert list(audits_to_answer(handed_in.respondent)) == []
    assert list(audits_to_close()) == [handed_in]


@pytest.fixture
def four(db):
    """An audit of each list: open, late, handed in, closed."""
    late = AuditFactory(deadline_on=date(2026, 11, 11), subject="Pracownia snu")
    handed_in = AuditFactory(kind="need", state="submitted")
    closed = AuditFactory(kind="technology", state="submitted")
    close_audit(audit=closed, closed_by=closed.planned_by, publish=False, now=NOW)
    given_up = cancel_audit(audit=AuditFactory())
    return {"late": late, "handed_in": handed_in, "closed": closed, "given_up": given_up}


def test_lists_hold_what_their_name_says(four):
    assert found("open") == [four["late"], four["handed_in"]]
    assert found("late") == [four["late"]] == list(audits_late(TODAY))
    assert found("submitted") == [four["handed_in"]]
    assert found("closed") == [four["closed"]]
    assert set(found("all")) == set(four.values())


def test_the_deadline_itself_is_not_late(db):
    AuditFactory(deadline_on=TODAY)
    assert found("late") == []


def test_lists_are_narrowed_by_kind_organisation_subject_and_code(four):
    late = four["late"]
    assert found(kind="need") == [four["handed_in"]]
    assert found(kind="nonsense") == found()
    assert found(query=late.organisation.name) == [late]
    assert found(query="PRACOWNIA") == [late]
    for code in (late.code, late.code.lower(), f" a{late.pk} "):
        assert found(query=code) == [late]
    assert late in found(query=str(late.pk))
    assert found(query="nobody at all") == []


def test_counts_of_the_lists_agree_with_the_lists(four):
    audits = readable_audits(UserFactory(role="auditor"))
    for kind in ("", "need"):
        counts = state_counts(audits, kind=kind, query="", today=TODAY)
        assert counts == {which.value: len(found(which, kind)) for which in AuditList}


def test_the_year_in_numbers(four):
    numbers = year_in_numbers(2026)
    assert (numbers.sent, numbers.closed, numbers.open, numbers.late) == (4, 1, 2, 1)
    assert year_in_numbers(2025).sent == 0


def test_open_audits_of_an_organisation(four):
    assert list(open_audits_of(four["late"].organisation)) == [four["late"]]
    assert list(open_audits_of(four["closed"].organisation)) == []


def test_the_outcome_is_there_once_the_audit_is_closed(four):
    assert outcome_of(four["late"]) is None
    assert outcome_of(four["closed"]).record.kind == "technology"


def test_progress_counts_sections_and_minutes(audit, save):
    empty = progress_of(audit)
    assert (empty.done, empty.minutes_left, empty.share) == (0, 16, 0.0)
    assert empty.first_open.code == "team"
    assert empty.saved_at is None
    for code, value in [("title", "Walidacja"), ("field", "diagnostics"), ("summary", "Umiemy.")]:
        save(audit, code, value)
    progress = progress_of(audit)
    assert (progress.done, progress.minutes_left) == (1, 10)
    assert progress.share == pytest.approx(1 / 3)
    assert progress.first_open.code == progress.first_missing.code == "methods"
    assert progress.sections[0].is_done
    assert not progress.sections[1].is_begun
    assert progress.saved_at == NOW


def test_a_section_of_optional_questions_is_not_done_before_it_is_begun(audit, save):
    save(audit, "quality", ["GLP"])
    part = progress_of(audit).sections[1]
    assert part.is_begun
    assert part.share == 0.5
    assert [q.code for q in part.missing] == ["methods"]


def test_progress_of_many_is_the_progress_of_each(four, django_assert_num_queries):
    audits = list(readable_audits(UserFactory(role="auditor")))
    with django_assert_num_queries(1):
        many = progress_of_many(audits)
    for audit in audits:
        assert many[audit.pk].done == progress_of(audit).done
        assert many[audit.pk].missing == progress_of(audit).missing


def test_candidates_are_contacts_first_each_address_once(db):
    organisation = OrganisationFactory()
    SeatFactory(organisation=organisation, account=UserFactory(email="seat@example.org"))
    line = {"organisation": organisation, "role_en": "Engineer"}
    PersonFactory(email="engineer@example.org", family_name="Adam", positions=[line])
    PersonFactory(email="", family_name="Bez", positions=[line])
    left = {**line, "until_on": TODAY - timedelta(days=1)}
    PersonFactory(email="left@example.org", positions=[left])
    SeatFactory(
        organisation=organisation, account=UserFactory(email="contact@example.org", language="en")
    )
    PersonFactory(email="Contact@example.org", organisation=organisation)
    found = candidates_of(organisation, TODAY)
    assert [c.email for c in found] == [
        "contact@example.org", "engineer@example.org", "seat@example.org",
    ]  # fmt: skip
    assert found[0].is_contact


def test_the_language_of_a_candidate_is_that_of_the_account(db):
    organisation = OrganisationFactory()
    account = UserFactory(email="a@example.org", language="en")
    PersonFactory(email="a@example.org", organisation=organisation, account=account)
    assert candidates_of(organisation, TODAY)[0].language == "en"


def test_accounts_that_were_switched_off_are_no_candidates(db):
    seat = SeatFactory()
    User.objects.filter(pk=seat.account_id).update(is_active=False)
    assert candidates_of(seat.organisation, TODAY) == []


def test_people_who_audit_are_the_team_that_may_sign_in(db):
    auditor, coordinator = UserFactory(role="auditor"), UserFactory(role="coordinator")
    gone = UserFactory(role="auditor")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    UserFactory(role="guest_expert")
    assert set(people_who_audit()) == {auditor, coordinator}


def test_history_names_questions_and_not_their_codes(audit, save):
    save(audit, "people", "6")
    with translation.override("en"):
        trail = history_of(audit, questionnaire_of(audit), answers_of(audit))
    assert "How many people do this work?" in [change.record for change in trail]
    assert Audit.objects.get().code in trail[-1].record
