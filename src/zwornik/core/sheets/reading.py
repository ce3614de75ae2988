"""Read a file of unknown making into a sheet: the one door for all spreadsheets that come in."""

import zipfile
from pathlib import PurePath

from zwornik.core.sheets.arranging import arrange
from zwornik.core.sheets.containers import Container, container_of, open_archive
from zwornik.core.sheets.delimited import read_delimited
from zwornik.core.sheets.notes import NoteCode, note
from zwornik.core.sheets.refusals import Refusal, SheetError
from zwornik.core.sheets.rows import Sheet
from zwornik.core.sheets.workbook_parts import SheetPart, Workbook, read_workbook
from zwornik.core.sheets.worksheet_part import has_data, read_cells


def read_sheet(content: bytes, file_name: str, *, sheet_name: str | None = None) -> Sheet:
    """Return the table in a CSV or XLSX file.

    Parameters
    ----------
    content
        The whole file. What it is, is told by its content, not by its name.
    file_name
        The file's name, used to name the table of a text file.
    sheet_name
        The sheet of a workbook to read; by default the first visible one with a table.

    Raises
    ------
    SheetError
        If the file cannot be read as a table; it says what is wrong and what to do.
    """
    if container_of(content) is Container.WORKBOOK:
        with open_archive(content) as archive:
            return _from_workbook(archive, sheet_name)
    return arrange(read_delimited(content, PurePath(file_name).stem))


def _from_workbook(archive: zipfile.ZipFile, wanted: str | None) -> Sheet:
    workbook = read_workbook(archive)
    if wanted is not None:
        sheet = _named(workbook, wanted)
        return _with_others(archive, workbook, arrange(read_cells(archive, workbook, sheet)))
    return _with_others(archive, workbook, _first_table(archive, workbook))


def _named(workbook: Workbook, wanted: str) -> SheetPart:
    for sheet in workbook.sheets:
        if sheet.name == wanted:
            return sheet
    names = ", ".join(sheet.name for sheet in workbook.sheets)
    raise SheetError(Refusal.NO_SUCH_SHEET, sheet=wanted, sheets=names)


def _first_table(archive: zipfile.ZipFile, workbook: Workbook) -> Sheet:
    """Return the first table of two columns or more, else of one; visible sheets come first."""
    narrow: Sheet | None = None
    refusal = SheetError(Refusal.NO_DATA)
    for part in sorted(workbook.sheets, key=lambda sheet: sheet.is_hidden):
        grid = read_cells(archive, workbook, part)
        if not grid.rows:
            continue
        try:
            sheet = arrange(grid)
        except SheetError as error:
            if error.code not in {Refusal.NO_HEADINGS, Refusal.NO_ROWS}:
                raise
            refusal = error if refusal.code is Refusal.NO_DATA else refusal
            continue
        if len(sheet.columns) > 1:
            return sheet
        narrow = narrow or sheet
    if narrow is None:
        raise refusal
    return narrow


def _with_others(archive: zipfile.ZipFile, workbook: Workbook, sheet: Sheet) -> Sheet:
    others = tuple(
        part.name for part in workbook.sheets if part.name != sheet.name and has_data(archive, part)
    )
    if not others:
        return sheet
    notes = (note(NoteCode.OTHER_SHEETS, others), *sheet.notes)
    return Sheet(sheet.name, sheet.columns, sheet.rows, notes, others)
