import pytest

from zwornik.methods.text.derivation import derived_targets, kin

GLOSSARY = {
    "tkanka": ("tissue",),
    "przepływ": ("flow",),
    "filtracja": ("filtration",),
    "inwazyjny": ("invasive",),
    "enkapsulować": ("encapsulate",),
}


@pytest.mark.parametrize(
    ("lemma", "targets"),
    [
        ("tkankowy", ("tissue",)),
        ("filtrować", ("filtration",)),
        ("enkapsulacja", ("encapsulate",)),
        ("mikroprzepływowy", ("microflow", "flow")),
        ("nieinwazyjny", ("non-invasive",)),
        ("laser", ()),
        ("tka", ()),
        ("", ()),
    ],
)
def test_derived_targets(lemma, targets):
    assert derived_targets(lemma, lambda word: GLOSSARY.get(word, ())) == targets


def test_a_perfective_verb_leads_to_the_imperfective():
    assert "badać" in kin("zbadać")


def test_kin_never_holds_an_empty_word():
    assert all(kin("wieloprzepływowość"))
