"""A comparison of a need with the offer, and the matches it found."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zwornik.catalogue.models import CatalogueRecord, Competence, Equipment, Need, Technology

ONE_OFFER = (
    Q(technology__isnull=False, competence=None, equipment=None)
    | Q(technology=None, competence__isnull=False, equipment=None)
    | Q(technology=None, competence=None, equipment__isnull=False)
)


class MatchRun(models.Model):
    """One comparison: when, by which method and glossary, with what, and what was left out.

    Stored so that the same inputs give the same result again and every score can be explained.
    """

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="match_runs")
    run_at = models.DateTimeField(_("compared at"))
    method_version = models.CharField(_("method"), max_length=20)
    parameters = models.JSONField(_("parameters"), default=dict)
    glossary_version = models.CharField(_("glossary"), max_length=64)
    corpus_version = models.CharField(_("state of the catalogue"), max_length=64)
    compared_count = models.PositiveIntegerField(_("records compared"), default=0)
    omitted = models.JSONField(_("left out"), default=list)

    class Meta:
        verbose_name = _("comparison")
        verbose_name_plural = _("comparisons")

    def __str__(self) -> str:
        return f"{self.need.code}, {self.run_at:%Y-%m-%d}"


class OfferLink(models.Model):
    """A link to exactly one record of the offer: a technology, a competence or equipment."""

    technology = models.ForeignKey(
        Technology, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    competence = models.ForeignKey(
        Competence, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    equipment = models.ForeignKey(
        Equipment, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def offer(self) -> CatalogueRecord:
        """The record that is offered, whatever its kind."""
        record = self.technology or self.competence or self.equipment
        if record is None:
            raise ValueError("a link without a record cannot be stored")
        return record

    @property
    def offer_kind(self) -> str:
        """The kind of the offered record: technology, competence or equipment."""
        return self.offer._meta.model_name or ""


class Match(OfferLink):
    """An offer that may answer a need, its place, its score, and the parts that make the score."""

    run = models.ForeignKey(MatchRun, on_delete=models.CASCADE, related_name="matches")
    rank = models.PositiveSmallIntegerField(_("place"))
    score = models.FloatField(_("score"))
    fit = models.FloatField(_("fit (0–1)"))
    parts = models.JSONField(_("parts of the score"), default=list)

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        constraints = [
            models.UniqueConstraint(name="matching_match_place_once", fields=["run", "rank"]),
            models.CheckConstraint(
                name="matching_match_one_offer",
                condition=ONE_OFFER,
                violation_error_message=_("A match names exactly one offer."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run.need.code} → {self.offer.code}"
