"""Organisations join, stay and leave."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from zwornik.directory.models import Membership, Organisation


@transaction.atomic
def change_standing(*, organisation: Organisation, kind: str, since_on: date) -> Membership | None:
    """Let an organisation stand to the cluster in a new way from a day on; the old way ends before.

    `kind` is member, candidate or partner; an empty one ends what was, with the day as the last.
    """
    current = organisation.memberships.filter(until_on=None).first()
    if current is not None and current.kind == kind:
        return current
    if current is not None:
        _end(current, since_on if not kind else since_on - timedelta(days=1))
    if not kind:
        return None
    membership = Membership(organisation=organisation, kind=kind, since_on=since_on)
    membership.full_clean()
    membership.save()
    return membership


def _end(membership: Membership, last_day: date) -> None:
    if last_day < membership.since_on:
        message = _("The change has to be later than %(day)s, when the present standing began.")
        day = date_format(membership.since_on, "DATE_FORMAT")
        raise ValidationError({"since_on": message % {"day": day}})
    membership.until_on = last_day
    membership.full_clean()
    membership.save()


def unite_memberships(*, keep: Organisation, absorbed: Organisation) -> None:
    """Give the memberships of one organisation to another, so that one stays open at most.

    Two open ones of one kind become one from the earlier day on; of different kinds, the earlier
    ends the day before the later began. If both began on one day, the one of `keep` stands.
    """
    own = keep.memberships.filter(until_on=None).first()
    other = absorbed.memberships.filter(until_on=None).first()
    if own is not None and other is not None:
        _unite_open(own, other)
    for membership in absorbed.memberships.all():
        membership.organisation = keep
        membership.full_clean()
        membership.save()


def _unite_open(own: Membership, other: Membership) -> None:
    if own.kind == other.kind:
        own.since_on = min(own.since_on, other.since_on)
        own.save()
    if own.kind == other.kind or own.since_on == other.since_on:
        other.delete()
        return
    earlier, later = sorted((own, other), key=lambda membership: membership.since_on)
    _end(earlier, later.since_on - timedelta(days=1))
