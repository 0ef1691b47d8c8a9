"""Room `families/minutes`: who is to do it, and who asked.

Takes a sentence with its frames, what stands beside it and the sentences around it, gives owner and requester as
printed, None where the paper names nobody. The sources are asked in order: first those that name the owner in the
sentence itself, then the action column, then those that infer him from the course of the discussion. An owner is only
inferred where the sentence points to him: by "she", by who speaks in it, or as a request that is taken up.
"""

import re
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.names import INITIALS, OWNING, TITLED, is_officer, subject_of, tidy
from scrutiny.families.minutes.people import ARTICLE, can_act, is_body, is_office
from scrutiny.families.minutes.speakers import AGENT, agents, can_mean, is_member, last_pronoun, mentioned
from scrutiny.families.minutes.words import (
    COMMIT,
    PRESENCE,
    PRONOUN,
    REQUEST,
    TIMES,
    TO_DO,
    Doing,
    Subject,
    base_of,
    doing_of,
    is_known,
)
from scrutiny.language.addressees import CHARGING, INSERTED, NAME, find_addressee
from scrutiny.language.dates import MONTHS
from scrutiny.language.patterns import pattern_of


class Case(Struct, frozen=True, kw_only=True):
    """A sentence that is an action, with all that can say who is to act. `mark` stands beside it in the action column
    or behind its "ACTION:"; `near` is the only entry of the column beside its block."""

    text: str
    frames: tuple[Frame, ...]
    frame: Frame | None
    kind: ActionKind
    earlier: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    decided: bool = False
    mark: str | None = None
    near: str | None = None
    forenames: frozenset[str] = frozenset()
    """By which the paper calls those present."""

    def agents(self, sentence: str | None = None) -> tuple[tuple[int, str], ...]:
        """Who acts in the sentence, or in another one."""
        return agents(self.text if sentence is None else sentence, self.forenames)


Source = Callable[[Case], str | None]


def find_owner(case: Case) -> str | None:
    """Who is to act, as printed; None where nobody is named."""
    outstanding = case.kind is ActionKind.OUTSTANDING and not (case.frame and case.frame.act is Act.NAME_TO)
    named = awaited_from(case) or by_whom(case) if outstanding else _first(NAMED, case)
    if case.mark:
        return named if named and (TITLED.match(named) or INITIALS.match(named)) else case.mark
    speaks = next((who for _, who in case.agents() if is_officer(who)), None) if outstanding else None
    found = named or (speaks if outstanding else _first(INFERRED, case)) or case.near
    waits = found is None and case.frame is not None and case.frame.subject is not Subject.PRONOUN
    return awaited_from(case) if waits and _FROM.match(case.text) else found


def _first(sources: tuple[Source, ...], case: Case) -> str | None:
    return next((who for source in sources if (who := source(case))), None)


def awaited_from(case: Case) -> str | None:
    """Whose an outstanding action is: "promised in May by the Clerk", "not yet received from the Trust"."""
    named = _FROM.search(case.text)
    who = tidy(named[named.lastgroup or 0]) if named else None
    # "Work has not yet begun": one word at the head of a sentence may be anything
    return None if named and who and named["idle"] and " " not in who and not is_office(who) else who


def commissioned(case: Case) -> str | None:
    """Whom a decision charges: "authorise the Director to", "delegated to the Clerk", "that the Manager include"."""
    if not case.decided:
        return None
    who = None if _GUEST.search(case.text) else find_addressee(case.text, CHARGING)
    tells = (
        case.frame if case.frame and case.frame.act is Act.SUBJUNCTIVE and case.frame.doing is not Doing.ASK else None
    )
    if who and tells and case.text.find(who) > tells.verb_at and (does := subject_of(tells)):
        return does  # "that the Clerk write to ask that the yard mend it"
    if who and who.lower() not in PRONOUN:
        return tidy(who)
    for pattern in _GIVEN:
        match = pattern.search(case.text)
        if match is None:
            continue
        held = match.groupdict()
        verb = held.get("verb")
        plain = base_of(verb) if verb else ""
        if verb and (doing_of(verb) not in _DOES or plain == "receive" or verb not in (plain, f"{plain}s")):
            continue
        who = match["who"] + (held.get("with") or "")
        return re.sub(r"(?:,?\s+(?:and|of|for|the|in\s+consultation\s+with|together\s+with))+$", "", who.strip(" ,"))
    return None


