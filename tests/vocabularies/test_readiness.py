from datetime import date

import pytest

from zwornik.vocabularies.readiness import load_trl


def test_scale_has_nine_levels_with_source_and_date() -> None:
    scale = load_trl()
    assert [level.number for level in scale.levels] == list(range(1, 10))
    assert scale.version == "1"
    assert scale.valid_from == date(2014, 7, 22)
    assert "C(2014) 4995" in scale.source


def test_every_level_is_told_in_one_sentence_in_both_languages() -> None:
    for level in load_trl().levels:
        assert level.name_pl
        assert level.name_en
        for text in (level.help_pl, level.help_en):
            assert text.endswith(".")
            assert text.count(". ") == 0


def test_every_level_is_read_for_every_kind_of_product_in_both_languages() -> None:
    scale = load_trl()
    texts = [
        text
        for level in scale.levels
        for kind in ("drug", "device", "ivd", "software")
        if (reading := scale.reading(level.number, kind))
        for text in (reading.text_pl, reading.text_en)
    ]
    assert len(texts) == 9 * 4 * 2
    assert len(set(texts)) == len(texts)
    assert all(text.endswith(".") for text in texts)


@pytest.mark.parametrize("kind", ["biologic", "atmp"])
def test_biological_and_advanced_medicines_are_read_as_drugs(kind: str) -> None:
    scale = load_trl()
    assert scale.reading(6, kind) == scale.reading(6, "drug")
    reading = scale.reading(6, kind)
    assert reading is not None
    assert reading.text_en.startswith("Phase I clinical trial")


@pytest.mark.parametrize("kind", ["process", "material", "research_tool", ""])
def test_other_kinds_have_the_general_text_only(kind: str) -> None:
    assert load_trl().reading(6, kind) is None


@pytest.mark.parametrize("number", [0, 10])
def test_level_off_the_scale_is_an_error(number: int) -> None:
    with pytest.raises(LookupError):
        load_trl().level(number)
