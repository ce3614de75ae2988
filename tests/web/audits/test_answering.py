"""The questionnaire on screen: sections, saving in the background and as a whole, handing in."""

import re

import pytest

from tests.factories import AuditFactory, SeatFactory, _any_answer
from zwornik.audits.models import Answer, Audit
from zwornik.audits.services import return_audit
from zwornik.directory.models import Seat


def section(client, audit, code="team", language="en"):
    return client.get(f"/{language}/audits/{audit.pk}/answer/{code}/")


def save_one(client, audit, question, code="team", **facts):
    posted = {"question": question, f"{question}-revision": 0}
    posted |= {name.replace("__", "-"): value for name, value in facts.items()}
    return client.post(f"/en/audits/{audit.pk}/answer/{code}/save/", posted)


def save_all(client, audit, code="team", **facts):
    return client.post(
        f"/en/audits/{audit.pk}/answer/{code}/",
        {name.replace("__", "-"): value for name, value in facts.items()},
    )


TEAM = {
    "title": "Walidacja", "title__revision": 0, "field": "diagnostics", "field__revision": 0,
    "summary": "Umiemy.", "summary__revision": 0, "people": "6", "people__revision": 0,
}  # fmt: skip


def test_going_on_leads_to_the_first_section_that_is_not_done(asked, save):
    client, audit = asked
    address = f"/en/audits/{audit.pk}/answer/"
    assert client.get(address)["Location"] == f"{address}team/"
    save_all(client, audit, **TEAM)
    assert client.get(address)["Location"] == f"{address}methods/"


def test_the_team_reads_answers_on_the_page_of_the_audit(client_of, audit):
    answer = client_of("coordinator").get(f"/en/audits/{audit.pk}/answer/")
    assert answer["Location"] == f"/en/audits/{audit.pk}/"


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("kind", ["technology", "need", "competence"])
def test_every_section_opens(client_of, kind, language):
    client = client_of("editor")
    audit = AuditFactory(kind=kind, organisation=client.organisation)
    for part in audit.instrument.questionnaire.sections:
        text = section(client, audit, part.code, language).content.decode()
        assert text.count("<h1") == 1
        assert text.count('data-question="') == len(part.questions)
        for question in part.questions:
            assert f'id="q-{question.code}"' in text
            assert f'name="{question.code}-revision" value="0"' in text
            offered = set(
                re.findall(rf'name="{question.code}(?:-gap)?" value="(?:gap:)?(\w+)"', text)
            )
            assert set(question.gaps) <= offered


def test_a_section_that_does_not_exist(asked):
    client, audit = asked
    assert section(client, audit, "price").status_code == 404
    assert save_one(client, audit, "title", code="price").status_code == 404
    assert save_one(client, audit, "offer").status_code == 404  # of another section


def test_stored_answers_stand_in_their_controls(asked, save):
    client, audit = asked
    save(audit, "title", "Walidacja & „testy”")
    save(audit, "field", "diagnostics")
    save(audit, "people", gap="unknown", remark="zależy od roku")
    text = section(client, audit).content.decode()
    assert 'value="Walidacja &amp; „testy”"' in text
    assert re.search(r'value="diagnostics"\s+checked', text)
    assert 'name="people-gap" value="unknown" checked' in text
    assert "zależy od roku</textarea>" in text
    assert 'name="title-revision" value="1"' in text
    assert "Saved at 10:00" in text


def test_an_answer_is_saved_in_the_background(asked):
    client, audit = asked
    answer = save_one(client, audit, "title", title="Walidacja", title__remark="krótko")
    assert answer.json() == {"state": "saved", "revision": 1, "said": "Saved at 10:00"}
    stored = Answer.objects.get()
    assert (stored.value, stored.remark, stored.saved_by) == ("Walidacja", "krótko", client.user)


def test_a_choice_a_list_and_a_reason_are_saved_too(asked):
    client, audit = asked
    save_one(client, audit, "quality", code="methods", quality=["GLP", "GMP"])
    save_one(client, audit, "offer", code="offer", offer="", offer__gap="unknown")
    save_one(client, audit, "availability", code="offer", availability="gap:unknown")
    stored = {a.question: (a.value, a.gap) for a in Answer.objects.all()}
    assert set(stored.pop("quality")[0]) == {"GLP", "GMP"}
    assert stored == {"offer": (None, "unknown"), "availability": (None, "unknown")}


