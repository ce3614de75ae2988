"""Read the cells of one sheet of a workbook in a single pass.

A general library would need a second pass for merged ranges, cannot tell a formula without a
result from an empty cell, and takes longer; what a member list needs of the format is small.
"""

import re
import zipfile
from collections import defaultdict
from typing import Never

from zwornik.core.sheets.cells import PLAIN, clean, iso_text, shown_number, unescape
from zwornik.core.sheets.notes import NoteCode, notes_where
from zwornik.core.sheets.refusals import MAX_COLUMNS, MAX_ROWS, Refusal, SheetError
from zwornik.core.sheets.rows import Grid, GridRow, Span, cell_place, column_index
from zwornik.core.sheets.workbook_parts import SheetPart, Workbook
from zwornik.core.sheets.xml_parts import Attributes, local, walk

_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_TRUE_FALSE = {"1": "TRUE", "0": "FALSE"}


def read_cells(archive: zipfile.ZipFile, workbook: Workbook, sheet: SheetPart) -> Grid:
    """Return the rows of a sheet that hold something, with its merged ranges.

    Raises
    ------
    SheetError
        If the part is damaged or the table is larger than is read.
    """
    reader = _CellReader(workbook, sheet.part)
    walk(archive, sheet.part, start=reader.start, end=reader.end, text=reader.text)
    return Grid(sheet.name, reader.rows, tuple(reader.spans), notes_where(reader.found))


def has_data(archive: zipfile.ZipFile, sheet: SheetPart) -> bool:
    """Return whether any cell of the sheet holds a value, reading no further than the first."""

    def start(name: str, _attributes: Attributes) -> None:
        if local(name) in {"v", "is"}:
            raise _FoundError

    try:
        walk(archive, sheet.part, start=start)
    except _FoundError:
        return True
    return False


class _FoundError(Exception):
    """The search is over."""


class _CellReader:
    """Takes the elements of a sheet one by one and keeps what the cells show."""

    def __init__(self, workbook: Workbook, part: str) -> None:
        self.rows: list[GridRow] = []
        self.spans: list[Span] = []
        self.found: dict[NoteCode, list[str]] = defaultdict(list)
        self._workbook = workbook
        self._part = part
        self._row = GridRow(0, [])
        self._is_hidden_row = False
        self._column = -1
        self._cell: Attributes = {}
        self._pieces: list[str] = []
        self._listens = False
        self._has_formula = False
        self._in_reading_aid = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Take an opening tag."""
        tag = local(name) if ":" in name else name
        if tag == "c":
            self._open_cell(attributes)
        elif tag in {"v", "t"}:
            self._listens = not self._in_reading_aid
        elif tag == "row":
            self._open_row(attributes)
        elif tag == "f":
            self._has_formula = True
        elif tag == "rPh":
            self._in_reading_aid = True
        elif tag == "mergeCell":
            self._add_span(attributes.get("ref", ""))

    def text(self, piece: str) -> None:
        """Take a piece of text."""
        if self._listens:
            self._pieces.append(piece)

    def end(self, name: str) -> None:
        """Take a closing tag."""
        tag = local(name) if ":" in name else name
        if tag in {"v", "t"}:
            self._listens = False
        elif tag == "c":
            self._close_cell()
        elif tag == "row":
            self._close_row()
        elif tag == "rPh":
            self._in_reading_aid = False

    def _open_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", "")
        self._row = GridRow(int(number) if number.isdecimal() else self._row.number + 1, [])
        self._is_hidden_row = attributes.get("hidden", "0") in {"1", "true"}
        self._column = -1

    def _close_row(self) -> None:
        if not self._row.cells:
            return
        if len(self.rows) >= MAX_ROWS:
            raise SheetError(Refusal.TOO_MANY_ROWS)
        if self._is_hidden_row:
            self.found[NoteCode.HIDDEN_ROWS].append(str(self._row.number))
        self.rows.append(self._row)

    def _open_cell(self, attributes: Attributes) -> None:
        self._cell = attributes
        self._pieces.clear()
        self._has_formula = False
        place = attributes.get("r", "")
        try:
            self._column = column_index(place.rstrip("0123456789")) if place else self._column + 1
        except ValueError:
            self._refuse(place)

    def _close_cell(self) -> None:
        shown = self._shown()
        if not shown:
            return
        if self._column >= MAX_COLUMNS:
            raise SheetError(Refusal.TOO_MANY_COLUMNS, place=self._place)
        cells = self._row.cells
        missing = self._column - len(cells)
        if missing < 0:
            cells[self._column] = shown
            return
        if missing:
            cells.extend([""] * missing)
        cells.append(shown)

    def _shown(self) -> str:
        raw = "".join(self._pieces)
        kind = self._cell.get("t", "n")
        if not raw:
            if self._has_formula and kind != "str":
                self.found[NoteCode.FORMULA_WITHOUT_VALUE].append(self._place)
            return ""
        if kind == "s":
            return self._shared(raw)
        if kind == "n":
            return self._number(raw)
        if kind == "e":
            self.found[NoteCode.ERROR_CELLS].append(self._place)
            return ""
        if kind == "b":
            return _TRUE_FALSE.get(raw, raw)
        return iso_text(raw) if kind == "d" else clean(unescape(raw))

    def _shared(self, raw: str) -> str:
        try:
            return self._workbook.texts[int(raw)]
        except (ValueError, IndexError):
            self._refuse(self._place)

    def _number(self, raw: str) -> str:
        style = self._cell.get("s", "0")
        try:
            look = self._workbook.looks[int(style)]
        except (ValueError, IndexError):
            look = PLAIN
        return shown_number(raw, look, self._workbook.first_day)

    def _add_span(self, ref: str) -> None:
        if corners := _RANGE.fullmatch(ref):
            left, top, right, bottom = corners.groups()
            self.spans.append(Span(int(top), column_index(left), int(bottom), column_index(right)))

    @property
    def _place(self) -> str:
        return cell_place(self._row.number, self._column)

    def _refuse(self, place: str) -> Never:
        raise SheetError(Refusal.BROKEN, part=f"{self._part}, {place}")
