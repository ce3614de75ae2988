"""Every check of the house in one go: contracts, style, types, templates, architecture."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
TEMPLATES = sorted(str(p) for p in (ROOT / "src/zwornik/web/templates").rglob("*.html"))
CHECKS = {
    "import contracts": [str(BIN / "lint-imports")],
    "style (ruff)": [str(BIN / "ruff"), "check", "."],
    "format (ruff)": [str(BIN / "ruff"), "format", "--check", "."],
    "types (mypy)": [str(BIN / "mypy")],
    "templates (djade)": [str(BIN / "djade"), "--check", "--target-version", "5.2", *TEMPLATES],
    "templates (djLint)": [str(BIN / "djlint"), "src/zwornik/web/templates", "--lint", "--quiet"],
    "architecture": [sys.executable, "-m", "pytest", "-q", "tests/architecture"],
}


def main() -> int:
    """Run every check, print a line for each, and the output of those that failed."""
    failed = []
    for name, command in CHECKS.items():
        start = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        verdict = "ok" if done.returncode == 0 else "FAILED"
        print(f"{name:24} {verdict:7} {time.perf_counter() - start:6.1f} s", flush=True)
        if done.returncode:
            failed.append(name)
            print(done.stdout + done.stderr)
    print("all checks passed" if not failed else f"failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
