import pytest

from zwornik.methods.text.grouping import alternatives, english_group, english_terms


@pytest.mark.parametrize(
    ("phrase", "terms"),
    [
        ("acid", ("acid",)),
        ("state of the art", ("state", "art")),
        ("", ()),
        ("of the", ()),
        ("🧪", ()),
    ],
)
def test_english_terms_leave_function_words_out(phrase, terms):
    assert english_terms(phrase) == terms


def test_a_hyphenated_word_is_read_in_parts_and_joined():
    assert list(alternatives("bio-based")) == [("bio", "base"), ("biobas",)]
    assert list(alternatives("bio based")) == [("bio", "base")]


@pytest.mark.parametrize("word", ["the", "x"])
def test_words_that_name_nothing_make_no_group(word):
    assert english_group(word) is None


def test_only_words_of_letters_are_compared_by_spelling():
    assert english_group("Hydrogel").spelling == "hydrogel"
    assert english_group("CO2").spelling == english_group("gel").spelling == ""
