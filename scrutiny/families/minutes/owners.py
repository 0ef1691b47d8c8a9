"""Room `families/minutes`: who is to do it, and who asked.

Takes a sentence with its frames and the sentences around it, gives owner and requester as printed, None where the
paper names nobody.
"""

import re

from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.frames import Act, Frame
from scrutiny.families.minutes.words import BODY, MEMBER, OUTSIDE, PAPER, ROLE, Doing, Subject, base_of, doing_of
from scrutiny.language.dates import MONTHS

_OWNING = (Subject.ROLE, Subject.MEMBER, Subject.INITIALS, Subject.BODY, Subject.NAME, Subject.OUTSIDE)
_ORGAN = r"(?:[A-Z][\w’'&-]*|(?:[a-z]+\s)?officers|officer)(?:,?\s+(?:\([A-Z][\w &]+\)|[A-Z&][\w’'&-]*|of|for|and|the(?=\s(?:[A-Z]|two|three|four|five|six))|two|three|four|five|six|councils|together\s+with|in\s+consultation\s+with|Section\s+\d+|\d{3}))*"
_ASK = r"(?:[Aa]uthoris(?:e|es|ed)|[Ii]nstruct(?:s|ed)?|[Rr]equest(?:s|ed)?|[Aa]sk(?:s|ed)?|[Ii]nvite[sd]?)"
_GIVEN = (
    re.compile(rf"\b{_ASK}\s+(?:that\s+)?(?P<who>(?:the\s+)?{_ORGAN})(?=,?\s+(?:to|could|would)\s+[a-z])"),
    re.compile(rf"\b[Aa]uthoris(?:e|es|ed)\s+(?P<who>the\s+{_ORGAN})"),
    re.compile(rf"\b(?:[Rr]equest|[Aa]sk|[Rr]ecommend|RECOMMEND|[Uu]rge|[Ii]nstruct)(?:s|ed)?\s+(?:to\s+(?:the\s+)?\w+\s+)?that\s+(?P<who>the\s+{_ORGAN})(?=\s+[a-z])"),
    re.compile(rf"\bRECOMMEND(?:ED)?\s+to\s+(?P<who>(?:the\s+)?{_ORGAN})"),
    re.compile(rf"\b[Dd]elegat\w+\s+(?:[\w,’'-]+\s+){{0,16}}?to\s+(?P<who>(?:the\s+|an?\s+)?{_ORGAN})(?:\s[^.;]{{0,120}}?(?P<with>\sin\s+consultation\s+with\s+(?:the\s+)?{_ORGAN}))?"),
    re.compile(rf"\b[Rr]efer\w*\s+.*?\bto\s+(?P<who>the\s+{_ORGAN})"),
    re.compile(rf"^(?:\W*\w{{0,3}}\W+)?(?:[Tt]hat\s+)?(?P<who>(?:[Tt]he\s+)?{_ORGAN})\s+(?:further\s+)?be\s+(?:asked|requested|authorised|invited|instructed|directed|tasked)\b"),
    re.compile(rf"^(?:\W*\w{{0,3}}\W+)?[Tt]hat\s+(?P<who>(?:[Tt]he\s+)?{_ORGAN}(?:,\s+together\s+with\s+{_ORGAN})?),?\s+(?:in\s+future\s+|also\s+|now\s+)?(?P<verb>[a-z]+)\b"),
)  # fmt: skip
_GIVES = re.compile(r"^\W*\w{0,3}\W*(?:[Aa]uthoris|[Dd]elegat|[Ii]nstruct)")
_BY = re.compile(
    rf"\bby\s+(?P<who>(?:all\s+)?(?:members|councillors|officers|trustees|governors)\b|(?:the|an?)\s+(?:(?!from|of|to|in|with)[a-z-]+\s+){{0,2}}(?:team|service|officers?|manager|group|clerk|contractor|worker)\b|(?:the\s+)?{_ORGAN})(?!\s+\d)"
)
_TRAIL = re.compile(
    r"\s+(?:should|would|could|might|may|to|further|has|have|had|was|were|is|are|also|then|therefore|kindly|itself|said|that)(?:\s+\w+ly)?$"
)

_ELECTED = re.compile(
    r"^(?:Councillors?|Cllrs?|Members?|The\s+(?:Chair|Vice|Leader|Mayor|Members?|Committee|Panel|Board|Cabinet\s+Member|Executive\s+Member))\b",
    re.IGNORECASE,
)


