"""An instrument or a facility that others may use."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zwornik.catalogue.choices import Access, Utilisation
from zwornik.catalogue.models.record import CatalogueRecord, titled
from zwornik.core.bilingual import Bilingual


class Equipment(CatalogueRecord):
    """A piece of research infrastructure: what it is, how it is reached, how busy it is."""

    PREFIX: ClassVar[str] = "E"

    maker = models.CharField(_("maker"), max_length=160, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    summary = Bilingual(models.TextField(_("description"), blank=True))
    access = models.CharField(_("access"), max_length=12, choices=Access.choices, blank=True)
    price_note = Bilingual(models.CharField(_("price"), max_length=200, blank=True))
    is_unique_in_region = models.BooleanField(_("unique in the region"), default=False)
    utilisation = models.CharField(
        _("free time"), max_length=8, choices=Utilisation.choices, blank=True
    )

    class Meta:
        verbose_name = _("equipment")
        verbose_name_plural = _("equipment")
        constraints = [titled("catalogue_equipment")]
