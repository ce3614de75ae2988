"""Technology readiness levels, with help in plain language and their reading in biomedicine."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "trl.toml"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a level means for one kind of product."""

    text_pl: str
    text_en: str


@dataclass(frozen=True, slots=True)
class ReadinessLevel:
    """A level of the scale.

    Attributes
    ----------
    help_pl, help_en
        One sentence in plain language by which a person can place a technology.
    readings
        What the level means for a drug, a device, an in-vitro diagnostic (ivd) and software.
    """

    number: int
    name_pl: str
    name_en: str
    help_pl: str
    help_en: str
    readings: dict[str, Reading]


@dataclass(frozen=True, slots=True)
class ReadinessScale:
    """A scale of readiness with its levels from 1 up.

    Attributes
    ----------
    source
        Where the levels come from; the wording is ours.
    valid_from
        The day from which the source's scale applies.
    read_as
        Kinds of product that are read like another kind.
    """

    version: str
    source: str
    valid_from: date
    levels: tuple[ReadinessLevel, ...]
    read_as: dict[str, str]

    def level(self, number: int) -> ReadinessLevel:
        """Return a level by its number; LookupError if it is off the scale."""
        for level in self.levels:
            if level.number == number:
                return level
        raise LookupError(number)

    def reading(self, number: int, product_kind: str) -> Reading | None:
        """Return what a level means for a kind of product, or None if it has no reading."""
        kind = self.read_as.get(product_kind, product_kind)
        return self.level(number).readings.get(kind)


@cache
def load_trl() -> ReadinessScale:
    """Return the technology readiness levels 1 to 9."""
    data = tomllib.loads(DATA.read_text("utf-8"))
    return ReadinessScale(
        version=data["version"],
        source=data["source"],
        valid_from=data["valid_from"],
        levels=tuple(_level(entry) for entry in data["level"]),
        read_as=data["read_as"],
    )


def _level(entry: dict[str, Any]) -> ReadinessLevel:
    readings = {kind: Reading(*texts) for kind, texts in entry["readings"].items()}
    return ReadinessLevel(**entry | {"readings": readings})
