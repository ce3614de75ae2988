"""An import is taken back: what it created goes, what it filled is emptied, later work stays."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from zwornik.directory.choices import BatchState, RowOutcome
from zwornik.directory.models import (
    ImportBatch,
    ImportRow,
    Membership,
    Organisation,
    OrganisationField,
    OrganisationIdentifier,
    Person,
    Position,
)
from zwornik.directory.services.import_obstacles import (
    Index,
    Obstacle,
    index_of,
    is_unchanged,
    portions,
    undo_obstacles,
)
from zwornik.directory.services.import_traces import completed_in, stored
from zwornik.directory.services.searching import refresh_person_search, refresh_search


class UndoRefusedError(ValueError):
    """An import that cannot be taken back; nothing was changed. The obstacles say why."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        super().__init__("; ".join(f"{one.name}: {one.text}" for one in obstacles))
        self.obstacles = tuple(obstacles)


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that an import wrote and that was changed since, so that it stays."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What taking an import back did: organisations removed and restored, and what was kept."""

    removed: int
    restored: int
    kept: tuple[Kept, ...]


@transaction.atomic
def undo_import(*, batch: ImportBatch, now: datetime) -> UndoReport:
    """Take an import back as a whole.

    Organisations that it created are removed with everything it wrote of them. Values that it
    filled in are emptied where they still are what it wrote; otherwise they stay and are reported.

    Raises
    ------
    UndoRefusedError
        If it was taken back before, or others have worked on what it created.
    """
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state == BatchState.UNDONE:
        raise UndoRefusedError([_undone_before(batch)])
    obstacles = undo_obstacles(batch)
    if obstacles:
        raise UndoRefusedError(obstacles)
    report = _take_back(list(batch.rows.select_related("organisation").order_by("-row_number")))
    batch.state, batch.undone_at = BatchState.UNDONE, now
    batch.full_clean(exclude=["imported_by"])
    batch.save()
    return report


def _undone_before(batch: ImportBatch) -> Obstacle:
    when = localtime(batch.undone_at) if batch.undone_at else None
    text = _("This import was taken back on %(day)s already.")
    return Obstacle(str(batch), text % {"day": date_format(when, "DATE_FORMAT") if when else "–"})


def _take_back(rows: list[ImportRow]) -> UndoReport:
    people, positions = index_of(rows, Person), index_of(rows, Position)
    created = [
        row.organisation
        for row in rows
        if row.outcome == RowOutcome.CREATED and row.organisation is not None
    ]
    _remove_organisations(created)
    kept: list[Kept] = []
    for model in (Position, Membership, OrganisationField, OrganisationIdentifier):
        kept += _removed(model, index_of(rows, model))
    touched: dict[int, Organisation] = {}
    for row in rows:
        kept += _restored(row)
        if row.outcome == RowOutcome.UPDATED and row.organisation is not None:
            touched[row.organisation.pk] = row.organisation
    kept += _removed_people(people)
    _refresh_people(rows, positions)
    left = Organisation.objects.in_bulk(list(touched))
    for organisation in left.values():
        refresh_search(organisation)
    return UndoReport(len(created), len(left), tuple(kept))


def _refresh_people(rows: list[ImportRow], positions: Index) -> None:
    """Bring the search texts of people up to date who were known before the import."""
    ids = {int(str(values["person_id"])) for values in positions.values()}
    for row in rows:
        ids |= {pk for model, pk, _before in completed_in(row) if model is Person}
    for person in Person.objects.in_bulk(list(ids)).values():
        refresh_person_search(person)


def _remove_organisations(organisations: Sequence[Organisation]) -> None:
    """Remove created organisations, numbers and people's positions with them."""
    try:
        _remove(Organisation, [organisation.pk for organisation in organisations])
    except ProtectedError as error:
        text = _("Records of other parts of the system use it.")
        names = sorted({str(one) for one in error.protected_objects})
        raise UndoRefusedError([Obstacle(name, text) for name in names]) from error


def _removed(model: type[Any], created: Index) -> list[Kept]:
    """Remove rows that were added to organisations already known; return those changed since."""
    held = _held(model, created)
    changed = [one for one in held if not is_unchanged(one, created[one.pk])]
    _remove(model, {one.pk for one in held} - {one.pk for one in changed})
    return [Kept(str(one.organisation), str(one)) for one in changed]


def _removed_people(created: Index) -> list[Kept]:
    """Remove people who act for nobody any more; the others stay."""
    held = {person.pk: person for person in _held(Person, created)}
    acting = set(Position.objects.filter(person__in=held).values_list("person", flat=True))
    _remove(Person, held.keys() - acting)
    return [Kept(str(held[pk]), _("acts for other organisations")) for pk in sorted(acting)]


def _remove(model: type[Any], ids: Collection[int]) -> None:
    """Remove records in portions; each leaves its entry in the trail."""
    for some in portions(sorted(ids)):
        model.objects.filter(pk__in=some).delete()


def _held(model: type[Any], created: Index) -> list[Any]:
    return list(model.objects.in_bulk(list(created)).values())


def _restored(row: ImportRow) -> list[Kept]:
    """Put back what stood in a completed record before; return the values changed since."""
    kept = []
    for model, pk, before in completed_in(row):
        record = model.objects.filter(pk=pk).first()
        if record is None:
            continue
        after = row.after[f"{model._meta.model_name}:{pk}"]
        for name, value in before.items():
            if stored(getattr(record, name)) == after[name]:
                setattr(record, name, value)
            else:
                label = str(model._meta.get_field(name).verbose_name)
                kept.append(Kept(str(record), label))
        record.save()
    return kept
