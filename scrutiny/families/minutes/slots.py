"""Room `families/minutes`: what is to be done, as an instruction that can be read alone.

Takes a sentence with its frames, gives the frame that says what is to be done and its text. Nothing is filled in that
the paper does not say.
"""

import re

from msgspec.structs import replace

from scrutiny.families.minutes.about import (
    CONTENT,
    FEWEST_ALONE,
    FINITE,
    NUMBER,
    NUMBERED,
    REPORTING,
    capital,
    find_about,
    points_back,
    says_more,
    told_ahead,
)
from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.ahead import own_clause
from scrutiny.families.minutes.besides import BROKEN, in_step, without_speech
from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.owners import asked_that
from scrutiny.families.minutes.people import can_act, split_owner
from scrutiny.families.minutes.words import (
    CONNECTING,
    PRESENCE,
    REQUEST,
    STATE,
    Doing,
    Subject,
    base_of,
    doing_of,
    is_known,
    is_participle,
)
from scrutiny.language.patterns import pattern_of

_RANK = {act: rank for rank, act in enumerate((
    Act.NAME_TO, Act.COMMITS, Act.WAS_ASKED, Act.WOULD, Act.WILL, Act.IS_TO, Act.SUBJUNCTIVE, Act.ASKS, Act.IMPERATIVE,
    Act.SHOULD, Act.COULD, Act.MUST, Act.SUGGESTS, Act.IS_DOING,
))} | {Act.WILL: 3}  # fmt: skip
_LEADING = pattern_of(
    rf"^(?:{NUMBER}"
    r"|\d{1,2}[.)](?=[A-Z][a-z])|\d{1,3}\s+(?=[A-Z]))?(?:(?:RESOLVED|AGREED|(?:(?:[Ii]t\s+w|W)as\s+(?:(?:also|then|therefore|further|accordingly|subsequently|unanimously)\s+){0,2})?(?:[Rr]esolved|[Aa]greed|decided)(?=\W+(?:that|to|\(|That))|Resolved|Agreed|APPROVED|DECISION|Decision(?:\s+taken)?)\W*\s*)?(?:\([a-z0-9]{1,3}\)\s+)?(?:(?:[Tt]hat|[Tt]o)\s+(?=[a-zA-Z]))?"
)

_ASKING = ("requested", "asked", "sought", "called", "requests", "asks", "pressed", "request", "wanted", "wants")
_WAS_WANTED = pattern_of(
    r"(?P<what>[^.;]{8,160}?)\s+(?:was|were)\s+(?:also\s+)?(?:requested|sought|asked\s+for)\b(?P<rest>(?!\s+(?:that|to)\b).*)$"
)
""" "A briefing was requested": what is wanted stands before."""

_RUN_ON = pattern_of(r"^(?:(?:[A-Z][\w’'&-]*|of|and|&|in|for)\s){1,6}(?=(?:The|An?)\s[a-z])")
"""A heading that runs on into the text of its item."""

_MODAL_END = pattern_of(
    r"^(?P<subject>.*?)\s+(?:(?:would|could|should|will|might|shall|must|may|can|(?:is|are|was|were)\s+(?:due\s+)?to|(?:(?:would|will|should|may|might)\s+(?:then\s+)?)?needs?\s+to|to)\b(?:,[^,]*,)?"
    r"(?:\s+(?:\w+ly|also|then|now|therefore|again|further|in\s+future|be))*|be(?:\s+\w+ly)?|being)\s*$",
    re.DOTALL,
)
"""What makes a verb finite between its subject and itself: "would also be", "is due to", "be"."""

_SAID = r"(?:said|explained|replied|answered|added|confirmed|promised)"
_SPEAKER = pattern_of(rf",\s+(?:{_SAID}\s+[A-Z][^,.;]{{2,60}}|(?:he|she|(?:the\s)?[A-Z][^,.;]{{2,50}}?)\s{_SAID})$")

_SUBORDINATE = pattern_of(
    r"\b(?:where|when|how|why|because|whom|so\s+that|in\s+order\s+that|(?:ensur\w+|make\s+sure|made\s+sure|hop(?:ed?|ing))\s+that|for)\s+(?:(?:the|an?)\s+)?$",
    re.IGNORECASE,
)
"""What makes the clause behind it a part of another: "a request for it to be included"."""

