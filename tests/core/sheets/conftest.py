"""Messages of the sheets are read in English by the tests."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.utils import translation


@pytest.fixture(scope="session", autouse=True)
def _messages_can_be_read() -> None:
    """Lets lazily translated messages be read where no project is set up."""
    if not settings.configured:
        settings.configure(USE_I18N=False)


@pytest.fixture(autouse=True)
def _read_in_english() -> Iterator[None]:
    with translation.override("en"):
        yield
