"""Whom to ask, who audits, and whether a person may still answer for an organisation."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from zwornik.accounts.choices import Role
from zwornik.accounts.models import User
from zwornik.directory.choices import SeatLevel
from zwornik.directory.models import Organisation
from zwornik.directory.selectors import positions_in


def may_edit_for(person: User, organisation_id: int) -> bool:
    """Say whether a person has the right to edit in the name of an organisation."""
    return person.seats.filter(organisation_id=organisation_id, level=SeatLevel.EDITOR).exists()


def people_who_audit() -> QuerySet[User]:
    """Return the people of the team who can lead an audit, by name."""
    team = User.objects.filter(role__in=[Role.AUDITOR, Role.COORDINATOR], is_active=True)
    return team.order_by("name", "pk")


@dataclass(frozen=True)
class Candidate:
    """Somebody of an organisation to whom a questionnaire can be sent."""

    name: str
    email: str
    role: str
    is_contact: bool
    language: str = ""


def candidates_of(organisation: Organisation, today: date) -> list[Candidate]:
    """Return who could answer for an organisation: contact people, others, then its accounts.

    Only people with an e-mail address are named, each address once.
    """
    held = positions_in(organisation).held(today).select_related("person__account")  # type: ignore[attr-defined]
    found = [
        Candidate(
            name=position.person.plain_name,
            email=position.person.email.strip().lower(),
            role=position.role,
            is_contact=position.is_contact,
            language=position.person.account.language if position.person.account else "",
        )
        for position in held
    ]
    for seat in organisation.seats.select_related("account").order_by("account__name", "pk"):
        account = seat.account
        if account.is_active:
            found.append(Candidate(account.name, account.email, "", False, account.language))
    by_address: dict[str, Candidate] = {}
    for candidate in sorted(found, key=lambda c: not c.is_contact):
        if candidate.email:
            by_address.setdefault(candidate.email, candidate)
    return list(by_address.values())
