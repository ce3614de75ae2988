"""Read spreadsheets as people keep them into plain rows, and write tables that do no harm."""

from zwornik.core.sheets.notes import Note, NoteCode
from zwornik.core.sheets.reading import read_sheet
from zwornik.core.sheets.refusals import Refusal, SheetError
from zwornik.core.sheets.rows import Column, Row, Sheet
from zwornik.core.sheets.tables import CellValue, ColumnKind, Table, TableColumn
from zwornik.core.sheets.writing_csv import write_csv
from zwornik.core.sheets.writing_xlsx import write_xlsx

__all__ = [
    "CellValue",
    "Column",
    "ColumnKind",
    "Note",
    "NoteCode",
    "Refusal",
    "Row",
    "Sheet",
    "SheetError",
    "Table",
    "TableColumn",
    "read_sheet",
    "write_csv",
    "write_xlsx",
]
