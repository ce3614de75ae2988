"""The bilingual glossary that comes with the product, read from its data files by field."""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "glossary"
HEADER = ["pl", "en", "pos", "note"]


class GlossaryError(ValueError):
    """A line of a glossary file cannot be read; the message names file, line and reason."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A Polish term and its English equivalents, the best first.

    Attributes
    ----------
    part : str
        Part of speech: n, adj, v, adv, phrase or abbr.
    subject : str
        Subject of the file that the term stands in, such as ``medicine``.
    """

    polish: str
    english: tuple[str, ...]
    part: str
    note: str
    subject: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms, and a short name of their state."""

    entries: tuple[Entry, ...]
    version: str


@cache
def load_glossary(folder: Path = FOLDER) -> Glossary:
    """Return the glossary of a folder: each term once, equivalents of several files united.

    Raises
    ------
    GlossaryError
        If a line lacks a term or an equivalent, or a header is not the one expected.
    """
    digest = hashlib.sha256()
    united: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.csv")):
        digest.update(path.read_bytes())
        for entry in _read(path):
            known = united.get(entry.polish)
            united[entry.polish] = entry if known is None else _unite(known, entry)
    return Glossary(tuple(united.values()), digest.hexdigest()[:8])


def _read(path: Path) -> Iterator[Entry]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        if next(rows, None) != HEADER:
            raise GlossaryError(f"{path.name}, line 1: the header must be {','.join(HEADER)}")
        for number, row in enumerate(rows, start=2):
            if len(row) != len(HEADER):
                raise GlossaryError(f"{path.name}, line {number}: {len(HEADER)} cells expected")
            polish, english, part, note = (cell.strip() for cell in row)
            equivalents = tuple(e.strip() for e in english.split("|") if e.strip())
            if not polish or not equivalents:
                raise GlossaryError(
                    f"{path.name}, line {number}: a Polish term and an English equivalent are needed"
                )
            yield Entry(polish, equivalents, part, note, path.stem)


def _unite(one: Entry, other: Entry) -> Entry:
    english = tuple(dict.fromkeys(one.english + other.english))
    return Entry(one.polish, english, one.part, one.note or other.note, one.subject)
