"""What the tests of the audits' screens share: pages, audits, and the time standing still."""

import pytest
from django.urls import reverse

from tests.audits.conftest import NOW, _standing_time, audit, handed_in, save
from tests.factories import AuditFactory

__all__ = ["NOW", "_standing_time", "audit", "handed_in", "save"]


@pytest.fixture
def address():
    """The address of a page by its name."""
    return lambda name, *args: reverse(f"audits:{name}", args=args)


@pytest.fixture
def asked(client_of):
    """An editor's client and the competence audit that was sent to the editor."""
    client = client_of("editor", language="en")
    sent = AuditFactory(
        organisation=client.organisation,
        respondent_name=client.user.name,
        respondent_email=client.user.email,
        language="en",
    )
    return client, sent
