"""Room `families/recommendations`: who is asked to act.

Takes the words of a recommendation, gives the one who is asked as printed. A thing is nobody: "The boundary should".
"""

import re

from scrutiny.language.addressees import CHARGING
from scrutiny.pack.bodies import BODY_NOUN

BODY = r"(?P<body>[A-Z][\w’'&,() /-]{1,240}?)"
ASKED = re.compile(
    rf"^(?:That\s+)?(?:the\s+)?{BODY}\s+(?:is|are|be)\s+(?:therefore\s+|also\s+)?(?:asked|requested|recommended|invited|advised)\b(?:\s+to\b|\s+that\b)?\s*:?"
)
"""Who is asked: "Cabinet is asked to", "That the Committee are requested to:", "Members are invited to"."""

_SHOULD = re.compile(r"^(?:The\s+)?(?P<body>[A-Z][\w’'&,() -]{2,160}?)\s+(?:should|must)\b")
_RECOMMENDING = re.compile(r"^(?:(?:We|I)\s+recommend|It\s+is\s+recommended)\s+that\s+")
_INTRODUCED = re.compile(
    r"^(?:As|In|For|To|Given|Where|When|Following|With|By|[A-Z][a-z]+ing(?=\s(?:on|from|upon|to|the|with)))\s"
)
"""How a clause before the one who is to act begins: "As referenced in its strategy, the government should"."""


def addressee(text: str) -> str | None:
    """Who is to act, as printed: "Cabinet", "County Council", "The Department for Education"."""
    for pattern in (ASKED, _SHOULD):
        match = pattern.match(text)
        if match:
            body = _RECOMMENDING.sub("", match["body"].strip())
            if _INTRODUCED.match(body):
                body = re.sub(r"^.*,\s+(?=(?:the|local|all|there|it)\b)", "", body)
            if re.match(r"An?\s", body):
                return None  # "A strategy should say": nobody is asked
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
    if body.lower() in _NOBODY:
        return None
    head = re.split(r"\s+(?:of|for|in|to|with|that|who|on|at|from)\s", body)[0]
    named = _PROPER.fullmatch(body) and not re.match(r"An?\s", body) and not _UNDERGOES.match(then)
    return body if _ACTS.search(head) or named else None


_UNDERGOES = re.compile(
    rf"\s*(?:(?:not|also|now|then)\s+)*be\s+(?:\w+ly\s+)?(?!(?:{'|'.join(CHARGING)}|require|expect)\w*\b)"
    r"(?:\w+(?:ed|en|wn)|made|put|set|kept|built|sent|cut|held)\b"
)
_ASKED_OF_IT = re.compile(
    r"\s+(?:Approv|Agree|Not(?=es?\b)|Authoris|Delegat|Endors|Adopt|Consider|Receiv|Recommend|Allocat|Accept|Confirm|Grant|Instruct|Request|Support)"
    r"(?:e?s|e)?\b.*$|,\s+(?:having|in|with|as|working|through|including|together)\b.*$|(?:\s+(?:of|for|and|the|&))+$"
)
_ACTS = re.compile(
    rf"{BODY_NOUN.pattern}\W*$|\b(?:government|departments?|ministry|ministers?|authorit(?:y|ies)|organisations?|bod(?:y|ies)|services?|partners?|providers?|schools?|colleges?|trusts?|"
    r"agenc(?:y|ies)|inspectorates?|regulators?|police|forces?|officers?|directors?|directorates?|leaders?|mayor|members?|councillors?|chair|heads?|managers?|teams?|"
    r"commissioners?|practitioners?|professionals?|staff|landlords?|compan(?:y|ies)|operators?|secretary|executive)\W*$",
    re.IGNORECASE,
)
_PROPER = re.compile(r"(?:(?:[A-Z][\w’'()-]*|of|and|the|for|&),?\s*){1,8}")
_NOBODY = ("it", "there", "this", "we", "the", "that", "these", "they")
"""Subjects that name nobody: "It is recommended that", "There should be"."""