def is_member(who: str) -> bool:
    """Whether somebody is an elected member, who asks, rather than an officer, who does."""
    return _ELECTED.match(who) is not None


def find_owner(
    text: str,
    frames: tuple[Frame, ...],
    frame: Frame | None,
    kind: ActionKind,
    *,
    earlier: tuple[str, ...],
    later: tuple[str, ...],
    decided: bool,
) -> str | None:
    """Who is to act, as printed; None where nobody is named."""
    if kind is ActionKind.OUTSTANDING and not (frame and frame.act is Act.NAME_TO):
        return _awaited(text)
    if frame is None:
        return _given(text) if decided else None
    if (decided or _GIVES.search(text)) and (given := _given(text)):
        return given
    if frame.act is Act.WAS_ASKED and frame.who:
        return _tidy(frame.who) or (
            acting(text, frame.verb_at, earlier, officer=False)
            if frame.subject is Subject.PRONOUN or frame.who.lower() in ("he", "she", "they")
            else None
        )
    named = _named(frame)
    if frame.act is Act.ASKS and (asked := _tidy(frame.who)):
        return asked
    if frame.act is Act.ASKS or (kind is ActionKind.REQUEST and frame.act is not Act.WAS_ASKED):
        wanted = [named] if frame.act in (Act.NAME_TO, Act.IS_TO) else []
        wanted += [_named(one) for one in frames if one.asked and one.act in (Act.WOULD, Act.COULD, Act.WILL)]
        if named and not is_member(named):
            wanted.append(named)
        return next((who for who in wanted if who), None) or answering(text[frame.verb_at :], later)
    if frame.act is Act.SUGGESTS:
        return _suggested(text[frame.verb_at :]) or next(
            (who for at, who in agents(text) if at < frame.verb_at and _is_officer(who)), None
        )
    if frame.act is Act.IMPERATIVE:
        return None
    if frame.passive:
        by = _BY.search(text[frame.verb_at :])
        if by:
            return _tidy(by["who"])
        if frame.act is Act.SUBJUNCTIVE and frame.doing is Doing.ASK:
            return _tidy(frame.who)
        officer = _PLEDGES.search(text) is None
        return acting(text, frame.verb_at, earlier, officer=officer) if kind is ActionKind.COMMITMENT else None
    if frame.verb in _RECEIVES and kind is ActionKind.COMMITMENT:
        return acting(text, frame.verb_at, earlier, officer=True)
    if named or (frame.who is not None and frame.subject in _OWNING):
        return named or (acting(text, frame.verb_at, earlier, officer=True) if kind is ActionKind.COMMITMENT else None)
    if decided:
        return None
    if frame.subject in (Subject.PRONOUN, Subject.RELATIVE, Subject.NONE):
        return acting(text, frame.verb_at, earlier, officer=False)
    if kind is ActionKind.COMMITMENT and frame.subject in (Subject.PAPER, Subject.THING, Subject.IMPERSONAL):
        return acting(text, frame.verb_at, earlier, officer=True)
    return None


def _named(frame: Frame) -> str | None:
    """The subject of an active frame where it is somebody."""
    if frame.who is None or frame.passive:
        return None
    tail = _tail(frame.who)
    if frame.subject not in _OWNING and not (frame.subject is Subject.THING and _after_words(frame.who, tail)):
        return None
    who = tail if frame.act is Act.NAME_TO or frame.subject is Subject.THING else frame.who
    if frame.act is Act.COMMITS and who.count(",") == 1 and _ALONE.match(who.rpartition(",")[2].strip()):
        who = who.rpartition(",")[2].strip()  # "As the manager for transport, KK agreed to"
    return _tidy(who)


def _after_words(who: str, tail: str) -> bool:
    """Whether a name stands behind words that are none of its own: "Apr24.03 JH will", "of £700.00 Clerk to"."""
    before = who.removesuffix(tail).split()
    last = before[-1].lower() if before else ""
    return bool(before) and last not in _JOINS and (_ALONE.match(tail) is not None or last[:1].isdigit())


_JOINS = frozenset(["the", "a", "an", "of", "by", "from", "with", "to", "for", "at", "in", "on", "and"])

_FROM = re.compile(
    rf"\b(?:promised\b.{{0,40}}?\bby|received\s+from|awaited\s+from|due\s+from)\s+(?P<who>(?:the\s+)?{_ORGAN})"
    rf"|\bfrom\s+(?P<his>(?:the\s+)?{_ORGAN})\s+(?:was|were|is|are)\s+(?:still\s+)?awaited\b"
)


