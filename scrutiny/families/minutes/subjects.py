"""Room `families/minutes`: the tokens of a sentence, and who stands before a verb.

Takes the tokens up to a modal or a "to", gives the words of the subject and their class: a role, a member, the body,
somebody outside, a paper, initials. A subject ends at the last break of the sentence or at a word that begins a clause.
"""

from msgspec import Struct

from scrutiny.families.minutes.words import (
    ALL_OF_THEM,
    BODY,
    MEMBER,
    MODALS,
    OUTSIDE,
    PAPER,
    PAST,
    PRONOUN,
    QUESTION,
    ROLE,
    SAY,
    THIRD,
    Doing,
    Subject,
    base_of,
    doing_of,
    is_participle,
)
from scrutiny.language.addressees import SHORT
from scrutiny.language.dates import MONTHS
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of

_TOKEN = pattern_of(
    rf"{SHORT}|[A-Za-z]+(?=[’'](?:ll|d)\b)|[’'](?:ll|d)\b|[A-Za-z][A-Za-z’'.-]*[A-Za-z]|[A-Za-z]|\d[\d,.:/]*|[^\w\s]"
)

SKIPPED = word_set(
    """
    also then therefore now initially personally first happily only still always probably hopefully soon
    again further instead however thereafter formally jointly each both all kindly indeed
    """
)
BREAKS = frozenset([">", "→", ".", ";", ":", "?", "!", "–", "—", "-", "(", ")", "“", "”", '"'])
CLAUSE = word_set(
    """
    that which who whom and but or if whether because as when while where so whilst although , than
    """
)
MONTH_NAMES = frozenset(month.lower() for month in MONTHS)
_INITIALS = pattern_of(r"^[A-Z]{2,4}$|^[A-Z]{1,2}[a-z]{1,2}[A-Z]?[a-z]?$")
_AUXILIARY = word_set(
    """
    has have had was were is are be been would will also then therefore very now both all each intends intended himself
    herself
    """
)
_BETWEEN_NAMES = frozenset([",", "&", "/"])
FUNCTION = word_set(
    """
    the a an of for and in to on at by with from its their his her our this these those any some all
    """
)


class Token(Struct, frozen=True):
    """A word or mark of a sentence, in lower case too, and where it begins."""

    text: str
    low: str
    at: int


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order."""
    found = ((m.group(), m.start()) for m in _TOKEN.finditer(text))
    return [Token(said, (said[:1] + said[1:].rstrip(".")).lower().replace("’", "'"), at) for said, at in found]


def find_subject(tokens: list[Token], end: int) -> tuple[Subject, str | None, int]:
    """The class of the words before `end` up to the last break, those words, and where they begin."""
    start = end
    while start > 0 and end - start < 14:
        token = tokens[start - 1]
        low = token.low
        if low == ")" and start == end and (opened := _opened(tokens, start - 1)) is not None:
            start = opened  # "the Flood Officer (Jo Bell) is to"
            continue
        if low in BREAKS or low in _ENDS_BEFORE:
            break
        commas = [at for at in range(start, end - 1) if tokens[at].low == ","] if low in MODALS else []
        if commas:
            start = commas[-1] + 1  # "it would be useful for all, the Clerk would"
            break
        # "a report in that regard would"
        pointing = low == "that" and start > 1 and tokens[start - 2].low in FUNCTION - {"and"}
        if low in CLAUSE and not pointing and not (low in ("and", ",", "or") and _joins(tokens, start - 1)):
            break
        start -= 1
    start = _behind_clause(tokens, start, end)
    if 0 < start < end - 1 and (tokens[start - 1].low, tokens[start].low) == ("as", "such"):
        start += 1  # "As such it would need"
    while end > start and (tokens[end - 1].low in _AUXILIARY or tokens[end - 1].low.endswith("ly")):
        end -= 1
    words = tokens[start:end]
    if not words:
        before = tokens[start - 1].low if start else ""
        return (Subject.RELATIVE if before in ("which", "who", "and", "but", "or", ",") else Subject.NONE), None, -1
    return _class(words), " ".join(token.text for token in words), words[0].at


_ENDS_BEFORE = SAY | QUESTION | {"agreed", "requested", "resolved", "suggested"}


def _behind_clause(tokens: list[Token], start: int, end: int) -> int:
    """Where a subject begins that stands right behind a clause: "once costs are in the Clerk will"."""
    finite = next((at for at in range(end - 2, start, -1) if tokens[at].low in ("is", "are", "was", "were")), None)
    if finite is None:
        return start
    return next((at for at in range(end - 2, finite + 1, -1) if tokens[at].low == "the"), start)


def _opened(tokens: list[Token], close: int) -> int | None:
    """Where the bracket opens that closes at a token."""
    return next((at for at in range(close - 1, max(close - 9, 0), -1) if tokens[at].low == "("), None)


def _joins(tokens: list[Token], at: int) -> bool:
    """Whether an "and" or comma joins two names or parts of a title."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    before = tokens[at - 1].text if at else ""
    return bool(after[:1].isupper() and before[:1].isupper()) or (
        after.lower() == "the" and before[:1].isupper() and at + 2 < len(tokens) and tokens[at + 2].text[:1].isupper()
    )


