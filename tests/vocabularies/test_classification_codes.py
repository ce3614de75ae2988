import csv
import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwornik.vocabularies.activities import load_divisions
from zwornik.vocabularies.checked import Checked, Problem
from zwornik.vocabularies.classification_codes import check_nace, check_nuts, check_pkd


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("PL911", "PL911", None),
        ("PL 911", "PL911", None),
        ("NUTS 3: PL911", "PL911", None),
        ("NUTS PL9", "PL9", None),
        ("PL", "PL", None),
        ("GR30", "EL30", None),
        ("GBK", "UKK", None),
        ("PL919", "PL919", Problem.UNKNOWN),
        ("PL12", "PL12", Problem.UNKNOWN),
        ("XX1", "XX1", Problem.UNKNOWN),
        ("PL9110", "PL9110", Problem.LENGTH),
        ("911", "911", Problem.FORM),
        ("MAZOWIECKIE,", "MAZOWIECKIE,", Problem.FORM),
    ],
)
def test_nuts_codes_of_poland_must_exist(text: str, value: str, problem: Problem | None) -> None:
    assert check_nuts(text) == Checked(value, problem)


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("21.20.Z", "21.20.Z", None),
        ("21.20 Z", "21.20.Z", None),
        ("2120Z", "21.20.Z", None),
        ("21.20", "21.20", None),
        ("PKD 2025: 72.11.Z", "72.11.Z", None),
        ("PKD 2007 72.11.Z", "72.11.Z", None),
        ("N 72.11.Z", "72.11.Z", None),
        ("72.11.Z BADANIA NAUKOWE", "72.11.Z", None),
        ("72.11.Z - BADANIA, ROZWÓJ", "72.11.Z", None),
        ("21.2", "21.20", None),
        ("1.1", "01.10", None),
        ("72.11.Z, 21.20.Z", "72.11.Z", Problem.SEVERAL),
        ("45.11.Z", "45.11.Z", Problem.UNKNOWN),
        ("00.11", "00.11", Problem.UNKNOWN),
        ("21", "21", Problem.LENGTH),
        ("PKD 721", "PKD 721", Problem.LENGTH),
        ("72.1.Z", "72.1.Z", Problem.FORM),
        ("PKD 2007", "PKD 2007", Problem.FORM),
        ("BADANIA", "BADANIA", Problem.FORM),
        ("72.115", "72.115", Problem.FORM),
    ],
)
def test_pkd_code_is_understood_as_people_write_it(
    text: str, value: str, problem: Problem | None
) -> None:
    assert check_pkd(text) == Checked(value, problem)


@pytest.mark.parametrize("text", ["21.20", "21.20.Z", "NACE 21.20", "NACE REV. 2.1 21.20"])
def test_nace_code_has_no_letter(text: str) -> None:
    assert check_nace(text) == Checked("21.20")


@given(st.integers(0, 99), st.integers(0, 99))
def test_class_is_known_exactly_when_its_division_is(division: int, rest: int) -> None:
    known = {one.code for one in load_divisions()}
    checked = check_nace(f"{division:02}.{rest:02}")
    assert checked.is_valid == (f"{division:02}" in known)


def test_every_official_class_and_region_is_accepted(opendata: Path) -> None:
    classes = column(opendata / "taxonomies" / "nace_rev2_1_en_pl.csv.gz", "code")
    regions = column(opendata / "geo" / "nuts2021.csv.gz", "nuts_id")
    assert len(classes) > 600
    assert len(regions) > 2000
    assert [code for code in classes if check_nace(code) != Checked(code)] == []
    assert [code for code in regions if check_nuts(code) != Checked(code)] == []


def column(path: Path, name: str) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]
