"""What an import would do, row by row: the plan that people read before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Value = str | int | float | date | tuple[str, ...]
Values = Mapping[str, Value]


class Outcome(StrEnum):
    """What an import would do with a row."""

    CREATE = "create"
    COMPLETE = "complete"
    NOTHING = "nothing"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a row that people should know: a problem, or a remark.

    Attributes
    ----------
    letter, column
        Where in the row; empty where it concerns the row as a whole.
    value
        What stands in the cell.
    text
        What is wrong and what to do, in the reader's language.
    """

    row: int
    text: str
    letter: str = ""
    column: str = ""
    value: str = ""

    @property
    def place(self) -> str:
        """The cell as a spreadsheet program calls it, such as F14; for a whole row its number."""
        return f"{self.letter}{self.row}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organisation that a row may mean: one of the directory, or one of an earlier row.

    Attributes
    ----------
    choice
        How a decision names it: `organisation:12` or `row:7`.
    likeness
        How alike the names are, 0 to 100.
    """

    choice: str
    name: str
    city: str
    likeness: int

    @property
    def row(self) -> int | None:
        """The row that creates it, if the directory does not have it yet."""
        kind, _colon, number = self.choice.partition(":")
        return int(number) if kind == "row" else None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row that looks like an organisation already known, for a person to decide."""

    row: int
    name: str
    city: str
    candidates: tuple[Candidate, ...]
    decision: str = ""


SEPARATE = "separate"


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """A contact person that a row brings.

    Attributes
    ----------
    key
        By which the same person is found again in other rows.
    person_id, position_id
        Records that exist already.
    changes
        What would be written of the person and the position.
    """

    key: str
    changes: Values
    person_id: int | None = None
    position_id: int | None = None


@dataclass(slots=True)
class PlannedRow:
    """What an import would do with one row.

    Attributes
    ----------
    organisation_id
        The organisation of the directory that the row is about.
    leader
        The row that creates it, where none is in the directory; the row itself if it creates.
    changes
        What would be written of the organisation: everything for a new one, else what was empty.
    """

    number: int
    name: str
    outcome: Outcome
    organisation_id: int | None = None
    leader: int | None = None
    changes: dict[str, Value] = field(default_factory=dict)
    person: PlannedPerson | None = None
    problems: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do with a whole file."""

    rows: tuple[PlannedRow, ...]
    proposals: tuple[Proposal, ...] = ()

    @property
    def problems(self) -> list[Finding]:
        """All problems in the order of the rows."""
        return [problem for row in self.rows for problem in row.problems]

    @property
    def remarks(self) -> list[Finding]:
        """All remarks in the order of the rows."""
        return [remark for row in self.rows for remark in row.remarks]

    @property
    def bad_rows(self) -> list[PlannedRow]:
        """Rows with a problem."""
        return [row for row in self.rows if row.outcome is Outcome.PROBLEM]

    @property
    def undecided(self) -> list[Proposal]:
        """Proposals that nobody has decided."""
        return [proposal for proposal in self.proposals if not proposal.decision]

    @property
    def repeated(self) -> dict[int, list[PlannedRow]]:
        """Rows about an organisation that an earlier row of the file creates, by that row."""
        found: dict[int, list[PlannedRow]] = {}
        for row in self.rows:
            if row.leader is not None and row.leader != row.number:
                found.setdefault(row.leader, []).append(row)
        return found

    @property
    def organisations(self) -> int:
        """How many organisations would be added or completed."""
        written = (Outcome.CREATE, Outcome.COMPLETE)
        return len(
            {(row.organisation_id, row.leader) for row in self.rows if row.outcome in written}
        )

    def count(self, outcome: str) -> int:
        """Return how many rows would have this outcome."""
        return sum(row.outcome == outcome for row in self.rows)
