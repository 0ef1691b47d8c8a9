"""Room `families/recommendations`: how a paper opens its recommendations.

Takes a block of text, tells whether it is the heading of a section of recommendations, known by its head noun
("Officer recommendation", not "Progress on recommendations"), or a sentence that leads to a list of them, known by
its clause: somebody who decides is asked, it is recommended, or the writer recommends.
"""

import re

from msgspec import Struct

from scrutiny.language.actors import BODIES, MEMBERS, names_actor, with_plurals
from scrutiny.language.addressees import ASKED, BODY, DECIDING, SETTLING, is_bound
from scrutiny.language.letters import has_any, small_letters, word_set
from scrutiny.language.numerals import SMALL_NUMBERS
from scrutiny.language.patterns import pattern_of

_ADVERBS = r"(?:(?:therefore|also|accordingly|hereby|now|further|respectfully|being)\s+){0,2}"

_LABELLED = (
    ("recommend",),
    pattern_of(
        rf"^.{{0,40}}\brecommendation\b.{{0,60}}$|\brecommendation\s+(?:[a-z]?\d|{'|'.join(SMALL_NUMBERS)})",
        re.MULTILINE,
    ),
)
_LEADING = (
    (
        ("recommend", "asked", "invited", "requested", "urged"),
        pattern_of(rf"\b(?:is|are)\s+(?:{_ADVERBS}|[\w’' ]{{2,60}}\s+)(?:asked|recommended|invited|requested|urged)\b"),
    ),
    (
        ("recommend", "ask", "invite", "urge", "call"),
        pattern_of(
            r"\b(?:recommends?|asks?|invites?|urges?|calls?\s+(?:up)?on)\b[^.\n]{0,80}(?::|–|\bthat|\bto)\s*$",
            re.MULTILINE,
        ),
    ),
)
"""Patterns of small letters, each with letters of which one stands in all that it finds."""

_LEADING_STEMS = ("recommend", "following", "should", "must")
_HEADING_STEMS = ("recommend", "proposal", "required", "requested", "sought", "argymhell", "gofynnir", "a geisir")
_STEMS = (*_LEADING_STEMS, *_HEADING_STEMS)
"""Letters of which each lead-in that no pattern above finds, and each heading, has some."""

LONGEST_HEADING = 120


def worth_reading(text: str) -> bool:
    """Whether a page's text can hold a recommendation section at all. Cheap: asked of every page."""
    small = small_letters(text)
    if any(has_any(letters, small) and pattern.search(small) for letters, pattern in (_LABELLED, *_LEADING)):
        return True
    if not has_any(_STEMS, small):
        return False
    headed, lines = has_any(_HEADING_STEMS, small), [line.strip() for line in text.splitlines()]
    pairs = zip(["", *lines], lines, strict=False)
    return any(_may_open(line, before) for before, line in pairs if headed or line.endswith(":"))


def _may_open(line: str, before: str) -> bool:
    """Whether a line of a page, with the one before it, leads to recommendations, or is their heading."""
    leads = line.endswith(":") and has_any(_LEADING_STEMS, small_letters(f"{before} {line}"))
    if leads and (leads_to_list(line) or leads_to_list(f"{before} {line}")):
        return True
    if len(line) > LONGEST_HEADING or not has_any(_HEADING_STEMS, small_letters(line)):
        return False
    return _WELSH.match(line) is not None or heading_of(line) is not None


