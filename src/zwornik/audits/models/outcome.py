"""What an audit left in the catalogue."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zwornik.audits.models.audit import Audit
from zwornik.catalogue.models import CatalogueRecord, Competence, Need, Technology


class AuditOutcome(models.Model):
    """The link from a closed audit to the one record made of its answers."""

    audit = models.OneToOneField(Audit, on_delete=models.PROTECT, related_name="outcome")
    technology = models.OneToOneField(
        Technology, on_delete=models.PROTECT, null=True, blank=True, related_name="audit_outcome"
    )
    need = models.OneToOneField(
        Need, on_delete=models.PROTECT, null=True, blank=True, related_name="audit_outcome"
    )
    competence = models.OneToOneField(
        Competence, on_delete=models.PROTECT, null=True, blank=True, related_name="audit_outcome"
    )

    class Meta:
        verbose_name = _("outcome of an audit")
        verbose_name_plural = _("outcomes of audits")
        constraints = [
            models.CheckConstraint(
                name="audits_auditoutcome_one_record",
                condition=(
                    Q(technology__isnull=False, need=None, competence=None)
                    | Q(technology=None, need__isnull=False, competence=None)
                    | Q(technology=None, need=None, competence__isnull=False)
                ),
                violation_error_message=_("An audit leaves exactly one record."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.audit.code}: {self.record}"

    @property
    def record(self) -> CatalogueRecord:
        """The record that was made, whatever its kind."""
        record = self.technology or self.need or self.competence
        if record is None:
            raise ValueError("an outcome without a record cannot be stored")
        return record
