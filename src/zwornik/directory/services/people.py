"""People, their positions, and their seats."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.directory.choices import SeatLevel
from zwornik.directory.identifiers import checked_orcid
from zwornik.directory.models import Organisation, Person, Position, Seat
from zwornik.directory.services.searching import refresh_person_search, refresh_search


@transaction.atomic
def record_person(
    *, positions: Iterable[Mapping[str, Any]] = (), person: Person | None = None, **facts: Any
) -> Person:
    """Write a person, with positions held now or earlier; an existing person is revised."""
    person = person or Person()
    for name, value in facts.items():
        setattr(person, name, value)
    _clean_person(person)
    person.save()
    for line in positions:
        position = Position(person=person, **line)
        position.full_clean()
        position.save()
    for position in person.positions.select_related("organisation"):
        refresh_search(position.organisation)
    return refresh_person_search(person)


def _clean_person(person: Person) -> None:
    problems: dict[str, list[str]] = {}
    try:
        person.orcid = checked_orcid(person.orcid)
    except ValidationError as error:
        problems["orcid"] = error.messages
    try:
        person.full_clean(exclude=list(problems))
    except ValidationError as error:
        problems.update(error.message_dict)
    if problems:
        raise ValidationError(problems)


@transaction.atomic
def record_position(
    *,
    person: Person,
    organisation: Organisation,
    position: Position | None = None,
    **facts: Any,
) -> Position:
    """Write what a person does in an organisation; an existing position is revised."""
    left = position.organisation if position and position.organisation != organisation else None
    position = position or Position()
    position.person, position.organisation = person, organisation
    for name, value in facts.items():
        setattr(position, name, value)
    position.full_clean()
    position.save()
    refresh_person_search(person)
    for touched in filter(None, (organisation, left)):
        refresh_search(touched)
    return position


@transaction.atomic
def end_position(*, position: Position, until_on: date) -> Position:
    """Let a position end with a day; it stays in the history of both."""
    if position.since_on is not None and until_on < position.since_on:
        message = _("The position began on %(day)s; it cannot end before.")
        day = date_format(position.since_on, "DATE_FORMAT")
        raise ValidationError({"until_on": message % {"day": day}})
    position.until_on = until_on
    position.is_contact = False
    position.full_clean()
    position.save()
    return position


@transaction.atomic
def give_seat(*, account: User, organisation: Organisation, level: str) -> Seat:
    """Let an account act in the name of an organisation; a higher right is never lowered here."""
    seat = Seat.objects.filter(account=account, organisation=organisation).first()
    if seat is not None and seat.level in (level, SeatLevel.EDITOR):
        return seat
    seat = seat or Seat(account=account, organisation=organisation)
    seat.level = level
    seat.full_clean()
    seat.save()
    return seat
