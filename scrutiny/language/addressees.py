"""Room `language`: whom a sentence asks or charges with something.

Takes a part of a decision, gives who is asked, recommended or told to do what follows, as printed: in the passive
("that the Director be requested to"), the active ("to recommend to the Executive that"), without a subject ("that it be
recommended to"), and whoever something is referred to. Who speaks and what is done is not its business.
"""

import functools
import re

NAME = (
    r"(?:[Tt]he\s+)?(?:[A-Z][\w’'&-]*|(?:[a-z]+\s)?officers)"
    r"(?:,?\s+(?:(?:of|for|and|the|to\s+the|in\s+consultation\s+with|together\s+with)\s+){0,3}"
    r"(?:\([A-Z][\w &]+\)|[A-Z&][\w’'&-]*|(?:two|three|four|five|six)\s[a-z]+s|\d{3}\b)){0,24}"
)
"""A name by its capitals: "the Corporate Director of Children (Acting)", "Council", "the Clerk in consultation with the
Chair"."""

_WHO = rf"(?P<who>{NAME}|(?:the|all|both|each|other|local)(?:\s+[a-z]+){{1,3}}?|[Hh]e|[Ss]he|[Tt]hey)"
"""A name, or somebody in small letters: "the government", "all local authorities", "he"."""

ASKING = ("ask", "request", "recommend", "invite?", "urge?", "advise?", "encourage?", r"call\s+(?:up)?on")
"""Acts that leave it to the other whether it is done."""

CHARGING = (*ASKING, "authorise?", "instruct", "direct", "task")
"""The same, and those that do not."""

_BESIDES = r"(?:(?:and|also|further|therefore|formally|respectfully|in\s+turn|\w+ly)\s+){0,4}"


@functools.cache
def _forms(verbs: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    verb = rf"(?i:{'|'.join(verbs)})"
    asked = rf"(?i:(?:{'|'.join(verbs)})e?d)"
    body = r"committee|panel|board|commission|forum|members|report|council|cabinet|meeting|trustees|governors"
    return (
        # "that it be RECOMMENDED to the Executive that"
        re.compile(rf"\b(?:it|this)\s+(?:be|is|was)\s+{asked}\s+(?:to\s+|that\s+){_WHO}(?=\s|[,;.:]|$)"),
        # "that the Director be requested to", "he further be asked to"
        re.compile(
            rf"(?:^(?:[Tt]hat\s+)?|\b[Tt]hat\s+|\W\s){_BESIDES}{_WHO}\s+{_BESIDES}(?:be|is|are|was|were)\s+{_BESIDES}{asked}\b"
        ),
        # "to recommend to the Executive that", "asks the Trust to return"
        re.compile(
            rf"(?:^|\b(?i:to|resolved|and|{body})\s+|\W\s){verb}(?:s|(?i:e?d))?\s*:?\s+(?:to\s+)?(?:[Tt]hat\s+)?{_WHO}"
            r"(?=,?\s+(?:to\s+(?!(?:the|an?|its|our)\b)|that|should|could|would|be|consider|publish|provide|review|ensure"
            r"|approve|agree|adopt)\b)"
        ),
        # "request that the Executive calls on": a name with its verb
        re.compile(rf"\b{verb}(?:s|(?i:e?d))?\s+(?:to\s+(?:the\s+)?\w+\s+)?[Tt]hat\s+(?P<who>{NAME})(?=\s+[a-z])"),
        # "that the decision be referred back", "to refer the plan to Council"
        re.compile(
            rf"(?:^(?:\(?\w{{1,3}}[.)]\s)?|\b(?:be|is|are|to)\s+{_BESIDES})(?i:refer(?:red)?)\s+"
            rf"(?:back\b(?:\s+to\s+{_WHO})?|(?:[\w\s’'-]{{3,80}}?\s)?to\s+(?P<body>{NAME}))"
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


_MADE_BY = re.compile(rf"\bdecision\s+(?:(?:made|taken)\s+)?(?:of|by)\s+(?P<who>{NAME})")
"""Whose decision it is that is referred back, and so who has it again: "the decision of the Cabinet Member"."""
