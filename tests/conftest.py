"""What all tests share: settings, accounts of every role, and the folder of public data."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client, override_settings


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks that tests of this project may carry."""
    config.addinivalue_line("markers", "slow: takes more than five seconds")


@pytest.fixture(scope="session")
def opendata() -> Path:
    """The folder of public data; tests that need it say why they are left out without it."""
    folder = os.environ.get("ZWORNIK_OPENDATA", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("ZWORNIK_OPENDATA does not name the folder of public data")
    return Path(folder)


@pytest.fixture(autouse=True, scope="session")
def _passwords_are_hashed_fast() -> Iterator[None]:
    """A safe hash takes half a second on purpose; tests of signing in would take minutes."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Each test begins with an empty cache, so that limits of tries do not add up."""
    cache.clear()


@pytest.fixture
def client_of(db: None) -> Callable[..., Client]:
    """Return a signed-in client by role; it carries its `user` and, for members, `organisation`.

    Roles: coordinator, auditor, editor and viewer (members with a seat), guest_expert, and
    visitor, who has not signed in.
    """
    from tests.factories import (
        OrganisationFactory,
        SeatFactory,
        UserFactory,
    )

    def signed_in(role: str, **facts: object) -> Client:
        client = Client()
        if role == "visitor":
            return client
        organisation = facts.pop("organisation", None)
        is_member = role in ("editor", "viewer")
        client.user = UserFactory(role="member" if is_member else role, **facts)
        if is_member:
            client.organisation = organisation or OrganisationFactory(standing="member")
            SeatFactory(account=client.user, organisation=client.organisation, level=role)
        client.force_login(client.user)
        return client

    return signed_in