def asked(case: Case) -> str | None:
    """Who was asked: "the Clerk was asked to", "requested officers to"; not who wished."""
    frame = case.frame
    if (told := asked_that(case.text)) is not None:
        return tidy(told["who"])
    if frame is not None and (him := _IF_HE.search(case.text[: frame.verb_at])):
        return tidy(him["who"])
    if frame is not None and frame.doing is Doing.ASK and frame.subject is Subject.IMPERSONAL:
        # "It was agreed to ask the Clerk to"
        return next((tidy(one.who) for one in case.frames if one.act is Act.ASKS and one.who), None)
    if frame is not None and frame.act is Act.ASKS and (source := _NOTE_FROM.match(case.text, frame.verb_at)):
        return tidy(source["who"]) if is_office(source["who"]) and not is_body(source["who"]) else None
    if frame is None or frame.who is None or frame.who.split()[-1].lower() in REQUEST:
        return None
    if left := _LEFT_TO.match(case.text):
        return tidy(left["to"] or left["asked"])
    if wished := _LIKE.match(case.text, frame.verb_at):
        return tidy(wished["who"])
    who = _WHETHER.sub(r"\1", frame.who)  # "asked whether the Mayor could promise to"
    return tidy(who) if frame.act in (Act.WAS_ASKED, Act.ASKS) else None


def suggested(case: Case) -> str | None:
    """Whom somebody suggests for it: "that Mrs Dorn, as a diver, look at the wall"."""
    told = _SUGGESTED.search(case.text) if case.frame and case.frame.act in (Act.SUGGESTS, Act.SUBJUNCTIVE) else None
    plain = base_of(told["verb"]) if told else "be"
    return tidy(told["who"]) if told and is_known(plain) and told["verb"] == plain != "be" else None


_SUGGESTED = pattern_of(
    rf"\b(?:suggest|propos)(?:e?s|e?d)\s+that\s+(?P<who>{NAME})(?:,\s{INSERTED},)?\s+(?P<verb>[a-z]+)\b"
)


def own_words(case: Case) -> str | None:
    """Whose words they are, who says "I" or is told behind his name: "A2 Treasurer: I shall send it", "KT: tell the yard"."""
    said = _OWN_WORDS.match(case.text)
    told = said["verb"] if said else None
    mine = (told and is_known(told) and base_of(told) == told) or (case.frame is not None and case.frame.who == "I")
    return tidy(said["who"]) if said and mine and is_office(said["who"]) else None


_OWN_WORDS = pattern_of(
    rf"(?:\W+|A\d{{0,2}}[.:]?\s+)?(?P<who>{NAME})\s?:\s+(?:(?P<verb>[a-z]+)\s+(?:the|an?|all|any|each|every|its|their|it|to|that|members)\b)?"
)


def asked_that(text: str) -> re.Match[str] | None:
    """Whom it is asked of, with the verb of what he is to do: "requested that the Clerk confirms"."""
    told = _ASKED_THAT.match(text)
    plain = base_of(told["verb"]) if told else "be"
    does = is_known(plain) and plain not in ("be", "receive")
    return told if told and does and told["verb"] in (plain, f"{plain}s", f"{plain}es") else None


_ASKED_THAT = pattern_of(
    rf"(?:(?i:ask|request|recommend|urge|instruct)|(?:(?!\b(?:if|whether|because|which|who)\b)[^,;]){{0,120}}?\b(?:ask|request|recommend|urge|instruct)(?:s|e?d))\s+that\s+(?P<who>(?:all\s+)?{NAME})\s+(?P<verb>[a-z]+)\b"
)


def by_whom(case: Case) -> str | None:
    """Who stands behind a passive verb: "would be looked at by a fire officer"."""
    if case.frame is None or case.kind is ActionKind.REQUEST:
        return None
    return agent_of(case.frame, case.text)


def agent_of(frame: Frame, text: str) -> str | None:
    """Who does what a passive verb names, where the sentence says so."""
    if not frame.passive or frame.act is Act.SUGGESTS:
        return None
    for match in _BY.finditer(text, frame.verb_at):
        if _OTHER_VERB.search(text, frame.verb_at, match.start()):
            return None  # "a group be set up, to be led by Councillor Bell"
        if who := match["who"] or _one_of_trade(match["one"]):
            return tidy(who)
    return None


def _one_of_trade(words: str | None) -> str | None:
    """Who is meant by an article and a few small words: "the harbour master" of "the harbour master next week"."""
    said = words.split() if words else []
    parts = (" ".join(said[:size]) for size in range(len(said), 1, -1))
    return next((who for who in parts if can_act(who)), None)


