import dataclasses
import inspect
import re
from enum import EnumType
from pathlib import Path

from onrecord import records

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"


def record_names() -> set[str]:
    return {
        name
        for name, value in vars(records).items()
        if inspect.isclass(value)
        and value.__module__.startswith(f"{records.__name__}.")
        and (dataclasses.is_dataclass(value) or isinstance(value, EnumType))
    }


def test_the_glossary_explains_every_record_and_no_other() -> None:
    explained = re.findall(
        r"^\| \*\*(\w+)\*\* \| \S", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(explained) == sorted(record_names())
