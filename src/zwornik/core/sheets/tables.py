"""A table to be handed out as a file, and what keeps a text in it from acting as a formula."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

CellValue = str | int | float | Decimal | date | datetime | None

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


class ColumnKind(StrEnum):
    """What a column holds, and so how it is written and aligned."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table: its heading, with the unit, and what stands beneath."""

    header: str
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """A table to be written to a file.

    Attributes
    ----------
    title
        Name of the sheet in a workbook.
    rows
        Rows of as many values as there are columns; may be produced one by one. A value that
        does not fit its column's kind is written as text; None leaves the cell empty.
        Moments are written as their own clock shows them: bring them to local time before.
    """

    title: str
    columns: tuple[TableColumn, ...]
    rows: Iterable[Sequence[CellValue]]


def acts_as_formula(text: str) -> bool:
    """Return whether a spreadsheet program might run a text instead of showing it."""
    return text.startswith(_FORMULA_SIGNS)


def as_text(value: CellValue) -> str:
    """Return a value as plain text, moments in ISO form to the minute."""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")[:16]
    return "" if value is None else str(value)
