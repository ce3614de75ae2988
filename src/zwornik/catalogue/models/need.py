"""A need, and the requirements that an answer has to meet."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zwornik.catalogue.choices import Budget, Urgency
from zwornik.catalogue.models.record import CatalogueRecord, titled
from zwornik.core.bilingual import Bilingual


class Need(CatalogueRecord):
    """A technology, service or competence that an organisation was found to need.

    Once an audit is closed it is superseded, never edited, so that a match can always be traced
    to its evidence.
    """

    PREFIX: ClassVar[str] = "P"

    statement = Bilingual(models.TextField(_("problem and goal"), blank=True))
    current_solution = Bilingual(models.TextField(_("what is used today"), blank=True))
    success = Bilingual(models.TextField(_("measure of success"), blank=True))
    trl_min = models.PositiveSmallIntegerField(_("lowest acceptable TRL"), null=True, blank=True)
    trl_max = models.PositiveSmallIntegerField(_("highest useful TRL"), null=True, blank=True)
    drl = models.PositiveSmallIntegerField(
        _("demand readiness (DRL)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
    )
    urgency = models.CharField(_("urgency"), max_length=8, choices=Urgency.choices, blank=True)
    horizon_months = models.PositiveSmallIntegerField(
        _("time horizon (months)"), null=True, blank=True
    )
    budget = models.CharField(
        _("money available"), max_length=12, choices=Budget.choices, blank=True
    )
    cooperation = models.JSONField(_("ways to obtain it"), default=list, blank=True)

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        constraints = [
            titled("catalogue_need"),
            models.CheckConstraint(
                name="catalogue_need_trl_1_to_9",
                condition=(Q(trl_min=None) | Q(trl_min__range=(1, 9)))
                & (Q(trl_max=None) | Q(trl_max__range=(1, 9))),
                violation_error_message=_("A technology readiness level lies between 1 and 9."),
            ),
            models.CheckConstraint(
                name="catalogue_need_trl_window",
                condition=Q(trl_min=None) | Q(trl_max=None) | Q(trl_min__lte=F("trl_max")),
                violation_error_message=_("The lowest TRL cannot exceed the highest."),
            ),
        ]


class Requirement(models.Model):
    """One thing that an answer to a need must do, or should."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="requirements")
    text = Bilingual(models.CharField(_("requirement"), max_length=400, blank=True))
    is_mandatory = models.BooleanField(_("mandatory"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("requirement")
        verbose_name_plural = _("requirements")

    def __str__(self) -> str:
        return str(self.text)
