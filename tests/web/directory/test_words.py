"""Numbers, fields and time that has passed, in words."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from zwornik.directory.models import OrganisationField
from zwornik.web.directory.words import (
    ago,
    count_links,
    field_labels,
    organisations_shown,
    people_shown,
    short_name,
)

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "1 day ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (59, "8 weeks ago"),
        (60, "2 months ago"),
        (265, "9 months ago"),
        (729, "24 months ago"),
        (730, "2 years ago"),
        (1461, "4 years ago"),
    ],
)
def test_time_that_has_passed_is_told_in_one_unit(days, words):
    with translation.override("en"):
        assert ago(TODAY - timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Anna Wrońska", "A.\u00a0Wrońska"),
        ("Anna Maria Rej", "A.\u00a0Maria Rej"),
        ("Anna", "Anna"),
        ("", ""),
    ],
)
def test_a_name_is_shortened_to_an_initial(name, short):
    assert short_name(name) == short


def test_numbers_are_told_with_the_whole_where_some_are_left_out():
    with translation.override("en"):
        assert organisations_shown(1, 1) == "1 organisation"
        assert organisations_shown(2, 60) == "2 of 60 organisations"
        assert people_shown(3, 3) == "3 people"
        assert people_shown(0, 1) == "0 of 1 person"


def test_only_kinds_that_occur_are_counted():
    with translation.override("en"):
        links = count_links(7, {"need": 2, "technology": 0})
    assert [(link.words, link.address) for link in links] == [
        ("2 needs", "/en/catalogue/?kind=need&organisation=7")
    ]


def test_fields_are_named_in_the_readers_language_and_unknown_ones_by_code():
    rows = [OrganisationField(code="diagnostics"), OrganisationField(code="alchemy")]
    with translation.override("pl"):
        assert field_labels(rows) == "diagnostyka in vitro, alchemy"