_CONDITION = pattern_of(r"\b(?:subject\s+to|if|unless|provided(?:\s+that)?|once|depending\s+on)\b", re.IGNORECASE)
_NOT = pattern_of(r"(?:\b(?:not|never)|n[’']t)\b", re.IGNORECASE)
_CONJUNCT = pattern_of(r"(?:,|\b(?:and|or))\s+(?:(?:the|an?)\s+)?$|&\s*$")
_NAMES_ONLY = pattern_of(r"(?:[Tt]he\s+)?(?:[A-Z][\w’'&/.-]*|of|for|and|the|&|,|\s)+")
_LIST_LETTER = pattern_of(r"(?<=[\w)’.])\s+\(?[a-h][.)]?$")
"""The letter of the next part of a list, at the end."""


def main_frame(frames: tuple[Frame, ...]) -> Frame | None:
    """The frame that says what is to be done: not asked, not negated, of a doing verb, the most binding first."""
    if not frames:
        return None

    invited = {one.verb_at for one in frames if one.verb == "invited" and one.passive}

    def rank(frame: Frame) -> tuple[bool, bool, bool, bool, bool, bool, int, int]:
        return (
            # a guest comes when somebody has invited him
            frame.act is Act.WAS_ASKED and frame.verb in PRESENCE and any(at < frame.verb_at for at in invited),
            (frame.act is Act.ASKS and frame.who is None) or (frame.act is Act.IS_DOING and frame.doing is Doing.STATE),
            frame.negated,
            frame.conditional,
            frame.past,
            frame.doing is Doing.DECIDE or _states(frame),
            # "that the Clerk write, asking them to" is to write; "that the Clerk be asked to write" too
            _RANK.get(frame.act, 99) + 2 * (frame.act is Act.SUBJUNCTIVE and frame.doing is Doing.ASK),
            frame.verb_at,
        )

    best = min(frames, key=rank)
    if best.act is not Act.SUGGESTS:
        return best
    # "felt that the plan was hard to read, and asked for a short one"
    return next((one for one in frames if one.act is Act.ASKS and one.verb_at > best.verb_at), best)


def _states(frame: Frame) -> bool:
    """Whether a frame says how things are: "the business case will require approval" asks nobody for anything."""
    needs = not frame.passive and base_of(frame.verb) in STATE and frame.act is not Act.COMMITS
    return frame.doing is Doing.STATE or (needs and frame.who is not None and not can_act(frame.who))


def instruction(
    text: str, frame: Frame | None, kind: ActionKind, *, owner: str | None, context: str, before: str = ""
) -> str:
    """What is to be done, read alone: "Look into the comparative data"."""
    named, task = split_owner(text)
    if named and named == owner and text[len(named) :].startswith(" asked to "):
        text = f"{named} to {task}"  # "Clerk asked to write"
        frame = main_frame(find_frames(text))
    sentence = text
    clause = own_clause(text, frame) if frame is not None and kind is not ActionKind.OUTSTANDING else None
    if clause is not None:
        text, frame = clause.text, clause.frame
    body = _body(text, frame, kind, owner)
    body = _NOTE_MARK.sub("", _SPEAKER.sub("", _MOVED.sub("", re.sub(r"\s+", " ", body)).strip(" .;,:–—-_*")))
    if frame is not None and frame.said and frame.act in (Act.WOULD, Act.WILL) and not frame.passive:
        body = without_speech(body)
    if frame is not None and text[: frame.verb_at].endswith(" to "):
        body = re.sub(r"\band to (?=[a-z])", "and ", body)
    body = _LIST_LETTER.sub("", body).rstrip(" .")
    # "Approved the terms", "Requests a report" in a notice; "To be sent on"
    did = _UNDERGONE.match(body) or (_DID.match(body) if kind is ActionKind.AGREED else None)
    if did and is_known(did["verb"]) and (is_participle(did["verb"]) or did["verb"].endswith("s")):
        body = base_of(did["verb"]) + body[did.end() :]
    body = NUMBERED.sub("", _RUN_ON.sub("", re.sub(r"[;,]?\s+and$", "", body)))
    noted = ")" in body and "(" not in body.partition(")")[0]  # "a lamp (Clerk to price) or a bell"
    body = body.partition(")")[0].rstrip(" .") if noted else body
    whole = _LEADING.sub("", sentence, count=1).strip(" .;,")
    told = clause.told if clause is not None and body != whole else ""
    if body != whole:
        body = in_step(body)
    about = find_about(body, text, frame if kind is not ActionKind.OUTSTANDING else None, context, before, told)
    parted = clause is not None and (clause.told != "" or text is not sentence)
    back = points_back(body)
    ahead = told_ahead(text, frame) if body != whole and not parted and says_more(text, frame, body, back=back) else ""
    untold = not parted and not ahead and says_more(text, frame, body, back=about != "" and back)
    about = ahead or ("" if noted else about)
    cut = clause is not None and clause.hangs in ("if", "once", "where", "when")  # "If Ann comes the Clerk would"
    if BROKEN.search(body) or untold or cut or (not about and len(CONTENT.findall(body)) < FEWEST_ALONE):
        body = whole
    else:
        body = f"{body}, {clause.hangs}" if clause is not None and clause.hangs else body
        body = f"{body} ({about})" if about else body
    return capital(_HOWEVER.sub("", body))


