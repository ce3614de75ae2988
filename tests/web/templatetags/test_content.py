"""Texts of records: paragraphs, leads, icons of fields."""

import pytest
from django.utils import translation

from zwornik.catalogue.models import Technology
from zwornik.web.templatetags import content


@pytest.fixture(autouse=True)
def _in_polish():
    with translation.override("pl"):
        yield


def test_a_field_has_its_icon_and_an_unknown_one_a_plain_one():
    assert content.field_icon("digital") != content.field_icon("unheard-of") == "stack-2"


@pytest.mark.parametrize(
    ("text", "limit", "lead"),
    [
        ("Pierwsze. Drugie. Trzecie.", 20, "Pierwsze. Drugie."),
        ("Pierwsze. Drugie.", 5, "Pierwsze."),  # the first one stands whatever its length
        ("Bez  kropki\n w środku", 50, "Bez kropki w środku"),
        ("Kosztuje 1.5 mln, np. tu.", 8, "Kosztuje 1.5 mln, np. tu."),
        ("", 10, ""),
    ],
)
def test_the_lead_is_the_first_sentences_that_fit(text, limit, lead):
    assert content.first_sentences(text, limit) == lead


def test_paragraphs_are_parted_by_empty_lines_and_escaped():
    record = Technology(summary_pl="Jeden\nwiersz.\n\n<b>Drugi</b> z nich.\n \n")
    shown = content.said_paragraphs(record, "summary")
    assert shown == "<p>Jeden wiersz.</p><p>&lt;b&gt;Drugi&lt;/b&gt; z\u00a0nich.</p>"


def test_foreign_paragraphs_and_leads_say_their_language():
    record = Technology(summary_en="One. Two.")
    assert content.said_paragraphs(record, "summary") == '<p><span lang="en">One. Two.</span></p>'
    assert content.lead(record, "summary") == '<span lang="en">One. Two.</span>'
    assert content.said_plain(record, "summary") == "One. Two."


def test_a_code_is_not_broken():
    assert content.unbroken("T-0087") == "T\u20110087"