def subject(case: Case) -> str | None:
    """The subject of an active verb: "the Clerk would write". In a request a member is who asks."""
    frame = case.frame
    if frame is None:
        return None
    who = subject_of(frame)
    if frame.subject is Subject.RELATIVE and not frame.passive:
        return _antecedent(case, frame)
    asks = case.kind is ActionKind.REQUEST and frame.act not in (Act.NAME_TO, Act.IS_TO)
    if who is None or (asks and is_member(who) and not frame.asked):
        return None
    consulted = _CONSULTED.match(case.text, frame.who_at + len(frame.who or "")) if case.decided else None
    return who + (consulted[1] if consulted else "")


_CONSULTED = pattern_of(rf"(,\s(?:in\s+consultation|together)\s+with\s+{NAME}),")


def _antecedent(case: Case, frame: Frame) -> str | None:
    """Who "who" is: "sent to the Clerk, who will"."""
    relative = _WHO_WILL.search(case.text[: frame.verb_at])
    return tidy(relative["who"]) if relative else None


def other_subject(case: Case) -> str | None:
    """Who acts elsewhere in the sentence, where its main doing has nobody: "Councillors are looking at it"."""
    if case.kind is ActionKind.REQUEST or case.decided:
        return None
    for one in case.frames:
        if one is case.frame or one.act in (Act.ASKS, Act.WAS_ASKED) or one.asked or one.negated or one.conditional:
            continue
        if one.subject is Subject.RELATIVE and not one.passive and (who := _antecedent(case, one)):
            return who
        if case.frame and case.frame.act is Act.SUGGESTS and one.subject is Subject.BODY and (who := subject_of(one)):
            return who
        if (one.doing in _DOES or one.verb == "do" or one.act is Act.NAME_TO) and (who := subject_of(one)):
            return who
    return None


def volunteer(case: Case) -> str | None:
    """Who takes up in the same sentence what was suggested for several without a name: "that officers hold a session, and
    Ms Lane was glad to"."""
    told = suggested(case) or subject(case) if case.kind is ActionKind.SUGGESTION else None
    return answerer(replace(case, later=())) if told and ARTICLE.sub("", told).islower() else None


NAMED: tuple[Source, ...] = (own_words, commissioned, volunteer, asked, suggested, by_whom, subject, other_subject)


def answerer(case: Case) -> str | None:
    """The officer who takes up a request: in its own sentence, else in the next ones until somebody else speaks."""
    frame = case.frame
    wished = case.kind in (ActionKind.REQUEST, ActionKind.SUGGESTION)
    if frame is None or case.decided or frame.act is Act.WAS_ASKED or not (wished or frame.act is Act.ASKS):
        return None
    asks = _ASKS.search(case.text)
    rest = case.text[min(frame.verb_at, asks.end() if asks else frame.verb_at) :]
    spoke: str | None = None
    # a suggestion is taken up at once and in so many words; what an officer says of it later may be anything
    suggested = case.kind is ActionKind.SUGGESTION
    takes_up, reach = (_ACCEPTS, 1) if suggested else (_TAKES_UP, 3)
    for place, sentence in enumerate((rest, *case.later[:reach])):
        if (accepted := _ACCEPTED.search(sentence)) is not None and (accepted["by"] or not place):
            return tidy((accepted["by"] or accepted["to"]).rstrip(" ."))
        found = [who for _, who in case.agents(sentence)]
        others = (who for who in found if who not in case.text[: -len(rest)])
        officers = [
            who for who in others
            if not is_member(who) and not is_body(who)
            and not any(_HE_ASKS.match(sentence, at + len(who)) for at, one in case.agents(sentence) if one == who)
        ]  # fmt: skip
        is_to = not suggested and officers and is_officer(officers[0]) and _IS_TO.search(sentence)
        if officers and not spoke and (is_to or takes_up.search(sentence)):
            return tidy(officers[0])
        if place == 1 and not found and (told := _told_to(sentence)):
            return told
        if found and place and (spoke or not officers):
            return None
        spoke = officers[0] if officers and place else spoke
    return None


def _told_to(sentence: str) -> str | None:
    """Who is to do what a note behind a request says: "Mrs Lane to send it"."""
    frame = next(iter(find_frames(sentence)), None)
    return subject_of(frame) if frame and frame.act is Act.NAME_TO and frame.who_at == 0 else None


