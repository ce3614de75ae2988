"""Reads of the directory room: who is where, and what a viewer may see."""

from zwornik.directory.selectors.history import (
    candidates_waiting,
    conversations_with,
    memberships_of,
    recent_imports,
    trailed_records_of,
)
from zwornik.directory.selectors.imports import (
    OutcomeCount,
    RowAccount,
    accounts_of,
    imports,
    left_out_rows,
    outcomes_of,
    rows_of_import,
)
from zwornik.directory.selectors.likeness import Likeness, organisations_alike
from zwornik.directory.selectors.organisations import (
    editable_organisations,
    found_organisations,
    organisations_by_name,
    organisations_in_order,
    organisations_on,
)
from zwornik.directory.selectors.people import (
    all_positions,
    found_people,
    people_on,
    person_of,
    positions_in,
    positions_of,
)
from zwornik.directory.selectors.rows import (
    OrganisationRow,
    PersonRow,
    rows_of_organisations,
    rows_of_people,
)
from zwornik.directory.selectors.tables import (
    ORGANISATION_COLUMNS,
    PERSON_COLUMNS,
    table_of_organisations,
    table_of_people,
)

__all__ = [
    "ORGANISATION_COLUMNS",
    "PERSON_COLUMNS",
    "Likeness",
    "OrganisationRow",
    "OutcomeCount",
    "PersonRow",
    "RowAccount",
    "accounts_of",
    "all_positions",
    "candidates_waiting",
    "conversations_with",
    "editable_organisations",
    "found_organisations",
    "found_people",
    "imports",
    "left_out_rows",
    "memberships_of",
    "organisations_alike",
    "organisations_by_name",
    "organisations_in_order",
    "organisations_on",
    "outcomes_of",
    "people_on",
    "person_of",
    "positions_in",
    "positions_of",
    "recent_imports",
    "rows_of_import",
    "rows_of_organisations",
    "rows_of_people",
    "table_of_organisations",
    "table_of_people",
    "trailed_records_of",
]
