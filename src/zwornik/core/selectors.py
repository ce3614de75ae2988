"""Reads of the core room: the cluster, and the trail of changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

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


ACTIONS = {0: "created", 1: "changed", 2: "deleted"}
SILENT = frozenset({"search_text", "name_key", "updated_at", "saved_at", "id"})


def trail_of(records: Iterable[Model], *, limit: int = 100) -> list[Change]:
    """Return the changes of the given records, newest first."""
    wanted = Q(pk__in=[])
    for record in records:
        kind = ContentType.objects.get_for_model(record)
        wanted |= Q(content_type=kind, object_id=record.pk)
    return [_change(entry) for entry in recent_entries().filter(wanted)[:limit]]


def recent_entries() -> QuerySet[LogEntry]:
    """Return the raw trail, newest first."""
    return LogEntry.objects.select_related("actor", "content_type").order_by("-timestamp", "-pk")


def _change(entry: LogEntry) -> Change:
    return Change(
        at=entry.timestamp,
        actor=str(entry.actor) if entry.actor else "",
        action=ACTIONS.get(entry.action, "changed"),
        record=entry.object_repr,
        fields=tuple(changed_fields(entry)) if entry.action == 1 else (),
    )


def changed_fields(entry: LogEntry) -> list[FieldChange]:
    """Return what an entry changed, with the names of the fields as people read them."""
    model = entry.content_type.model_class()
    return [
        FieldChange(_label(model, name), _shown(pair[0]), _shown(pair[1]))
        for name, pair in entry.changes_dict.items()
        if name not in SILENT and isinstance(pair, list) and len(pair) == 2
    ]


def _label(model: type[Model] | None, name: str) -> str:
    if model is None:
        return name
    try:
        field = model._meta.get_field(name)
    except LookupError:
        return name
    return str(getattr(field, "verbose_name", name))


def _shown(value: object) -> str:
    text = "" if value in (None, "None", "") else str(value)
    return text if len(text) <= 160 else text[:157] + "…"
