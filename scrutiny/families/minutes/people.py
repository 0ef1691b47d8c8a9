"""Room `families/minutes`: who is meant by a name in short.

Takes the texts of a paper, gives "Mr Neil Garrick" for "Mr Garrick" where the list of those present knows one of that
name, and "the Director of Education" for "the Director" where the paper knows one director. Where two fit, or none,
the name stays as printed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TITLES = "Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Rev(?:d|erend)?|Canon"
_TITLE = re.compile(rf"(?:{_TITLES})\.?")
_SHORT = re.compile(rf"(?P<title>(?:(?:{_TITLES})\.?\s+)+)(?P<last>[A-Z][\w’'-]+)")
_FORENAMES = r"(?P<first>(?:[A-Z]\.?|[A-Z][a-z’'-]+)(?:\s[A-Z]\.?)*)\s"
_OFFICE = re.compile(r"(?P<the>[Tt]he\s)(?P<office>Director|Manager|Accountant|Engineer|Solicitor)")
_NAMED_AFTER = r"(?:\s*\([A-Z][^()]{2,60}\)|,?\s(?:(?:of|for)\s)?(?:the\s)?[A-Z][\w’'&-]*(?:(?:\s(?:and|&|of)|,)?\s[A-Z][\w’'&-]*)*)"
_NAMED_BEFORE = r"(?:[A-Z][\w’'&-]*\s(?:and\s)?)*"


@dataclass(frozen=True, slots=True)
class People:
    """The texts of a paper: its opening, which lists who was present, and all of it."""

    opening: str
    whole: str

    @staticmethod
    def of(texts: Sequence[str]) -> "People":
        return People(opening="\n".join(texts[:OPENING]), whole="\n".join(texts))

    def complete(self, who: str) -> str:
        """The name with forename or office where only one fits, else as it is."""
        short = _SHORT.fullmatch(who)
        if short:
            first = self._forename(short["last"])
            return f"{short['title']}{first} {short['last']}" if first else who
        office = _OFFICE.fullmatch(who)
        if office:
            full = self._office(office["office"])
            return f"{office['the']}{full}" if full else who
        return who

    def _forename(self, last: str) -> str | None:
        found = {
            " ".join(part for part in match["first"].split() if not _TITLE.fullmatch(part))
            for match in re.finditer(rf"(?<![\w’'-]){_FORENAMES}{re.escape(last)}(?![\w’'-])", self.opening)
        } - {""}
        return found.pop() if len(found) == 1 else None

    def _office(self, office: str) -> str | None:
        pattern = re.compile(rf"(?<![\w’'-])(?P<before>{_NAMED_BEFORE}){office}(?P<after>{_NAMED_AFTER})?(?![\w’'-])")
        named = [(_LISTED.sub("", match["before"]), match["after"] or "") for match in pattern.finditer(self.whole)]
        found = {before + office + after for before, after in named if before or after}
        plain = {one for one in found if one.startswith(office)} or found
        return plain.pop() if len(plain) == 1 and not re.search(r"[’']s?$", min(plain)) else None


_LISTED = re.compile(r"^(?:(?:The|Officers?|Present|Attendance|Apologies|Also|In)\s)+")


OPENING = 15
"""Blocks of a paper in which the list of those present stands."""
