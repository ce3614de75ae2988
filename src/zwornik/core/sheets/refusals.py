"""Why a file cannot be read, said so that the person who chose it knows what to do."""

from enum import StrEnum

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

# these limits stand in the texts below too, and in their translations
MAX_ROWS = 100_000
MAX_COLUMNS = 300
MAX_UNPACKED_MB = 200


class Refusal(StrEnum):
    """What is wrong with a file that is refused as a whole."""

    EMPTY_FILE = "empty_file"
    OLD_EXCEL = "old_excel"
    PASSWORD = "password"  # noqa: S105 - the name of a refusal
    BINARY_WORKBOOK = "binary_workbook"
    OPEN_DOCUMENT = "open_document"
    NOT_A_SPREADSHEET = "not_a_spreadsheet"
    WEB_PAGE = "web_page"
    BINARY = "binary"
    BROKEN = "broken"
    TOO_LARGE = "too_large"
    UNSAFE = "unsafe"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    OPEN_QUOTE = "open_quote"
    NO_DATA = "no_data"
    NO_HEADINGS = "no_headings"
    NO_ROWS = "no_rows"
    NO_SUCH_SHEET = "no_such_sheet"


_SAVE_AS_XLSX = _(
    "Open it in a spreadsheet program, choose “Save as” and the type "
    "“Excel workbook (.xlsx)”, then add the new file here."
)
_SEND_AGAIN = _(
    "Open it in a spreadsheet program, save it once more as an Excel workbook (.xlsx) "
    "and add the new file here."
)
_FEWER = _("Delete what is not needed, or divide the list into several files.")

_TEXTS: dict[Refusal, tuple[StrPromise, StrPromise]] = {
    Refusal.EMPTY_FILE: (
        _("This file is empty."),
        _("Check that the right file was chosen and that it was saved."),
    ),
    Refusal.OLD_EXCEL: (
        _("This is a workbook in the old Excel format (.xls), whatever the ending of its name."),
        _SAVE_AS_XLSX,
    ),
    Refusal.PASSWORD: (
        _("This workbook is protected with a password and cannot be read."),
        _("Open it with the password, remove the password, save it and add it here again."),
    ),
    Refusal.BINARY_WORKBOOK: (
        _("This is a binary Excel workbook (.xlsb)."),
        _SAVE_AS_XLSX,
    ),
    Refusal.OPEN_DOCUMENT: (
        _("This is an OpenDocument spreadsheet (.ods)."),
        _SAVE_AS_XLSX,
    ),
    Refusal.NOT_A_SPREADSHEET: (
        _("This is not a spreadsheet but {kind}."),
        _("Choose a file of the type .xlsx or .csv with one row for each entry."),
    ),
    Refusal.WEB_PAGE: (
        _("This file is a web page or an XML document, whatever the ending of its name."),
        _SAVE_AS_XLSX,
    ),
    Refusal.BINARY: (
        _("This file holds no text that could be read as a table."),
        _("Choose a file of the type .xlsx or .csv with one row for each entry."),
    ),
    Refusal.BROKEN: (
        _("This workbook is damaged and cannot be read ({part})."),
        _SEND_AGAIN,
    ),
    Refusal.TOO_LARGE: (
        _("Unpacked, this file would take more space than is safe ({part})."),
        _(
            "The limit is 200 MB. Remove pictures and empty formatted rows, "
            "or copy the table to a new workbook and add that."
        ),
    ),
    Refusal.UNSAFE: (
        _(
            "This workbook contains definitions that no spreadsheet needs ({part}). "
            "For safety it was not read."
        ),
        _("Copy the table to a new workbook, save it as .xlsx and add that file."),
    ),
    Refusal.TOO_MANY_ROWS: (
        _("The table has more than 100,000 rows (headings counted)."),
        _FEWER,
    ),
    Refusal.TOO_MANY_COLUMNS: (
        _("The table has more than 300 columns: there is a value in {place}."),
        _FEWER,
    ),
    Refusal.OPEN_QUOTE: (
        _("A quotation mark opened in row {row} is never closed, so the rows below run together."),
        _("Close or delete the quotation mark in that row and save the file again."),
    ),
    Refusal.NO_DATA: (
        _("There is no data in this file or sheet."),
        _("Check that the right file was chosen and that it was saved."),
    ),
    Refusal.NO_HEADINGS: (
        _("No row with the headings of the columns was found in “{sheet}”."),
        _("Put one row with a name for each column (such as Name, NIP, Town) above the data."),
    ),
    Refusal.NO_ROWS: (
        _("“{sheet}” has headings but no rows beneath them."),
        _("Add at least one row, or choose another sheet or file."),
    ),
    Refusal.NO_SUCH_SHEET: (
        _("The workbook has no sheet called “{sheet}”."),
        _("Its sheets are: {sheets}."),
    ),
}


class SheetError(Exception):
    """A file that cannot be read as a table.

    Attributes
    ----------
    code
        What is wrong, for programs.
    message
        What is wrong and where, in the reader's language.
    hint
        What to do about it, in the reader's language.
    """

    def __init__(self, code: Refusal, **where: str | int | StrPromise) -> None:
        message, hint = _TEXTS[code]
        self.code = code
        self.message = format_lazy(message, **where)
        self.hint = format_lazy(hint, **where)
        super().__init__(code.value)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"
