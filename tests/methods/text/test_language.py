import pytest

from zwornik.methods.text.language import Language, detect_language, language_of_clauses


@pytest.mark.parametrize(
    "text",
    [
        "Poszukujemy metody oznaczania białka w osoczu",
        "Badania nad wodorem",  # no Polish letter, one function word
        "Zel do leczenia ran i oparzen",  # typed without diacritics
        "Hodowla tkanki skórnej oraz chrzęstnej",
    ],
)
def test_polish_is_recognised(text):
    assert detect_language(text) is Language.POLISH


@pytest.mark.parametrize(
    "text",
    [
        "We are looking for a method to measure protein in plasma",
        "A novel biosensor platform",
        "Vitamin A deficiency",
        "Phase I trial",
        "High-throughput screening",
        "Małopolska Centre of Biotechnology and the clinics of the region",
    ],
)
def test_english_is_recognised(text):
    assert detect_language(text) is Language.ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        "Ein Sensor für die Messung von Glukose im Blut",
        "Un capteur pour la mesure du glucose dans le sang",
        "Датчик глюкозы в крови",
    ],
)
def test_a_third_language_is_said_to_be_one(text):
    assert detect_language(text) is Language.OTHER


@pytest.mark.parametrize("text", ["", "   ", "🧪🔬", "PCR 4.0", "H2O", "12 mm", "A"])
def test_nothing_to_go_by_leaves_it_undecided(text):
    assert detect_language(text) is Language.UNDECIDED


def test_words_decide_only_where_grammar_does_not():
    def all_polish(_word):
        return Language.POLISH

    assert language_of_clauses([["laser"]], all_polish) is Language.POLISH
    assert language_of_clauses([["the", "laser"]], all_polish) is Language.ENGLISH


def test_a_long_text_is_told_by_its_beginning():
    text = "The sensor for blood. " * 300 + "Czujnik do krwi. " * 3000
    assert detect_language(text) is Language.ENGLISH
