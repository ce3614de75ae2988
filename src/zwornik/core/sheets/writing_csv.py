"""Write a table as a text file that Excel in Poland opens with a double click."""

import csv
import io
from decimal import Decimal

from zwornik.core.sheets.tables import (
    CellValue,
    ColumnKind,
    Table,
    acts_as_formula,
    as_text,
)

_NUMBERS = {ColumnKind.INTEGER, ColumnKind.DECIMAL, ColumnKind.MONEY}
_GROSZE = Decimal("0.01")


def write_csv(table: Table, language: str = "pl") -> bytes:
    """Return the table as CSV: UTF-8 with its mark, `;` between cells, lines ended by CR LF.

    Numbers have a decimal comma in Polish and a point otherwise, and no signs between thousands;
    money has two decimals. A text that a spreadsheet program might run as a formula gets an
    apostrophe in front, which reading such a file takes away again.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_guarded(column.header) for column in table.columns])
    comma = "," if language.startswith("pl") else "."
    for row in table.rows:
        pairs = zip(row, table.columns, strict=True)
        writer.writerow([_cell(value, column.kind, comma) for value, column in pairs])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: CellValue, kind: ColumnKind, comma: str) -> str:
    if isinstance(value, int | float | Decimal) and kind in _NUMBERS:
        return _number(value, kind).replace(".", comma)
    return _guarded(as_text(value))


def _number(value: float | Decimal, kind: ColumnKind) -> str:
    exact = Decimal(str(value))
    if not exact.is_finite():
        return ""
    return format(exact.quantize(_GROSZE) if kind is ColumnKind.MONEY else exact, "f")


def _guarded(text: str) -> str:
    """Return a text with one apostrophe more where it would act, or would but for apostrophes."""
    return f"'{text}" if acts_as_formula(text.lstrip("'")) else text
