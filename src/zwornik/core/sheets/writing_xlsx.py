"""Write a table as a workbook that is ready to be sorted, filtered and printed."""

import io
import math
import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, TypeGuard

from zwornik.core.sheets.tables import CellValue, ColumnKind, Table, as_text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

NARROWEST, WIDEST = 8, 60
LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_575

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "remove_timezone": True,
}
_NUMBER_FORMATS = {
    ColumnKind.TEXT: "@",
    ColumnKind.INTEGER: "0",
    ColumnKind.DECIMAL: "General",
    ColumnKind.DATE: "yyyy-mm-dd",
    ColumnKind.MONEY: "#,##0.00",
}
_NUMBERS = {ColumnKind.INTEGER, ColumnKind.DECIMAL, ColumnKind.MONEY}
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


def write_xlsx(table: Table) -> bytes:
    """Return the table as an Excel workbook, written row by row with little memory.

    The headings stay in view and carry filters. Texts are written as texts, whatever sign they
    begin with; there are no formulas and no links. A text longer than a cell may hold is cut
    and ends in "…".

    Raises
    ------
    ValueError
        If the table has more rows than a sheet can hold (1,048,575).
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - costs a moment that only exports need

    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        sheet = book.add_worksheet(_sheet_name(table.title))
        _Writer(book, sheet, table).write()
    return out.getvalue()


class _Writer:
    """Writes one table to one sheet and remembers how wide its columns grew."""

    def __init__(self, book: "Workbook", sheet: "Worksheet", table: Table) -> None:
        self._sheet = sheet
        self._table = table
        self._heading = book.add_format(
            {"bold": True, "bg_color": "#E8EDF3", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self._formats = {
            kind: book.add_format({"num_format": code, "valign": "top"})
            for kind, code in _NUMBER_FORMATS.items()
        }
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"})
        self._widths = [NARROWEST] * len(table.columns)

    def write(self) -> None:
        """Write headings, rows, filters and widths."""
        kinds = [column.kind for column in self._table.columns]
        for at, column in enumerate(self._table.columns):
            self._text(0, at, column.header, self._heading)
        last = 0
        for last, row in enumerate(self._table.rows, start=1):
            if last > MOST_ROWS:
                raise ValueError("A sheet holds at most 1,048,575 rows.")
            for at, (value, kind) in enumerate(zip(row, kinds, strict=True)):
                self._value(last, at, value, kind)
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, last, max(len(kinds) - 1, 0))
        for at, width in enumerate(self._widths):
            self._sheet.set_column(at, at, min(width, WIDEST) + 2)

    def _value(self, row: int, at: int, value: CellValue, kind: ColumnKind) -> None:
        style = self._formats[kind]
        if isinstance(value, date) and kind is ColumnKind.DATE and value.year >= 1900:
            style = self._moment if isinstance(value, datetime) else style
            self._sheet.write_datetime(row, at, value, style)
            self._widen(at, 16 if isinstance(value, datetime) else 10)
        elif kind in _NUMBERS and _is_number(value):
            self._sheet.write_number(row, at, value, style)
            self._widen(at, len(f"{value:,.2f}"))
        elif value is not None and value != "":
            self._text(row, at, as_text(value), self._formats[ColumnKind.TEXT])

    def _text(self, row: int, at: int, text: str, style: "Format") -> None:
        if len(text) > LONGEST_TEXT:
            text = text[: LONGEST_TEXT - 1] + "…"
        self._sheet.write_string(row, at, text, style)
        self._widen(at, max(map(len, text.splitlines()), default=0))

    def _widen(self, at: int, width: int) -> None:
        self._widths[at] = max(self._widths[at], width)


def _is_number(value: CellValue) -> TypeGuard[float | Decimal]:
    """Return whether a workbook can hold the value as a number: finite, fifteen digits at most."""
    return (
        isinstance(value, int | float | Decimal) and math.isfinite(value) and -1e15 < value < 1e15
    )


def _sheet_name(title: str) -> str | None:
    """Return the title as a sheet may be called, or None for the program's usual name."""
    name = _NOT_IN_SHEET_NAME.sub(" ", title)
    name = " ".join(name.split())[:31].strip("' ")
    return None if name.casefold() in {"", "history"} else name
