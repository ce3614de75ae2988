"""The cluster that this installation serves."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zwornik.core.bilingual import Bilingual


class Cluster(models.Model):
    """Name and contact of the one cluster of this installation."""

    name = Bilingual(models.CharField(_("name of the cluster"), max_length=200))
    place = Bilingual(models.CharField(_("region"), max_length=200, blank=True))
    help_phone = models.CharField(_("phone number for help"), max_length=40, blank=True)
    help_hours = Bilingual(models.CharField(_("hours of help"), max_length=120, blank=True))
    email = models.EmailField(_("e-mail address"), blank=True)
    is_demonstration = models.BooleanField(_("demonstration"), default=False)

    class Meta:
        verbose_name = _("cluster")
        verbose_name_plural = _("clusters")
        constraints = [
            models.CheckConstraint(
                name="core_cluster_is_one",
                condition=models.Q(pk=1),
                violation_error_message=_("One installation serves one cluster."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)
