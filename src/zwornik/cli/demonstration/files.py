"""Reading the data files of the demonstration cluster."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@cache
def entries(kind: str) -> tuple[dict[str, Any], ...]:
    """Return the entries of a kind, such as `organisation` or `need`, from all of its files."""
    folder = {"technology": "technologies", "need": "needs", "competence": "competences"}
    single = {
        "organisation": "organisations",
        "person": "people",
        "equipment": "equipment",
        "audit": "audits",
        "conversation": "conversations",
    }
    if kind in single:
        paths = [DATA / f"{single[kind]}.toml"]
    else:
        paths = sorted((DATA / folder[kind]).glob("*.toml"))
    return tuple(e for path in paths for e in tomllib.loads(path.read_text("utf-8"))[kind])


@dataclass(frozen=True)
class Judgement:
    """How well an offer answers a need, judged by people: 0 not, 1 partly, 2 fully."""

    need: str
    offer_kind: str
    offer: str
    grade: int
    note: str


def judgements() -> Iterator[Judgement]:
    """Yield the graded judgements of the demonstration cluster."""
    for path in sorted((DATA / "judgements").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield Judgement(
                    row["need"], row["offer_kind"], row["offer"], int(row["grade"]), row["note"]
                )