_HOWEVER = pattern_of(rf"^(?i:{'|'.join(sorted(CONNECTING))}),?\s+(?!that\b)(?=[a-z])")

_MOVED = pattern_of(r"[.;]\s\(?(?:Propos(?:ed\s+by|er)|Second(?:ed\s+by|er))\b.*$")
"""Who moved it, behind what is to be done."""
_NOTE_MARK = pattern_of(r"(?<=[a-z]{2})\.\d{1,4}$")
"""The number of a footnote or a page that runs on behind the last word."""

_WANTED = {"see": "provide", "have": "provide", "receive": "provide", "know": "say", "hear": "report", "be": "be"}
"""What is asked for by "wished to see" is that it be provided."""

_OBJECT = {
    "they": "them", "it": "it", "this": "this", "these": "these", "that": "that", "those": "those", "he": "him", "she": "her",
}  # fmt: skip
FEWEST_WORDS = 3
"""An instruction with fewer is a piece of one; the whole sentence is given instead."""


def _body(text: str, frame: Frame | None, kind: ActionKind, owner: str | None) -> str:
    whole = _LEADING.sub("", text, count=1)
    if kind is ActionKind.OUTSTANDING:
        return REPORTING.sub("", whole)
    if served := _FOR_THEMSELVES.match(whole):
        return f"{served['who']} {served['task']}"
    if (told := asked_that(whole)) is not None:
        return base_of(told["verb"]) + whole[told.end() :]
    if frame is not None and frame.subject is Subject.RELATIVE and frame.passive and (same := _SAME.match(whole)):
        return f"{same['subject']} to be {text[frame.verb_at :]}"
    apart = frame is not None and frame.subject is Subject.RELATIVE and _CUT_OFF.search(text[: frame.verb_at])
    if frame is None or apart or _loses(text, whole, frame):
        return whole
    body = _by_frame(text, whole, frame)
    return body if len(body.split()) >= FEWEST_WORDS or owner is not None else whole


_FOR_THEMSELVES = pattern_of(
    r"(?P<who>(?:The\s)?(?!(?:He|She|They|We|I)\b)[A-Z]\w+)\s(?:also\s)?(?:requested|asked)\s+(?P<task>to\s+(?:be\s+(?:\w+(?:ed|t|d|en)|made|shown)|receive)\b.*)$"
)
_CUT_OFF = pattern_of(r",\s+(?:he|she|they|[A-Z][\w’' ]{1,40})\s+(?:[a-z]+ed|said),\s+(?:would|will)\s+(?:be\s+)?$")
"""A verb cut from its subject by who says so: "A map drawn by hand, he suggested, would"."""

