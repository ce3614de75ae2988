"""Guess which column holds what, by its heading and by a look at its values."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from zwornik.core.sheets import Sheet
from zwornik.directory.imports.looks import LOOKS, TELLING, share_that_looks
from zwornik.directory.imports.targets import load_headings
from zwornik.directory.imports.words import is_nothing, plain

LOOKED_AT = 200
SAMPLES = 3
NEARLY_THE_SAME = 86
TELLS = 0.8
VALUES_WEIGH = 95.0
AGAINST_THE_HEADING = 0.2

_COPY = re.compile(r"\s*\(\d+\)$")
_ABOUT_A_PERSON = re.compile(r"kontakt|contact|osoba|person|przedstawiciel|reprezent")
_PERSON_LOWER = {
    "imie": "contact_given_name",
    "nazwisko": "contact_family_name",
    "imie i nazwisko": "contact_name",
    "name": "contact_name",
    "e mail": "contact_email",
    "email": "contact_email",
    "mail": "contact_email",
    "telefon": "contact_phone",
    "tel": "contact_phone",
    "phone": "contact_phone",
    "stanowisko": "contact_role",
    "funkcja": "contact_role",
    "position": "contact_role",
}


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column seems to hold.

    Attributes
    ----------
    target
        Key of the target; empty where nothing is recognised and the column is left out.
    by
        By what it was recognised: `heading`, `likeness` of the heading, `values`; else empty.
    samples
        The first values of the column that differ.
    """

    letter: str
    name: str
    target: str
    by: str
    samples: tuple[str, ...]


Score = tuple[float, int, str, str]  # how sure, position of the column, target, by what


def guess_columns(sheet: Sheet) -> tuple[Guess, ...]:
    """Return a guess for each column; each target is given to the column that fits best."""
    cells = [_filled(sheet, at) for at in range(len(sheet.columns))]
    scores: list[Score] = []
    for at, column in enumerate(sheet.columns):
        scores += [(sure, at, key, by) for sure, key, by in _fitting(column.name, cells[at])]
    given = _without_strangers(_given(scores))
    return tuple(
        Guess(column.letter, column.name, *given.get(at, ("", "")), _samples(cells[at]))
        for at, column in enumerate(sheet.columns)
    )


def mapping_of(guesses: Sequence[Guess]) -> dict[str, str]:
    """Return the target of each recognised column by its letter."""
    return {guess.letter: guess.target for guess in guesses if guess.target}


def _filled(sheet: Sheet, at: int) -> list[str]:
    found: list[str] = []
    for row in sheet.rows:
        if not is_nothing(row.cells[at]):
            found.append(row.cells[at])
            if len(found) == LOOKED_AT:
                break
    return found


def _samples(cells: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cells))[:SAMPLES]


def _given(scores: list[Score]) -> dict[int, tuple[str, str]]:
    given: dict[int, tuple[str, str]] = {}
    taken: set[str] = set()
    for _sure, at, key, by in sorted(scores, key=lambda score: (-score[0], score[1])):
        if at not in given and key not in taken:
            given[at] = (key, by)
            taken.add(key)
    return given


def _without_strangers(given: dict[int, tuple[str, str]]) -> dict[int, tuple[str, str]]:
    """Let e-mail and phone be the organisation's own where no column names a person."""
    targets = {key for key, _by in given.values()}
    if targets & {"contact_name", "contact_given_name", "contact_family_name"}:
        return given
    own = {f"contact_{key}": key for key in ("email", "phone") if key not in targets}
    return {
        at: (own.get(key, key), by)
        for at, (key, by) in given.items()
        if not key.startswith("contact_") or key in own
    }


def _fitting(heading: str, cells: list[str]) -> list[tuple[float, str, str]]:
    """Return the targets that a column may hold, how sure each is, and by what."""
    found = [
        (sure + share, key, by)
        for key, sure, by in _by_heading(heading)
        if (share := _share(key, cells)) >= AGAINST_THE_HEADING
    ]
    if not cells or any(by == "heading" for _sure, _key, by in found):
        return found
    shares = {key: share_that_looks(look, cells) for key, look in TELLING.items()}
    told = [
        (VALUES_WEIGH * share, key, "values") for key, share in shares.items() if share >= TELLS
    ]
    return [*found, *told]


def _share(key: str, cells: list[str]) -> float:
    """Return which share of the values speaks for a target; where nothing can speak, all."""
    return share_that_looks(LOOKS[key], cells) if key in LOOKS and cells else 1.0


def _by_heading(heading: str) -> list[tuple[str, float, str]]:
    bare = _COPY.sub("", heading)
    upper, _slash, lower = (plain(part) for part in bare.rpartition(" / "))
    if upper and _ABOUT_A_PERSON.search(upper) and lower in _PERSON_LOWER:
        return [(_PERSON_LOWER[lower], 100.0, "heading")]
    for words in dict.fromkeys([plain(bare), lower, _without_brackets(bare)]):
        if words in _headings():
            return [(_headings()[words], 100.0, "heading")]
    return _alike(plain(bare))


def _without_brackets(heading: str) -> str:
    return plain(re.sub(r"[(\[].*?[)\]]", " ", heading))


def _alike(words: str) -> list[tuple[str, float, str]]:
    best: dict[str, float] = {}
    for known, key in _headings().items():
        sure = max(scorer(words, known) for scorer in SCORERS)
        if sure >= NEARLY_THE_SAME and len(words) > 3:
            best[key] = max(best.get(key, 0.0), sure)
    return [(key, sure - 10, "likeness") for key, sure in best.items()]


SCORERS: tuple[Callable[[str, str], float], ...] = (fuzz.ratio, fuzz.token_sort_ratio)


@cache
def _headings() -> dict[str, str]:
    """Return the target of each known heading in its plain form."""
    return {plain(heading): key for key, listed in load_headings().items() for heading in listed}
