"""Organisations join, stay and leave."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
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
        raise ValidationError({"since_on": message % {"day": membership.since_on}})
    membership.until_on = last_day
    membership.full_clean()
    membership.save()
