"""Room `families/minutes`: which words are somebody's name, and who is meant by a name in short.

Takes the texts of a paper, gives "Mr Neil Garrick" for "Mr Garrick" where the list of those present knows one of that
name, and "the Director of Education" for "the Director" where the paper knows one director. Where two fit, or none,
the name stays as printed.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from scrutiny.families.minutes.subjects import names_trade
from scrutiny.families.minutes.words import (
    ALL_OF_THEM,
    ASK,
    BODY,
    COMMIT,
    CONNECTING,
    DETERMINER,
    PAPER,
    PRONOUN,
    TIMES,
    UNDERTAKING,
    Doing,
    doing_of,
    is_participle,
)
from scrutiny.language.actors import OFFICES, PEOPLE, TITLES, names_actor
from scrutiny.language.patterns import pattern_of

_TITLE = pattern_of(rf"(?:{TITLES})\.?")
_SHORT = pattern_of(rf"(?P<title>(?:(?:{TITLES})\.?\s+)+)(?P<last>[A-Z][\w’'-]+)")
_FORENAMES = r"(?P<first>(?:[A-Z]\.?|[A-Z][a-z’'-]+)(?:\s[A-Z]\.?)*)\s"
_OFFICE = pattern_of(
    r"(?P<the>[Tt]he\s)(?P<office>Director|Manager|Accountant|Engineer|Solicitor|Adviser|(?:Cabinet|Executive|Lead)\s(?:Member|Councillor)|Portfolio\sHolder)"
)
_NAMED_AFTER = r"(?:\s*\([A-Z][^()]{2,60}\)|,?\s(?:(?:of|for)\s)?(?:the\s)?[A-Z][\w’'&-]*(?:(?:\s(?:and|&|of)|,)?\s[A-Z][\w’'&-]*)*)"
_NAMED_BEFORE = r"(?:[A-Z][\w’'&-]*[ ](?:and[ ])?)*"


class People(Struct, frozen=True):
    """The texts of a paper: its opening, which lists who was present, and all of it."""

    opening: str
    whole: str

    @staticmethod
    def of(texts: Sequence[str]) -> "People":
        return People(opening="\n".join(texts[:OPENING]), whole="\n".join(texts))

    def forenames(self) -> frozenset[str]:
        """Those by which the paper calls them too: "Tim" of "Tim Ash", where "Tim" stands alone elsewhere."""
        listed = {match["first"] for match in _LISTED_NAME.finditer(self.opening) if not _acts(match["last"].lower())}
        # the name first, which is found faster than what may not stand before it
        return frozenset(name for name in listed if re.search(rf"{name}(?<![\w’'-]{name})\s+[a-z]", self.whole))

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

    def named_last(self, text: str) -> str | None:
        """Who stands at the end of what is to be done, in brackets or behind a dash: "to be washed (KT)", "– Clerk".
        Initials may be short for a thing unless the paper names one of them, or says that they act."""
        match = _LAST.search(text)
        who = match["who"].strip() if match else ""
        if not match or not is_office(who):
            return None
        return who if all(self._knows(part) for part in _BETWEEN.split(who) if _INITIALS.match(part)) else None

    def _knows(self, initials: str) -> bool:
        name = rf"{initials[0]}[\w’'.-]*\s(?:[\w’'.-]+\s)?{initials[-1]}[\w’'-]+"
        acts = re.search(rf"(?<!\w){initials}\s+{_DOES}|\({initials}\)\s*[,;]", self.whole)
        return acts is not None or re.search(rf"(?<!\w){name}", self.opening) is not None

    def _forename(self, last: str) -> str | None:
        found = {
            " ".join(part for part in match["first"].split() if not _TITLE.fullmatch(part))
            for match in re.finditer(rf"(?<![\w’'-]){_FORENAMES}{re.escape(last)}(?![\w’'-])", self.opening)
        } - {""}
        return found.pop() if len(found) == 1 else None

    def _office(self, office: str) -> str | None:
        pattern = re.compile(rf"(?<![\w’'-])(?P<before>{_NAMED_BEFORE}){office}(?P<after>{_NAMED_AFTER})?(?![\w’'-])")
        named = [
            (_LISTED.sub("", match["before"]), _NEXT_OFFICE.sub("", _HOLDER.sub("", match["after"] or "")))
            for match in pattern.finditer(self.whole)
        ]
        found = {before + office + after for before, after in named if before or after}
        plain = {one for one in found if one.startswith(office)} or found
        return plain.pop() if len(plain) == 1 and not re.search(r"[’']s?$", min(plain)) else None


def explained_initials(texts: Sequence[str]) -> dict[str, str]:
    """Initials with the name that a paper prints before them, "Anna Lee (AL)", where it is one name alone."""
    found: dict[str, set[str]] = {}
    for match in _EXPLAINED.finditer(" ".join(" ".join(texts).split())):
        words = match["words"].split()[-len(match["initials"]) :]
        if "".join(word[0] for word in words) == match["initials"]:
            found.setdefault(match["initials"], set()).add(" ".join(words))
    return {initials: names.pop() for initials, names in found.items() if len(names) == 1}


def name_alone(who: str) -> str:
    """A name without title, article and initials, to know it again."""
    return re.sub(rf"^(?:(?:{TITLES}|[Tt]he)\.?\s+)+|\s*\([A-Z]{{2,4}}\)", "", who).casefold()


def title_of(who: str) -> str:
    """The title before a name, its short form written out; empty where it has none."""
    match = re.match(rf"(?:[Tt]he\s+)?((?:(?:{TITLES})\.?\s+)*)", who)
    return " ".join(match[1].split()).replace(".", "").replace("Cllr", "Councillor") if match else ""


_EXPLAINED = pattern_of(r"(?P<words>(?:[A-Z][\w’'-]+\s+){2,4})\((?P<initials>[A-Z]{2,4})\)")

_LISTED_NAME = pattern_of(r"(?<![A-Z’'-])(?P<first>[A-Z][a-z]+)\s(?P<last>(?:Mc|Mac|O[’'])?[A-Z][a-z’'-]+)\b")
_LAST = pattern_of(
    r"(?:\s[–-]\s+|\s*[(\[])(?:(?:for\s+)?[Aa]ction(?:ed)?(?:\s+by|\s*:)?\s+)?(?P<who>(?:the\s)?[A-Za-z][^()\[\].;:–]{1,50}?)"
    r"(?:\s+to\s+(?:action|lead|follow\s+up|arrange))?[)\]]?\s*\.?$"
)
_DOES = r"(?:to\s+[a-z]|will|would|agreed|offered|undertook|reported|said|asked|noted|advised)\b"

_HOLDER = pattern_of(rf",?\s(?:{TITLES})\b.*$")
_NEXT_OFFICE = pattern_of(rf",\s(?:[\w’'&-]+\s)*?(?:{'|'.join(sorted(OFFICES))})\b.*$", re.IGNORECASE)
"""The next one of a list of offices."""

_LISTED = pattern_of(r"^(?:.*\b(?:Officers?|Present|Attendance|Apologies)\s)?(?:(?:The|Also|In)\s)*")
"""The words before an office that are none of it: the end of a list of members, and what heads the one of officers."""

OPENING = 15
"""Blocks of a paper in which the list of those present stands."""


def can_act(who: str) -> bool:
    """Whether a name can be somebody's: of "the Corporate Risk Register" nothing can, of "the Friends" it may. "Another"
    is nobody, "every school" is somebody. Without article and capital only an office alone and several
    can: "clerk", "officers", not "improved governance". A time ("the Autumn Term"), an adverb ("Otherwise"), whose
    something is ("the Council's") and a verb with whom it is done to ("Invite Ann Lee") are nobody."""
    article = ARTICLE.match(who)
    office, comma, _ = who.partition(", ")
    who = office if comma and office.split()[-1].lower() in OFFICES else who  # "the Assistant Director, Roads"
    words = re.findall(r"[\w’'-]+", who[article.end() :] if article else who)
    if not words or (words[0].lower() in _LINKS and not words[0].isupper()) or _OF_SOMEBODY.search(who):
        return False
    first, noun = words[0], _head_of(words)[-1].lower()
    if noun in PAPER | ASK or {noun, noun.removesuffix("s")} & UNDERTAKING:
        return False
    does = first.lower() in ASK or (first.islower() and doing_of(first) is not Doing.OTHER and words[-1][:1].isupper())
    if (does and not article and len(words) > 1) or first.lower() in CONNECTING:
        return False
    if article and noun in TIMES and not any(map(_TITLE.fullmatch, words)):
        return False
    if first.lower() in DETERMINER | PRONOUN and not _INITIALS.match(first):
        return _acts(noun)
    if article:
        titled = all(word[:1].isupper() or word in ("and", "or") for word in _head_of(words))
        return titled or _acts(noun) or names_trade(noun)
    if first[:1].isupper():
        made = _head_of(words)[-1].islower() and _OF_A_VERB.search(noun) is not None and not _acts(noun)
        made &= _acts(first.lower()) or len(_head_of(words)) > 3  # "Parks maintenance" is a service
        return not is_participle(first.lower()) and not made
    capitals = len(_head_of(words)) > 1 and all(word[:1].isupper() for word in _head_of(words)[1:])
    alone = words == [noun] and noun in OFFICES  # "clerk to book the hall"
    return capitals or alone or noun in ALL_OF_THEM or (_acts(noun) and noun.endswith("s"))


_OF_SOMEBODY = pattern_of(r"(?:[’']s|s[’'])$")
_OF_A_VERB = pattern_of(r"(?:[ts]ion|(?<!manage)ment|al|ance)$")
"""What is done, not who does it: "Council approval"."""


def is_body(who: str) -> bool:
    """Whether a name is a body's that meets: it agrees, and does not itself take up what somebody asks for."""
    words = re.findall(r"[\w’'-]+", ARTICLE.sub("", who))
    return bool(words) and _head_of(words)[-1].lower() in BODY


