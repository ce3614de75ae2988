"""What an import wrote, record by record, and what stood there before, so that it can be undone."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Model

from zwornik.directory.models import (
    ImportRow,
    Membership,
    Organisation,
    OrganisationField,
    OrganisationIdentifier,
    Person,
    Position,
)

SILENT = frozenset({"id", "search_text", "created_at", "updated_at"})
Stored = str | int | float | bool | None
RECORDS: dict[str, type[Any]] = {
    str(model._meta.model_name): model
    for model in (
        Organisation, OrganisationIdentifier, OrganisationField, Membership, Person, Position,
    )
}  # fmt: skip


def record_key(record: Model) -> str:
    """Return how an imported row names a record, such as `organisation:12`."""
    return f"{record._meta.model_name}:{record.pk}"


def stored(value: Any) -> Stored:
    """Return a value of a record as an imported row keeps it."""
    return value.isoformat() if isinstance(value, date) else value


class Traces:
    """Writes records and keeps what was written and what stood there before.

    Values are checked by their fields, without asking the database; what only the database can
    know, such as a number taken twice, it refuses itself.
    """

    def __init__(self) -> None:
        self.before: dict[str, dict[str, Stored]] = {}
        self.after: dict[str, dict[str, Stored]] = {}

    def create(self, record: Model, *names: str) -> None:
        """Write a new record and keep the named values, or all that mean something."""
        _clean(record)
        record.save()
        fields = record._meta.concrete_fields
        names = names or tuple(field.attname for field in fields if field.name not in SILENT)
        self.after[record_key(record)] = {name: stored(getattr(record, name)) for name in names}

    def complete(self, record: Model, values: Mapping[str, Any]) -> None:
        """Fill a record and keep what was there."""
        key = record_key(record)
        for name, value in values.items():
            self.before.setdefault(key, {})[name] = stored(getattr(record, name))
            setattr(record, name, value)
            self.after.setdefault(key, {})[name] = stored(value)
        _clean(record)
        record.save()


def _clean(record: Model) -> None:
    fields = record._meta.concrete_fields
    record.clean_fields(exclude=[field.name for field in fields if field.is_relation])


def created_in(row: ImportRow, model: type[Model]) -> Iterator[tuple[int, dict[str, Stored]]]:
    """Return the keys of the records of a kind that a row created, with the values it wrote."""
    for key, values in row.after.items():
        name, _colon, pk = key.partition(":")
        if RECORDS.get(name) is model and key not in row.before:
            yield int(pk), values


def completed_in(row: ImportRow) -> Iterator[tuple[type[Any], int, dict[str, Stored]]]:
    """Return the records that a row completed, with the values that stood there before."""
    for key, values in row.before.items():
        name, _colon, pk = key.partition(":")
        if name in RECORDS:
            yield RECORDS[name], int(pk), values
