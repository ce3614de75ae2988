"""Tables as files to take away."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify

from zwornik.core.bilingual import reader_language
from zwornik.core.sheets import Table, write_csv, write_xlsx
from zwornik.methods.text.folding import fold

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet_response(table: Table, file_format: str | None) -> HttpResponse:
    """Return a table as a workbook, or as CSV where asked for, named by content and day."""
    is_csv = file_format == "csv"
    content = write_csv(table, reader_language()) if is_csv else write_xlsx(table)
    kind = "text/csv; charset=utf-8" if is_csv else XLSX
    name = f"{slugify(fold(table.title))}-{timezone.localdate():%Y-%m-%d}"
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{"csv" if is_csv else "xlsx"}"'
        },
    )
