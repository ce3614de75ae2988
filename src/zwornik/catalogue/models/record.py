"""What every record of the catalogue has: an owner, a field, a state, and who may see it."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zwornik.catalogue.choices import Anonymity, Disclosure, RecordStatus
from zwornik.core.bilingual import Bilingual
from zwornik.core.models import Sourced
from zwornik.core.search import Forms, holding_every
from zwornik.directory.models import Organisation, Person


class RecordQuerySet(models.QuerySet[Any]):
    """Chainable filters over records of any kind."""

    def public(self) -> Self:
        """Keep what anybody may read without signing in."""
        return self.filter(status=RecordStatus.PUBLISHED, disclosure=Disclosure.PUBLIC)

    def current(self) -> Self:
        """Keep drafts and published records, not what was superseded or withdrawn."""
        return self.filter(status__in=[RecordStatus.DRAFT, RecordStatus.PUBLISHED])

    def for_members(self, organisation_ids: "list[int] | models.QuerySet[Any, Any]") -> Self:
        """Keep what a member of these organisations may read: the cluster's, and all of its own."""
        shared = Q(
            status=RecordStatus.PUBLISHED, disclosure__in=[Disclosure.PUBLIC, Disclosure.MEMBERS]
        )
        return self.filter(shared | Q(organisation_id__in=organisation_ids))

    def matching_terms(self, terms: list[Forms], *, owners: bool = False) -> Self:
        """Keep those whose search text, or owner's name where asked, holds a form of every word."""
        condition = Q()
        for forms in terms:
            condition &= holding_every([forms]) | (_owner_called(forms) if owners else Q())
        return self.filter(condition)


def _owner_called(forms: Forms) -> Q:
    """Return the condition that a word of the owner's name starts with one of the forms."""
    called = Q()
    for form in forms:
        called |= Q(organisation__name_key__startswith=form.strip())
        called |= Q(organisation__name_key__contains=form)
    return called


class CatalogueRecord(Sourced):
    """The common part of technologies, needs, competences and equipment."""

    PREFIX: ClassVar[str]

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="%(class)s_records",
        verbose_name=_("organisation"),
    )
    contact = models.ForeignKey(
        Person,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact person"),
    )
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("keeper"),
    )
    field = models.CharField(_("field"), max_length=24)
    title = Bilingual(models.CharField(_("title"), max_length=256, blank=True))
    status = models.CharField(
        _("state"), max_length=12, choices=RecordStatus.choices, default=RecordStatus.DRAFT
    )
    disclosure = models.CharField(
        _("who may see it"), max_length=8, choices=Disclosure.choices, default=Disclosure.MEMBERS
    )
    anonymity = models.CharField(
        _("how the owner is named"),
        max_length=10,
        choices=Anonymity.choices,
        default=Anonymity.NAMED,
    )
    recorded_on = models.DateField(_("recorded on"))
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    supersedes = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("supersedes"),
    )
    search_text = models.TextField(blank=True, editable=False)
    created_at = models.DateTimeField(_("added at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects: ClassVar = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def code(self) -> str:
        """The short name by which people quote the record, such as T-0087."""
        return f"{self.PREFIX}-{self.pk or 0:04d}"

    @property
    def kind(self) -> str:
        """The name of its kind: technology, need, competence or equipment."""
        return str(self._meta.model_name)

    @property
    def is_closed(self) -> bool:
        """Whether it was superseded or withdrawn and is only read."""
        return self.status in (RecordStatus.SUPERSEDED, RecordStatus.WITHDRAWN)

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it without signing in."""
        return self.status == RecordStatus.PUBLISHED and self.disclosure == Disclosure.PUBLIC


def titled(room_and_record: str) -> models.CheckConstraint:
    """Return the constraint that a record has a title in at least one language."""
    return models.CheckConstraint(
        name=f"{room_and_record}_has_title",
        condition=~Q(title_pl="", title_en=""),
        violation_error_message=_("A title is needed in Polish or in English."),
    )