def _awaited(text: str) -> str | None:
    """Whose an outstanding action is: "promised in May by the Clerk", "not yet received from the Trust", else the
    officer who speaks of it or is at it."""
    named = _FROM.search(text)
    if named:
        return _tidy(named["who"] or named["his"])
    return next((who for _, who in agents(text) if _is_officer(who)), None)


def _is_officer(who: str) -> bool:
    """Whether a name is for certain somebody's who does: an office, a person or initials, no member and no company."""
    if is_member(who):
        return False
    offices = any(word.lower() in ROLE for word in re.findall(r"[\w’'-]+", who))
    return offices or _TITLED.match(who) is not None or not _ARTICLE.match(who)


_RECEIVES = ("have", "receive", "get")
"""Who would have a note is not the one who writes it."""

_PLEDGES = re.compile(r"\b(?:undertaking|undertook|promised|pledged|assurance|assured)\b")
"""What a member who speaks binds himself by; what a member only says would be done, officers do."""


def _suggested(rest: str) -> str | None:
    """Who is to act in "suggested that officers revisit the risk"."""
    match = _SUGGESTED.match(rest)
    if (
        match is None
        or not (match["modal"] or doing_of(match["verb"]) in _DOES)
        or base_of(match["verb"]) != match["verb"]
    ):
        return None
    return _tidy(match["who"])


_SUGGESTED = re.compile(
    rf"\S+\s+that\s+(?P<who>(?:the\s+)?{_ORGAN})\s+(?P<modal>(?:should|could|might|may|would)\s+)?(?!be\b)(?P<verb>[a-z]+)\b"
)
_ALONE = re.compile(r"^(?:[A-Z]{2,4}|(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\.?\s[A-Z]\S+|(?:[Tt]he\s)?[Cc]lerk)$")


def with_mark(owner: str | None, mark: str | None, frame: Frame | None) -> str | None:
    """The owner with the entry of the action column beside the sentence. Where the sentence itself says who is to act,
    both are given: "the Corporate Director (RA)"."""
    if mark is None or owner is None or frame is None:
        return owner or mark
    if _TITLED.match(owner) or _INITIALS.match(owner):
        return owner
    own, other = (set(re.findall(r"\w+", name.lower())) for name in (owner, mark))
    if own & other or not _INITIALS.match(mark) or _named(frame) is None:
        return mark
    return f"{owner} ({mark})"


_TITLED = re.compile(r"^(?:Cllrs?\.?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof\w*)\s")
_INITIALS = re.compile(r"^[A-Z]{2,3}(?:(?:\s+and\s+|\s*[/,&]\s*)[A-Z]{2,3})*$")