_NUMBER = r"(?:(?i:chapter|part|section|annex|appendix)\s+\w{1,4}\s*[:.–-]?\s+)?(?:[A-Z]\.?\d{0,2}\s*[:.–-]?\s+|\d+(?:\.\d+)*\.?\s+)?"
_SUMMARY = r"(?:(?:(?:full|complete|short|brief)\s+)?(?:summary|list|table|overview)\s+of\s+(?:the\s+)?)?"
_FIRST_LANGUAGE = r"(?:(?!(?i:decisions?\s+/\s+actions?)\b)[^\W\d_][\w’'()]+\s+/\s+)?"
_S = r"(?:s|\s?\(s\)|/s)?"
_WANTED = rf"(?:decision|approval|agreement|resolution){_S}(?:\s*/\s*actions?)?\s+(?:required|requested|sought|needed)"
_HEAD = (
    rf"(?:recommendation{_S}|recommended(?:\s+(?:actions?|decisions?|resolutions?|course\s+of\s+action)|(?=\s*[:–-])|$)"
    rf"|{_WANTED}|(?:proposed|draft|suggested)\s+(?:resolution|motion){_S}|argymhell(?:iad|ion)|penderfyniad(?:au)?\s+a\s+geisir"
    rf"|(?P<weak>proposal{_S}|action{_S}\s+(?:required|requested|sought|needed)))"
    r"(?:\s*(?:/|and|&)\s*(?:\w+\s+)?(?:decisions?|actions?|recommendations?)(?:\s+(?:required|requested|sought))?)?"
)
""""Argymhelliad" and "Penderfyniad a geisir" are Welsh. A proposal may be an applicant's, an action anybody's."""
_BESIDE = r"(?P<beside>(?:[\w’'-]+,?\s+){1,3}?(?:and|&)\s+(?:the\s+)?)?"
_BEFORE = r"(?P<before>(?:[\w’'()&-]+\s+){0,4}?)"
_FOR = r"(?P<link>(?i:to|for|of|by|from))\s+(?P<whose>(?:(?i:the)\s+)?[A-Z][^:.]{0,60})(?=\s*(?:[:.]|$))"
_HEADING = pattern_of(
    rf"^(?P<number>{_NUMBER}){_FIRST_LANGUAGE}(?i:{_SUMMARY}){_BESIDE}{_BEFORE}(?P<head>(?i:{_HEAD}))"
    rf"\s*(?:(?i:and\s+(?:the\s+)?reasons?\b)|{_FOR})?\s*(?P<colon>[:;.–-]?)\s*(?P<rest>.*)$",
    re.DOTALL,
)
"""Accepts "Recommendation(s):", "L.2: Recommendations", "Argymhellion / Recommendations", "Recommendations for the
Department:", "Findings and recommendations", "Recommendation: Council is asked to note"; what follows the colon is
`rest`. "L.2: Recommendations 145" is a line of a contents list."""

_NAMED_PART = pattern_of(r"^[A-Za-z]{4,}\s+\w{1,4}\s*[:–-]")
"""Behind "Appendix 2 –" a heading may go on in small letters."""

_QUALIFYING = word_set(
    """
key main final headline proposed detailed revised amended specific overall draft further additional formal suggested our the its general
"""
)
"""What may stand before the head and changes nothing: whose they are is the other class (`names_actor`)."""

_CONCLUDING = word_set("executive overall summary conclusion conclusions")
"""What stands beside recommendations in one section and is told from them by its words alone."""

_OTHER_HEAD = word_set(
    "about against and as at by for from in of on that to under with no not any all other such which what previous earlier past last "
    "old outstanding open overdue implemented completed closed accepted agreed rejected approved adopted progress response responses reason reasons update updates status alternative alternatives"
)
"""What turns the heading into one on something else ("Progress on recommendations"), or on earlier ones."""

_QUESTION = pattern_of(
    r"^(?:[A-Z]\s*[–.-]\s*|\d+(?:\.\d+)*\.?\s+)?"
    r"(?:what\s+is\s+(?:being\s+)?asked\s+of\s+[\w’' ]{2,40}\??$"
    r"|(?:what\s+(?:is|are)\s+[\w’' ]{2,60}?|(?:what\s+)?[\w’' ]{2,60}?\s+(?:is|are))"
    r"\s+(?:being\s+)?(?:asked|recommended|requested)\s+to\s+(?:do|decide|agree|consider)\s*:?\??$)",
    re.IGNORECASE,
)
"""A heading that names the asking: "What Forum is asked to do", "What is the committee being asked to decide?"."""


class Heading(Struct, frozen=True, kw_only=True):
    """A heading of recommendations: what follows it on its own line, whether it stands out by a colon, and whether it
    asks what is asked. Below a `weak` one stands other text too ("Findings and recommendations", "Proposals"), so that
    only what asks by its own words counts. A lead-in without a heading is one that `leads`."""

    rest: str = ""
    colon: bool = False
    question: bool = False
    weak: bool = False
    leads: bool = False


