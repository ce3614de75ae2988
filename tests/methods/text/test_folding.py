import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwornik.methods.text.folding import fold, normalised


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("ŁÓDŹ", "lodz"),
        ("łódź", "lodz"),
        ("Zażółć gęślą jaźń", "zazolc gesla jazn"),
        ("Ørsted", "orsted"),
        ("Straße", "strasse"),
        ("", ""),
        ("вода", "вода"),
    ],
)
def test_fold_removes_case_and_diacritics(word, folded):
    assert fold(word) == folded


def test_a_letter_with_a_separate_mark_folds_like_one_sign():
    assert fold("z\u0307o\u0301ł") == fold("żół") == "zol"


@given(st.text(alphabet="aąbcćdeęfghijklłmnńoóprsśtuwyzźżAĄŁÓŻ -", max_size=30))
def test_folding_polish_gives_plain_letters_and_folding_again_changes_nothing(word):
    folded = fold(word)
    assert folded.isascii()
    assert fold(folded) == folded


def test_normalised_drops_what_cannot_be_seen():
    assert normalised("bio\u00admasa\u200b") == "biomasa"
    assert normalised("ﬁltr 10 m²") == "filtr 10 m2"
