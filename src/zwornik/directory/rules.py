"""Rights on organisations, people and imports, as facts about who asks."""

from typing import Any

import rules

from zwornik.accounts.models import User
from zwornik.accounts.rules import is_coordinator, is_guest_expert, is_staff
from zwornik.directory.choices import SeatLevel


@rules.predicate  # type: ignore[untyped-decorator]
def is_editor_of(user: User, record: Any) -> bool:
    """Whether the person may edit in the name of the record's organisation."""
    organisation = getattr(record, "organisation", record)
    return (
        organisation is not None
        and user.seats.filter(organisation_id=organisation.pk, level=SeatLevel.EDITOR).exists()
    )


@rules.predicate  # type: ignore[untyped-decorator]
def is_seated_at(user: User, record: Any) -> bool:
    """Whether the person belongs to the record's organisation, with any right."""
    organisation = getattr(record, "organisation", record)
    return organisation is not None and user.seats.filter(organisation_id=organisation.pk).exists()


@rules.predicate  # type: ignore[untyped-decorator]
def is_editor_somewhere(user: User) -> bool:
    """Whether the person may edit in the name of any organisation."""
    return bool(user.is_authenticated) and user.seats.filter(level=SeatLevel.EDITOR).exists()


@rules.predicate  # type: ignore[untyped-decorator]
def is_oneself(user: User, person: Any) -> bool:
    """Whether the person of the directory is the one who asks."""
    return person is not None and person.account_id is not None and person.account_id == user.pk


@rules.predicate  # type: ignore[untyped-decorator]
def is_editor_of_employer(user: User, person: Any) -> bool:
    """Whether the person of the directory acts for an organisation that the asking one may edit."""
    if person is None:
        return False
    edited = user.seats.filter(level=SeatLevel.EDITOR).values("organisation")
    return bool(person.positions.filter(until_on=None, organisation__in=edited).exists())


@rules.predicate  # type: ignore[untyped-decorator]
def is_member_of_cluster(user: User) -> bool:
    """Whether the person has a seat anywhere in the cluster."""
    return bool(user.is_authenticated) and user.seats.exists()


rules.add_perm("directory.read", is_staff | is_guest_expert | is_member_of_cluster)
rules.add_perm("directory.add_organisation", is_coordinator)
rules.add_perm("directory.change_organisation", is_coordinator | is_editor_of)
rules.add_perm("directory.change_standing", is_coordinator)
rules.add_perm("directory.merge_organisations", is_coordinator)
rules.add_perm("directory.import_organisations", is_coordinator)
rules.add_perm("directory.export", is_staff)
rules.add_perm("directory.read_people", is_staff | is_guest_expert | is_member_of_cluster)
rules.add_perm("directory.add_person", is_coordinator | is_editor_somewhere)
rules.add_perm("directory.change_person", is_coordinator | is_oneself | is_editor_of_employer)
rules.add_perm("directory.record_conversation", is_staff)
rules.add_perm("directory.read_conversations", is_staff)
