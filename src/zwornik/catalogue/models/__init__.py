"""Records of the catalogue room."""

from zwornik.catalogue.models.competence import Competence
from zwornik.catalogue.models.equipment import Equipment
from zwornik.catalogue.models.need import Need, Requirement
from zwornik.catalogue.models.record import CatalogueRecord, RecordQuerySet
from zwornik.catalogue.models.technology import Technology

__all__ = [
    "CatalogueRecord",
    "Competence",
    "Equipment",
    "Need",
    "RecordQuerySet",
    "Requirement",
    "Technology",
]
