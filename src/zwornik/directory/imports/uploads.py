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
TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


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
        """Write what was chosen, so that the next step finds it; its day begins anew."""
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
    folder.mkdir(parents=True, mode=0o700)
    (folder / "content").write_bytes(content)
    upload.remember()
    return upload


def find_upload(token: str, owner: int) -> Upload:
    """Return a kept file of this owner.

    Raises
    ------
    NoSuchUploadError
        If there is none, if it is somebody else's, or if nobody went on with it for a day.
    """
    if not TOKEN.fullmatch(token) or _is_over(_folder(token)):
        raise NoSuchUploadError(token)
    folder = _folder(token)
    facts = json.loads((folder / "facts.json").read_text("utf-8"))
    if facts["owner"] != owner:
        raise NoSuchUploadError(token)
    content = (folder / "content").read_bytes()
    return Upload(token, owner, facts["name"], content, facts["choices"])


def clear_old_uploads() -> int:
    """Remove files that nobody went on with for a day; return how many."""
    old = [folder for folder in _shelf().glob("*") if _is_over(folder)]
    for folder in old:
        shutil.rmtree(folder, ignore_errors=True)
    return len(old)


def _is_over(folder: Path) -> bool:
    facts = folder / "facts.json"
    return not facts.exists() or facts.stat().st_mtime < time.time() - KEPT_SECONDS
