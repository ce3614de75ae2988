"""A questionnaire in one version."""

from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _

from zwornik.audits.choices import AuditKind
from zwornik.audits.questionnaire import Questionnaire, read_questionnaire
from zwornik.core.bilingual import Bilingual


class Instrument(models.Model):
    """A questionnaire: its sections and questions in both languages, frozen in one version.

    `content` is read by `audits.questionnaire`; a change makes a new version, audits keep theirs.
    """

    code = models.CharField(_("code"), max_length=40)
    version = models.PositiveSmallIntegerField(_("version"))
    kind = models.CharField(_("kind"), max_length=12, choices=AuditKind.choices)
    title = Bilingual(models.CharField(_("title"), max_length=160))
    content = models.JSONField(_("content"))

    class Meta:
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")
        constraints = [
            models.UniqueConstraint(
                name="audits_instrument_version_once",
                fields=["code", "version"],
                violation_error_message=_("This version of the questionnaire already exists."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.version})"

    @cached_property
    def questionnaire(self) -> Questionnaire:
        """The sections and questions, read once from the content, which never changes."""
        return read_questionnaire(self.content)
