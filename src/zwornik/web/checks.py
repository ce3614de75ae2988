"""System checks of the web room."""

from pathlib import Path
from typing import Any

from django.core.checks import Error, register

VENDOR = Path(__file__).parent / "static" / "vendor"


@register()
def assets_are_there(**_options: Any) -> list[Error]:
    """Say in one line what to do when the browser packages were not built."""
    if (VENDOR / ".stamp").exists():
        return []
    return [
        Error(
            "front-end assets are missing",
            hint="run ./run setup, or: pip install -e .",
            id="zwornik.E001",
        )
    ]
