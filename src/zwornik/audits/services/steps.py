"""From one state of an audit to the next: held against a second hand, and refused in words."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from zwornik.audits.choices import AuditState
from zwornik.audits.models import Audit
from zwornik.audits.transitions import may_pass


class TransitionError(ValueError):
    """An audit cannot take this step now; the message says why and what to do."""


def hold(audit: Audit) -> None:
    """Read where an audit stands again, and keep others from changing it until we are done."""
    queryset = Audit.objects.select_for_update()
    audit.refresh_from_db(fields=["state", "reminded_on"], from_queryset=queryset)


def refuse_step(audit: Audit, target: str) -> None:
    """Say why an audit cannot go to a state from where it is, if it cannot."""
    if may_pass(audit.state, target):
        return
    message = _("%(audit)s is “%(state)s” and cannot become “%(target)s”.")
    labels = dict(AuditState.choices)
    facts = {"audit": audit.code, "state": labels[audit.state], "target": labels[target]}
    raise TransitionError(message % facts)


def take_step(audit: Audit, target: str, *changed: str) -> Audit:
    """Write the new state, and the fields that changed with it."""
    audit.state = target
    audit.full_clean()
    audit.save(update_fields=["state", *changed])
    return audit


def refuse_past(deadline_on: date, now: datetime) -> None:
    """Refuse a deadline that lies before the day of `now`."""
    if deadline_on < timezone.localdate(now):
        raise ValidationError({"deadline_on": _("The deadline has to be today or later.")})