def speaker(case: Case) -> str | None:
    """Who "he" or "she" is, or which officer says in the sentence what would be done."""
    frame = case.frame
    if frame is None or not _open_to_speakers(case):
        return None
    silent = _is_silent(frame)
    head = case.text[: frame.verb_at]
    pronoun = last_pronoun(head)
    if silent and case.kind is not ActionKind.COMMITMENT:
        return None
    promised = _PROMISES.search(head) is not None

    def fits(who: str) -> bool:
        return (not silent or promised or is_officer(who)) and (pronoun is None or can_mean(pronoun, who))

    if case.earlier and case.text.startswith("that ") and pronoun is None:
        # "A reported that ...; that B would be asked"
        return speaker(replace(case, text=case.earlier[-1], earlier=case.earlier[:-1])) if silent else None
    own = [
        (at, who) for at, who in case.agents()
        if not (silent and (_UNDERGOES.match(case.text, at + len(who)) or _HE_ASKS.match(case.text, at + len(who))))
        and not _ASKS_HIM.match(case.text, at + len(who))
    ]  # fmt: skip
    before = [who for at, who in own if at < frame.verb_at]
    said = [who for who in before or [who for _, who in own] if fits(who)]
    if said or pronoun in (None, "they") or (silent and own):
        return said[-1] if said else None
    said = [
        who for who in mentioned(head) if fits(who) and not re.search(rf"{re.escape(who)}{_ASKS_HIM.pattern}", head)
    ]
    said = said or [
        who
        for sentence in case.earlier
        for at, who in case.agents(sentence)
        if fits(who) and not (is_member(who) and _HE_ASKS.match(sentence, at + len(who)))
    ]
    return said[-1] if said else None


def _open_to_speakers(case: Case) -> bool:
    """Whether the discussion can show who is to act: in no decision, request or suggestion but "he was asked to"."""
    act = case.frame.act if case.frame else None
    asks = case.decided or case.kind in (ActionKind.REQUEST, ActionKind.SUGGESTION)
    return act is Act.WAS_ASKED or not (asks or act in (Act.IMPERATIVE, Act.SUGGESTS, Act.ASKS))


def _is_silent(frame: Frame) -> bool:
    """Whether the sentence says what would be done and not by whom: "it would be brought back"."""
    if frame.act is Act.WAS_ASKED:
        return False
    things = (Subject.PAPER, Subject.THING, Subject.IMPERSONAL)
    return frame.passive or frame.subject in things or (frame.who is not None and frame.subject in OWNING)


def holder(case: Case) -> str | None:
    """The officer whose turn it is, where "they" or nobody is to do what is promised: the last who spoke before it."""
    frame = case.frame
    if frame is None or case.kind is not ActionKind.COMMITMENT or case.decided or case.agents():
        return None
    they = case.text.startswith("They ")
    tells = frame.passive and frame.doing in (Doing.TELL, Doing.BRING)
    if not they and (not tells or _BY_SOMEBODY.search(case.text, frame.verb_at) or last_pronoun(case.text)):
        return None
    for sentence in reversed(case.earlier[-TURN:]):
        spoke = case.agents(sentence)
        if spoke and spoke[0][0] == 0:
            who = spoke[0][1]
            if they and len(spoke) > 1:
                return None  # "they" may be either
            holds = is_officer(who) and not who.isupper() and not _HE_ASKS.match(sentence, len(who))
            holds &= who not in case.text
            return who if holds else None
        if spoke or _ASKS.search(sentence) or sentence.rstrip().endswith("?"):
            return None
    return None


_DAY = rf"(?:(?:{'|'.join(MONTHS)}|[A-Z]\w+day|Easter|Christmas)\b)"
_BY_SOMEBODY = pattern_of(
    rf"\bby\s+(?:(?:the|an?|all|our|its|their)\s+(?!(?:end|date|start|next|{'|'.join(sorted(TIMES))})\b)"
    rf"|(?!{_DAY}){NAME})"
)
TURN = 3
"""Sentences before one in which whoever speaks in it is looked for."""


def only_officer(case: Case) -> str | None:
    """Of whom one member asks something to be given: of the only officer who has spoken before him, by his title or
    office; where another spoke too, or the members ask together, the paper leaves it open."""
    asks = _ASKS.search(case.text)
    if (
        case.kind is not ActionKind.REQUEST
        or case.decided
        or asks is None
        or not _GIVEN_HIM.match(case.text, asks.start())
    ):
        return None
    head = case.text[: asks.start()]
    one = _ONE_ASKS.search(head)
    if one is None or is_body(one["who"]):
        return None
    spoke = [who for sentence in (*case.earlier, head) for _, who in case.agents(sentence) if who not in head]
    others = {who.split()[-1] for who in spoke if not is_member(who)}
    who = next((one for one in reversed(spoke) if not is_member(one)), "")
    named = is_officer(who) and (TITLED.match(who) or ARTICLE.match(who))
    return tidy(who) if named and len(others) == 1 else None


