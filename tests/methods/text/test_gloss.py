import pytest

from tests.methods.examples import TERMS
from zwornik.methods.text.gloss import Glosser
from zwornik.methods.text.groups import BridgeKind
from zwornik.methods.text.lexicon import Lexicon

GLOSSER = Glosser(Lexicon(TERMS))


def glossed(text):
    return [(" ".join(g.source), g.targets, g.kind) for g in GLOSSER.gloss(text)]


def test_a_term_is_glossed_before_its_words():
    assert glossed("żel z kwasu hialuronowego") == [
        ("żel", (), None),
        ("kwasu hialuronowego", ("hyaluronic acid",), BridgeKind.GLOSSARY),
    ]


def test_no_term_is_found_across_punctuation():
    assert [source for source, *_rest in glossed("kwas, hialuronowy")] == ["kwas", "hialuronowy"]


def test_a_word_built_on_a_headword_is_glossed_by_it():
    assert glossed("tkankowa") == [("tkankowa", ("tissue",), BridgeKind.DERIVED)]


def test_a_hyphenated_word_is_glossed_part_by_part():
    assert [source for source, *_rest in glossed("krew-tkanka")] == ["krew", "tkanka"]


@pytest.mark.parametrize(("word", "source"), [("PCR-u", "PCR"), ("DNA-owymi", "DNA")])
def test_an_abbreviation_loses_its_ending(word, source):
    assert glossed(word)[0][0] == source


@pytest.mark.parametrize("text", ["", "i w z", "🧪", "oraz według tego"])
def test_function_words_have_no_gloss(text):
    assert glossed(text) == []


def test_the_bridge_names_both_sides():
    (gloss,) = GLOSSER.gloss("białek")
    assert gloss.bridge is not None
    assert gloss.bridge.source == ("białek",)
    assert gloss.bridge.targets == ("protein", "egg white")


def test_a_word_without_equivalents_has_no_bridge():
    (gloss,) = GLOSSER.gloss("fotobioreaktor")
    assert gloss.bridge is None
