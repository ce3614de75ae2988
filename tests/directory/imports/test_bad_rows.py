from io import BytesIO

from openpyxl import load_workbook

from zwornik.core.sheets import write_xlsx
from zwornik.directory.imports import Finding, bad_rows_table


def test_rows_keep_their_columns_and_get_one_more_with_every_problem():
    problems = [Finding(7, "No digits.", "B", "NIP", "x"), Finding(7, "Nothing fits.")]
    table = bad_rows_table(["Nazwa", "NIP", "Problem"], [(["=1+1", "x", "stary"], problems)])
    rows = list(load_workbook(BytesIO(write_xlsx(table))).active.values)
    assert rows == [
        ("Nazwa", "NIP", "Problem", "Problem *"),
        ("=1+1", "x", "stary", "NIP: No digits.\nNothing fits."),
    ]
