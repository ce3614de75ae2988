"""Writes of the core room."""

from typing import Any

from django.db import transaction

from zwornik.core.models import Cluster


@transaction.atomic
def describe_cluster(**facts: Any) -> Cluster:
    """Write the name and contact of the cluster that this installation serves."""
    cluster = Cluster.objects.select_for_update().first() or Cluster(pk=1)
    for name, value in facts.items():
        setattr(cluster, name, value)
    cluster.full_clean(validate_unique=False)
    cluster.save()
    return cluster
