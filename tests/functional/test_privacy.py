"""Nothing leaves the machine: no library leaves a trace of itself, or is given the chance."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = (
    "The mayor, Ida Bell, said on Monday that the bridge would close for two weeks. She did not say "
    "who had asked for it, and the company that built it did not respond to a request for comment."
)


@pytest.mark.parametrize("arguments", [[], ["--jobs", "2"]])
def test_reading_leaves_nothing_in_the_home_folder(tmp_path: Path, arguments: list[str]) -> None:
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    for number in range(2):
        (work / f"{number}.txt").write_text(f"Bridge closes {number}\n\n{TEXT}", encoding="utf-8")
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ORT_", "XDG_", "ONRECORD_"))
    }
    command = [sys.executable, "-m", "onrecord", "read", *arguments, "--ledger",
               str(tmp_path / "ledger.db"), "-o", str(tmp_path / "out.jsonl"), str(work)]  # fmt: skip
    done = subprocess.run(
        command, env={**environment, "HOME": str(home)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert [str(path.relative_to(home)) for path in home.rglob("*")] == []
