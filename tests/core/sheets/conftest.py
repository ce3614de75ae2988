import pytest
from django.conf import settings


@pytest.fixture(scope="session", autouse=True)
def _messages_can_be_read() -> None:
    """Lets lazily translated messages be read where no project is set up."""
    if not settings.configured:
        settings.configure(USE_I18N=False)
