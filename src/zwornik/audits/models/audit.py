"""One audit of one organisation."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zwornik.audits.choices import AuditKind, AuditState
from zwornik.audits.models.instrument import Instrument
from zwornik.audits.transitions import OPEN
from zwornik.directory.models import Organisation


class AuditQuerySet(models.QuerySet["Audit"]):
    """Chainable filters over audits."""

    def open(self) -> "AuditQuerySet":
        """Keep those that are neither closed nor cancelled."""
        return self.filter(state__in=OPEN)

    def late(self, today: date) -> "AuditQuerySet":
        """Keep those whose respondent's deadline has passed."""
        return self.filter(state=AuditState.SELF_ASSESSMENT, deadline_on__lt=today)


class Audit(models.Model):
    """A questionnaire sent to an organisation about one subject, from planning to its record."""

    kind = models.CharField(_("kind"), max_length=12, choices=AuditKind.choices)
    instrument = models.ForeignKey(
        Instrument, on_delete=models.PROTECT, related_name="audits", verbose_name=_("questionnaire")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="audits",
        verbose_name=_("organisation"),
    )
    subject = models.CharField(_("what is asked about"), max_length=200, blank=True)
    state = models.CharField(
        _("state"), max_length=16, choices=AuditState.choices, default=AuditState.PLANNED
    )
    respondent = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="audits_to_answer",
        verbose_name=_("respondent"),
    )
    auditor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="audits_led",
        verbose_name=_("auditor"),
    )
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="audits_planned"
    )
    language = models.CharField(
        _("language of the questionnaire"),
        max_length=2,
        choices=[("pl", "polski"), ("en", "English")],
        default="pl",
    )
    deadline_on = models.DateField(_("answers until"))
    planned_at = models.DateTimeField(_("planned at"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("answers handed in at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    reminded_on = models.DateField(_("reminded on"), null=True, blank=True)
    return_comment = models.TextField(_("comment on return"), blank=True)

    objects: ClassVar = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit")
        verbose_name_plural = _("audits")
        constraints = [
            models.CheckConstraint(
                name="audits_audit_closed_has_date",
                condition=~Q(state=AuditState.CLOSED) | Q(closed_at__isnull=False),
                violation_error_message=_("A closed audit has the moment of closing."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.organisation}"

    @property
    def code(self) -> str:
        """The short name by which people quote the audit, such as A-0051."""
        return f"A-{self.pk or 0:04d}"
