"""How an organisation belongs to the cluster, with dates."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zwornik.directory.choices import MembershipKind
from zwornik.directory.models.organisation import Organisation


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Chainable filters over memberships."""

    def in_force(self, today: date) -> "MembershipQuerySet":
        """Keep those that hold on this day."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=today), since_on__lte=today)


class Membership(models.Model):
    """A period in which an organisation was a member, candidate or partner."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    kind = models.CharField(_("standing"), max_length=12, choices=MembershipKind.choices)
    since_on = models.DateField(_("since"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects: ClassVar = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.CheckConstraint(
                name="directory_membership_ends_after_start",
                condition=Q(until_on=None) | Q(until_on__gte=F("since_on")),
                violation_error_message=_("A membership cannot end before it starts."),
            ),
            models.UniqueConstraint(
                name="directory_membership_one_open",
                fields=["organisation"],
                condition=Q(until_on=None),
                violation_error_message=_("An organisation has one open membership at a time."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_kind_display()}"