_SAME = pattern_of(
    r"(?P<subject>(?:An?|The|Its|Their|All|Both|[A-Z]\w+s)\s(?:(?!\b(?:that|which|who|if|whether)\b)[^,.;:]){3,80}?)\s(?:has|have|had|is|are|was|were)\s"
    r"(?:(?!\b(?:that|which|who|if|whether|he|she|they|it)\b)[^.;:])*?\sand\s(?:would|will)\s(?:be)\b"
)
"""A subject with two verbs: "The accounts have been audited and will be laid before the meeting"."""


def _loses(text: str, whole: str, frame: Frame) -> bool:
    """Whether an instruction made from the frame would lose what the sentence says: a "not", a condition, the verb that the frame
    only serves, or the first of several subjects. Such a sentence is given as it stands."""
    if _QUESTION.fullmatch(frame.verb):
        return True
    start = frame.who_at if frame.who_at >= 0 else frame.verb_at
    before, between = text[:start], text[start : frame.verb_at]
    if _CONDITION.match(whole) or _CONDITION.search(between) or (frame.negated and _NOT.search(between)):
        return True
    if frame.act in (Act.IMPERATIVE, Act.SUGGESTS) or frame.who_at < 0:
        return False
    if _SUBORDINATE.search(before) and not (frame.act is Act.NAME_TO and not frame.passive):
        return frame.act is not Act.ASKS
    if not _CONJUNCT.search(before) or not (frame.passive or frame.subject in (Subject.PAPER, Subject.THING)):
        return False
    return _first_of_it(before) is None and not FINITE.search(_clause_before(before))


def _clause_before(before: str) -> str:
    """What stands before a subject in its own clause."""
    return re.split(r"[.;:]\s|\b(?:that|whether|if|which|who)\b,?\s", before)[-1]


def _first_of_it(before: str) -> int | None:
    """Where a subject really begins: "the Chairs of A, B and C" with the Chairs, "at the end of June, a vote" with when."""
    joints = list(_NOTED_AND.finditer(before))
    if joints and not FINITE.search(before, joints[-1].end()):
        return joints[-1].end()
    clause = _clause_before(before)
    comma = clause.rstrip().endswith(",") and not re.search(r"\b(?:and|or)\b", clause)
    whole = _NAMES_ONLY.fullmatch(clause) or (comma and not FINITE.search(clause))
    return len(before) - len(clause) if whole and clause.strip() else None


_NOTED_AND = pattern_of(r"\bbe\s+(?:\w+ly\s+)?\w+(?:ed|en|t)\s+and\s+(?:that\s+)?")
"""What ends one thing that is resolved and leads to the next: "the report be noted and that"."""


def _by_frame(text: str, whole: str, frame: Frame) -> str:
    verb = text[frame.verb_at :]
    first, _, rest = verb.partition(" ")
    plain = base_of(first.strip(",."))
    if frame.act is Act.IMPERATIVE:
        return verb
    if idea := _WORTH.search(text):
        return text[idea.end() :]
    if frame.act is Act.SUGGESTS:
        wanted = re.sub(r"^that\s+", "", rest)
        task = _clause_as_task(wanted)
        return task or (whole if FINITE.search(wanted) else f"consider {wanted}")
    if frame.act is Act.ASKS and (asked := _asked_for(text, whole, frame)):
        return asked
    things = (Subject.PAPER, Subject.THING, Subject.IMPERSONAL)
    it = _OBJECT.get((frame.who or "").lower().removeprefix("that "))
    if plain == "come" and frame.subject in things and it:
        return f"bring {it} {rest}"  # "it would come to the May meeting"
    if frame.act is Act.COMMITS and not frame.passive and re.search(r"(?:^|\s)[Ii]t$", frame.who or ""):
        return verb  # "arising from this it was agreed to send it"
    if frame.passive:
        return _passive(text, whole, frame)
    asks = frame.act is Act.ASKS and (frame.who or "").split()[-1].lower() in REQUEST
    asks |= frame.act in (Act.ASKS, Act.WAS_ASKED) and frame.subject in (Subject.MEMBER, Subject.BODY, Subject.NONE)
    if plain in _WANTED and (asks or _LIKE_TO.search(text[: frame.verb_at])):
        return f"{'say' if _QUESTION.match(rest) else _WANTED[plain]} {rest}"
    if plain == "like":
        return rest  # "would like the Clerk to write"
    served = plain in ("have", "see", "receive", "get") and rest.partition(" ")[0] != "to"
    if frame.said and served and frame.who_at == 0 and frame.subject is not Subject.PRONOUN:
        return _as_task(text, whole, frame)  # "said that all members would have them"
    if plain in ("be", "being", "need") or re.match(r"(?:was|is|were)\s", rest):
        return whole
    states = frame.doing is Doing.STATE and frame.act is not Act.COMMITS
    if (states and frame.subject in (*things, Subject.RELATIVE)) or (
        _states(frame) and frame.doing is not Doing.STATE and frame.subject is not Subject.PRONOUN
    ):
        return whole
    if frame.act is not Act.NAME_TO and frame.who_at >= 0 and frame.subject in things:
        back = frame.negated or (frame.who or "").lower().rpartition(" ")[2] in _OBJECT
        return whole if back else _as_task(text, whole, frame)
    if first.strip(",.").endswith("ing"):
        gerund = plain != first.strip(",.").lower() and text[: frame.verb_at].endswith(" to ")
        doing = is_known(first.strip(",.")) and not gerund
        return f"{plain} {rest}" if doing else whole  # "subject to funding" is no doing
    return verb


