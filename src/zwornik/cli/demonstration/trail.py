"""The trail of the demonstration says the days that its data say, not the minute of loading."""

from datetime import date, datetime, time
from typing import Any

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone

from zwornik.accounts.models import User
from zwornik.audits.models import Audit
from zwornik.catalogue.models import CatalogueRecord
from zwornik.directory.models import Conversation, Organisation, Person
from zwornik.matching.models import Decision


def date_the_trail(
    organisations: dict[str, Organisation],
    people: dict[str, Person],
    records: dict[str, dict[str, CatalogueRecord]],
    keeper: User,
) -> None:
    """Give every entry of the trail the moment at which the thing is said to have happened."""
    for organisation in organisations.values():
        _date(organisation, at_ten(organisation.source_on), keeper)
        for membership in organisation.memberships.all():
            _date(membership, at_ten(membership.since_on), keeper)
    for person in people.values():
        starts = [p.since_on for p in person.positions.all() if p.since_on]
        _date(person, at_ten(min(starts, default=None)), keeper)
    for of_kind in records.values():
        for record in of_kind.values():
            _date(record, at_ten(record.recorded_on), keeper)
    _date_activity(keeper)


def _date_activity(keeper: User) -> None:
    for talk in Conversation.objects.all():
        _date(talk, at_ten(talk.held_on), keeper)
    for decision in Decision.objects.all():
        _date(decision, decision.decided_at, keeper)
    for audit in Audit.objects.all():
        _date_steps(audit)


def at_ten(day: date | None) -> datetime | None:
    """Return ten o'clock of a day."""
    return timezone.make_aware(datetime.combine(day, time(10, 0))) if day else None


def _entries(record: Any) -> QuerySet[LogEntry]:
    kind = ContentType.objects.get_for_model(record)
    found: QuerySet[LogEntry] = LogEntry.objects.filter(content_type=kind, object_id=record.pk)
    return found.order_by("pk")


def _date(record: Any, moment: datetime | None, keeper: User) -> None:
    if moment is not None:
        _entries(record).update(timestamp=moment)
        _entries(record).filter(actor=None).update(actor=keeper)


def _date_steps(audit: Audit) -> None:
    """Date the steps of an audit one by one: planned, sent, handed in, closed."""
    steps = (audit.planned_at, audit.sent_at, audit.submitted_at, audit.closed_at)
    moments = [moment for moment in steps if moment is not None]
    for answer in audit.answers.all():
        _entries(answer).update(timestamp=answer.saved_at)
    for place, entry in enumerate(_entries(audit)):
        entry.timestamp = moments[min(place, len(moments) - 1)]
        entry.save(update_fields=["timestamp"])
