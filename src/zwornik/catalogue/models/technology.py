"""A technology that a member or a team of science develops."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zwornik.catalogue.choices import DeviceClass, IpStatus, ProductKind, Stage
from zwornik.catalogue.models.record import CatalogueRecord, titled
from zwornik.core.bilingual import Bilingual


class Technology(CatalogueRecord):
    """A technology on offer: what it solves, how, how far it is and which partner it seeks."""

    PREFIX: ClassVar[str] = "T"

    product_kind = models.CharField(
        _("kind of product"), max_length=16, choices=ProductKind.choices
    )
    summary = Bilingual(models.TextField(_("summary"), max_length=500, blank=True))
    problem = Bilingual(models.TextField(_("problem solved"), blank=True))
    solution = Bilingual(models.TextField(_("how it works"), blank=True))
    advantages = Bilingual(models.TextField(_("compared with what is used today"), blank=True))
    trl_claimed = models.PositiveSmallIntegerField(_("claimed TRL"), null=True, blank=True)
    trl_verified = models.PositiveSmallIntegerField(_("verified TRL"), null=True, blank=True)
    stage = models.CharField(
        _("stage of development"), max_length=20, choices=Stage.choices, blank=True
    )
    ip_status = models.CharField(
        _("intellectual property"), max_length=16, choices=IpStatus.choices, blank=True
    )
    ip_notes = Bilingual(
        models.CharField(_("on intellectual property"), max_length=300, blank=True)
    )
    device_class = models.CharField(
        _("device class"), max_length=8, choices=DeviceClass.choices, blank=True
    )
    regulatory = Bilingual(models.TextField(_("regulatory and quality state"), blank=True))
    partnership = models.JSONField(_("partnership sought"), default=list, blank=True)
    partner_sought = Bilingual(models.TextField(_("the partner sought"), blank=True))

    class Meta:
        verbose_name = _("technology")
        verbose_name_plural = _("technologies")
        constraints = [
            titled("catalogue_technology"),
            models.CheckConstraint(
                name="catalogue_technology_trl_claimed_1_to_9",
                condition=Q(trl_claimed=None) | Q(trl_claimed__range=(1, 9)),
                violation_error_message=_("A technology readiness level lies between 1 and 9."),
            ),
            models.CheckConstraint(
                name="catalogue_technology_trl_verified_1_to_9",
                condition=Q(trl_verified=None) | Q(trl_verified__range=(1, 9)),
                violation_error_message=_("A technology readiness level lies between 1 and 9."),
            ),
            models.CheckConstraint(
                name="catalogue_technology_verified_at_most_claimed",
                condition=Q(trl_verified=None) | Q(trl_verified__lte=F("trl_claimed")),
                violation_error_message=_("The verified level cannot exceed the claimed one."),
            ),
        ]
