"""Turn the raw rows of a file into a table: headings found, what is no record left out."""

import re
from collections import defaultdict
from collections.abc import Iterable

from zwornik.core.sheets.headings import Headings, find_headings
from zwornik.core.sheets.labels import is_number, unique_names
from zwornik.core.sheets.notes import NoteCode, notes_where
from zwornik.core.sheets.refusals import Refusal, SheetError
from zwornik.core.sheets.rows import Column, Grid, GridRow, Row, Sheet, column_letter
from zwornik.core.sheets.spreading import FilledGrid, spread

LAST_ROWS = 5
FIRST_CELLS = 3

_TOTAL = re.compile(
    r"(razem|suma|łącznie|ogółem|w sumie|total|sum|grand total|subtotal|totals)"
    r"( (końcowa|częściowa|członków|members|rows|wierszy))?\s*[:.]?",
    re.IGNORECASE,
)

Found = dict[NoteCode, list[str]]


def arrange(raw: Grid) -> Sheet:
    """Return the table that the rows of a file or sheet hold.

    Raises
    ------
    SheetError
        If there is nothing, no row can be the headings, or nothing stands beneath them.
    """
    if not raw.rows:
        raise SheetError(Refusal.NO_DATA)
    grid = spread(raw)
    headings = find_headings(grid)
    if headings is None:
        raise SheetError(Refusal.NO_HEADINGS, sheet=raw.name)
    found: Found = defaultdict(list)
    found[NoteCode.LINES_ABOVE] = [str(row.number) for row in grid.rows[: headings.first]]
    body = _body(grid, headings, found)
    if not body:
        raise SheetError(Refusal.NO_ROWS, sheet=raw.name)
    kept = _kept_columns(grid, headings, body)
    columns = _columns(headings, kept, found)
    rows = tuple(Row(row.number, tuple(row.cells[at] for at in kept)) for row in body)
    return Sheet(raw.name, columns, rows, raw.notes + notes_where(found))


def _body(grid: FilledGrid, headings: Headings, found: Found) -> list[GridRow]:
    """Return the records, noting the lines among and under them that are none."""
    body = []
    repeated = grid.rows[headings.last].cells
    for row in grid.rows[headings.last + 1 :]:
        if row.cells == repeated:
            found[NoteCode.REPEATED_HEADINGS].append(str(row.number))
        elif _is_divider(grid, row):
            found[NoteCode.SECTION_LINES].append(str(row.number))
        else:
            body.append(row)
    totals = [row for row in body[-LAST_ROWS:] if _is_total(row)]
    found[NoteCode.TOTALS] = [str(row.number) for row in totals]
    body = [row for row in body if row not in totals] if totals else body
    found[NoteCode.MERGED_CELLS] = _merged_places(grid, body)
    return body


def _is_divider(grid: FilledGrid, row: GridRow) -> bool:
    """Return whether one range merged over several columns is all that a row holds."""
    return any(
        span.is_wide and not any(row.cells[: span.left]) and not any(row.cells[span.right + 1 :])
        for span in grid.spans.get(row.number, ())
    )


def _is_total(row: GridRow) -> bool:
    """Return whether a row sums up the ones above: a word for it, then mostly numbers."""
    first = [cell for cell in row.cells if cell][:FIRST_CELLS]
    label = next((cell for cell in first if _TOTAL.fullmatch(cell)), None)
    if label is None:
        return False
    others = [cell for cell in row.cells if cell not in {"", label}]
    return sum(map(is_number, others)) * 2 > len(others) or not others


def _merged_places(grid: FilledGrid, body: Iterable[GridRow]) -> list[str]:
    places = {
        span.place: None
        for row in body
        if row.number in grid.filled
        for span in grid.spans.get(row.number, ())
    }
    return list(places)


def _kept_columns(grid: FilledGrid, headings: Headings, body: list[GridRow]) -> list[int]:
    """Return the columns that have a heading of their own or anything beneath."""
    return [
        column
        for column in range(grid.width)
        if headings.own[column] or any(row.cells[column] for row in body)
    ]


def _columns(headings: Headings, kept: list[int], found: Found) -> tuple[Column, ...]:
    letters = [column_letter(column) for column in kept]
    written = [headings.names[column] for column in kept]
    names, found[NoteCode.NO_HEADING], found[NoteCode.SAME_HEADING] = unique_names(written, letters)
    return tuple(Column(name, letter) for name, letter in zip(names, letters, strict=True))
