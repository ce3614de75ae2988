"""In whose name an account may act."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zwornik.directory.choices import SeatLevel
from zwornik.directory.models.organisation import Organisation


class Seat(models.Model):
    """The right of an account to read, or to edit, what belongs to an organisation."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="seats"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="seats")
    level = models.CharField(_("right"), max_length=8, choices=SeatLevel.choices)

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [
            models.UniqueConstraint(
                name="directory_seat_once",
                fields=["account", "organisation"],
                violation_error_message=_("This account already has a seat here."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.organisation}"