def heading_of(text: str) -> Heading | None:
    """The heading that a text is or begins with, None where its head is something else."""
    if len(text) < 90 and _QUESTION.match(text):
        return Heading(question=True)
    match = _HEADING.match(text)
    if match is None:
        return None
    before, beside = match["before"].split(), [word.strip(",") for word in (match["beside"] or "").split()[:-1]]
    unknown = [word for word in before if not _qualifies(word)]
    if len(unknown) > ("recommendation" in match["head"].lower()) or any(map(is_other_head, unknown)):
        return None
    if not _OTHER_HEAD.isdisjoint(word.lower() for word in beside):
        return None
    if not (text[match.end("number") :][:1].isupper() or _NAMED_PART.match(match["number"])):
        return None
    if match["link"] and match["link"].lower() not in ("to", "for") and not _names_somebody(match["whose"]):
        return None  # "Recommendations from the 2019 review"
    rest = _FOR_WHAT.sub("", match["rest"].strip())
    if rest and not match["colon"] and not (rest[:1].isupper() and puts(rest)):
        return None  # "Recommendations from the inquiry report", "Recommendations 145"
    weak = bool(unknown or match["weak"] or not _CONCLUDING.issuperset(word.lower() for word in beside))
    return None if weak and rest and not puts(rest) else Heading(rest=rest, colon=bool(match["colon"]), weak=weak)


_FOR_WHAT = pattern_of(
    r"^for\s+(?:decision|approval|agreement|consideration|noting|information|resolution)\W*$", re.IGNORECASE
)
"""What a heading says of itself behind its dash."""


def is_other_head(word: str) -> bool:
    """Whether a word before "recommendations" makes the heading one on something else."""
    bare = word.lower()
    return bare in _OTHER_HEAD or bare.endswith("ing") or not bare.isalpha()


_NAMED = pattern_of(r"^(?:(?:For|To)\s+(?:the\s+)?|The\s+)?(?P<who>[A-Za-z][\w’'&-]*(?:\s[\w’'&-]+){0,5})\s*:?$")


def is_addressee(text: str) -> bool:
    """Whether a line within a section only says whom the recommendations below it are for: "For the Council"."""
    match = _NAMED.match(text)
    return match is not None and _names_somebody(match["who"])


def _names_somebody(name: str) -> bool:
    """Whether a name is that of one who can recommend, and no document: "the Cabinet Member for Finance"."""
    head = re.split(r"\s(?i:of|for|on|in|to|with)\s", name.rstrip(" :"))[0]
    last = [one.split()[-1] for one in re.split(r"\sand\s", head) if one.strip()]
    return names_actor(last[0]) or names_actor(last[-1])


def _qualifies(word: str) -> bool:
    bare = re.sub(r"[’']s?$|s[’']$", "", word.strip("()").lower())
    return bare in _QUALIFYING or names_actor(bare) or names_actor(f"{bare}s") or (word.isupper() and len(word) < 9)


_VERB = "|".join(f"{verb}|{verb.capitalize()}|{verb.upper()}" for verb in sorted(DECIDING | word_set("defer refuse")))
_ASKS = pattern_of(
    rf"^(?:It\s+(?:is|be)\s+{_ADVERBS}(?i:recommended|proposed|resolved)|(?:I|We)\s+{_ADVERBS}recommend|Recommended)\b|^[“‘\"]?[Tt]hat\s|^(?:T\s+H\s+A\s+T|THAT)\s|^[Tt]o\s+[a-z]+\s"
    rf"|^(?:{_VERB})(?=[\s,]|$)"
)
_PUTS = pattern_of(
    rf"^(?:The\s+)?[A-Z][\w’',& -]{{2,80}}?\srecommends\s+(?:that|to)\b|^(?:It\s+is\s+{_ADVERBS}recommended|(?:I|We)\s+{_ADVERBS}recommend)\b|^(?:To\s+)?(?:{_VERB})(?=[\s,])|^(?:[Tt]hat|THAT)\b(?:[^.;]*?\b(?i:be)\b|[^.]*:$)"
)


def asks(text: str) -> bool:
    """Whether a paragraph of a section, or what follows its heading's colon, asks by its first words: "Cabinet is asked
    to", "That the plan be adopted", "To accept the lower offer", "Approve subject to conditions"."""
    return ASKED.match(text) is not None or _ASKS.match(text) is not None


def puts(text: str) -> bool:
    """Whether a text asks those who decide, or says what somebody should do, whatever stands above it."""
    asked = ASKED.match(text)
    return (asked is not None and _decides(asked["body"])) or _PUTS.match(text) is not None or is_bound(text)


def is_request(text: str) -> bool:
    """Whether a sentence asks something of those who decide, in the present."""
    if (put := _RECOMMENDED_THAT.match(text)) is not None:
        return _decides(put["body"])
    match = ASKED.match(text)
    if match is None or _SUBJUNCTIVE.search(match[0]):
        return False
    people = match["body"].split()[-1].lower() in MEMBERS
    verb = re.match(r"\s*(?:\w+ly\s+)?(\w+)", text[match.end() :])
    business = verb is not None and verb[1].lower() in _BUSINESS
    return match[0].rstrip().endswith("to") and _decides(match["body"]) and (business or not people)


