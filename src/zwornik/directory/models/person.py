"""A person, and the positions the person holds or held."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zwornik.core.bilingual import Bilingual
from zwornik.core.search import Forms, holding_every
from zwornik.directory.models.organisation import Organisation


class PersonQuerySet(models.QuerySet["Person"]):
    """Chainable filters over people."""

    def matching_terms(self, terms: list[Forms]) -> "PersonQuerySet":
        """Keep those whose search text holds a form of every word."""
        return self.filter(holding_every(terms))


class Person(models.Model):
    """Somebody who acts for one or several organisations."""

    title = models.CharField(_("title"), max_length=60, blank=True)
    given_name = models.CharField(_("given name"), max_length=80)
    family_name = models.CharField(_("family name"), max_length=120)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    orcid = models.CharField("ORCID", max_length=19, blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
        verbose_name=_("account"),
    )
    search_text = models.TextField(blank=True, editable=False)
    created_at = models.DateTimeField(_("added at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects: ClassVar = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                name="directory_person_orcid_unique",
                fields=["orcid"],
                condition=~Q(orcid=""),
                violation_error_message=_("Another person already has this ORCID."),
            )
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.title, self.given_name, self.family_name) if part)

    @property
    def plain_name(self) -> str:
        """Given and family name, without the title."""
        return f"{self.given_name} {self.family_name}"


class PositionQuerySet(models.QuerySet["Position"]):
    """Chainable filters over positions."""

    def held(self, today: date) -> "PositionQuerySet":
        """Keep those held on this day."""
        return self.filter(
            Q(until_on=None) | Q(until_on__gte=today),
            Q(since_on=None) | Q(since_on__lte=today),
        )


class Position(models.Model):
    """What a person does in an organisation, since when and until when."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="positions")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="positions"
    )
    role = Bilingual(models.CharField(_("position"), max_length=160, blank=True))
    is_contact = models.BooleanField(_("contact person"), default=False)
    since_on = models.DateField(_("since"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects: ClassVar = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        constraints = [
            models.CheckConstraint(
                name="directory_position_ends_after_start",
                condition=Q(until_on=None) | Q(since_on=None) | Q(until_on__gte=F("since_on")),
                violation_error_message=_("A position cannot end before it starts."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.organisation}"

    def is_held_on(self, day: date) -> bool:
        """Say whether the position is held on a day; without dates it is."""
        has_begun = self.since_on is None or self.since_on <= day
        return has_begun and (self.until_on is None or self.until_on >= day)
