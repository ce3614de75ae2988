"""A bilingual field is read in the reader's language and falls back on the other."""

import pytest
from django.utils import translation

from zwornik.catalogue.models import Technology
from zwornik.core.bilingual import (
    in_language,
    other_language,
    reader_language,
    written_language,
)


@pytest.mark.parametrize(("language", "other"), [("pl", "en"), ("en", "pl")])
def test_the_other_language(language, other):
    assert other_language(language) == other


@pytest.mark.parametrize(
    ("active", "language"),
    [("pl", "pl"), ("en", "en"), ("en-gb", "en"), ("de", "pl"), (None, "pl")],
)
def test_readers_have_one_of_two_languages(active, language):
    with translation.override(active):
        assert reader_language() == language


@pytest.mark.parametrize(
    ("polish", "english", "in_polish", "in_english"),
    [
        ("Czujnik", "Sensor", "Czujnik", "Sensor"),
        ("Czujnik", "", "Czujnik", "Czujnik"),
        ("", "Sensor", "Sensor", "Sensor"),
        ("", "", "", ""),
    ],
)
def test_an_empty_language_falls_back_on_the_other(polish, english, in_polish, in_english):
    record = Technology(title_pl=polish, title_en=english)
    assert in_language(record, "title", "pl") == in_polish
    assert in_language(record, "title", "en") == in_english
    for language, shown in (("pl", in_polish), ("en", in_english)):
        with translation.override(language):
            assert record.title == shown


@pytest.mark.parametrize(
    ("polish", "english", "wanted", "written"),
    [("Czujnik", "", "en", "pl"), ("", "Sensor", "pl", "en"), ("", "", "en", "en")],
)
def test_the_language_that_is_shown_is_known(polish, english, wanted, written):
    record = Technology(title_pl=polish, title_en=english)
    assert written_language(record, "title", wanted) == written


def test_both_columns_are_real_fields():
    names = {field.name for field in Technology._meta.get_fields()}
    assert {"title_pl", "title_en"} <= names
    assert "title" not in names