_GIVEN_HIM = pattern_of(
    r"(?:asked|called)\s+for\b|(?:wanted|wished|asked)\s+to\s+(?:see|have|be)\b|(?:requested|sought)\s+(?:an?|the|more|further)\b"
)
_ONE_ASKS = pattern_of(rf"(?:^|[.;,]\s|\band\s)(?P<who>{AGENT}|[Hh]e|[Ss]he)\s+(?:\w+\s+)?$")
"""The subject of a verb of asking that is one person, or an office."""

INFERRED: tuple[Source, ...] = (answerer, speaker, holder, only_officer)


_DOES = (*TO_DO, Doing.ASK)
_GUEST = pattern_of(rf"\b[Ii]nvit\w+\s(?:[^.;]{{0,80}}?\s)?to\s+(?:{'|'.join(sorted(PRESENCE))}|the|an?|its|our)\b")
"""He who is invited to be there has nothing to do before somebody has invited him."""

_GIVEN = (
    pattern_of(
        rf"\b[Dd]elegat\w+\s+(?:[\w,’'-]+\s+){{0,16}}?to\s+(?P<who>(?:an?\s+)?{NAME})"
        rf"(?:\s[^.;]{{0,120}}?(?P<with>\sin\s+consultation\s+with\s+{NAME}))?"
    ),
    pattern_of(
        rf"(?:^(?:\W*\w{{0,3}}\W+)?[Tt]hat\s+|\b(?i:agreed|resolved)\W+[Tt]hat\s+|^(?:\W*\w{{0,3}}[.)]\s+)?(?!(?:It|To|In)\b|(?:The|An?)\s[a-z]))"
        rf"(?P<who>{NAME}(?:,\s+together\s+with\s+{NAME})?),?(?:\s+on\s+behalf\s+of\s+{NAME},|(?<=,)\s+{INSERTED},)?\s+(?:in\s+future\s+|also\s+|now\s+)?(?P<verb>(?!report\s(?:(?:to\s)?be|is|of|on)\b)[a-z]+)\b"
    ),
    # "be deferred for officers to obtain the survey"
    pattern_of(
        rf"\b(?:for|(?:allow|enabl)(?:e|ing)?|permit(?:ting)?)\s+(?P<who>{NAME})\s+to\s+(?!be\b)(?P<verb>[a-z]+)"
    ),
    pattern_of(rf"(?:^|\W)to\s+have\s+(?P<who>{NAME})\s+(?P<verb>[a-z]+)\b"),
)
_BY = pattern_of(
    rf"\bby\s+(?:an?\s+[a-z]+\s+from\s+)?(?:(?P<who>(?:all\s+)?(?:members|councillors|officers|trustees|governors)\b|(?:the\s+(?!end|time|date)[a-z]+\s+)?(?!{_DAY}(?!,\s+the\s)){NAME})(?!\s+\d)"
    r"|(?P<one>(?:the|an?|our|its|their)(?:\s+(?!(?:from|of|to|in|with|by|and|at|on|before|after|until|when|who|if|as|for)\b)[a-z-]+){1,4}))"
)
"""Accepts "by the clerk", "by a diver of the yard", "by Easter, the Head said"; rejects "by Friday", "by the quay"."""
_OTHER_VERB = pattern_of(r"\b(?:to\s+be|which|that|who)\s+(?:\w+ly\s+)?\w+(?:ed|en)\b")
_IF_HE = pattern_of(
    rf"\basked\s+(?P<who>{NAME}),?\s+(?:if|whether)\s+(?:he|she|they)\s+(?:would|could|will|can|might)\s+(?:\w+ly\s+)?$"
)
"""Whom somebody asked whether he would do it himself."""
_NOTE_FROM = pattern_of(rf"\w+\s+(?:for\s+)?(?:an?|the)\s+(?:[a-z-]+\s+){{1,4}}from\s+(?P<who>{NAME})")
"""Who is to give what is asked for: "asked for a short note from the Clerk"."""
_ASKED = "|".join(sorted(word for word in REQUEST if word.endswith("ed")))
_LEFT_TO = pattern_of(
    rf"(?:It\s+(?:is|was|falls|fell)\s+(?:(?:left\s+)?(?:to|for|with)|up\s+to|on)\s+(?P<to>{NAME})|(?P<asked>{NAME})\s+(?:is|was|are|were)?\s*to\s+be\s+(?:{_ASKED}))\s+to\s+[a-z]"
)
"""Whom it is left to, or who is yet to be asked: "It fell to the Clerk to", "Mr Bell to be asked to"."""
_LIKE = pattern_of(rf"like\s+(?P<who>{NAME})\s+to\s+[a-z]")
_WHETHER = pattern_of(r"^(?:whether|if)\s+(.+?)\s+(?:would|could|will|can|might)\s.*$")
_WHO_WILL = pattern_of(
    rf"\b(?P<who>{NAME}),?\s+who\s+(?:would|will|(?:is|was|agreed|undertook|offered|intends?|intended|plans|planned)\s+to)\s+(?:\w+ly\s+)?$"
)
_COMES = r"(?:received?|hear|heard|have|had|get|got|see|seen|come|arrived?)\b"
_FROM = pattern_of(
    rf"\b(?:promised\b.{{0,40}}?\bby|received\s+from|awaited\s+from|due\s+from)\s+(?P<who>{NAME})"
    rf"|(?:^|:\s)(?P<yet>{NAME})\s+(?:(?:is|was|are|were|has|have|had)\s+)?(?:still|yet)\s+to\s+(?!{_COMES})[a-z]"
    rf"|(?:^|:\s)(?P<idle>{NAME})\s+(?:(?:has|have|had)\s+(?:still\s+)?not\s+(?:yet\s+)?(?!yet|been|{_COMES})[a-z]+|(?:is|are|was|were)\s+still\s+(?!be)[a-z]+ing)\b"
    rf"|\bfrom\s+(?P<his>{NAME})\s+(?:was|were|is|are)\s+(?:still\s+)?awaited\b"
    rf"|\b(?:which|that)\s+(?P<whose>{NAME})\s+(?:had\s+been\s+(?:due|asked)|was(?:\s+due)?|(?:had\s+)?(?:promised|agreed|undertaken|offered))\s+to\s"
)
_ACCEPTED = pattern_of(
    rf"^(?:This|That|It)\s+was\s+(?:accepted|agreed)\s+(?:to\s+)?by\s+(?P<by>{AGENT})|\b(?:to\s+)?which\s+(?P<to>{AGENT})\s+(?:{'|'.join(sorted(COMMIT))}|acceded|assented|consented|gave|welcomed|accepted|granted)\b"
)
"""A request taken up: "This was accepted by Mr Bell", "to which Mrs Dorn assented", "a review, which she gave"."""

