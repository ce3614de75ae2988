"""One installation serves one cluster|Jeden system służy jednemu klastrowi."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from zwornik.core.models import Cluster
from zwornik.core.services import describe_cluster

pytestmark = pytest.mark.django_db


def test_describe_cluster_keeps_one_row_and_what_is_not_named():
    describe_cluster(name_pl="Klaster", name_en="Cluster", help_phone="22 555 01 42")
    describe_cluster(name_pl="Klaster Wiślany")
    cluster = Cluster.objects.get()
    assert (cluster.pk, cluster.name_pl, cluster.name_en) == (1, "Klaster Wiślany", "Cluster")
    assert cluster.help_phone == "22 555 01 42"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name_pl": "", "name_en": "Cluster"}, "name_pl"),
        ({"name_pl": "Klaster", "name_en": ""}, "name_en"),
        ({"name_pl": "Klaster", "name_en": "Cluster", "email": "no address"}, "email"),
    ],
)
def test_describe_cluster_refuses(facts, field):
    with pytest.raises(ValidationError) as refusal:
        describe_cluster(**facts)
    assert list(refusal.value.message_dict) == [field]
    assert not Cluster.objects.exists()


def test_a_second_cluster_is_refused_by_the_database():
    describe_cluster(name_pl="Klaster", name_en="Cluster")
    with pytest.raises(IntegrityError), transaction.atomic():
        Cluster.objects.create(pk=2, name_pl="Drugi", name_en="Second")
    with pytest.raises(ValidationError, match=r"One installation|Jeden system"):
        Cluster(pk=2, name_pl="Drugi", name_en="Second").full_clean()