def _asked_for(text: str, whole: str, frame: Frame) -> str | None:
    """What is asked for as what is to be provided or done; None where somebody is asked to do it."""
    verb = text[frame.verb_at :]
    first, _, rest = verb.partition(" ")
    plain = base_of(first.strip(",."))
    if wanted_to := _FOR_IT_TO.search(whole):
        return wanted_to["what"]
    if frame.passive and frame.who is None and first in ("given", "sent"):
        return f"provide {rest}"  # "asked to be given the sum"
    if frame.passive and text[: frame.verb_at].rstrip().endswith(" be"):
        return whole  # "quotes to be sought"
    if asked := _WAS_WANTED.match(whole):
        return f"provide {asked['what'][:1].lower()}{asked['what'][1:]}{asked['rest']}"
    if frame.who is None:
        if plain in _WANTED and not frame.passive and _ASKS_TO.search(text[: frame.verb_at]):
            return f"{_WANTED[plain]} {rest}"
        if frame.verb not in _ASKING:
            return whole
        wanted = re.sub(r"^(?:for|that|if|whether)\s+", "", rest)
        return _clause_as_task(wanted) or (whole if rest.startswith("that ") else f"provide {wanted}")
    return None


def _passive(text: str, whole: str, frame: Frame) -> str:
    """ "A reply would be sent" as "A reply to be sent"; "it would be rewritten" as "rewrite it"."""
    first, _, rest = text[frame.verb_at :].partition(" ")
    again = re.match(r"and\s+(\w+)", rest)
    one = again is None or doing_of(again[1]) is not Doing.OTHER
    who = re.sub(r"\s(?:would|will|should)$", "", (frame.who or "").lower())  # "it would need to be"
    if who in _OBJECT and again is None and _AND_DONE.search(rest):
        return f"{frame.who} to be {text[frame.verb_at :]}"
    if who in _OBJECT and not frame.verb.startswith("un") and one:
        if again:
            rest = f"and {base_of(again[1])}{rest[again.end() :]}"
        into = _INTO.match(rest) if base_of(first) in ("look", "deal", "act", "call", "comment") else None
        place, rest = (into[0], rest[into.end() :]) if into else ("", rest)
        return f"{base_of(first.strip(',.'))} {place}{_OBJECT[who]} {rest}"
    if frame.negated:
        return whole
    if frame.act is Act.SUBJUNCTIVE and frame.who_at < 0:  # "a report, with its costs, be sent"
        that = list(re.finditer(r"\b[a-z]+(?:ed|ea|on)\s+that\s+", text[: frame.verb_at]))
        return _as_task(text, whole, replace(frame, who_at=that[-1].end() if that else len(text) - len(whole)))
    if frame.subject in (Subject.RELATIVE, Subject.NONE) or frame.who_at < 0:
        return whole
    return _as_task(text, whole, frame)


