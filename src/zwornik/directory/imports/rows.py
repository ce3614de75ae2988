"""A row of a member list, read: what its cells say, what follows from them, what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from zwornik.core.sheets import Column, Row, Sheet
from zwornik.directory.imports.cells import read_cell
from zwornik.directory.imports.mapping import ImportChoices, chosen_columns
from zwornik.directory.imports.plan import Finding, Value
from zwornik.directory.imports.reading import CellError


@dataclass(slots=True)
class ReadRow:
    """What one row says of an organisation and of its contact person.

    Attributes
    ----------
    weak
        Values that nobody wrote in the row but that were supposed, each with the remark that
        belongs to it; they fill what is empty and never contradict anything.
    places
        The column that each target was read from.
    """

    number: int
    values: dict[str, Value] = field(default_factory=dict)
    weak: dict[str, str] = field(default_factory=dict)
    problems: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    cells: tuple[str, ...] = ()
    places: dict[str, tuple[int, Column]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the organisation, as it stands in the row."""
        return str(self.values.get("name", ""))

    def text(self, key: str) -> str:
        """Return a value as text; empty where there is none."""
        return str(self.values.get(key, ""))

    def person(self) -> dict[str, Value]:
        """Return what the row says of the contact person, without the prefix of the targets."""
        return {
            key.removeprefix("contact_"): value
            for key, value in self.values.items()
            if key.startswith("contact_")
        }

    def is_refused(self, *keys: str) -> bool:
        """Return whether a cell of one of these columns could not be read."""
        letters = {self.places[key][1].letter for key in keys if key in self.places}
        return any(problem.letter in letters for problem in self.problems)

    def finding(self, text: str, *keys: str) -> Finding:
        """Return a remark or a problem that points at the column of the first target there is."""
        place = next((self.places[key] for key in keys if key in self.places), None)
        if place is None:
            return Finding(self.number, text)
        at, column = place
        return Finding(self.number, text, column.letter, column.name, self.cells[at])


class RowReader:
    """Reads the rows of one sheet by the columns that were chosen."""

    def __init__(self, sheet: Sheet, choices: ImportChoices) -> None:
        self._choices = choices
        self._columns: Sequence[tuple[int, str]] = chosen_columns(sheet, choices)
        self._places = {key: (at, sheet.columns[at]) for at, key in self._columns}

    def read(self, row: Row) -> ReadRow:
        """Return what the cells of a row say; nothing is concluded from them yet."""
        read = ReadRow(row.number, cells=row.cells, places=self._places)
        for at, key in self._columns:
            try:
                reading = read_cell(key, row.cells[at], self._choices.today)
            except CellError as error:
                read.problems.append(read.finding(error.text, key))
                continue
            if reading.remark:
                read.remarks.append(read.finding(reading.remark, key))
            for name, value in reading.values.items():
                if name == key:
                    read.values[name] = value
                else:
                    read.values.setdefault(name, value)
        return read
