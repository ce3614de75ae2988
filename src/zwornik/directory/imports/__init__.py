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
from zwornik.directory.imports.sample import sample_table
from zwornik.directory.imports.targets import TARGETS, Target, target
from zwornik.directory.imports.telling import Told, row_ranges, told_together

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
    "Told",
    "bad_rows_table",
    "guess_columns",
    "mapping_of",
    "mapping_problems",
    "plan_import",
    "row_ranges",
    "sample_table",
    "target",
    "told_together",
]