_TITLED_NAME = r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Lord|Lady|Rev|Canon|Sister)\.?\s+(?:(?:Mrs?|Ms|Dr)\.?\s+)?(?:[A-Z][\w’'-]*\.?\s?){1,3}"
_ROLE_NAME = r"[Tt]he\s+(?:[A-Z][\w’'&/-]*)(?:\s*\([A-Z][\w ]+\)|,?\s+(?:[A-Z][\w’'&/-]*|of|for|and|the(?=\s[A-Z])|to(?=\s[A-Z])))*"
_FULL_NAME = r"[A-Z][a-z’'-]+\s+(?:Mc|Mac|O[’'])?[A-Z][a-z’'-]+"
_SIMPLE = r"(?:Officers?|[Tt]he\s+(?:officers?|[Cc]lerk|[Cc]hair(?:man|woman|person)?|service|team|trust|(?:[a-z]+\s)?(?:manager|director|adviser|auditor|solicitor|engineer|leader|treasurer|secretary|accountant|teacher)))"
_AGENT = rf"(?:{_TITLED_NAME}|{_ROLE_NAME}|{_SIMPLE}|{_FULL_NAME}|[A-Z]{{2,4}})"
_VERBED = r"(?:\s*\([^)]{1,40}\))?(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)?(?:,[^,]{3,80},)?\s+(?:(?:then|also|further|again|therefore|nonetheless|immediately)\s+)?(?:would|will|had|has|was|were|did|does|do|could|is|are|gave|took|set|said|told|felt|found|thought|spoke|put|went\s+on|undertook|[a-z]+ed)\b"
_ACTS = re.compile(
    rf"(?:^|(?<=[.;]\s)|(?<=,\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bthat\s)|(?<=\s[-–]\s))(?P<who>{_AGENT})(?={_VERBED})"
)
_NAMED_ACTS = re.compile(
    rf"(?<!\bof\s)(?<!\bby\s)(?<!\bto\s)(?<!\bwith\s)(?<!\bfor\s)(?<!\bfrom\s)(?P<who>\b(?:{_TITLED_NAME}|officers))(?={_VERBED})"
)
_SAID_BY = re.compile(
    rf"(?:,\s+(?:said|replied|explained|added|answered|advised|admitted)\s+(?P<after>{_AGENT}))|(?:,\s+(?P<before>{_AGENT})\s+(?:said|replied|explained|added|answered|advised|admitted|told\s+\w+|confirmed|confessed|suggested|thought)\b)"
)


def agents(text: str) -> list[tuple[int, str]]:
    """Who does or says something in a sentence, each with where they stand, in order."""
    seen = {match.start("who"): match["who"].strip() for each in (_NAMED_ACTS, _ACTS) for match in each.finditer(text)}
    found = list(seen.items())
    found += [(match.start(), (match["after"] or match["before"]).strip()) for match in _SAID_BY.finditer(text)]
    return sorted((at, who.rstrip(" ,.")) for at, who in found if can_act(who.rstrip(" ,.")))


_LINKS = frozenset(["of", "for", "on", "from", "with", "in", "to", "against", "at", "and", "or"])
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?)\s")
_POINTS = frozenset(
    [
        "Another",
        "Work",
        "Discussions",
        "Consultation",
        "This",
        "These",
        "Those",
        "There",
        "It",
        "That",
        "Some",
        "Such",
        "Both",
        "Most",
        "Many",
        "Approved",
        "Agreed",
        "Initially",
    ]
)


def can_act(who: str) -> bool:
    """Whether a name can be somebody's: of "the Corporate Risk Register" nothing can, of "the Friends" it may."""
    words = re.findall(r"[\w’'-]+", who)
    if not words or words[0] in _POINTS or words[-1].lower() in PAPER or _THING.search(who):
        return False
    if not _ARTICLE.match(who) and words[0][:1].isupper():
        return True
    head = next((place for place, word in enumerate(words) if word.lower() in _LINKS and place), len(words))
    return words[head - 1].lower() in ROLE | MEMBER | BODY | OUTSIDE or all(
        word[:1].isupper() for word in words[1:head]
    )


def acting(text: str, verb_at: int, earlier: tuple[str, ...], *, officer: bool) -> str | None:
    """Who "he", "she" or nobody named is: the last before the verb in the sentence, else in the sentences before it.
    `officer`: of what "would be provided" only an officer who speaks can be the one who does it."""
    other = _other_sex(text[:verb_at])

    def fits(who: str) -> bool:
        return (not officer or _is_officer(who)) and not (other and other.match(who))

    own = agents(text)
    before = [who for at, who in own if at < verb_at] or [who for _, who in own]
    for who in reversed(before):
        if fits(who):
            return who
    if own and officer:
        return None
    if officer:
        earlier = tuple(sentence for sentence in earlier if _SPEECH.search(sentence)) or earlier
    for sentence in reversed(earlier):
        said = [who for _, who in agents(sentence)]
        for who in reversed(said):
            if fits(who):
                return who
        if officer and _SPEECH.search(sentence) and said:
            return None
    return None


def _other_sex(before: str) -> re.Pattern[str] | None:
    """The titles that "he" or "she" cannot mean, by the last of them before the verb."""
    pronouns = re.findall(r"\b(?:[Hh]e|[Ss]he)\b", before)
    return (_WOMAN if pronouns[-1].lower() == "he" else _MAN) if pronouns else None


_SPEECH = re.compile(
    r"\b(?:said|stated|advised|confirmed|explained|repl(?:y|ied)|respon\w+|reported|informed|added|told|outlined|presented|introduced"
    r"|asked|noted|thought|felt|suggested|queried|wondered|answered|undertook|agreed|apologised|gave|gives|highlighted)\b"
)
_WOMAN = re.compile(r"(?:\w+\s)?(?:Mrs|Ms|Miss|Lady|Dame|Baroness|Sister)\b")
_MAN = re.compile(r"(?:\w+\s)?(?:Mr|Sir|Lord)\b")


def asking(text: str, earlier: tuple[str, ...]) -> str | None:
    """Who asks or suggests: the first who acts in the sentence, else the last before it."""
    own = agents(text)
    if own:
        return own[0][1]
    return next((who for sentence in reversed(earlier[-2:]) for _, who in reversed(agents(sentence))), None)


def _tail(who: str) -> str:
    """Of what stands before "to" the name alone: "Dec24.02 NS to", "exceeding 25 K Clerk to", "the fence, Clerk to"."""
    words = who.split()
    start = len(words)
    while start and (
        (words[start - 1][:1].isupper() and len(words[start - 1]) > 1)
        or words[start - 1] in ("and", "of", "/", "&", "the", "for", ",")
    ):
        start -= 1
    tail = " ".join(words[start:]).strip(" ,/")
    before, comma, last = tail.rpartition(" , ")
    if comma and _ALONE.match(last) and not any(word.lower() in ROLE | MEMBER for word in before.split()):
        return last
    return tail or who


def _given(text: str) -> str | None:
    for pattern in _GIVEN:
        match = pattern.search(text)
        if match is None:
            continue
        held = match.groupdict()
        if held.get("verb") and (doing_of(held["verb"]) not in _DOES or base_of(held["verb"]) != held["verb"]):
            continue
        who = match["who"] + (held.get("with") or "")
        return re.sub(r"(?:\s+(?:and|of|for|the))+$", "", who.strip(" ,"))
    return None


_DOES = (Doing.TELL, Doing.BRING, Doing.LOOK, Doing.ARRANGE, Doing.MAKE, Doing.ASK)

_TAKES_UP = re.compile(
    r"\b(?:would|will|agreed|undertook|undertaken|accepted|assented|offered|promised|could|happy|apologised|content|willing"
    r"|no\s+difficulty|see\s+to|yes)\b"
)


def answering(rest: str, later: tuple[str, ...]) -> str | None:
    """The officer who takes up a request: in the rest of its sentence, else in the next ones until somebody else
    speaks."""
    for place, sentence in enumerate((rest, *later[:3])):
        found = [who for _, who in agents(sentence)]
        officers = [who for who in found if not is_member(who)]
        if officers and _TAKES_UP.search(sentence):
            return _tidy(officers[0])
        if found and place:
            return None
    return None


_THING = re.compile(
    r"\b(?:Case|Programme|Plan|Strategy|Report|Project|Scheme|Policy|Hub|Bill|Act|Fund|Paper|Framework|Review|Register|Agenda)s?$"
)
"""What a title in capitals names that can do nothing: "the Full Business Case"."""

_PLAIN_NAME = re.compile(
    r"\b(?:officers?|clerk|chair\w*|team|service|members?|councillors|trustees|governors|group|committee|council|board|panel|residents|volunteers?|all|secretary|treasurer|worker|staff|colleagues|partners)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:would|could|should|will|is|was|were|are|had|have|has|been|having|did|said|yes|whether|which|if|because|when|while)\b"
    rf"|^(?:{'|'.join(MONTHS)})$"
)
"""What shows that the words before a verb are a clause, not somebody."""


def _tidy(who: str | None) -> str | None:
    if who is None:
        return None
    text = who.replace(" ,", ",").replace(" / ", "/").replace(" & ", " & ").replace(" .", ".")
    previous = None
    while previous != text:
        previous, text = text, _TRAIL.sub("", text).strip(" ,;:-–")
    text = re.sub(r"^(?:[A-Z][\w’'-]*\s)+(?=The\s[A-Z])", "", text)  # the heading of the item, run on
    text = re.sub(r"^[a-z]+\s(?=the\s[A-Z])", "", text)
    text = re.sub(r"^(?:that|and|but|then|however|also|therefore|to)\s+", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:[A-Z][a-z]+,\s+)(?=the\s)|(?:\s+(?:and|or|of|for|from))(?:\s+the)?$", "", text).strip(" ,")
    if not re.search(r"[A-Z]", text) and not _PLAIN_NAME.search(text):
        return None
    if (
        not text
        or len(text) > 200
        or not can_act(text)
        or _NO_NAME.search(text)
        or text.lower() in ("it", "this", "which", "who", "he", "she", "they", "we", "i", "there", "be", "a", "the")
    ):
        return None
    return text


def find_requester(kind: ActionKind, text: str, earlier: tuple[str, ...]) -> str | None:
    """Who asked for it or suggested it."""
    if kind not in (ActionKind.REQUEST, ActionKind.SUGGESTION) or re.match(
        r"^(?:It\s+was|There\s+(?:was|were|would)|That\b)", text
    ):
        return None
    return asking(text, earlier)
