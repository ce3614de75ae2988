"""An organisation of the cluster or around it."""

from datetime import date
from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from zwornik.core.bilingual import Bilingual
from zwornik.core.models import Sourced
from zwornik.core.search import Forms, holding_every
from zwornik.directory.choices import MembershipKind, OrganisationKind, SizeClass, Standing

STRONGEST_FIRST = (MembershipKind.MEMBER, MembershipKind.CANDIDATE, MembershipKind.PARTNER)


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Chainable filters over organisations."""

    def with_standing(self, today: date) -> "OrganisationQuerySet":
        """Annotate `standing`: member, candidate, partner, former or none, on this day."""
        own = _own("Membership")
        running = own.in_force(today)
        ended = own.filter(kind=MembershipKind.MEMBER, until_on__lt=today)
        cases = [
            When(Exists(running.filter(kind=kind)), then=Value(kind.value))
            for kind in STRONGEST_FIRST
        ]
        cases.append(When(Exists(ended), then=Value(Standing.FORMER.value)))
        default = Value(Standing.NONE.value)
        return self.annotate(
            standing=Case(*cases, default=default, output_field=models.CharField())
        )

    def with_standing_days(self, today: date) -> "OrganisationQuerySet":
        """Annotate since when the standing holds, and until when the last membership held."""
        order = [When(kind=kind, then=Value(at)) for at, kind in enumerate(STRONGEST_FIRST)]
        running = _own("Membership").in_force(today).order_by(Case(*order), "since_on")
        ended = _own("Membership").filter(kind=MembershipKind.MEMBER, until_on__lt=today)
        return self.annotate(
            standing_since_on=Subquery(running.values("since_on")[:1]),
            standing_until_on=Subquery(ended.order_by("-until_on").values("until_on")[:1]),
        )

    def with_last_talk(self) -> "OrganisationQuerySet":
        """Annotate the day of the last conversation and the name of who noted it."""
        talks = _own("Conversation").order_by("-held_on", "-pk")
        return self.annotate(
            last_talk_on=Subquery(talks.values("held_on")[:1]),
            last_talk_by=Subquery(talks.values("recorded_by__name")[:1]),
        )

    def with_class(self) -> "OrganisationQuerySet":
        """Annotate `class_code`: the size class of a firm where it is known, else the kind."""
        sized = When(~Q(size_class=""), then=F("size_class"))
        return self.annotate(
            class_code=Case(sized, default=F("kind"), output_field=models.CharField())
        )

    def matching_terms(self, terms: list[Forms]) -> "OrganisationQuerySet":
        """Keep those whose search text holds a form of every word."""
        return self.filter(holding_every(terms))


def _own(record: str) -> Any:
    """Return the records of a name that belong to the organisation of the outer query.

    They are looked up in the registry, because those records are defined by organisations.
    """
    return apps.get_model("directory", record).objects.filter(organisation=OuterRef("pk"))


class Organisation(Sourced):
    """A firm, university, institute, hospital, public body, supporter, investor or cluster."""

    name = models.CharField(_("name"), max_length=300)
    name_en = models.CharField(_("name in English"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)
    size_class = models.CharField(
        _("size of the firm"), max_length=8, choices=SizeClass.choices, blank=True
    )
    description = Bilingual(models.TextField(_("what it does"), blank=True))
    street = models.CharField(_("street and number"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    city = models.CharField(_("town"), max_length=120, blank=True)
    county = models.CharField(_("county"), max_length=120, blank=True)
    country_code = models.CharField(_("country"), max_length=2, default="PL")
    nuts_code = models.CharField(_("NUTS region"), max_length=5, blank=True)
    latitude = models.FloatField(_("latitude (degrees)"), null=True, blank=True)
    longitude = models.FloatField(_("longitude (degrees)"), null=True, blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    established_year = models.PositiveSmallIntegerField(_("established in"), null=True, blank=True)
    employees = models.PositiveIntegerField(_("employees (people)"), null=True, blank=True)
    nace_code = models.CharField(_("main activity (PKD/NACE)"), max_length=8, blank=True)
    name_key = models.CharField(max_length=300, blank=True, editable=False, db_index=True)
    search_text = models.TextField(blank=True, editable=False)
    created_at = models.DateTimeField(_("added at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects: ClassVar = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.CheckConstraint(
                name="directory_organisation_only_firms_have_size",
                condition=Q(size_class="") | Q(kind=OrganisationKind.FIRM),
                violation_error_message=_("Only a firm has a size class."),
            ),
            models.CheckConstraint(
                name="directory_organisation_latitude_on_earth",
                condition=Q(latitude=None) | Q(latitude__range=(-90, 90)),
                violation_error_message=_("A latitude lies between −90 and 90 degrees."),
            ),
            models.CheckConstraint(
                name="directory_organisation_longitude_on_earth",
                condition=Q(longitude=None) | Q(longitude__range=(-180, 180)),
                violation_error_message=_("A longitude lies between −180 and 180 degrees."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def kind_label(self) -> str:
        """What it is in words: the size class for a firm, else the kind."""
        return str(self.get_size_class_display() or self.get_kind_display())


class OrganisationField(models.Model):
    """A field in which an organisation is active, from the list of the vocabularies."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="field_rows"
    )
    code = models.CharField(_("field"), max_length=24)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("field of activity")
        verbose_name_plural = _("fields of activity")
        constraints = [
            models.UniqueConstraint(
                name="directory_organisationfield_once",
                fields=["organisation", "code"],
                violation_error_message=_("This field is already on the list."),
            )
        ]

    def __str__(self) -> str:
        return self.code