_RECOMMENDED_THAT = pattern_of(
    rf"^It\s+is\s+{_ADVERBS}(?i:recommended)\s+that\s+(?:the\s+)?{BODY}\s+(?:{'|'.join(sorted(DECIDING))})s?\s"
)
""" "It is recommended that the Board approves it"; not that visitors bring boots."""

_BUSINESS = DECIDING | word_set(
    "comment discuss review scrutinise determine decide examine give provide identify appoint nominate elect refer defer express make set"
)
"""What members are asked to do with a report; not to switch off their telephones."""


_SUBJUNCTIVE = pattern_of(r"^That\b|\bbe\s+(?:\w+\s+)?\w+\s+to\s*$")
"""What is moved or resolved: "That the Board be asked to"."""


_ENDS = pattern_of(r"(?::|–|:\s?-|\s-|\bto|\bthat|…|\.\.\.)\s*$")
_IMPERSONAL = pattern_of(rf"^(?:It|it)\s+is\s+{_ADVERBS}(?i:recommended)\b")
_WELSH = pattern_of(r"^(?:Gofynnir|Argymhellir)\b")
"""Welsh has one word each for "is asked" and "is recommended"."""
_WRITER = pattern_of(
    rf"^(?:We|I|(?:The\s+)?{BODY})\s+{_ADVERBS}"
    r"(?i:(?P<recommends>recommends?)|asks?|requests?|invites?|urges?|proposes?|calls?\s+(?:up)?on|(?:makes?|proposes?)\s+the\s+following\s+recommendations?)\b"
)
_QUALIFIED = r"(?:(?!(?:about|against|for|from|in|on|to|with)\b)\w+\s+){0,3}"
"""What may stand before the noun: "comments on the recommendations" are comments."""

_FOLLOWING = pattern_of(
    rf"\b(?:following|these)\s+{_QUALIFIED}recommendations?\b[^.]*:\s*$"
    r"|\brecommendations?\s+(?:are|is)\s+(?:as\s+follows|made|proposed|set\s+out\s+below)[^.]*:\s*$"
    r"|^(?![^:]*\b(?:(?:19|20)\d\d|last|previous\w*|earlier|then)\b)[^.:;]*\b(?:makes?|made)\s+(?:\w+\s+){1,3}recommendations\s*:\s*$",
    re.IGNORECASE,
)
"""Ends of a sentence that name the list below it. What was recommended in another year is background."""

_DECIDES = with_plurals(BODIES) | MEMBERS | word_set("holder leader mayor commissioner")


_ASK_ON = pattern_of(r"^(?:recommend|request|ask)\s+(?:(?:to|that)\s+)?(?=\S)")
"""What one who is asked is to ask of another: "to recommend that Cabinet:"."""


def leads_to_list(text: str) -> bool:
    """Whether a paragraph ends by asking for what is listed below it: "The Board is asked to:", "It is RECOMMENDED
    that", "We call on the council to:". Asked is who decides; a school that "is asked to:" is told how to apply. A
    clause that says itself what is asked leads to no list of it: "It is recommended that flues are swept:"."""
    if is_announced(text):
        return True
    if not _ENDS.search(text):
        return False
    last = re.split(r"(?<=[.;])\s+(?=[A-Z])", text)[-1]
    if _WELSH.match(last):
        return True
    if match := _IMPERSONAL.match(last):
        return _names_only_whom(last[match.end() :])
    if asked := ASKED.match(last):
        then = _ASK_ON.sub("", _clause(last[asked.end() :]))
        return _decides(asked["body"]) and (len(then.split()) <= MAX_VERB or _decides(then))
    writer = _WRITER.match(last)
    if writer is None or not _names_only_whom(then := last[writer.end() :]):
        return False
    if writer["body"] is None or _decides(writer["body"]):
        return True
    recommends = writer["recommends"] is not None  # others ask for what they like: petitions, letters
    return recommends and bool(_clause(then)) and _NO_NAMES.isdisjoint(writer["body"].lower().split())


def _names_only_whom(then: str) -> bool:
    """Whether behind the verb of asking stands nothing, or only who is asked."""
    clause = _clause(then)
    return not clause or _decides(re.sub(r"^(?:the|our|its)\s+", "", clause))


_THE_LIST = r"(?:\s*\b(?:on|to|for|in|with))?(?:\s+(?:each|all|any)\s+of)?(?:\s+the)?\s+following(?:\s+[a-z]+)?"


