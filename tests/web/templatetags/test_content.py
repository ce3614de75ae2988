"""Texts of records: first sentences, paragraphs, languages."""

from types import SimpleNamespace

import pytest
from django.utils import translation

from zwornik.web.templatetags.content import (
    field_icon,
    first_sentence,
    first_sentences,
    lead,
    said_paragraphs,
    unbroken,
)

TEXT = "Szukamy pary przeciwciał. Dziś wynik ma 94 minuty. Trzecie zdanie."


@pytest.mark.parametrize(
    ("limit", "kept"),
    [
        (0, "Szukamy pary przeciwciał."),
        (40, "Szukamy pary przeciwciał."),
        (51, "Szukamy pary przeciwciał. Dziś wynik ma 94 minuty."),
        (500, TEXT),
    ],
)
def test_first_sentences_keeps_whole_sentences(limit, kept):
    assert first_sentences(TEXT, limit) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Do 0,05 ng/ml w ok. 50 µl krwi.",
        "Cells of approx. 5 lines",
        "",
        "Szpital im. Heleny",
        "v. 2.0 działa",
    ],
)
def test_first_sentences_does_not_split_inside_a_sentence(text):
    assert first_sentences(text, 0) == text


def test_lead_marks_a_foreign_language():
    record = SimpleNamespace(summary_pl="", summary_en="Rapid & simple. Cheap.")
    with translation.override("pl"):
        assert lead(record, "summary") == '<span lang="en">Rapid &amp; simple. Cheap.</span>'
        assert first_sentence(record, "summary") == '<span lang="en">Rapid &amp; simple.</span>'
    with translation.override("en"):
        assert lead(record, "summary") == "Rapid &amp; simple. Cheap."


def test_said_paragraphs_escapes_and_splits_at_empty_lines():
    record = SimpleNamespace(text_pl="Raz\ndwa\n\n<b>trzy</b>", text_en="")
    with translation.override("pl"):
        assert said_paragraphs(record, "text") == "<p>Raz dwa</p><p>&lt;b&gt;trzy&lt;/b&gt;</p>"
    with translation.override("en"):
        assert said_paragraphs(record, "text").startswith('<p><span lang="pl">Raz dwa</span></p>')


def test_said_paragraphs_of_nothing_is_empty():
    assert said_paragraphs(SimpleNamespace(text_pl="", text_en=" "), "text") == ""


def test_field_icon_is_known_for_every_field_and_unknown_ones():
    assert field_icon("diagnostics") == "test-pipe"
    assert field_icon("alchemy") == "stack-2"


def test_unbroken_code_does_not_break_at_its_hyphen():
    assert unbroken("T-0087") == "T\u20110087"
