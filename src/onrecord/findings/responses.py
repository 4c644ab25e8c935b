"""Who answered a claim, who did not, and how."""

from onrecord.findings.answered import link_responses
from onrecord.findings.answers import Answer, find_answers

__all__ = ["Answer", "find_answers", "link_responses"]
