"""The product as it is deployed, with the demonstration cluster, and a real browser in front of it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

BIN = Path(sys.executable).parent
PASSWORD = "zwornik-pokaz-2026"
ACCOUNTS = {
    "coordinator": "koordynator@wiklaster.example",
    "auditor": "audytor@wiklaster.example",
    "editor": "edytor@mikroflux.example",
    "viewer": "czytelnik@mikroflux.example",
    "guest": "ekspert@wiklaster.example",
}
WIDTHS = {"desktop": (1440, 900), "phone": (390, 844)}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Product:
    """A running installation: its address, its data folder, its environment."""

    address: str
    data: Path
    environment: dict[str, str]

    def command(self, *words: str) -> str:
        done = subprocess.run(
            [str(BIN / "zwornik"), *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def last_mail(self, to: str) -> str:
        """The newest e-mail to an address, once the worker has sent it."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            files = sorted((self.data / "mail").glob("*"), key=lambda p: p.stat().st_mtime_ns)
            for path in reversed(files):
                if f"To: {to}" in path.read_text("utf-8"):
                    return path.read_text("utf-8")
            time.sleep(0.3)
        raise AssertionError(f"no e-mail was sent to {to}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def product() -> Iterator[Product]:
    data = Path(tempfile.mkdtemp(prefix="zwornik-browser-"))
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        **{k: v for k, v in os.environ.items() if k != "DATABASE_URL"},
        "ZWORNIK_DATA": str(data),
        "ZWORNIK_HTTPS": "false",
        "ZWORNIK_HOSTS": "127.0.0.1",
        "ZWORNIK_ADDRESS": address,
        "DJANGO_SETTINGS_MODULE": "zwornik.project.settings",
    }
    running = Product(address, data, environment)
    running.command("migrate", "--verbosity", "0")
    running.command("demonstration")
    server = [str(BIN / "granian"), "--interface", "wsgi", "--host", "127.0.0.1"]
    server += ["--port", str(port), "--blocking-threads", "4", "--log-level", "warning"]
    processes = [
        subprocess.Popen([*server, "zwornik.project.wsgi:application"], env=environment),
        subprocess.Popen([str(BIN / "zwornik"), "worker"], env=environment),
    ]
    try:
        wait_for(f"{address}/healthz")
        yield running
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            process.wait(timeout=20)
        shutil.rmtree(data, ignore_errors=True)


def wait_for(address: str) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as tool:
        path = os.environ.get("ZWORNIK_BROWSER") or shutil.which("chromium") or None
        opened = tool.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


class Visitor:
    """Somebody in front of the browser: signs in, reads pages, and sees every mistake of a page."""

    def __init__(self, page: Page, product: Product, language: str) -> None:
        self.page, self.product, self.language = page, product, language
        self.mistakes: list[str] = []
        page.on("pageerror", lambda error: self.mistakes.append(str(error)))
        page.on("console", self._heard)

    def _heard(self, message) -> None:
        if message.type == "error" and "favicon" not in message.text:
            self.mistakes.append(message.text)

    def go(self, path: str) -> Page:
        answer = self.page.goto(f"{self.product.address}/{self.language}/{path}")
        assert answer is not None
        assert answer.status < 400, f"{path}: {answer.status}"
        return self.page

    def sign_in(self, role: str) -> Page:
        self.go("account/login/")
        self.page.fill("input[name=login]", ACCOUNTS[role])
        self.page.fill("input[name=password]", PASSWORD)
        self.page.click("main button[type=submit]")
        self.page.wait_for_url("**/desk/")
        return self.page

    def check(self) -> None:
        """The page is accessible, does not scroll sideways, has one h1 and made no mistake."""
        found = Axe().run(self.page, options={"runOnly": AXE_RULES})
        broken = [
            f"{v['id']}: {v['help']} — {[n['target'] for n in v['nodes']][:4]}"
            for v in found.response["violations"]
        ]
        assert broken == [], f"{self.page.url}: {broken}"
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert self.page.evaluate(wide) <= 0, f"{self.page.url} scrolls sideways"
        assert self.page.locator("h1").count() == 1, f"{self.page.url} has not one h1"
        assert self.mistakes == [], f"{self.page.url}: {self.mistakes}"


AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def visit(browser, product):
    """Make a visitor: `visit("pl")`, `visit("en", "phone", dark=True)`."""
    contexts = []

    def make(language: str = "pl", width: str = "desktop", *, dark: bool = False) -> Visitor:
        size = WIDTHS[width]
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale="pl-PL" if language == "pl" else "en-GB",
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return Visitor(context.new_page(), product, language)

    yield make
    for context in contexts:
        context.close()
