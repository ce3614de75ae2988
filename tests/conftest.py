"""What all tests share: settings, accounts of every role, and the folder of public data."""

import os
import tempfile

os.environ.setdefault("ZWORNIK_SECRET_KEY", "a key for tests alone, of no worth anywhere else 0123456789")
os.environ["ZWORNIK_DATA"] = tempfile.mkdtemp(prefix="zwornik-tests-")
os.environ["ZWORNIK_HTTPS"] = "false"
os.environ["ZWORNIK_HOSTS"] = "testserver,127.0.0.1,localhost"

import atexit  # noqa: E402
import shutil  # noqa: E402
from pathlib import Path  # noqa: E402

import pytest  # noqa: E402

atexit.register(shutil.rmtree, os.environ["ZWORNIK_DATA"], ignore_errors=True)


@pytest.fixture(scope="session")
def opendata() -> Path:
    """The folder of public data; tests that need it say why they are left out without it."""
    folder = os.environ.get("ZWORNIK_OPENDATA", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("ZWORNIK_OPENDATA does not name the folder of public data")
    return Path(folder)
