"""What people decided about a match."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zwornik.catalogue.models import Need
from zwornik.matching.choices import DeclineReason, Verdict
from zwornik.matching.models.match import ONE_OFFER, OfferLink


class Decision(OfferLink):
    """A need and an offer put on the shortlist, or declined with a reason; survives new comparisons."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="decisions")
    verdict = models.CharField(_("decision"), max_length=12, choices=Verdict.choices)
    reason = models.CharField(_("reason"), max_length=24, choices=DeclineReason.choices, blank=True)
    comment = models.TextField(_("comment"), blank=True)
    fit = models.FloatField(_("fit when decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"))

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.UniqueConstraint(
                name=f"matching_decision_once_per_{kind}",
                fields=["need", kind],
                condition=Q(**{f"{kind}__isnull": False}),
            )
            for kind in ("technology", "competence", "equipment")
        ] + [
            models.CheckConstraint(
                name="matching_decision_one_offer",
                condition=ONE_OFFER,
                violation_error_message=_("A decision names exactly one offer."),
            ),
            models.CheckConstraint(
                name="matching_decision_decline_has_reason",
                condition=~Q(verdict=Verdict.DECLINED) | ~Q(reason=""),
                violation_error_message=_("A declined match needs a reason."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.need.code} → {self.offer.code}: {self.get_verdict_display()}"
