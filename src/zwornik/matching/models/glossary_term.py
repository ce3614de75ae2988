"""A term of the cluster's own glossary."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from zwornik.matching.choices import TermPart, TermState


class GlossaryTerm(models.Model):
    """A Polish term and its English equivalents, added or changed by the cluster.

    It takes the place of the shipped term of the same Polish wording; a term that is switched off
    hides the shipped one.
    """

    polish = models.CharField(_("Polish term"), max_length=120)
    english = models.CharField(
        _("English equivalents"),
        max_length=400,
        blank=True,
        help_text=_(
            "The best first; several are separated by a vertical bar, for example: wound dressing | dressing"
        ),
    )
    part = models.CharField(
        _("part of speech"), max_length=8, choices=TermPart.choices, default=TermPart.NOUN
    )
    note = models.CharField(_("note"), max_length=200, blank=True)
    state = models.CharField(
        _("state"), max_length=4, choices=TermState.choices, default=TermState.USED
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        constraints = [
            models.UniqueConstraint(
                Lower("polish"),
                name="matching_glossaryterm_once",
                violation_error_message=_("This Polish term is already in the cluster's glossary."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.polish} → {self.english}"
