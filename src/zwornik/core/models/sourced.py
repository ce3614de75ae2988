"""Where a record comes from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sourced(models.Model):
    """A record that says where its facts were taken from, when, and who stands by them since."""

    source = models.CharField(_("source"), max_length=200, blank=True)
    source_on = models.DateField(_("date of the source"), null=True, blank=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_confirmed(self) -> bool:
        """Whether the owner has confirmed the facts; until then they are shown as unconfirmed."""
        return self.confirmed_on is not None
