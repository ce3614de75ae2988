import csv
import gzip
from pathlib import Path

import pytest

from zwornik.vocabularies.activities import division_of, load_divisions


def test_divisions_are_unique_and_in_order() -> None:
    codes = [division.code for division in load_divisions()]
    assert len(codes) == 87
    assert codes == sorted(set(codes))


def test_sections_follow_each_other_from_a_to_v() -> None:
    letters = [division.section.letter for division in load_divisions()]
    assert letters == sorted(letters)
    assert set(letters) == set("ABCDEFGHIJKLMNOPQRSTUV")


def test_titles_are_short_and_in_both_languages() -> None:
    for division in load_divisions():
        for title in (division.title_pl, division.title_en):
            assert 2 < len(title) <= 60
        assert division.section.title_pl
        assert division.section.title_en


@pytest.mark.parametrize(
    ("code", "section", "title"),
    [("21.20.Z", "C", "Medicines"), ("72.11", "N", "Research"), ("86", "R", "Health care")],
)
def test_division_is_found_by_any_code_in_it(code: str, section: str, title: str) -> None:
    division = division_of(code)
    assert division is not None
    assert division.section.letter == section
    assert division.title_en.startswith(title)


@pytest.mark.parametrize("code", ["45.11.Z", "00", "", "C"])
def test_code_outside_the_classification_has_no_division(code: str) -> None:
    assert division_of(code) is None


def test_divisions_are_exactly_the_official_ones(opendata: Path) -> None:
    path = opendata / "taxonomies" / "nace_rev2_1_en_pl.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        official = {row["code"][:2] for row in csv.DictReader(file)}
    assert {division.code for division in load_divisions()} == official
