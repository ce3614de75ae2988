import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest

from zwornik.vocabularies.regions import (
    is_known_region,
    load_countries,
    load_regions,
    region_by_code,
)


def test_poland_has_7_macroregions_17_regions_and_73_subregions() -> None:
    assert Counter(region.level for region in load_regions()) == {1: 7, 2: 17, 3: 73}


def test_every_region_belongs_to_one_of_the_level_above() -> None:
    known = {"PL", *region_by_code()}
    assert [region for region in load_regions() if region.parent_code not in known] == []


def test_regions_are_named_in_both_languages() -> None:
    assert all(region.name_pl and region.name_en for region in load_regions())
    assert region_by_code()["PL911"].name_en == "City of Warsaw"
    assert region_by_code()["PL92"].name_pl == "Mazowiecki regionalny"


@pytest.mark.parametrize("code", ["PL", "PL9", "PL91", "PL911", "DE3", "EL303", "UKK1"])
def test_codes_that_may_exist_are_known(code: str) -> None:
    assert is_known_region(code)


@pytest.mark.parametrize("code", ["PL1", "PL912X", "GR", "GB", "US", "", "P"])
def test_other_codes_are_not(code: str) -> None:
    assert not is_known_region(code)


def test_regions_and_countries_are_exactly_the_official_ones(opendata: Path) -> None:
    with gzip.open(opendata / "geo" / "nuts2021.csv.gz", "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    official = {
        row["nuts_id"]: row["name_native"].strip()
        for row in rows
        if row["country"] == "PL" and row["level"] != "0"
    }
    assert {region.code: region.name_pl for region in load_regions()} == official
    assert load_countries() == {row["nuts_id"] for row in rows if row["level"] == "0"}
