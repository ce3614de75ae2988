"""Conversations with organisations are noted."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.directory.models import Conversation, Organisation


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
    """Note a conversation that was held with an organisation, today or earlier."""
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
