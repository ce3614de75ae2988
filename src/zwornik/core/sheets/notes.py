"""What reading a file noticed and the reader of the file should know."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

NAMED_PLACES = 10


class NoteCode(StrEnum):
    """What was guessed, repaired or left out."""

    OTHER_SHEETS = "other_sheets"
    HIDDEN_ROWS = "hidden_rows"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    ERROR_CELLS = "error_cells"
    MERGED_CELLS = "merged_cells"
    LINES_ABOVE = "lines_above"
    SECTION_LINES = "section_lines"
    REPEATED_HEADINGS = "repeated_headings"
    TOTALS = "totals"
    NO_HEADING = "no_heading"
    SAME_HEADING = "same_heading"
    OLD_ENCODING = "old_encoding"
    BROKEN_LETTERS = "broken_letters"


@dataclass(frozen=True, slots=True)
class Note:
    """One remark on a file.

    Attributes
    ----------
    text
        The remark in the reader's language, naming the first ten places.
    places
        All places it speaks of: cells, rows, column letters or names of sheets.
    """

    code: NoteCode
    text: StrPromise
    places: tuple[str, ...] = ()


_TEXTS = {
    NoteCode.OTHER_SHEETS: _(
        "Only one sheet of the workbook was read. Other sheets with data: {places}."
    ),
    NoteCode.HIDDEN_ROWS: _(
        "Rows hidden in the file (for example by a filter) were read too: {places}."
    ),
    NoteCode.FORMULA_WITHOUT_VALUE: _(
        "Formulas saved without a result are treated as empty: {places}. "
        "To read them, open the file in a spreadsheet program and save it again."
    ),
    NoteCode.ERROR_CELLS: _(
        "Cells showing an error (such as #N/A) are treated as empty: {places}."
    ),
    NoteCode.MERGED_CELLS: _("The value of merged cells was repeated in each of them: {places}."),
    NoteCode.LINES_ABOVE: _("Lines above the headings were left out. Rows: {places}."),
    NoteCode.SECTION_LINES: _("Dividing lines between rows were left out. Rows: {places}."),
    NoteCode.REPEATED_HEADINGS: _("Repeated headings were left out. Rows: {places}."),
    NoteCode.TOTALS: _("Totals under the table were left out. Rows: {places}."),
    NoteCode.NO_HEADING: _("Columns without a heading are called by their letter: {places}."),
    NoteCode.SAME_HEADING: _(
        "Columns with the same heading as another one got a number: {places}."
    ),
    NoteCode.OLD_ENCODING: _(
        "The file does not say how its letters are written; they were read as {places}. "
        "Please check ą, ś and ź in the preview."
    ),
    NoteCode.BROKEN_LETTERS: _("Some letters could not be read and appear as “�”. Rows: {places}."),
}


def note(code: NoteCode, places: Sequence[str]) -> Note:
    """Return the remark of this kind on the given places."""
    named = ", ".join(places[:NAMED_PLACES])
    if len(places) > NAMED_PLACES:
        named += f" … (+{len(places) - NAMED_PLACES})"
    return Note(code, format_lazy(_TEXTS[code], places=named), tuple(places))


def notes_where(found: dict[NoteCode, list[str]]) -> tuple[Note, ...]:
    """Return one remark for each kind that has places."""
    return tuple(note(code, places) for code, places in found.items() if places)
