import pytest

from zwornik.methods.text.stopwords import boilerplate, function_words


@pytest.mark.parametrize("language", ["pl", "en", "other"])
def test_function_words_are_single_lower_case_words(language):
    words = function_words(language)
    assert len(words) > 50
    assert all(word == word.lower() for word in words)


@pytest.mark.parametrize(
    ("language", "words"),
    [("pl", {"poszukiwać", "partner", "oferować"}), ("en", {"looking", "partner", "solution"})],
)
def test_the_phrases_of_every_request_are_listed(language, words):
    assert words <= boilerplate(language)


@pytest.mark.parametrize("word", ["laser", "protein", "białko", "czujnik", "sensor"])
def test_no_subject_is_listed(word):
    listed = boilerplate("pl") | boilerplate("en") | function_words("pl") | function_words("en")
    assert word not in listed