def _class(words: list[Token]) -> Subject:
    owned = max((at for at, word in enumerate(words[:-1]) if word.low in ("’", "'")), default=-1)
    words = words[owned + 1 :]  # "the councillors’ feedback" is feedback
    lows = [word.low for word in words]
    if lows[-1].partition("'")[0] in PRONOUN:  # "he's going to" too
        return Subject.PRONOUN
    if len(words) <= 2 and lows[-1] in THIRD:
        return Subject.IMPERSONAL
    if any(low in MEMBER for low in lows):
        return Subject.OUTSIDE if "public" in lows else Subject.MEMBER  # "members of the public"
    if all(_INITIALS.match(word.text) or word.low in ("and", "/", "&", ",") for word in words) and lows[-1] not in BODY:
        return Subject.INITIALS
    links = (at for at, low in enumerate(lows) if low in ("of", "for", "on", "from", "with", "in", "to") and at)
    head = lows[: next(links, len(lows))]
    last = head[-1] if head else lows[-1]
    if last in PAPER and last != "meeting":
        return Subject.PAPER
    if last in OUTSIDE:
        return Subject.OUTSIDE
    if last in BODY and last not in ("group", "executive"):
        return Subject.BODY
    if any(low in ROLE for low in head) or (lows[0] == "the" and names_trade(last)):
        return Subject.ROLE
    if any(low in BODY for low in lows):
        return Subject.BODY
    if any(low in PAPER for low in lows):
        return Subject.PAPER
    if any(low in OUTSIDE for low in lows):
        return Subject.OUTSIDE
    if all(word.text[:1].isupper() or word.low in FUNCTION | _BETWEEN_NAMES for word in words):
        return Subject.NAME
    return Subject.THING


def is_nominal(tokens: list[Token], index: int) -> bool:
    """Whether what stands before a bare "to" is somebody: "Clerk to write", "TM and JS to meet"."""
    token = tokens[index - 1]
    if token.low in MONTH_NAMES or (index == 1 and token.low.endswith("ing")):
        return False  # "on 27 March to present", "Referring to"
    return token.text[:1].isupper() or token.low in ROLE | BODY | PAPER | {"all", "everyone"} or token.low == ")"


_FINITE = (
    word_set(
        """
    is are was were has have had would will could should may might must can did does do said stated asked
    agreed requested noted reported needs need wished wanted received considered met thanked went came gave
    made took attended proposed resolved rang chose forgot understood
    """
    )
    | PAST
)
_OF_ITSELF = word_set("tried hope hopes hoped aims helps seeks remains tends seems")
"""Verbs whose "to" says what their own subject does, and gives nobody a task."""


def has_verb_before(tokens: list[Token], index: int) -> bool:
    """Whether the clause has its verb already."""
    opened = index
    for back, token in enumerate(reversed(tokens[:index])):
        at = index - 1 - back
        if at >= opened:
            continue  # in brackets
        if token.low == ")" and back:
            opened = _opened(tokens, at) or index
            continue
        anew = token.low == "," and back <= 3 and not _is_of_office(tokens, at)
        if anew or token.low in (".", ";", ":", "–", "—", "-", "?"):
            return False  # ", Clerk to arrange" begins anew
        if _opens_decision(tokens, at):
            return False  # "RESOLVED Councillor Lee to buy", "Agreed KT to buy"
        figure = token.text[:1].isdigit() and 0 < back <= 2 and tokens[index - 1].low not in ("am", "pm")
        figure &= tokens[at - 1].low != "section"  # "the Section 151 Officer"
        if figure and all(one.text[:1].isupper() for one in tokens[index - back : index]):
            return False  # "at £700.00 Clerk to check"
        if at and tokens[at - 1].low == "to":
            continue  # "staff to have access"
        itself = token.low in _OF_ITSELF and (token.text.islower() or index == 1)  # "Hope to begin", not "Mrs Hope to"
        if itself or token.low in _FINITE or (at == 0 and index != 2 and _is_order(tokens)):
            return True
        # "and the designated doctor to": it belongs to the noun behind it
        epithet = 0 < at < index - 1 and tokens[at - 1].low in FUNCTION and tokens[at + 1].low not in FUNCTION | CLAUSE
        if not epithet and is_participle(token.low) and token.text[:1].islower():
            return True
    return False


def _is_order(tokens: list[Token]) -> bool:
    """Whether a sentence begins with a plain verb and its object: "Leave it to the members to", "Write to Ann to"."""
    verb, after = tokens[0].low, tokens[1].low
    known = base_of(verb) == verb and (verb == "leave" or doing_of(verb) not in (Doing.OTHER, Doing.STATE, Doing.ASK))
    return known and (after in _OBJECTS or (after == "to" and verb in _SPEAKS and tokens[2].low != "be"))


_OBJECTS = word_set("it them him her us this these those the a an all each every any our their")
_SPEAKS = word_set("write speak talk reply respond apply listen")


