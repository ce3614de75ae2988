"""Many findings told in few lines: the same remark once, with the rows that it concerns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zwornik.directory.imports.plan import Finding

MOST_RANGES = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A remark and the rows that it concerns.

    Attributes
    ----------
    column
        The heading of the column; empty where it concerns whole rows.
    where
        The rows as people read them: 2–14, 17, 20–31.
    """

    text: str
    column: str
    rows: tuple[int, ...]

    @property
    def where(self) -> str:
        """The rows as people read them."""
        return row_ranges(self.rows)


def told_together(findings: Iterable[Finding]) -> list[Told]:
    """Return each remark once with all its rows, those that concern most rows first."""
    rows: dict[tuple[str, str], dict[int, None]] = {}
    for finding in findings:
        rows.setdefault((finding.text, finding.column), {})[finding.row] = None
    together = [Told(text, column, tuple(found)) for (text, column), found in rows.items()]
    return sorted(together, key=lambda told: (-len(told.rows), told.rows[0]))


def row_ranges(rows: Sequence[int]) -> str:
    """Return numbers of rows with neighbours joined; of very many places only the first.

    >>> row_ranges([2, 3, 4, 7, 9, 10])
    '2–4, 7, 9–10'
    """
    ranges = list(_ranges(sorted(rows)))
    named = [f"{first}–{last}" if last > first else str(first) for first, last in ranges]
    if len(named) > MOST_RANGES:
        named = [*named[:MOST_RANGES], "…"]
    return ", ".join(named)


def _ranges(rows: list[int]) -> Iterator[tuple[int, int]]:
    first = last = rows[0]
    for row in rows[1:]:
        if row > last + 1:
            yield first, last
            first = row
        last = row
    yield first, last
