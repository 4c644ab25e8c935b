"""Run the README's commands and put what they print below them: ``python tests/write_readme.py``.

A block that begins with ```console holds commands ("$ …"); a comment before it may keep only some
of the lines that they print: ``<!-- lines 1-20 -->``.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_BLOCK = re.compile(
    r"(?P<comment><!-- lines (?P<first>\d+)-(?P<last>\d+) -->\n)?```console\n(?P<body>.*?)```\n",
    re.DOTALL,
)


def render_readme(text: str) -> str:
    """The README with the output of its commands as it is now; all use one new ledger."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "ONRECORD_LEDGER": f"{folder}/onrecord.db",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        }
        return _BLOCK.sub(lambda block: _run_block(block, environment), text)


def _run_block(block: re.Match[str], environment: dict[str, str]) -> str:
    printed = ""
    for line in block["body"].splitlines():
        if line.startswith("$ "):
            finished = subprocess.run(
                line.removeprefix("$ "),
                shell=True,
                check=True,
                capture_output=True,
                text=True,
                cwd=ROOT,
                env=environment,
            )
            printed += f"{line}\n{_cut(finished.stdout, block)}"
    return f"{block['comment'] or ''}```console\n{printed}```\n"


def _cut(output: str, block: re.Match[str]) -> str:
    lines = [line.rstrip() for line in output.splitlines()]
    if block["first"] is not None and len(lines) > int(block["last"]):
        lines = [*lines[int(block["first"]) - 1 : int(block["last"])], "…"]
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    README.write_text(render_readme(README.read_text(encoding="utf-8")), encoding="utf-8")