def _clause(then: str) -> str:
    """What stands between the verb of asking and the list, without "to", "that" and "on each of the following"."""
    return re.sub(rf"^\W*(?:to|that)\b|(?:{_THE_LIST})?(?:\b(?:to|that)\b)?\W*$", "", then.strip()).strip()


MAX_VERB = 2
"""Words of a verb that the list completes: "asked to agree that:"."""

MAX_NAME = 8
"""Words of the name of one who decides."""


def is_announced(text: str) -> bool:
    """Whether a paragraph ends by naming the list below it: "... the following recommendations are proposed:"."""
    return _FOLLOWING.search(text) is not None


_BY_WHOM = r"(?:before|by|for|from|in|of|to|under)\s"
_NAMED_LIST = pattern_of(
    r"(?:(?P<before>[\w’']+)\s+)?(?:(?P<the>the\s+(?:\w+\s+)?)"
    rf"|(?:the\s+)?(?:whose|its|their|his|her|our|[\w’']+[’']s?|\d+|{'|'.join(SMALL_NUMBERS)}|several|number\s+of|made|makes?|making)\s+{_QUALIFIED})"
    rf"recommendations(?:\s+{_BY_WHOM}[^,.;:]{{2,60}}?)?(?:,\s+\w+)?(?P<is>\s+(?:are|is|was|were))?"
    r"(?:\s+(?:(?:as|which)\s+follows?|these|that|to|(?:listed|set\s+out)\s+below))?\W*$",
    re.IGNORECASE,
)
"""How a sentence ends that names a list of recommendations: "whose recommendations were", "making two recommendations"."""

_DEALT_WITH = (
    rf"(?:{'|'.join(sorted(SETTLING | word_set('answer carry close complete implement support')))})(?:e?d|ied|ing|s)?"
)
_SETTLED = pattern_of(
    rf"\b{_DEALT_WITH}\s+(?:[\w’']+\s+){{1,4}}?recommendations\b|\brecommendations\b[^.:;]{{0,200}}?\b(?:be|been|is|are|was|were)\s+(?:\w+\s+)?{_DEALT_WITH}\b",
    re.IGNORECASE,
)
"""What was decided on recommendations, or has become of them."""

_ON = word_set("about after against before between concerning for from in on over regarding through to under")


def names_list(text: str) -> bool:
    """Whether a sentence of minutes names the recommendations that are listed below it, whosever they are: "The group
    made three recommendations:". What was decided on some is a decision, and comments on them are none."""
    if _SETTLED.search(text):
        return False
    named = _NAMED_LIST.search(text)
    if named is None or named["before"] is None or named["before"].lower() not in _ON:
        return is_announced(text) or bool(named and (named["is"] or (_ENDS.search(text) and not named["the"])))
    return False


def heads_list(text: str) -> bool:
    """Whether a heading in minutes is of recommendations, and of nobody's or of what paper's: "Recommendations in the
    report", "Recommendations of the review of parking"."""
    named = _HEAD_OF.match(text) if len(text) <= LONGEST_HEADING else None
    heading = heading_of(re.sub(r"[’']s?\b", "", named["head"])) if named else None
    others = (_OTHER_HEAD - _LINKS).intersection(named["of"].lower().split()) if named and named["of"] else None
    return heading is not None and not (heading.question or others)


_HEAD_OF = pattern_of(
    rf"^(?P<head>.*?\brecommendations?(?:\s?\(s\))?)(?:[\s(]+(?:made\s|arising\s)?{_BY_WHOM}(?P<of>[^.]*))?\W*$",
    re.IGNORECASE,
)
_LINKS = word_set("about and as at by for from in of on that to under with")

_NO_NAMES = word_set(
    """
may might can could must should shall will would not never ever once had has have
if where when whenever whether unless before after until while that which who how why
"""
)
"""What a name has not: then the clause is a rule or a condition, "Where the Panel recommends that:"."""


def _decides(printed: str) -> bool:
    """Whether a name is somebody's who decides: "The Cabinet Member for Adults"; not "Members of the public"."""
    name, _, rest = re.sub(r"^[Tt]he\s+", "", printed.strip()).partition(" of ")
    name = re.split(r",|\s(?:for|on|in|to|and|with)\s", name)[0]
    words = name.lower().split()
    if not words or len(words) > MAX_NAME or not _NO_NAMES.isdisjoint(words):
        return False
    if words[-1] in MEMBERS and rest:
        return _decides(rest)
    return any(word in _DECIDES for word in words[-2:])
