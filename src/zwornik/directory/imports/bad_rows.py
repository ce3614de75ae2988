"""The rows of a file that cannot be read in, with what is wrong, to be corrected and sent again."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from zwornik.core.sheets import Table, TableColumn
from zwornik.directory.imports.plan import Finding


def bad_rows_table(
    columns: Sequence[str], rows: Iterable[tuple[Sequence[str], Sequence[Finding]]]
) -> Table:
    """Return a table of rows with their own columns and one more that says what is wrong.

    Parameters
    ----------
    columns
        The headings of the file.
    rows
        The cells of each row and its problems.
    """
    header = _("Problem")
    while header in columns:
        header += " *"
    return Table(
        _("Rows to be corrected"),
        tuple(TableColumn(name) for name in (*columns, header)),
        [(*cells, told(problems)) for cells, problems in rows],
    )


def told(problems: Sequence[Finding]) -> str:
    """Return the problems of a row as one text, each with the column it concerns."""
    lines = (f"{one.column}: {one.text}" if one.column else one.text for one in problems)
    return "\n".join(lines)
