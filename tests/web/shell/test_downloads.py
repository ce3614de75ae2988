"""Tables as files: name, kind and content."""

import io
from datetime import UTC, datetime

import openpyxl
import time_machine
from django.utils import translation

from zwornik.core.sheets import ColumnKind, Table, TableColumn
from zwornik.web.shell.downloads import sheet_response

TABLE = Table(
    "Łódzkie potrzeby",
    (TableColumn("Nazwa"), TableColumn("Udział", ColumnKind.DECIMAL)),
    (("Źródło", 0.5),),
)


@time_machine.travel(datetime(2026, 11, 24, 23, 30, tzinfo=UTC), tick=False)
def test_workbook_is_named_by_content_and_local_day():
    response = sheet_response(TABLE, None)
    assert 'filename="lodzkie-potrzeby-2026-11-25.xlsx"' in response["Content-Disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    assert list(sheet.iter_rows(values_only=True)) == [("Nazwa", "Udział"), ("Źródło", 0.5)]


def test_csv_opens_in_a_spreadsheet_program_of_the_reader():
    with translation.override("pl"):
        response = sheet_response(TABLE, "csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response.content.decode("utf-8-sig") == "Nazwa;Udział\r\nŹródło;0,5\r\n"
