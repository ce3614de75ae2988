"""People, their positions, their seats, and conversations with their organisations."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.core.search import search_text
from zwornik.directory.identifiers import checked_orcid
from zwornik.directory.models import Conversation, Organisation, Person, Position, Seat
from zwornik.directory.services.organisations import refresh_search


@transaction.atomic
def record_person(
    *, positions: Iterable[Mapping[str, Any]], person: Person | None = None, **facts: Any
) -> Person:
    """Write a person with the positions held now and earlier; an existing person is revised."""
    person = person or Person()
    facts["orcid"] = checked_orcid(facts.get("orcid", person.orcid))
    for name, value in facts.items():
        setattr(person, name, value)
    person.full_clean()
    person.save()
    for line in positions:
        position = Position(person=person, **line)
        position.full_clean()
        position.save()
    held = list(person.positions.select_related("organisation"))
    roles = [role for p in held for role in (p.role_pl, p.role_en, p.organisation.name)]
    person.search_text = search_text([person.plain_name, person.email, person.orcid, *roles])
    person.save(update_fields=["search_text", "updated_at"])
    for position in held:
        refresh_search(position.organisation)
    return person


@transaction.atomic
def give_seat(*, account: User, organisation: Organisation, level: str) -> Seat:
    """Let an account act in the name of an organisation; a higher right is never lowered here."""
    seat = Seat.objects.filter(account=account, organisation=organisation).first()
    if seat is not None and (seat.level == level or seat.level == "editor"):
        return seat
    seat = seat or Seat(account=account, organisation=organisation)
    seat.level = level
    seat.full_clean()
    seat.save()
    return seat


@transaction.atomic
def record_conversation(
    *,
    organisation: Organisation,
    held_on: date,
    channel: str,
    note: str,
    recorded_by: User,
    today: date,
) -> Conversation:
    """Note a conversation that was held with an organisation."""
    if held_on > today:
        raise ValidationError({"held_on": _("A conversation cannot be in the future.")})
    talk = Conversation(
        organisation=organisation,
        held_on=held_on,
        channel=channel,
        note=note,
        recorded_by=recorded_by,
    )
    talk.full_clean()
    talk.save()
    return talk