def test_what_is_not_accepted_is_answered_with_the_reason(asked):
    client, audit = asked
    answer = save_one(client, audit, "people", people="about six")
    assert answer.status_code == 422
    assert answer.json()["state"] == "invalid"
    assert "about six" in answer.json()["said"]


def test_a_conflict_brings_the_other_version_and_whose_it_is(asked, save):
    client, audit = asked
    colleague = SeatFactory(organisation=audit.organisation).account
    save(audit, "people", "7", answered_by=colleague)
    answer = save_one(client, audit, "people", people="6")
    assert answer.status_code == 409
    reply = answer.json()
    assert (reply["state"], reply["revision"]) == ("conflict", 1)
    assert (reply["value"], reply["shown"]) == ("7", "7")
    assert colleague.name in reply["who"]
    assert Answer.objects.get().value == 7
    assert save_one(client, audit, "people", people="6", people__revision=1).status_code == 200


def test_a_conflict_over_a_choice_brings_what_its_control_holds(asked, save):
    client, audit = asked
    save(audit, "availability", gap="unknown")
    answer = save_one(client, audit, "availability", code="offer", availability="open")
    assert (answer.json()["value"], answer.json()["shown"]) == ("gap:unknown", "Do not know")
    save(audit, "quality", ["GLP"])
    answer = save_one(client, audit, "quality", code="methods", quality=["GMP"])
    assert answer.json()["value"] == ["GLP"]


@pytest.mark.parametrize("revision", ["", "x", "-1", "²", "9" * 40])
def test_a_revision_that_is_none_overwrites_nothing(asked, save, revision):
    client, audit = asked
    save(audit, "people", "7")
    answer = save_one(client, audit, "people", people="6", people__revision=revision)
    assert answer.status_code == 409


def test_saving_for_others_is_refused_in_words(asked, client_of):
    client, audit = asked
    reader = client_of("viewer", organisation=audit.organisation)
    assert save_one(reader, audit, "people", people="6").status_code == 403
    assert save_one(client_of("editor"), audit, "people", people="6").status_code == 404
    assert save_one(client_of("coordinator"), audit, "people", people="6").status_code == 403
    Seat.objects.all().delete()
    answer = save_one(client, audit, "people", people="6")
    assert answer.status_code == 403
    assert audit.organisation.name in answer.json()["said"]
    assert save_all(client, audit, **TEAM).status_code == 403
    assert not Answer.objects.exists()


def test_saving_is_done_by_post_alone(asked):
    client, audit = asked
    assert client.get(f"/en/audits/{audit.pk}/answer/team/save/").status_code == 405


def test_a_section_is_saved_as_a_whole_and_leads_to_the_next(asked):
    client, audit = asked
    answer = save_all(client, audit, **TEAM)
    assert answer["Location"] == f"/en/audits/{audit.pk}/answer/methods/"
    assert Answer.objects.count() == 4


def test_the_last_section_leads_to_handing_in(asked):
    client, audit = asked
    assert save_all(client, audit, "offer")["Location"] == f"/en/audits/{audit.pk}/submit/"


def test_a_refused_answer_stays_on_the_page_and_the_others_are_saved(asked):
    client, audit = asked
    answer = save_all(client, audit, **{**TEAM, "people": "about six"})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert 'href="#q-people"' in text
    assert 'value="about six"' in text
    assert 'aria-invalid="true"' in text
    assert Answer.objects.count() == 3
    assert 'name="title-revision" value="1"' in text


def test_two_versions_are_shown_and_one_is_chosen_without_scripts(asked, save):
    client, audit = asked
    save(audit, "summary", "Wersja druga")
    answer = save_all(client, audit, **TEAM)
    text = answer.content.decode()
    assert "Wersja druga" in text
    assert "Umiemy.</textarea>" in text
    assert 'name="summary-revision" value="1"' in text
    chosen = {**TEAM, "title__revision": 1, "field__revision": 1, "people__revision": 1}
    take = {**chosen, "summary__revision": 1, "summary__take": 1}
    assert save_all(client, audit, **take).status_code == 302
    assert Answer.objects.get(question="summary").value == "Wersja druga"
    keep = {**chosen, "summary__revision": 1}
    assert save_all(client, audit, **keep).status_code == 302
    assert Answer.objects.get(question="summary").value == "Umiemy."


