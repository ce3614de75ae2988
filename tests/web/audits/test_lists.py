"""The lists: what stands in a row, tabs, filters, what an empty list teaches, and their queries."""

import re
from datetime import date

import pytest

from tests.factories import AuditFactory, OrganisationFactory, SeatFactory
from zwornik.audits.services import close_audit


def page(client, address, **query):
    answer = client.get(address("audit-list").replace("/pl/", "/en/"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def names(text):
    return [found.strip() for found in re.findall(r'<a class="name" href="[^"]*">([^<]*)<', text)]


@pytest.fixture
def coordinator(client_of):
    return client_of("coordinator")


def test_a_row_says_what_is_needed_to_choose(coordinator, address, save):
    late = AuditFactory(
        organisation=OrganisationFactory(name="Mikroflux sp. z o.o."),
        subject="Kaseta MF-2",
        deadline_on=date(2026, 11, 20),
    )
    for code, value in [("title", "Walidacja"), ("field", "diagnostics"), ("summary", "Umiemy.")]:
        save(late, code, value)
    text = page(coordinator, address)
    assert names(text) == ["Mikroflux sp. z\u00a0o.o."]
    for words in (
        "Kaseta MF-2", late.code, "Competence audit", "4 days late", "1 of 3 parts",
        "20\u00a0November 2026", "Jan Kowalski",
    ):  # fmt: skip
        assert words in text


def test_tabs_show_their_lists_with_counts(coordinator, address, audit, handed_in):
    text = page(coordinator, address, state="submitted")
    assert names(text) == [handed_in.organisation.name.replace("z o", "z\u00a0o")]
    counts = dict(re.findall(r'state=(\w+)"[^>]*>\w[\w ]* <span>(\d+)<', text))
    assert counts == {"open": "2", "late": "0", "submitted": "1", "closed": "0", "all": "2"}
    assert 'state=submitted" aria-current="true"' in text


def test_an_unknown_list_is_that_of_open_audits(coordinator, address, audit):
    assert 'state=open" aria-current="true"' in page(coordinator, address, state="lost")


def test_filters_are_shown_and_can_be_removed(coordinator, address, audit, handed_in):
    text = page(coordinator, address, state="all", kind="need", q=handed_in.code)
    assert len(names(text)) == 1
    assert 'href="?state=all&amp;kind=need"><span class="visually-hidden">Remove' in text
    assert f'href="?state=all&amp;q={handed_in.code}"><span class="visually-hidden">Remove' in text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({}, "Send the first questionnaire"),
        ({"state": "late"}, "Nothing is late"),
        ({"state": "submitted"}, "No answers wait for you"),
        ({"state": "closed"}, "No audit was closed yet"),
        ({"q": "nothing like that"}, "No audit fits this search"),
    ],
)
def test_an_empty_list_teaches(coordinator, address, query, words):
    assert words in page(coordinator, address, **query)


def test_an_auditor_sees_no_button_to_send(client_of, address):
    assert address("audit-plan") not in page(client_of("auditor"), address)


def test_a_long_list_has_pages(coordinator, address):
    organisation = OrganisationFactory()
    for number in range(26):
        AuditFactory(organisation=organisation, subject=f"Subject {number}")
    assert len(names(page(coordinator, address, state="all"))) == 25
    assert len(names(page(coordinator, address, state="all", page=2))) == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_database_the_same_for_every_length(
    coordinator, address, django_assert_num_queries, rows
):
    for kind in ["technology", "need", "competence"][:rows]:
        AuditFactory(kind=kind)
    page(coordinator, address)
    with django_assert_num_queries(10):
        page(coordinator, address)


def test_a_member_sees_what_to_do_and_what_was_done(asked, address):
    client, audit = asked
    done = AuditFactory(organisation=audit.organisation, kind="need", state="submitted")
    close_audit(audit=done, closed_by=done.planned_by, publish=False, now=done.submitted_at)
    AuditFactory(subject="of somebody else")
    text = page(client, address)
    assert f'href="{address("answer", audit.pk).replace("/pl/", "/en/")}"' in text
    assert "about 16 minutes left" in text
    assert "Closed" in text
    assert names(text) == ["Need audit"]
    assert "of somebody else" not in text


def test_a_viewer_has_nothing_to_do_but_may_read(client_of, address, audit):
    client = client_of("viewer", organisation=audit.organisation)
    text = page(client, address)
    assert "No questionnaire waits" in text
    assert names(text) == ["Competence audit"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_members_list_asks_the_same_for_every_length(
    client_of, address, django_assert_num_queries, rows
):
    client = client_of("editor")
    for _row in range(rows):
        audit = AuditFactory(organisation=client.organisation)
        AuditFactory(organisation=client.organisation, state="submitted", kind="need")
        SeatFactory(account=client.user, organisation=audit.organisation)
    page(client, address)
    with django_assert_num_queries(13):
        page(client, address)
