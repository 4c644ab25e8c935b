"""Articles that were mailed: without the header above them and the signature below."""

import re

_FIELD = r"(?:From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID)"
_HEADER = re.compile(
    rf"\s*(?:-+[^\n]{{0,40}}-+\n)?(?:\*?{_FIELD}:\*?[^\n]*\n(?:[ \t][^\n]*\n)*){{3,}}",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"\n--[ ]?\n[^\n]*(?:\n[^\n]*){0,12}\Z")


def cut_mail(text: str) -> str:
    """The text without the header and signature of a mail; other text unchanged.

    A header is three fields or more at the very top: "From:" alone stands on releases, too.
    """
    header = _HEADER.match(text)
    return _SIGNATURE.sub("", text[header.end() :]) if header else text
