"""What stands against taking an import back: work that others did since on what it created."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.translation import gettext as _

from zwornik.core.selectors import means_something
from zwornik.directory.choices import RowOutcome
from zwornik.directory.models import (
    Conversation,
    ImportBatch,
    ImportRow,
    Membership,
    Organisation,
    OrganisationField,
    OrganisationIdentifier,
    Person,
    Position,
    Seat,
)
from zwornik.directory.services.import_traces import Stored, created_in, stored
from zwornik.directory.signals import organisation_in_use

ASKED_AT_ONCE = 900
Index = dict[int, dict[str, Stored]]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A reason why an import cannot be taken back: whom it concerns and what happened."""

    name: str
    text: str


def undo_obstacles(batch: ImportBatch) -> list[Obstacle]:
    """Return what stands against taking an import back; nothing if it can be."""
    rows = list(batch.rows.filter(outcome=RowOutcome.CREATED).select_related("organisation"))
    names = {
        pk: str(values["name"]) for row in rows for pk, values in created_in(row, Organisation)
    }
    found: dict[str, dict[str, None]] = defaultdict(dict)  # reasons by name, in order, once each
    for pk, text in _reasons(batch, rows, list(names)):
        found[names[pk]][text] = None
    for name, text in _reasons_of_people(batch):
        found[name][text] = None
    return [Obstacle(name, text) for name, texts in found.items() for text in texts]


def _reasons(
    batch: ImportBatch, rows: Sequence[ImportRow], ids: list[int]
) -> Iterator[tuple[int, str]]:
    yield from _merged(rows)
    yield from _edited(batch, ids)
    every_row = list(batch.rows.all())
    for model, text in _own_rows().items():
        yield from ((pk, text) for pk in _changed_rows(model, every_row, ids))
    for model, text in _later_rows().items():
        yield from ((pk, text) for pk in _pks(model.objects.all(), ids))
    later = ImportRow.objects.exclude(batch=batch).exclude(batch__state="undone")
    text = _("A later import completed it. Take that import back first.")
    yield from ((pk, text) for pk in _pks(later, ids))
    for organisation in _organisations(ids):
        for _receiver, used_by in organisation_in_use.send(Organisation, organisation=organisation):
            yield from (
                (organisation.pk, _("It is used: %(by)s.") % {"by": by}) for by in used_by or ()
            )


def _own_rows() -> dict[type[Any], str]:
    return {
        OrganisationIdentifier: _("Its numbers were changed."),
        OrganisationField: _("Its fields of activity were changed."),
        Membership: _("Its standing in the cluster was changed."),
        Position: _("The people who act for it were changed."),
    }


def _later_rows() -> dict[type[Any], str]:
    return {
        Conversation: _("Conversations with it were noted."),
        Seat: _("Somebody was given the right to act in its name."),
    }


def _merged(rows: Sequence[ImportRow]) -> Iterator[tuple[int, str]]:
    """Return created organisations that were made part of another one since."""
    for row in rows:
        for pk, _values in created_in(row, Organisation):
            if row.organisation is not None and row.organisation.pk != pk:
                text = _("It was merged with “%(name)s”.")
                yield pk, text % {"name": row.organisation.name}


def _edited(batch: ImportBatch, ids: list[int]) -> Iterator[tuple[int, str]]:
    kind = ContentType.objects.get_for_model(Organisation)
    later = LogEntry.objects.filter(
        content_type=kind, action=LogEntry.Action.UPDATE, pk__gt=batch.last_entry
    )
    for some in portions(ids):
        entries = later.filter(object_id__in=some).select_related("content_type")
        yield from (
            (entry.object_id, _("It was edited.")) for entry in entries if means_something(entry)
        )


def _changed_rows(model: type[Any], rows: Sequence[ImportRow], ids: list[int]) -> Iterator[int]:
    """Return the organisations of which rows of a kind were added, changed or removed since."""
    created = index_of(rows, model)
    wanted = set(ids)
    held: set[int] = set()
    for some in portions(ids):
        for record in model.objects.filter(organisation__in=some):
            held.add(record.pk)
            if record.pk not in created or not is_unchanged(record, created[record.pk]):
                yield record.organisation_id
    for pk, values in created.items():
        owner = values["organisation_id"]
        if pk not in held and isinstance(owner, int) and owner in wanted:
            yield owner


def _reasons_of_people(batch: ImportBatch) -> Iterator[tuple[str, str]]:
    created = index_of(batch.rows.all(), Person)
    for some in portions(list(created)):
        for person in Person.objects.filter(pk__in=some):
            if not is_unchanged(person, created[person.pk]):
                yield str(person), _("The details of this person were changed.")
            if person.account_id is not None:
                yield str(person), _("This person has an account.")


def index_of(rows: Iterable[ImportRow], model: type[Model]) -> Index:
    """Return the values that an import wrote of records it created, as the last row left them."""
    found: Index = {}
    for row in rows:
        found |= {pk: dict(values) for pk, values in created_in(row, model)}
    for row in rows:
        for key, values in row.after.items():
            name, _colon, pk = key.partition(":")
            if key in row.before and name == model._meta.model_name and int(pk) in found:
                found[int(pk)] |= values
    return found


def is_unchanged(record: Model, values: dict[str, Stored]) -> bool:
    """Return whether a record still holds what an import wrote."""
    return all(stored(getattr(record, name)) == value for name, value in values.items())


def _pks(records: Any, ids: list[int]) -> Iterator[int]:
    for some in portions(ids):
        yield from records.filter(organisation__in=some).values_list("organisation", flat=True)


def _organisations(ids: list[int]) -> Iterator[Organisation]:
    for some in portions(ids):
        yield from Organisation.objects.filter(pk__in=some)


def portions(ids: list[int]) -> Iterator[list[int]]:
    """Return ids in portions that a database takes at once."""
    for start in range(0, len(ids), ASKED_AT_ONCE):
        yield ids[start : start + ASKED_AT_ONCE]
