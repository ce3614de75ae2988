"""Repeat the value of merged cells in each of them, remembering which cells were empty before."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter

from zwornik.core.sheets.refusals import Refusal, SheetError
from zwornik.core.sheets.rows import Grid, GridRow, Span

MAX_SPREAD_CELLS = 2_000_000


@dataclass(frozen=True, slots=True)
class FilledGrid:
    """The rows of a grid, all of one width, with merged cells filled.

    Attributes
    ----------
    rows
        Rows that hold something, in the order of the file.
    filled
        Columns that got their value from a merged range, by row number.
    spans
        Merged ranges that reach into a row, by row number.
    """

    width: int
    rows: list[GridRow]
    filled: dict[int, set[int]]
    spans: dict[int, list[Span]]


def spread(raw: Grid) -> FilledGrid:
    """Return the rows with the value of each merged range in all of its cells.

    Only rows that hold something get values, and none further right than the last value of all.

    Raises
    ------
    SheetError
        If the merged ranges cover more cells than any honest table has.
    """
    width = max((len(row.cells) for row in raw.rows), default=0)
    grid = FilledGrid(width, _padded(raw.rows, width), {}, {})
    numbers = [row.number for row in grid.rows]
    left_to_fill = MAX_SPREAD_CELLS
    for span in raw.spans:
        rows = grid.rows[bisect_left(numbers, span.top) : bisect_right(numbers, span.bottom)]
        if not rows or rows[0].number != span.top or span.left >= width:
            continue
        left_to_fill -= len(rows) * (min(span.right + 1, width) - span.left)
        if left_to_fill < 0:
            raise SheetError(Refusal.TOO_LARGE, part=span.place)
        _fill(grid, span, rows)
    return grid


def _padded(rows: list[GridRow], width: int) -> list[GridRow]:
    in_order = sorted(rows, key=attrgetter("number"))
    return [GridRow(row.number, row.cells + [""] * (width - len(row.cells))) for row in in_order]


def _fill(grid: FilledGrid, span: Span, rows: list[GridRow]) -> None:
    value = rows[0].cells[span.left]
    if not value:
        return
    for row in rows:
        grid.spans.setdefault(row.number, []).append(span)
        for column in range(span.left, min(span.right + 1, grid.width)):
            if (row.number, column) != (span.top, span.left):
                row.cells[column] = value
                grid.filled.setdefault(row.number, set()).add(column)
