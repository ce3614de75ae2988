"""What the page of a person shows: positions with what may be done to each, and the trail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from zwornik.accounts.models import User
from zwornik.core.selectors import Change, trail_of
from zwornik.directory.models import Position
from zwornik.directory.selectors import editable_organisations, positions_of


@dataclass(frozen=True)
class ShownPosition:
    """A position, and whether the viewer may change it."""

    position: Position
    may_change: bool


@dataclass(frozen=True)
class PersonPage:
    """Everything that the page of a person shows to one viewer."""

    person: Any
    current: tuple[ShownPosition, ...]
    former: tuple[ShownPosition, ...]
    may_change: bool
    may_add_position: bool
    trail: tuple[Change, ...] | None


def page_of_person(viewer: User, person: Any, today: date) -> PersonPage:
    """Return what a viewer sees of a person."""
    positions = list(positions_of(person))
    editable = set(editable_organisations(viewer).values_list("pk", flat=True))
    shown = [ShownPosition(p, p.organisation_id in editable) for p in positions]
    may_change = viewer.has_perm("directory.change_person", person)
    sees_trail = viewer.has_perm("core.read_trail")
    return PersonPage(
        person=person,
        current=tuple(_over(shown, today, over=False)),
        former=tuple(_over(shown, today, over=True)),
        may_change=may_change,
        may_add_position=may_change and bool(editable),
        trail=tuple(trail_of([person, *positions])) if sees_trail else None,
    )


def _over(shown: Iterable[ShownPosition], today: date, *, over: bool) -> Iterable[ShownPosition]:
    """Keep the positions that have ended, or those that have not."""
    for one in shown:
        until_on = one.position.until_on
        if (until_on is not None and until_on < today) == over:
            yield one
