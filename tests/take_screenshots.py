"""Take the README's picture: ``python tests/take_screenshots.py``."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from onrecord.cli import run

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "examples/dispatches/2025-03-04_compass-weekly_whispers-over-water.txt"
PICTURE = ROOT / "docs/images/report.png"
SIZE = "1280,1500"
QUIET = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars
    --disable-background-networking --disable-component-update --disable-sync""".split()


def main() -> int:
    """Read one dispatch into a page and photograph its beginning."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("chromium is missing: on Debian, apt-get install chromium", file=sys.stderr)
        return 1
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        status = run(["read", str(ARTICLE), "--no-ledger", "-o", str(page)])
        if status:
            return status
        command = [chromium, *QUIET, f"--user-data-dir={folder}/profile",
                   f"--window-size={SIZE}", f"--screenshot={PICTURE}", page.as_uri()]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
