import pytest

from zwornik.methods.text.english import stem


@pytest.mark.parametrize(
    "words",
    [
        ("tumour", "tumors", "Tumours"),
        ("analysis", "analyses"),
        ("haemoglobin", "hemoglobin"),
        ("oestrogen", "estrogen"),
        ("fibre", "fibers", "fiber"),
        ("sterilise", "sterilization", "sterilised"),
        ("purified", "purification"),
        ("labelled", "labeled"),
        ("aluminium", "aluminum"),
        ("company's", "company"),
    ],
)
def test_spellings_meet_in_one_stem(words):
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(("one", "other"), [("cell", "cello"), ("rise", "rice"), ("wise", "wiz")])
def test_different_words_stay_apart(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize(("word", "found"), [("CO2", "co2"), ("", ""), ("żel", "zel")])
def test_what_is_not_english_is_only_folded(word, found):
    assert stem(word) == found
