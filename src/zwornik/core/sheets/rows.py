"""What reading a spreadsheet gives, and the raw grid from which it is made."""

import re
from dataclasses import dataclass
from functools import cache

from zwornik.core.sheets.notes import Note

_LETTERS = re.compile(r"[A-Z]{1,3}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column under its heading.

    Attributes
    ----------
    name
        The heading, unique in the sheet; of two lines of headings it is "upper / lower".
    letter
        The column's letter in the file (A, B, … AA), by which a message can point at it.
    """

    name: str
    letter: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table, cell by cell in the order of the columns; an empty cell is an empty text.

    Attributes
    ----------
    number
        The row's number in the file, as a spreadsheet program shows it.
    cells
        One stripped text for each column of the sheet.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table read from a file, with notes on everything that was guessed, repaired or left out.

    Attributes
    ----------
    name
        Name of the sheet in a workbook; of a text file its name without the ending.
    other_sheets
        Names of the workbook's other sheets that hold data; each can be asked for by name.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...]
    other_sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range: row numbers as in the file, columns from zero, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_wide(self) -> bool:
        """Whether the range joins cells of several columns."""
        return self.right > self.left

    @property
    def place(self) -> str:
        """The range as a spreadsheet program writes it, such as A5:B8."""
        return f"{cell_place(self.top, self.left)}:{cell_place(self.bottom, self.right)}"


@dataclass(slots=True)
class GridRow:
    """A row of the file that holds something: its cells from column A to the last filled one."""

    number: int
    cells: list[str]


@dataclass(slots=True)
class Grid:
    """All rows of a file or of one sheet that hold something, before headings are looked for."""

    name: str
    rows: list[GridRow]
    spans: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()


@cache
def column_letter(index: int) -> str:
    """Return the letter of a column counted from zero: 0 is A, 26 is AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@cache
def column_index(letter: str) -> int:
    """Return the number of a column, from zero, by its letter; ValueError if it is none."""
    if not _LETTERS.fullmatch(letter):
        raise ValueError(letter)
    number = 0
    for sign in letter:
        number = number * 26 + ord(sign) - ord("A") + 1
    return number - 1


def cell_place(row_number: int, column: int) -> str:
    """Return a cell's address as a spreadsheet program writes it, such as B7."""
    return f"{column_letter(column)}{row_number}"
