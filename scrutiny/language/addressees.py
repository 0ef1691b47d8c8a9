"""Room `language`: whom a sentence asks or charges with something.

Takes a part of a decision or a recommendation, gives who is asked, recommended or told to do what follows, as printed:
in the passive ("that the Director be requested to"), the active ("to recommend to the Executive that"), without a
subject ("that it be recommended to"), by referring, and the subject of what should be done ("The Department should").
"""

import functools
import re

from scrutiny.language.actors import BODIES, TITLES, names_actor
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of

SHORT = rf"(?:{TITLES}|[A-Z](?!\.\s(?:The|This|That|It|He|She|They|An?|In|No)\b))\.(?=\s[A-Z])"
"""A title or a forename in short, with its stop."""

NAME = (
    rf"(?:[Tt]he\s+)?(?:{SHORT}|[A-Z][\w’'&-]*|(?:[a-z]+\s)?officers)"
    r"(?:,?\s+(?:(?:of|for|and|the|to\s+the|in\s+consultation\s+with|together\s+with)\s+){0,3}"
    rf"(?:\([A-Z][\w &]+\)|{SHORT}|[A-Z&][\w’'&-]*|(?:two|three|four|five|six)\s[a-z]+s|\d{{3}}\b)){{0,24}}"
)
"""A name by its capitals: "the Corporate Director of Children (Acting)", "Council", "the Clerk in consultation with the
Chair"."""

_WHO = rf"(?P<who>{NAME}|(?:the|all|both|each|other|local)(?:\s+[a-z]+){{1,3}}?|[Hh]e|[Ss]he|[Tt]hey)"
"""A name, or somebody in small letters: "the government", "all local authorities", "he"."""

INSERTED = (
    r"(?:in|on|with|together|after|before|following|subject|through|as|by|under|within|at|from|during|acting|working|having)"
    r"\s[^,;:]{3,80}"
)
"""What is put between a name and its verb, by its first word: "in consultation with the Chair", "by the end of May"."""

ASKING = ("ask", "request", "recommend", "invite?", "urge?", "advise?", "encourage?", r"call\s+(?:up)?on")
"""Acts that leave it to the other whether it is done."""

CHARGING = (*ASKING, "authorise?", "instruct", "direct", "task", "remitt?")
"""The same, and those that do not."""

_BESIDES = r"(?:(?:and|also|further|therefore|formally|respectfully|in\s+turn|\w+ly)\s+){0,4}"


