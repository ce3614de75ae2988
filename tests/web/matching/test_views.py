"""The screens of matches and the glossary: rights, reasons, decisions, and their queries."""

import pytest
from django.urls import reverse
from django.utils import timezone

from zwornik.matching.models import Decision, GlossaryTerm
from zwornik.matching.services import match_need


@pytest.fixture
def as_coordinator(client, coordinator):
    client.force_login(coordinator)
    return client


def page(client, name, *args, **query):
    return client.get(reverse(name, args=args), query)


def test_visitors_are_asked_to_sign_in(client, need):
    answer = page(client, "matching:need-matches", need.pk)
    assert answer.status_code == 302
    assert "login" in answer["Location"]


def test_members_do_not_see_matches(client_of, need):
    assert page(client_of("editor"), "matching:need-matches", need.pk).status_code == 403


def test_the_page_names_the_words_that_led_to_the_offer(as_coordinator, need, antibody):
    text = page(as_coordinator, "matching:need-matches", need.pk).content.decode()
    assert "Recombinant antibody pair" in text
    assert "przeciwciał" in text
    assert "antibody" in text


def test_an_auditor_reads_but_does_not_decide(client_of, need, antibody):
    client = client_of("auditor")
    assert "match-shortlist" not in page(client, "matching:need-matches", need.pk).content.decode()
    address = reverse("matching:match-shortlist", args=[need.pk, "technology", antibody.pk])
    assert client.post(address).status_code == 403
    assert not Decision.objects.exists()


def test_shortlisting(as_coordinator, need, antibody):
    page(as_coordinator, "matching:need-matches", need.pk)
    address = reverse("matching:match-shortlist", args=[need.pk, "technology", antibody.pk])
    answer = as_coordinator.post(address, follow=True)
    assert answer.status_code == 200
    decision = Decision.objects.get()
    assert decision.verdict == "shortlisted"
    assert decision.fit > 0


def test_declining_without_a_reason_asks_for_one(as_coordinator, need, antibody):
    address = reverse("matching:match-decline", args=[need.pk, "technology", antibody.pk])
    answer = as_coordinator.post(address, {"reason": ""})
    assert answer.status_code == 200
    assert "reason-error" in answer.content.decode()
    assert not Decision.objects.exists()


def test_declining_with_a_reason(as_coordinator, need, antibody):
    address = reverse("matching:match-decline", args=[need.pk, "technology", antibody.pk])
    as_coordinator.post(address, {"reason": "too_early", "comment": "Wrócić za rok."})
    assert Decision.objects.get().comment == "Wrócić za rok."


def test_what_was_left_out_is_listed_with_its_reason(as_coordinator, need, young):
    text = page(as_coordinator, "matching:need-left-out", need.pk).content.decode()
    assert "Aptamer" in text


def test_an_empty_offer_says_what_to_do(as_coordinator, need):
    assert "zw-empty" in page(as_coordinator, "matching:need-matches", need.pk).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_needs_takes_the_same_queries_whatever_its_length(
    as_coordinator, need, seeker, antibody, count, django_assert_num_queries
):
    from zwornik.catalogue.services import publish_record, record_need

    for n in range(count - 1):
        record = record_need(
            organisation=seeker,
            field="diagnostics",
            recorded_on=need.recorded_on,
            title_en=f"Test of sepsis {n}",
        )
        publish_record(record=record, disclosure="members", now=timezone.now())
    match_need(need_id=need.pk, now=timezone.now())
    page(as_coordinator, "matching:need-list")
    with django_assert_num_queries(LIST_QUERIES):
        page(as_coordinator, "matching:need-list")


LIST_QUERIES = 7


def test_the_glossary_finds_a_term_in_either_language(as_coordinator):
    assert (
        "przeciwciało" in page(as_coordinator, "matching:glossary", q="antibody").content.decode()
    )
    assert (
        "antibody" in page(as_coordinator, "matching:glossary", q="przeciwciało").content.decode()
    )


def test_a_shipped_term_is_changed_by_a_term_of_the_cluster(as_coordinator):
    form = page(as_coordinator, "matching:term-add", polish="przeciwciało")
    assert "antibody" in form.content.decode()
    data = {
        "polish": "przeciwciało",
        "english": "antibody | immunoglobulin",
        "part": "n",
        "note": "",
        "state": "used",
    }
    assert as_coordinator.post(reverse("matching:term-add"), data).status_code == 302
    assert GlossaryTerm.objects.get().english == "antibody | immunoglobulin"


def test_a_term_without_an_equivalent_is_refused_beside_the_field(as_coordinator):
    data = {"polish": "wymaz", "english": "", "part": "n", "note": "", "state": "used"}
    answer = as_coordinator.post(reverse("matching:term-add"), data)
    assert answer.status_code == 200
    assert "id_english_error" in answer.content.decode()


def test_the_form_says_which_needs_a_term_touches(as_coordinator, need):
    text = page(as_coordinator, "matching:term-add", polish="prokalcytonina").content.decode()
    assert need.code in text


def test_the_words_of_the_fit_are_explained(as_coordinator):
    assert page(as_coordinator, "matching:words").status_code == 200