def _acts(noun: str) -> bool:
    """Whether a noun is somebody's, people at large included."""
    return names_actor(noun) or noun in BODY | PEOPLE | ALL_OF_THEM


def is_office(who: str) -> bool:
    """Whether words are a name with a title, an office or a body, or several of them: "the Clerk and Cllr Day"; a name
    alone may be a place's."""
    one = [part for part in _BETWEEN.split(who.strip()) if part]
    words = [re.findall(r"[\w’'-]+", part) for part in one]
    return bool(one) and all(
        own
        and (_TITLE.fullmatch(own[0]) or _INITIALS.match(part) or _acts(_head_of(own)[-1].lower()))
        and can_act(part)
        for part, own in zip(one, words, strict=True)
    )


def acts_in(entry: str, text: str) -> bool:
    """Whether a sentence says that those whom an entry of the action column names are to act: "JB agreed to" beside "JB",
    "JB and Ann will" beside "JB/Ann"; not "JB asked", nor "a note for JB to read"."""
    names = [name for name in _BETWEEN.split(entry) if len(name) > 1]
    said = (name in text and re.search(rf"(?<![\w’'-]){re.escape(name)}(?![\w’'-])", text) for name in names)
    if not names or not all(said):
        return False
    return re.search(rf"{_BEFORE_NAME}{re.escape(names[0])}(?![\w’'-]){_GOES_ON}", text) is not None


