"""Which records cannot answer a need, and why; each is counted and can be asked for."""

from collections.abc import Iterable
from dataclasses import dataclass

from zwornik.catalogue.choices import Disclosure
from zwornik.catalogue.models import CatalogueRecord, Need, Technology
from zwornik.matching.choices import OmissionReason


@dataclass(frozen=True)
class Omission:
    """A record that was left out of a comparison, and the reason."""

    record: CatalogueRecord
    reason: str


def reason_to_omit(need: Need, offer: CatalogueRecord) -> str | None:
    """Return why an offer cannot answer a need, or nothing if it may.

    Readiness that is not known does not exclude: unknown is not zero.
    """
    if offer.organisation_id == need.organisation_id:
        return OmissionReason.SAME_OWNER
    if offer.disclosure == Disclosure.NDA:
        return OmissionReason.NOT_DISCLOSED
    return _readiness_gap(need, offer)


def _readiness_gap(need: Need, offer: CatalogueRecord) -> str | None:
    level = readiness_of(offer)
    if level is None:
        return None
    if need.trl_min is not None and level < need.trl_min:
        return OmissionReason.TOO_YOUNG
    if need.trl_max is not None and level > need.trl_max:
        return OmissionReason.TOO_MATURE
    return None


def readiness_of(offer: CatalogueRecord) -> int | None:
    """Return the readiness of a technology as its owner claims it; other records have none."""
    if not isinstance(offer, Technology):
        return None
    return offer.trl_claimed or offer.trl_verified


def parted(
    need: Need, offers: Iterable[CatalogueRecord]
) -> tuple[list[CatalogueRecord], list[Omission]]:
    """Return the offers that may answer a need, and those that are left out with their reason."""
    kept, omitted = [], []
    for offer in offers:
        reason = reason_to_omit(need, offer)
        if reason is None:
            kept.append(offer)
        else:
            omitted.append(Omission(offer, reason))
    return kept, omitted
