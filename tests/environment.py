"""The environment of the tests, set before the settings are read: a data folder of their own.

Loaded by `-p tests.environment` in pyproject.toml, because pytest-django reads the settings before
any conftest.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="zwornik-tests-"))
(FOLDER / "static").mkdir()
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

os.environ["ZWORNIK_DATA"] = str(FOLDER)
os.environ["ZWORNIK_SECRET_KEY"] = "a key for tests alone, of no worth anywhere else 0123456789"
os.environ["ZWORNIK_HTTPS"] = "false"
os.environ["ZWORNIK_HOSTS"] = "testserver,127.0.0.1,localhost"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zwornik.project.settings")
