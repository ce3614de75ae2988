"""Records of the core room."""

from zwornik.core.models.cluster import Cluster
from zwornik.core.models.sourced import Sourced

__all__ = ["Cluster", "Sourced"]
