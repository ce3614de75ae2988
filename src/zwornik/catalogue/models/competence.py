"""What a team can do for others."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zwornik.catalogue.choices import Availability
from zwornik.catalogue.models.record import CatalogueRecord, titled
from zwornik.core.bilingual import Bilingual


class Competence(CatalogueRecord):
    """An R&D competence or service: methods mastered, standards held, what can be ordered."""

    PREFIX: ClassVar[str] = "K"

    summary = Bilingual(models.TextField(_("summary"), blank=True))
    methods = Bilingual(models.TextField(_("methods and techniques"), blank=True))
    offer = Bilingual(models.TextField(_("what can be ordered"), blank=True))
    quality = models.JSONField(_("quality systems"), default=list, blank=True)
    availability = models.CharField(
        _("availability"), max_length=8, choices=Availability.choices, blank=True
    )

    class Meta:
        verbose_name = _("competence")
        verbose_name_plural = _("competences")
        constraints = [titled("catalogue_competence")]