def _opens_decision(tokens: list[Token], at: int) -> bool:
    """Whether a participle in capitals, or at the beginning, only says that what follows was decided."""
    token, after = tokens[at], tokens[at + 1]
    loud = len(token.text) > LONGEST_INITIALS and token.text.isupper() and is_participle(token.low)
    first = at == 0 and token.low in _OPENS and after.text[:1].isupper()
    return (loud or first) and after.low != "to"


LONGEST_INITIALS = 4
_OPENS = word_set("resolved agreed decided")


def _is_of_office(tokens: list[Token], comma: int) -> bool:
    """Whether a comma joins an office and its field: "the Assistant Director, Operations"."""
    return tokens[comma - 1].low in ROLE and tokens[comma + 1].low not in _ACTORS and tokens[comma + 1].text.istitle()


def next_word(tokens: list[Token], index: int) -> str:
    """The next word that says something."""
    return next((token.low for token in tokens[index + 1 : index + 4] if token.low not in SKIPPED), "")


def leads(tokens: list[Token], index: int) -> bool:
    """Whether a clause begins with who acts or what undergoes it, and goes on "to": "new kettle to be bought"."""
    after_comma = tokens[index - 1].low == "," and tokens[index + 1 : index + 2] and tokens[index + 1].low == "be"
    index -= bool(after_comma)  # "a summary, to be drafted by the clerk"
    start = next((at + 1 for at in range(index - 1, -1, -1) if tokens[at].low in BREAKS | {","}), 0)
    words = [token.low for token in tokens[start:index]]
    if after_comma and _FINITE.intersection(words):
        return False
    if words in ([], ["and"], ["or"]) or len(words) > LONGEST_LEAD or {words[0], words[-1]} & _LEADS_NOTHING:
        return False
    if words[0] in PRONOUN and len(words) > 1 and words[1] not in ("and", "all", "both", ","):
        return False  # "we invite them to join"
    verbs = (at for at, word in enumerate(words) if word.endswith(("ed", "ing")))
    if (CLAUSE - {"and", "or", ","}).intersection(words) or not all(_is_epithet(words, at) for at in verbs):
        return False
    if words[-1] in _ACTORS or names_trade(words[-1]):
        return True
    index += bool(after_comma)
    if not words[-1].isalpha() or words[-1] in _NEEDED or _has_verb_behind(tokens, index + 2):
        return False
    verb = next_word(tokens, index)
    if not verb:  # a line that ends with "to"
        return False
    done = verb == "be" and is_participle(next_word(tokens, index + 1))
    return done or (verb == tokens[index + 1].low and doing_of(verb) not in (Doing.OTHER, Doing.STATE, Doing.DECIDE))


def _is_epithet(words: list[str], at: int) -> bool:
    """Whether a word that could be a participle stands before its noun: "the designated doctor"."""
    if at and words[at].endswith("ing") and words[at - 1] in ("the", "a", "this"):
        return True
    return at + 1 < len(words) and (at == 0 or words[at - 1] in FUNCTION) and words[at + 1] not in FUNCTION | CLAUSE


def _has_verb_behind(tokens: list[Token], index: int) -> bool:
    """Whether the clause goes on to say something of what is to be done: "the first school to be visited was"."""
    for token in tokens[index:]:
        if token.low in BREAKS or token.low in CLAUSE:
            return False
        if token.low in _SAYS_OF and token.text != "May":
            return True
    return False


_SAYS_OF = word_set("is are was were has have had came comes would will could can may might must should")

LONGEST_LEAD = 12
"""Words of who or what a clause begins with."""

_ACTORS = ROLE | BODY | MEMBER | OUTSIDE | ALL_OF_THEM
_AGENT = pattern_of(r"[a-z]{3}(?:er|or|ist|ian)s?$")
"""Who does something by trade: "joiner", "archaeologists"."""

_NO_AGENT = word_set(
    "banner barrier boiler border browser calculator chamber charger charter computer container corner corridor "
    "counter cover cylinder door error factor filter floor flower folder footer former freezer generator gutter "
    "harbour header heater indicator latter layer letter major manor matter meter minor mirror monitor motor "
    "newsletter number offer order other paper pier poster power printer quarter register reservoir river router "
    "scanner sector sensor server sewer shelter shower summer tender tier timer tower tracker trailer transfer water "
    "winter"
)
"""What ends like a trade and is a thing."""


def names_trade(low: str) -> bool:
    """Whether a noun behind "the" is who does something by trade or office: "the Surveyor", "the Curator"."""
    return _AGENT.search(low) is not None and low not in _NO_AGENT and low not in MONTH_NAMES


_LEADS_NOTHING = word_set(
    "how what when where why who which if whether in on at for to from with due able more not no except"
)
_NEEDED = word_set(
    "need needs right power powers time chance way plan plans proposal proposals decision request requests duty ability opportunity "
    "intention reason reasons permission option options attempt attempts effort efforts aim steps order target commitment scope capacity"
)
"""What a "to" hangs on without anything being told to be done."""
