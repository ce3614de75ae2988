"""A number that names an organisation in a register."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zwornik.directory.choices import IdentifierScheme
from zwornik.directory.models.organisation import Organisation


class OrganisationIdentifier(models.Model):
    """An identifier of an organisation: its register and its checked value."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="identifiers"
    )
    scheme = models.CharField(_("register"), max_length=8, choices=IdentifierScheme.choices)
    value = models.CharField(_("number"), max_length=40)

    class Meta:
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        constraints = [
            models.UniqueConstraint(
                name="directory_organisationidentifier_unique",
                fields=["scheme", "value"],
                violation_error_message=_("Another organisation already has this number."),
            ),
            models.UniqueConstraint(
                name="directory_organisationidentifier_one_each",
                fields=["organisation", "scheme"],
                violation_error_message=_("An organisation has one number in each register."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"
