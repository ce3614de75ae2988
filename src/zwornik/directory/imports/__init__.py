"""Lists of organisations from spreadsheets: columns recognised, rows read, the outcome foreseen."""

from zwornik.directory.imports.bad_rows import bad_rows_table
from zwornik.directory.imports.guessing import Guess, guess_columns, mapping_of
from zwornik.directory.imports.mapping import ImportChoices, mapping_problems
from zwornik.directory.imports.plan import (
    Candidate,
    Finding,
    ImportPlan,
    Outcome,
    PlannedRow,
    Proposal,
)
from zwornik.directory.imports.planning import plan_import
from zwornik.directory.imports.targets import TARGETS, Target, target

__all__ = [
    "TARGETS",
    "Candidate",
    "Finding",
    "Guess",
    "ImportChoices",
    "ImportPlan",
    "Outcome",
    "PlannedRow",
    "Proposal",
    "Target",
    "bad_rows_table",
    "guess_columns",
    "mapping_of",
    "mapping_problems",
    "plan_import",
    "target",
]
