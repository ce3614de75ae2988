"""What becomes of audits when the directory changes."""

from tests.factories import OrganisationFactory
from zwornik.audits.models import Audit
from zwornik.audits.receivers import name_audits
from zwornik.directory.services import merge_organisations


def test_a_merged_organisation_brings_its_audits_and_its_respondents(audit, save):
    keep = OrganisationFactory()
    merge_organisations(keep=keep, absorbed=audit.organisation)
    moved = Audit.objects.get()
    assert moved.organisation == keep
    assert save(moved, "people", "6").value == 6


def test_audits_are_named_before_an_import_is_undone(audit):
    assert name_audits(organisation=audit.organisation) == [audit.code]
    assert name_audits(organisation=OrganisationFactory()) == []