def test_a_viewer_reads_and_cannot_write(client_of, audit):
    client = client_of("viewer", organisation=audit.organisation)
    text = section(client, audit).content.decode()
    assert '<fieldset class="zw-questions" disabled>' in text
    assert "data-autosave" not in text
    assert save_all(client, audit, **TEAM).status_code == 403


def test_after_the_deadline_it_is_said_that_answers_are_still_taken(asked):
    client, audit = asked
    Audit.objects.update(deadline_on="2026-11-20")
    text = section(client, audit).content.decode()
    assert "You can still answer" in text
    assert save_one(client, audit, "people", people="6").status_code == 200


def test_the_comment_stands_above_the_questions_of_a_returned_questionnaire(client_of, handed_in):
    return_audit(
        audit=handed_in,
        comment="Which samples?",
        deadline_on=handed_in.deadline_on,
        now=handed_in.submitted_at,
    )
    client = client_of("editor", organisation=handed_in.organisation)
    assert "Which samples?" in section(client, handed_in, "need").content.decode()


@pytest.mark.parametrize("answers", [0, 4])
def test_a_section_asks_the_database_the_same_for_every_number_of_answers(
    asked, save, django_assert_num_queries, answers
):
    client, audit = asked
    facts = [("title", "A"), ("field", "diagnostics"), ("summary", "B"), ("people", "6")]
    for code, value in facts[:answers]:
        save(audit, code, value)
    section(client, audit)
    with django_assert_num_queries(10):
        section(client, audit)


def test_saving_an_answer_asks_the_database_little(asked, django_assert_num_queries):
    client, audit = asked
    save_one(client, audit, "people", people="6")
    with django_assert_num_queries(11):
        save_one(client, audit, "people", people="7", people__revision=1)


def answer_everything(audit, save):
    for part in audit.instrument.questionnaire.sections:
        for question in part.questions:
            if question.required:
                save(audit, question.code, _any_answer(question))


def test_what_is_missing_is_linked_before_handing_in(asked):
    client, audit = asked
    text = client.get(f"/en/audits/{audit.pk}/submit/").content.decode()
    assert f'/en/audits/{audit.pk}/answer/offer/#q-availability"' in text
    assert "Hand in the answers" not in text


def test_handing_in_thanks_and_says_what_happens_next(asked, save):
    client, audit = asked
    answer_everything(audit, save)
    assert "Hand in the answers" in client.get(f"/en/audits/{audit.pk}/submit/").content.decode()
    answer = client.post(f"/en/audits/{audit.pk}/submit/", follow=True)
    assert answer.redirect_chain == [(f"/en/audits/{audit.pk}/thanks/", 302)]
    assert "What happens next" in answer.content.decode()
    assert Audit.objects.get().state == "submitted"


def test_handing_in_with_something_missing_is_refused(asked):
    client, audit = asked
    answer = client.post(f"/en/audits/{audit.pk}/submit/")
    assert 'class="zw-errors' in answer.content.decode()
    assert Audit.objects.get().state == "self_assessment"


def test_after_handing_in_everything_leads_to_the_answers(asked, save):
    client, audit = asked
    answer_everything(audit, save)
    client.post(f"/en/audits/{audit.pk}/submit/")
    for path in ("answer/", "answer/team/", "submit/"):
        answer = client.get(f"/en/audits/{audit.pk}/{path}")
        assert answer["Location"] == f"/en/audits/{audit.pk}/"
    assert save_all(client, audit, **TEAM).status_code == 403
    answer = client.post(f"/en/audits/{audit.pk}/submit/")
    assert answer.status_code == 403
    assert audit.code in answer.content.decode()


def test_thanks_are_for_answers_that_were_handed_in(asked):
    client, audit = asked
    assert client.get(f"/en/audits/{audit.pk}/thanks/").status_code == 302
