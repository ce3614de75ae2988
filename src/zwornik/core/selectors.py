"""Reads of the core room: the cluster, and the trail of changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from zwornik.core.bilingual import LANGUAGES, other_language
from zwornik.core.models import Cluster


def this_cluster() -> Cluster:
    """Return the cluster of this installation; an unnamed one until it was described."""
    return Cluster.objects.first() or Cluster(pk=1, name_pl="Klaster", name_en="Cluster")


@dataclass(frozen=True)
class FieldChange:
    """One field of a record before and after a change."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One entry of the trail: who did what to a record, and when."""

    at: datetime
    actor: str
    action: str
    record: str
    fields: tuple[FieldChange, ...]


ACTIONS = {
    LogEntry.Action.CREATE: "created",
    LogEntry.Action.UPDATE: "changed",
    LogEntry.Action.DELETE: "deleted",
}
SILENT = frozenset({"search_text", "name_key", "updated_at", "saved_at", "revision", "id"})
LONGEST_SHOWN = 160


def trail_of(records: Iterable[Model], *, limit: int = 100) -> list[Change]:
    """Return the latest changes of the given records that mean something, newest first."""
    wanted = Q(pk__in=[])
    for record in records:
        kind = ContentType.objects.get_for_model(record)
        wanted |= Q(content_type=kind, object_id=record.pk)
    latest = filter(means_something, recent_entries().filter(wanted)[: limit * 3])
    entries = list(islice(latest, limit))
    names = _names_of_related(entries)
    return [_change(entry, names) for entry in entries]


def means_something(entry: LogEntry) -> bool:
    """Say whether an entry tells people anything: not when only our own bookkeeping changed."""
    return entry.action != LogEntry.Action.UPDATE or any(_pairs(entry))


def recent_entries() -> QuerySet[Any]:
    """Return the raw trail, newest first."""
    entries: QuerySet[Any] = LogEntry.objects.select_related("actor", "content_type")
    return entries.order_by("-timestamp", "-pk")


Names = dict[tuple[type[Model], str], str]


def _change(entry: LogEntry, names: Names) -> Change:
    is_change = entry.action == LogEntry.Action.UPDATE
    return Change(
        at=entry.timestamp,
        actor=str(entry.actor) if entry.actor else "",
        action=ACTIONS.get(entry.action, "changed"),
        record=entry.object_repr,
        fields=tuple(changed_fields(entry, names)) if is_change else (),
    )


def changed_fields(entry: LogEntry, names: Names | None = None) -> list[FieldChange]:
    """Return what an entry changed, named and written as people read it.

    `names` gives the names of related records; without it they are shown by their number.
    """
    model = entry.content_type.model_class()
    return [
        FieldChange(_label(field, name), *(_shown(field, value, names or {}) for value in pair))
        for name, pair in _pairs(entry)
        for field in [_field(model, name)]
    ]


def _pairs(entry: LogEntry) -> Iterable[tuple[str, list[Any]]]:
    """Yield the fields of an entry that mean something to people, with both of their values."""
    for name, pair in entry.changes_dict.items():
        if name not in SILENT and isinstance(pair, list) and len(pair) == 2:
            yield name, pair


def _field(model: type[Model] | None, name: str) -> Any:
    try:
        return model._meta.get_field(name) if model is not None else None
    except LookupError:
        return None


def _label(field: Any, name: str) -> str:
    """Name a field as people read it; a column of a bilingual one says which language it is."""
    label = str(getattr(field, "verbose_name", name))
    stem, _underscore, language = name.rpartition("_")
    is_bilingual = language in LANGUAGES and _field(
        getattr(field, "model", None), f"{stem}_{other_language(language)}"
    )
    return f"{label} ({language.upper()})" if is_bilingual else label


def _names_of_related(entries: Iterable[LogEntry]) -> Names:
    """Return the names of the records that changed relations point to, one query for each kind."""
    wanted: dict[type[Model], set[str]] = {}
    for entry in entries:
        is_change = entry.action == LogEntry.Action.UPDATE
        model = entry.content_type.model_class()
        for name, pair in _pairs(entry) if is_change else ():
            field = _field(model, name)
            if isinstance(field, models.ForeignKey):
                found = wanted.setdefault(field.related_model, set())
                found.update(str(value) for value in pair if str(value).isdigit())
    return {
        (related, str(pk)): str(record)
        for related, pks in wanted.items()
        for pk, record in _all(related).in_bulk(list(pks)).items()
    }


def _all(model: type[Model]) -> QuerySet[Any]:
    return QuerySet(model)


def _shown(field: Any, value: object, names: Names) -> str:
    """Write a stored value as people read it: labels, names, days, yes and no."""
    if value in (None, "None", ""):
        return ""
    text = str(value)
    if isinstance(field, models.ForeignKey):
        return names.get((field.related_model, text), text)
    if isinstance(field, models.BooleanField):
        return _("yes") if text == "True" else _("no")
    if isinstance(field, models.DateField):
        return _day(field, text)
    labels = dict(getattr(field, "flatchoices", ()))
    text = str(labels.get(text, text))
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _day(field: models.DateField[Any, Any], text: str) -> str:
    """Write a stored day or moment (kept in UTC) in the reader's language and time."""
    try:
        if not isinstance(field, models.DateTimeField):
            return date_format(date.fromisoformat(text), "DATE_FORMAT")
        moment = datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return text
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")
