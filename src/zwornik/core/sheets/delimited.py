"""Read a text file with separated values, whatever its letters and separator."""

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from zwornik.core.sheets.cells import clean
from zwornik.core.sheets.notes import Note, NoteCode, note
from zwornik.core.sheets.refusals import MAX_COLUMNS, MAX_ROWS, Refusal, SheetError
from zwornik.core.sheets.rows import Grid, GridRow, cell_place

SEPARATORS = ";,\t|"
SAMPLE_ROWS = 200
SAMPLE_CHARACTERS = 200_000

_POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
_OTHER_EXPECTED = "„”–’…°§ "
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_OLD_ENCODINGS = {"cp1250": "Windows-1250", "iso8859_2": "ISO 8859-2"}
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
_LITERAL = re.compile(r'="(.*)"', re.DOTALL)
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")
_END = "\x03end of file\x03"


def read_delimited(content: bytes, name: str) -> Grid:
    """Return the rows of a text file that hold something.

    Rows are numbered as a spreadsheet program shows them: a cell with line breaks is one row.

    Raises
    ------
    SheetError
        If a quotation mark is never closed or the table is larger than is read.
    """
    text, notes = decode(content)
    separator = None
    if declared := _SEPARATOR_LINE.match(text):
        separator, text = declared[1], text[declared.end() :]
    rows = list(_rows(text, separator or detect_separator(text)))
    return Grid(name, rows, notes=notes + _broken_letters(rows))


def decode(content: bytes) -> tuple[str, tuple[Note, ...]]:
    """Return the text of a file and a note if its encoding had to be guessed.

    A byte order mark is believed; then UTF-8 if the bytes allow it; otherwise Windows-1250 or
    ISO 8859-2, whichever gives more Polish letters. A UTF-8 file with a few torn letters stays
    UTF-8.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.removeprefix(mark).decode(encoding, errors="replace"), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    lenient = content.decode("utf-8", errors="replace")
    torn = lenient.count("\ufffd")
    if torn * 10 < sum(sign > "\x7f" for sign in lenient):
        return lenient, ()
    encoding = max(_OLD_ENCODINGS, key=lambda name: _likelihood(content, name))
    text = content.decode(encoding, errors="replace")
    return text, (note(NoteCode.OLD_ENCODING, [_OLD_ENCODINGS[encoding]]),)


def detect_separator(text: str) -> str:
    """Return which of `;`, `,`, tab and `|` divides the text into a table.

    A sign is regular in the rows that it divides into its commonest number of cells (two or more);
    quoted cells, with line breaks in them, count as one. A sign regular wherever another one is,
    and elsewhere too, beats it: that is how `;` beats the commas of addresses, which the headings
    lack. Among the unbeaten wins the greatest share of regular rows times the logarithm of the
    number of cells.
    """
    patterns = {separator: _pattern(text, separator) for separator in SEPARATORS}
    unbeaten = [
        separator
        for separator, mine in patterns.items()
        if not any(mine.regular < other.regular for other in patterns.values())
    ]
    return max(unbeaten, key=lambda separator: patterns[separator].score)


def _likelihood(content: bytes, encoding: str) -> int:
    text = content.decode(encoding, errors="replace")
    signs = Counter(sign for sign in text if sign > "\x7f")
    expected = sum(signs[sign] for sign in _POLISH + _OTHER_EXPECTED)
    return 2 * expected - signs.total() - 5 * sum(signs[chr(code)] for code in range(0x80, 0xA0))


@dataclass(frozen=True)
class _Pattern:
    """In which lines a sign divides rows into its commonest number of cells, and how well."""

    regular: frozenset[int] = frozenset()
    score: float = 0.0


def _pattern(text: str, separator: str) -> _Pattern:
    sample = csv.reader(io.StringIO(text[:SAMPLE_CHARACTERS], newline=""), delimiter=separator)
    widths: dict[int, int] = {}
    try:
        for cells in islice(sample, SAMPLE_ROWS):
            if any(cells):
                widths[sample.line_num] = len(cells)
    except csv.Error:
        return _Pattern()
    counts = Counter(width for width in widths.values() if width > 1)
    if not counts:
        return _Pattern()
    commonest, count = max(counts.items(), key=lambda item: item[1] * math.log2(item[0]))
    regular = frozenset(line for line, width in widths.items() if width == commonest)
    return _Pattern(regular, count / len(widths) * math.log2(commonest))


def _rows(text: str, separator: str) -> Iterator[GridRow]:
    """Yield rows that hold something; a line added at the end shows whether all quotes closed."""
    reader = csv.reader(io.StringIO(f"{text}\n{_END}\n", newline=""), delimiter=separator)
    number = kept = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if cells == [_END]:
                return
            if row := _row(number, cells):
                kept += 1
                if kept > MAX_ROWS:
                    raise SheetError(Refusal.TOO_MANY_ROWS)
                yield row
    except csv.Error as error:
        raise SheetError(Refusal.OPEN_QUOTE, row=number + 1) from error
    raise SheetError(Refusal.OPEN_QUOTE, row=number)


def _row(number: int, cells: list[str]) -> GridRow | None:
    shown = [_shown(cell) for cell in cells]
    while shown and not shown[-1]:
        shown.pop()
    if len(shown) > MAX_COLUMNS:
        raise SheetError(Refusal.TOO_MANY_COLUMNS, place=cell_place(number, len(shown) - 1))
    return GridRow(number, shown) if shown else None


def _shown(cell: str) -> str:
    """Return a cell's text, an apostrophe against formulas and a text formula for digits undone."""
    if _GUARDED.match(cell):
        return clean(cell[1:])
    cell = clean(cell)
    literal = _LITERAL.fullmatch(cell)
    return clean(literal[1]) if literal else cell


def _broken_letters(rows: list[GridRow]) -> tuple[Note, ...]:
    places = [str(row.number) for row in rows if any("\ufffd" in cell for cell in row.cells)]
    return (note(NoteCode.BROKEN_LETTERS, places),) if places else ()
