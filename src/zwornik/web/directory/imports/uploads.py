"""Uploaded lists between the steps of an import: kept for a day, readable by their owner only."""

import json
import re
import secrets
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

KEPT_SECONDS = 24 * 3600
TOKEN = re.compile(r"^[A-Za-z0-9_-]{32}$")


class NoSuchUploadError(LookupError):
    """There is no such file, it belongs to somebody else, or its day is over."""


@dataclass
class Upload:
    """A list that was uploaded, and what was chosen for it so far."""

    token: str
    owner: int
    name: str
    content: bytes
    choices: dict[str, Any] = field(default_factory=dict)

    def remember(self) -> None:
        """Write what was chosen, so that the next step finds it."""
        facts = {"owner": self.owner, "name": self.name, "choices": self.choices}
        target = _folder(self.token) / "facts.json"
        part = target.with_suffix(".part")
        part.write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
        part.replace(target)

    def forget(self) -> None:
        """Remove the file once it was read in."""
        shutil.rmtree(_folder(self.token), ignore_errors=True)


def _shelf() -> Path:
    return Path(settings.DATA) / "imports"


def _folder(token: str) -> Path:
    return _shelf() / token


def keep_upload(owner: int, name: str, content: bytes) -> Upload:
    """Keep a file for the next steps, and clear away those of earlier days."""
    clear_old_uploads()
    upload = Upload(secrets.token_urlsafe(24), owner, name, content)
    folder = _folder(upload.token)
    folder.mkdir(parents=True)
    (folder / "content").write_bytes(content)
    upload.remember()
    return upload


def find_upload(token: str, owner: int) -> Upload:
    """Return a kept file of this owner."""
    folder = _folder(token)
    if not TOKEN.match(token) or not (folder / "facts.json").exists():
        raise NoSuchUploadError(token)
    facts = json.loads((folder / "facts.json").read_text("utf-8"))
    if facts["owner"] != owner:
        raise NoSuchUploadError(token)
    content = (folder / "content").read_bytes()
    return Upload(token, owner, facts["name"], content, facts["choices"])


def clear_old_uploads() -> None:
    """Remove files that nobody went on with for a day."""
    oldest = time.time() - KEPT_SECONDS
    for folder in _shelf().glob("*"):
        if folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)