_BEFORE_NAME = r"(?:^|(?:[.;:,–-]|\band|\bthat)\s+)(?:[Tt]he\s+)?(?:[A-Z][\w’'-]*(?:,|\s+and|\s*[&/])\s*)*"
_BETWEEN = pattern_of(r"\s*(?:[/,&]|\band\b)\s*")
_GOES_ON = (
    r"(?:(?:,|\s+and|\s*[&/])\s*[A-Z][\w’'-]*)*\s+(?:to\s+(?!be\s+\w+ed\b)[a-z]|(?:will|would|shall|should)\b(?!\s+(?:not|never|have)\b)|(?:is|are)\s+(?:to\b|[a-z]+ing\b)"
    rf"|(?:has\s+|have\s+)?(?:kindly\s+|also\s+)?(?:{'|'.join(sorted(COMMIT))})\b)"
)


def split_owner(text: str) -> tuple[str | None, str]:
    """Who is to act in an entry of a list, and what: "The Clerk to write to the bank", "KT will report". Of what is "to
    be sent" or "will be sent" the subject does nothing; what is no name in capitals must be somebody's office or body."""
    match = _WHO_TO.match(text)
    if match is None or (match["be"] and not match["asked"]):
        return None, text
    who = match["who"]
    noun = _head_of(re.findall(r"[\w’'-]+", who))[-1].lower()
    sure = _CAPITALS.fullmatch(re.sub(r"\s?\([^()]*\)", "", who)) or _acts(noun)
    return (who, match["what"]) if sure and can_act(who) else (None, text)


def _head_of(words: list[str]) -> list[str]:
    """The words of a name up to its noun: "the Head" of "the Head of Legal Services"."""
    return words[: next((place for place, word in enumerate(words) if word.lower() in _LINKS and place), len(words))]


_WHO_TO = pattern_of(
    r"^(?:For\s(?=the\s[A-Z]|[A-Z]))?(?P<who>(?:(?:the\s)?[A-Z][\w’'/&.-]*|(?:all\s)?[a-z]+s(?=\s))(?:,?\s+(?:\([^()]{2,40}\)|(?!(?:is|are|was|were|has|have|had|to|will|should)\b)[\w’'/&.-]+)){0,9}?)"
    r"\s+(?:(?:asked\s+)?to|will|should)\s+(?P<be>be\s+(?!(?:\w+ly\s+)?(?:involved|engaged|represented|present|available)\b)(?P<asked>asked\s+to\s+)?)?"
    r"(?P<what>[a-z].*)$",
    re.DOTALL,
)
_NAME_WORD = r"(?:[A-Z][\w’'/&.-]*|and|of|for|from|the|&)"
_CAPITALS = pattern_of(rf"{_NAME_WORD}(?:[\s,]+{_NAME_WORD})*[\s,]*")

ARTICLE = pattern_of(r"^(?:[Tt]he|[Aa]n?)\s")
_INITIALS = pattern_of(r"^[A-Z]{2,4}$")
_LINKS = frozenset(["of", "for", "on", "from", "with", "in", "to", "against", "at", "by", "about", "into", "across"])