_AND_DONE = pattern_of(r"\sand\s+(?!need)[a-z]+(?:ed|en)\b")
"""What else is done to a thing: "would be brought to the Board in June and printed"."""


def _clause_as_task(clause: str) -> str | None:
    """ "a plan could be drawn" as "a plan to be drawn"; None where nobody and nothing is to do it."""
    frame = main_frame(find_frames(clause, decided=True))
    if frame is None or frame.negated or frame.act is Act.IMPERATIVE or frame.subject is Subject.IMPERSONAL:
        return None
    if frame.who_at < 0 or not re.fullmatch(r"(?:.*,\s+)?(?:the\s+|an?\s+)?", clause[: frame.who_at]):
        return None
    return _as_task(clause, "", frame) or None


def _as_task(text: str, whole: str, frame: Frame) -> str:
    """The subject with what it is to do; the whole sentence where the subject is a question of its own."""
    start = frame.who_at
    if re.search(r"\bas\s$", text[:start]):
        return whole  # "links as regards these items"
    if _CONJUNCT.search(re.sub(r"(?:the|an?)\s$", "", text[:start], flags=re.IGNORECASE)):
        first = _first_of_it(re.sub(r"(?:the|an?)\s$", "", text[:start], flags=re.IGNORECASE))
        start = start if first is None else first
    if frame.act is Act.IS_DOING:
        return whole
    before = re.sub(r"^(?:for|that|if|whether)\s+", "", text[start : frame.verb_at].rstrip())
    finite = _MODAL_END.match(before)
    subject = finite["subject"] if finite else before
    if _CLAUSE.search(re.sub(r",\s+(?:which|who)\b[^,]*(?:,|$)", "", subject)):
        return whole
    rest = re.sub(r"\band\s+be\b", "and to be", text[frame.verb_at :], count=1)
    return f"{subject} {'to be' if frame.passive else 'to'} {rest}"


_LIKE_TO = pattern_of(r"\bwould\s+(?:like|wish|want)\s+to\s+$")
_ASKS_TO = pattern_of(r"(?:asked|requested|wished|wanted)\s+to\s+$")
_WORTH = pattern_of(
    r"\b(?:it|(?:an?|one|another|the(?:\s\w+)?)\s(?:\w+\s)?(?:solution|way(?:\sforward)?|option|step|idea|answer|approach))\s+(?:would|might|could|may)\s+(?:also\s+)?be"
    r"(?:\s+(?:more\s+|very\s+|most\s+)?(?:useful|helpful|good|better|best|sensible|beneficial|worthwhile|prudent|wise|appropriate|advisable))?\s+(?:to|for)\s+(?=[a-z]+\s)",
    re.IGNORECASE,
)
"""What calls a doing good before it says which: "it might be useful to", "one way forward would be to"."""

_INTO = pattern_of(r"(?:into|with|at|after|for|on)\s(?!\d|the\s(?:next|last)\b)")
"""What a verb keeps before its object: "dealt with" is to deal with it."""

_QUESTION = pattern_of(r"(?:how|what|whether|why|when|where|who)\b")

_UNDERGONE = pattern_of(r"be\s(?P<verb>[a-z]+)\b", re.IGNORECASE)
_DID = pattern_of(r"(?P<verb>[A-Z][a-z]+(?:ed|s))\b(?=,?\s(?:the|an?|that|its|to|authority|all)\s|,\s)")
"""A notice of decisions puts what is decided in the past: "Approved the"."""

_FOR_IT_TO = pattern_of(
    r"\b(?:called|asked|pressed|appealed)\s+for\s+(?P<what>(?:(?!\bto\b)[^.;]){3,80}?\sto\s.*\bbe\b.*)$"
)
"""A thing that is asked for with what is to become of it: "called for a map to be drawn"."""

_CLAUSE = pattern_of(
    rf"^(?:{_QUESTION.pattern}|(?:we|i|he|she|they)\b)|\b(?:how|what|whether)\b|\b(?:which|who)$|{FINITE.pattern}",
    re.IGNORECASE,
)
"""What shows that the words before a verb are no plain subject."""
