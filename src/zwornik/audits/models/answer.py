"""One answer of one audit."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zwornik.audits.choices import Gap, Sureness
from zwornik.audits.models.audit import Audit


class Answer(models.Model):
    """What was answered to one question, how sure it is, and who saved it when.

    `revision` grows with each save, so that a second window cannot overwrite unseen.
    """

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(_("question"), max_length=60)
    value = models.JSONField(_("answer"), null=True, blank=True)
    gap = models.CharField(_("no answer because"), max_length=16, choices=Gap.choices, blank=True)
    sureness = models.CharField(
        _("how it is known"), max_length=12, choices=Sureness.choices, blank=True
    )
    remark = models.TextField(_("remark to the auditor"), blank=True)
    revision = models.PositiveIntegerField(_("revision"), default=1)
    saved_at = models.DateTimeField(_("saved at"))
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.UniqueConstraint(
                name="audits_answer_once",
                fields=["audit", "question"],
                violation_error_message=_("This question already has an answer."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.audit.code} {self.question}"
