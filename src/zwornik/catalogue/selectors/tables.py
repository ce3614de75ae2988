"""Records as a table for a spreadsheet: one row each, both languages side by side."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from zwornik.catalogue.choices import Cooperation, Partnership
from zwornik.catalogue.selectors.records import KINDS
from zwornik.core.bilingual import reader_language
from zwornik.core.sheets import CellValue, ColumnKind, Table, TableColumn
from zwornik.vocabularies.fields import load_fields

TEXT, INTEGER, DATE = ColumnKind.TEXT, ColumnKind.INTEGER, ColumnKind.DATE
FIRST = (
    "code", "title_pl", "title_en", "organisation", "field", "status", "disclosure", "anonymity",
)  # fmt: skip
LAST = ("source", "source_on", "confirmed_on", "recorded_on")
OWN: dict[str, tuple[str, ...]] = {
    "technology": (
        "product_kind", "trl_claimed", "trl_verified", "stage", "ip_status", "device_class",
        "partnership", "summary_pl", "summary_en",
    ),
    "need": (
        "trl_min", "trl_max", "drl", "urgency", "horizon_months", "budget", "cooperation",
        "must", "wish", "statement_pl", "statement_en",
    ),
    "competence": ("quality", "availability", "summary_pl", "summary_en", "offer_pl", "offer_en"),
    "equipment": (
        "maker", "year", "access", "utilisation", "is_unique_in_region", "price_note_pl",
        "price_note_en", "summary_pl", "summary_en",
    ),
}  # fmt: skip
INTEGERS = {"trl_claimed", "trl_verified", "trl_min", "trl_max", "drl", "horizon_months", "year"}
DATES = {"source_on", "confirmed_on", "recorded_on"}


def table_of_records(records: Iterable[Any], kind: str) -> Table:
    """Return records of one kind as a table with headings in the reader's language.

    `records` come with their organisations, needs with their requirements.
    """
    names = (*FIRST, *OWN[kind], *LAST)
    columns = tuple(TableColumn(_heading(kind, name), _column_kind(name)) for name in names)
    rows = tuple(tuple(_cell(record, name) for name in names) for record in records)
    return Table(str(KINDS[kind]._meta.verbose_name_plural), columns, rows)


def _column_kind(name: str) -> ColumnKind:
    return INTEGER if name in INTEGERS else DATE if name in DATES else TEXT


def _heading(kind: str, name: str) -> str:
    special = {"code": _("Code"), "must": _("Requirements"), "wish": _("Wishes")}
    if name in special:
        return special[name]
    label = capfirst(str(KINDS[kind]._meta.get_field(name).verbose_name))
    languages = {"_pl": _("in Polish"), "_en": _("in English")}
    return f"{label} ({languages[name[-3:]]})" if name[-3:] in languages else label


def _cell(record: Any, name: str) -> CellValue:
    if name in SPECIAL:
        return SPECIAL[name](record)
    display = getattr(record, f"get_{name}_display", None)
    value = display() if display else getattr(record, name)
    return value if value is None or name in INTEGERS | DATES else str(value)


def _field(record: Any) -> str:
    field = next((field for field in load_fields() if field.code == record.field), None)
    return str(getattr(field, f"label_{reader_language()}")) if field else record.field


def _labels(record: Any, name: str, choices: Any = None) -> str:
    known = dict(choices.choices) if choices else {}
    return ", ".join(str(known.get(value, value)) for value in getattr(record, name))


def _requirements(record: Any, *, must: bool) -> str:
    lines = sorted(record.requirements.all(), key=lambda line: line.order)
    return "\n".join(str(line.text) for line in lines if line.is_mandatory == must)


SPECIAL: dict[str, Callable[[Any], CellValue]] = {
    "organisation": lambda record: record.organisation.name,
    "field": _field,
    "partnership": lambda record: _labels(record, "partnership", Partnership),
    "cooperation": lambda record: _labels(record, "cooperation", Cooperation),
    "quality": lambda record: _labels(record, "quality"),
    "must": lambda record: _requirements(record, must=True),
    "wish": lambda record: _requirements(record, must=False),
    "is_unique_in_region": lambda record: _("yes") if record.is_unique_in_region else _("no"),
}
