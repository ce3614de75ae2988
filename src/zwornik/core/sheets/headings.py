"""Find the row or two rows with the headings of a table."""

from dataclasses import dataclass

from zwornik.core.sheets.labels import is_data, is_label
from zwornik.core.sheets.rows import GridRow, Span
from zwornik.core.sheets.spreading import FilledGrid

SEARCHED_ROWS = 40
NEARLY_BEST = 0.8


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings are and what they say.

    Attributes
    ----------
    first
        Position of the upper heading row among the table's rows.
    last
        Position of the lower one; the same where there is one row only.
    names
        The heading of each column, empty where it has none.
    own
        Whether a heading was written for the column itself rather than spread from another cell.
    """

    first: int
    last: int
    names: tuple[str, ...]
    own: tuple[bool, ...]


def find_headings(grid: FilledGrid) -> Headings | None:
    """Return the headings of a table, or None where no row can be its headings.

    Among the first forty rows, one with something beneath it and free of dates, addresses and
    long numbers, the best has the most different labels; the first row with at least 0.8 of the
    best's number of labels is the heading row (a later row of data may happen to have a cell
    more). The row beneath joins it if it only divides its groups; a row of groups directly above
    joins it too. A last row may be the headings only where no other row can.
    """
    *followed, last = [_labels(row) for row in grid.rows[: SEARCHED_ROWS + 1]]
    enough = 2 if _is_wide(grid) else 1
    best = max(followed, default=0)
    if best < enough:
        return _alone(grid, len(followed)) if last >= enough else None
    position = next(at for at, labels in enumerate(followed) if labels >= NEARLY_BEST * best)
    return _with_neighbour(grid, position)


def _labels(row: GridRow) -> int:
    """Return how many different labels a row has; none if it holds data."""
    filled = [cell for cell in row.cells if cell]
    if any(is_data(cell) for cell in filled):
        return 0
    return len({cell for cell in filled if is_label(cell)})


def _is_wide(grid: FilledGrid) -> bool:
    used = [any(row.cells[column] for row in grid.rows) for column in range(grid.width)]
    return sum(used) > 1


def _with_neighbour(grid: FilledGrid, position: int) -> Headings:
    row, below = grid.rows[position : position + 2]
    if position + 2 < len(grid.rows) and _divides(grid, row, below):
        return _joined(grid, position, position + 1)
    if position and _gathers(grid, grid.rows[position - 1], row):
        return _joined(grid, position - 1, position)
    return _alone(grid, position)


def _alone(grid: FilledGrid, position: int) -> Headings:
    row = grid.rows[position]
    names = tuple(" ".join(cell.split()) for cell in row.cells)
    return Headings(position, position, names, _own(grid, row))


def _divides(grid: FilledGrid, row: GridRow, below: GridRow) -> bool:
    """Return whether the row below only names the columns under groups of this row."""
    groups = _group_columns(grid, row)
    under = [below.cells[column] for group in groups for column in group]
    beside = (
        (row.cells[column], below.cells[column])
        for column in range(grid.width)
        if not any(column in group for group in groups)
    )
    return (
        below.number == row.number + 1
        and len(set(under)) > 1
        and all(is_label(cell) for cell in under)
        and all(lower in {"", upper} for upper, lower in beside)
    )


def _gathers(grid: FilledGrid, above: GridRow, row: GridRow) -> bool:
    """Return whether the row above gathers columns of this row under common headings.

    A single label that begins at the first column is a title, whether merged or not.
    """
    labels = {cell for cell in above.cells if cell}
    if above.number + 1 != row.number or not all(is_label(label) for label in labels):
        return False
    if _wide_spans(grid, above):
        return len(labels) > 1 or _first(above) > _first(row)
    return len(labels) > 1 and not any(":" in label for label in labels)


def _group_columns(grid: FilledGrid, row: GridRow) -> list[range]:
    """Return the columns under each heading that stands over several."""
    if spans := _wide_spans(grid, row):
        return [
            range(span.left, min(span.right + 1, grid.width))
            for span in spans
            if span.bottom == row.number
        ]
    starts = [column for column, cell in enumerate(row.cells) if cell]
    ends = [*starts[1:], grid.width]
    return [range(start, end) for start, end in zip(starts, ends, strict=True) if end - start > 1]


def _wide_spans(grid: FilledGrid, row: GridRow) -> list[Span]:
    return [span for span in grid.spans.get(row.number, []) if span.is_wide]


def _first(row: GridRow) -> int:
    return next(column for column, cell in enumerate(row.cells) if cell)


def _joined(grid: FilledGrid, upper: int, lower: int) -> Headings:
    above, below = grid.rows[upper], grid.rows[lower]
    over = above.cells if _wide_spans(grid, above) else _carried(above.cells, below.cells)
    pairs = [
        (" ".join(top.split()), " ".join(bottom.split()))
        for top, bottom in zip(over, below.cells, strict=True)
    ]
    names = tuple(
        f"{top} / {bottom}" if top and bottom and top != bottom else bottom or top
        for top, bottom in pairs
    )
    own = [_own(grid, above), _own(grid, below)]
    return Headings(upper, lower, names, tuple(map(any, zip(*own, strict=True))))


def _own(grid: FilledGrid, row: GridRow) -> tuple[bool, ...]:
    filled = grid.filled.get(row.number, set())
    return tuple(bool(cell) and column not in filled for column, cell in enumerate(row.cells))


def _carried(above: list[str], below: list[str]) -> list[str]:
    """Return the upper headings, each carried on to the right as far as the next one."""
    carried: list[str] = []
    for top, bottom in zip(above, below, strict=True):
        last = carried[-1] if carried else ""
        carried.append(top or (last if bottom else ""))
    return carried
