"""Divisions of economic activity: NACE Rev. 2.1 in the Union, PKD 2025 in Poland."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "activities.toml"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the classification, named by a letter; titles are short ones of our own."""

    letter: str
    title_pl: str
    title_en: str


@dataclass(frozen=True, slots=True)
class Division:
    """A division of the classification: the first two digits of a class; our own short titles."""

    code: str
    section: Section
    title_pl: str
    title_en: str


@cache
def load_divisions() -> tuple[Division, ...]:
    """Return the divisions in the order of their codes."""
    entries = tomllib.loads(DATA.read_text("utf-8"))
    sections = {letter: Section(letter, *titles) for letter, *titles in entries["sections"]}
    return tuple(
        Division(code, sections[letter], title_pl, title_en)
        for code, letter, title_pl, title_en in entries["divisions"]
    )


def division_of(activity_code: str) -> Division | None:
    """Return the division of a NACE or PKD code such as 21.20.Z, or None if there is none."""
    return _by_code().get(activity_code[:2])


@cache
def _by_code() -> dict[str, Division]:
    return {division.code: division for division in load_divisions()}
