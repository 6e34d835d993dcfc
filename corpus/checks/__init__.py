"""Checks: rules over a finished outline and its text; each finding is a notice.

``check`` reads, it never parses anew: what it knows of headings comes from the outline.
"""

from corpus.checks.checker import check
from corpus.checks.rules import IDS, RULES, Language, Rule, Severity, message, rule_of
from corpus.checks.settings import load_off, user_file

__all__ = [
    "IDS",
    "RULES",
    "Language",
    "Rule",
    "Severity",
    "check",
    "load_off",
    "message",
    "rule_of",
    "user_file",
]
