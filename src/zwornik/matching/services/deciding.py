"""A suggested match is put on the shortlist, or declined with a reason."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.catalogue.models import CatalogueRecord, Need
from zwornik.matching.choices import DeclineReason, Verdict
from zwornik.matching.models import Decision


@transaction.atomic
def shortlist_match(
    *,
    need: Need,
    offer: CatalogueRecord,
    decided_by: User,
    now: datetime,
    fit: float | None = None,
) -> Decision:
    """Put an offer on the shortlist of a need; an earlier refusal is replaced."""
    return _decide(need, offer, decided_by, now, verdict=Verdict.SHORTLISTED, fit=fit)


@transaction.atomic
def decline_match(
    *,
    need: Need,
    offer: CatalogueRecord,
    reason: str,
    decided_by: User,
    now: datetime,
    comment: str = "",
    fit: float | None = None,
) -> Decision:
    """Decline an offer for a need; the reason is needed, since it teaches and advises."""
    if reason not in DeclineReason.values:
        raise ValidationError({"reason": _("Please choose a reason.")})
    return _decide(
        need, offer, decided_by, now,
        verdict=Verdict.DECLINED, reason=reason, comment=comment.strip(), fit=fit,
    )  # fmt: skip


@transaction.atomic
def reopen_match(*, need: Need, offer: CatalogueRecord) -> None:
    """Take a decision back; the trail keeps that it was made."""
    found = Decision.objects.filter(need=need, **_link(offer)).first()
    if found is not None:
        found.delete()


def _decide(
    need: Need, offer: CatalogueRecord, decided_by: User, now: datetime, **facts: object
) -> Decision:
    link = _link(offer)
    decision = Decision.objects.select_for_update().filter(need=need, **link).first()
    decision = decision or Decision(need=need, **link)
    decision.reason, decision.comment = "", ""
    for name, value in facts.items():
        setattr(decision, name, value)
    decision.decided_by, decision.decided_at = decided_by, now
    decision.full_clean()
    decision.save()
    return decision


def _link(offer: CatalogueRecord) -> dict[str, CatalogueRecord]:
    """Return the one key that names this kind of offer."""
    return {str(offer._meta.model_name): offer}
