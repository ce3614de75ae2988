"""Statistical regions: the countries of NUTS 2021 and the Polish regions at levels 1 to 3."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "regions.toml"


@dataclass(frozen=True, slots=True)
class Region:
    """A statistical region of Poland."""

    code: str
    name_pl: str
    name_en: str

    @property
    def level(self) -> int:
        """1 for macroregions, 2 for regions (voivodeships; Mazovia is two), 3 for subregions."""
        return len(self.code) - 2

    @property
    def parent_code(self) -> str:
        """Code of the region or country that it belongs to."""
        return self.code[:-1]


@cache
def load_regions() -> tuple[Region, ...]:
    """Return the Polish regions in the order of their codes."""
    return tuple(Region(*entry) for entry in sorted(_data()["regions"]))


@cache
def load_countries() -> frozenset[str]:
    """Return the country codes of NUTS 2021; Greece is EL, the United Kingdom UK."""
    return frozenset(_data()["countries"])


@cache
def region_by_code() -> dict[str, Region]:
    """Return the Polish regions by their code."""
    return {region.code: region for region in load_regions()}


def is_known_region(code: str) -> bool:
    """Return whether a NUTS code may exist: Polish ones by list, others by their country."""
    if code[:2] not in load_countries():
        return False
    return code[:2] != "PL" or code == "PL" or code in region_by_code()


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text("utf-8"))