_ASKS = pattern_of(rf"\b(?:{'|'.join(sorted(REQUEST))})\b")
_HE_ASKS = pattern_of(rf"\s+(?:(?:had|has|also|then|further)\s+){{0,3}}(?:{'|'.join(sorted(REQUEST))})\b(?!\s+by\b)")
"""The member who asks is not the "he" who promises it: "Cllr Orme asked for it. He undertook to send it"."""
_ASKS_HIM = pattern_of(rf"{_HE_ASKS.pattern}\s+(?:her|him)\b")
"""Nor is whoever asks him or her: "Cllr Orme asked her to call, and she said she would"."""

_ACCEPTS = pattern_of(rf"\b(?:{'|'.join(sorted(COMMIT))}|undertaken|accepted|happy|glad|pleased|willing|content|yes)\b")
_TAKES_UP = pattern_of(rf"{_ACCEPTS.pattern}|\b(?:would|will|could)\b")
_IS_TO = pattern_of(r"\b(?:was|were|is|are)\s+to\s+[a-z]")
"""By this an officer takes something up; "the Ministry was to cut the grant" answers nobody."""

_UNDERGOES = pattern_of(
    r"\s+(?:also\s+)?(?:is|are|was|were|(?:has|have|had)\s+been|(?:would|will|should|could)\s+be)\s+(?:\w+ly\s+)?\w+(?:ed|en)\b"
)
"""Whoever "was invited" says nothing."""

_PROMISES = pattern_of(
    r"\b(?:undertook|promised|committed|pledged|volunteered|offered|(?:gave|given)\s+(?:an?|h[ie][sr])\s+(?:\w+\s)?(?:undertaking|assurance|promise|commitment))\b"
)
"""Who promises acts, whoever he is."""
