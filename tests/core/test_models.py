"""What a record with a source says about itself."""

from datetime import date

from zwornik.catalogue.models import Technology
from zwornik.core.models import Cluster


def test_facts_are_unconfirmed_until_their_owner_confirms_them():
    assert not Technology(source="a public register", source_on=date(2026, 1, 1)).is_confirmed
    assert Technology(confirmed_on=date(2026, 1, 2)).is_confirmed


def test_a_cluster_is_called_by_its_name():
    assert str(Cluster(name_pl="Klaster", name_en="")) == "Klaster"