@functools.cache
def _forms(verbs: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    parted = [verb.partition(r"\s") for verb in verbs]  # the ending stands behind the first word: "called on"
    verb = rf"(?i:{'|'.join(verbs)})"
    asked = rf"(?i:{'|'.join(first + 'e?d' + space + rest for first, space, rest in parted)})"
    body = "|".join(sorted(BODIES | {"members", "report"}))
    return (
        # "that it be RECOMMENDED to the Executive that"
        re.compile(rf"\b(?:it|this)\s+(?:be|is|was)\s+{asked}\s+(?:to\s+|that\s+){_WHO}(?=\s|[,;.:]|$)"),
        # "that the Director be requested to", "he further be asked to"
        re.compile(
            rf"(?:^(?:[Tt]hat\s+)?|\b[Tt]hat\s+|\W\s){_BESIDES}{_WHO},?\s+{_BESIDES}(?:be|is|are|was|were)\s+{_BESIDES}{asked}\b"
        ),
        # "to recommend to the Executive that", "asks the Trust to return"
        re.compile(
            rf"(?:^|\b(?i:to|resolved|and|{body})\s+|\W\s){verb}(?:s|(?i:e?d))?\s*:?\s+(?:to\s+)?(?:[Tt]hat\s+)?{_WHO}"
            r"(?=,?\s+(?:to\s+(?!(?:the|an?|its|our)\b)|for\s+an?\s|that|should|could|would|be|consider|publish|provide|review|ensure"
            r"|approve|agree|adopt)\b)"
        ),
        # "request that the Executive calls on": a name with its verb, or above a list of them
        re.compile(rf"\b{verb}(?:s|(?i:e?d))?\s+(?:to\s+(?:the\s+)?\w+\s+)?[Tt]hat\s+(?P<who>{NAME})(?=\s+[a-z]|:)"),
        # "that the decision be referred back", "to refer the plan to Council"
        re.compile(
            rf"(?:^(?:\(?\w{{1,3}}[.)]\s)?|\b(?:be|is|are|to)\s+{_BESIDES})(?i:refer(?:red)?)\s+"
            rf"(?:back\b(?:\s+to\s+{_WHO}(?=\s*(?:[,;.:)]|$)|\s+(?:for|to|with|and|on|in|at|so|by|who|under)\b))?|(?:[\w\s’'-]{{3,80}}?\s)?to\s+(?P<body>{NAME}))"
        ),
    )


def find_addressee(text: str, verbs: tuple[str, ...] = ASKING) -> str | None:
    """Who is addressed, as printed; "" where it is said that somebody is, and not who; None where nobody is."""
    *forms, referred = _forms(verbs)
    found = [match for form in forms if (match := form.search(text))]
    if found:
        return re.sub(r"^That\s+", "", min(found, key=lambda match: match.start())["who"])
    handed = referred.search(text)
    if handed is None:
        return None
    made = _MADE_BY.search(text[: handed.start() + 1])
    return handed["who"] or handed["body"] or (made["who"] if made else "")


_MADE_BY = pattern_of(rf"\bdecision\s+(?:(?:made|taken)\s+)?(?:of|by)\s+(?P<who>{NAME})")
"""Whose decision it is that is referred back, and so who has it again: "the decision of the Cabinet Member"."""

# ---- the subject of what should be done ----------------------------------------------------------------------------

BODY = r"(?P<body>[A-Z][\w’'&,() /-]{1,240}?)"
ASKED = pattern_of(
    rf"^(?:That\s+)?(?:the\s+)?{BODY}\s+(?:is|are|be)\s+(?:therefore\s+|also\s+)?(?i:asked|requested|recommended|invited|advised|urged)\b(?:\s+to\b|\s+that\b)?\s*:?"
)
"""Who is asked: "Cabinet is asked to", "That the Committee are requested to:", "Members are invited to"."""

_SHOULD = pattern_of(r"^(?:The\s+)?(?P<body>[A-Z][\w’'&,() -]{2,160}?)\s+(?:should|must)\b")
_ONE_NAME = r"[A-Z][\w’']*(?:\s(?:of|for|and|the|&|[A-Z][\w’']*))*"
_RECOMMENDING = pattern_of(r"^(?:(?:We|I)\s+recommend|It\s+is\s+recommended)\s+that\s+")
_INTRODUCED = pattern_of(
    r"^(?:As|In|For|To|Given|Where|When|Following|With|By|[A-Z][a-z]+ing(?=\s(?:on|from|upon|to|the|with)))\s"
)
"""How a clause before the one who is to act begins: "As referenced in its strategy, the government should"."""


def is_bound(text: str) -> bool:
    """Whether a text says by its first clause what somebody or something should do."""
    match = _SHOULD.match(text)
    return match is not None and not _A_CLAUSE.search(match["body"])


def find_subject_asked(text: str) -> str | None:
    """Who is asked or bound by a recommendation whose subject he is, as printed: "Cabinet is asked to", "The Department
    for Education should". A thing is nobody: "The boundary should"."""
    for pattern in (ASKED, _SHOULD):
        match = pattern.match(text)
        if match:
            body = _RECOMMENDING.sub("", match["body"].strip())
            if _INTRODUCED.match(body):
                body = re.sub(rf"^.*,\s+(?=(?:the|local|all|there|it)\b|{_ONE_NAME}$)", "", body)
            if re.match(r"(?:An?|No|Neither)\s", body):
                return None  # "A strategy should say", "No council should": nobody is asked
            body = re.sub(r"^.*\brecommends?\s+that\s+", "", body).removeprefix("the ").removeprefix("The ")
            return _who(body, text[match.end() :])
    bare = re.match(
        r"^That\s+(?:the\s+)?(?P<body>(?:[A-Z][\w’']*|of|for|and|the|&)(?:\s+(?:[A-Z][\w’']*|of|for|and|the|&))*)", text
    )
    return _who(bare["body"], text[bare.end() :]) if bare else None


def _who(printed: str, then: str) -> str | None:
    """The one who can act, without what is asked of it; None for a thing: "The boundary of the area should", or what
    bears a name and only undergoes what follows: "That the Local Plan be revised"."""
    body = _ASKED_OF_IT.sub("", printed.strip()).strip(" ,")
    if body.lower() in _NOBODY or _A_CLAUSE.search(body):
        return None
    head = re.split(r"\s+(?:of|for|in|to|with|that|who|on|at|from)\s", body)[0]
    named = _PROPER.fullmatch(body) and not re.match(r"An?\s", body) and not _UNDERGOES.match(then)
    return body if names_actor(re.split(r"[\s&,/]+", head.rstrip(" ,;)"))[-1]) or named else None


_A_CLAUSE = pattern_of(
    r"^(?:When|Where|If|Although|Though|While|Because|Since)\b|\b(?:was|were|is|are|will|would|had|has|have)\b"
)
"""What shows that the words before "should" are more than a name."""

_UNDERGOES = pattern_of(
    rf"\s*(?:(?:not|also|now|then)\s+)*be\s+(?:\w+ly\s+)?(?!(?:{'|'.join(CHARGING)}|require|expect)\w*\b)"
    r"(?:\w+(?:ed|en|wn)|made|put|set|kept|built|sent|cut|held|told|paid|taught|brought|found|left|sold|read|run|dealt)\b"
    r"|\s*(?:not\s+)?(?:remain|stay|continue|become|cease|include|contain|reflect|cover)s?\b"
)
SETTLING = word_set(
    "accept adopt agree approve confirm decline endorse note oppose ratify reject resolve uphold welcome"
)
"""What a body does with a paper that is put before it, and leaves nothing to be done."""

DECIDING = SETTLING | word_set(
    "allocate authorise authorize consider delegate grant instruct receive recommend request support"
)
"""The same, and what leaves something to be done."""

_ASKED_OF_IT = pattern_of(
    rf"\s+(?:{'|'.join(verb.capitalize() for verb in sorted(DECIDING))})s?\b.*$"
    r"|,\s+(?:having|in|with|as|working|through|including|together)\b.*$|(?:\s+(?:of|for|and|the|&))+$"
)
_PROPER = pattern_of(r"(?:(?:[A-Z][\w’'()-]*|of|and|the|for|&),?\s*){1,8}")
_NOBODY = ("it", "there", "this", "we", "the", "that", "these", "they")
"""Subjects that name nobody: "It is recommended that", "There should be"."""
