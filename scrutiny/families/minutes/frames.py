"""Room `families/minutes`: the frames of a sentence.

Takes one sentence, gives its `Frame`s: a modal or speech act with the class of its subject, the class of its verb and
its voice ("the Clerk would circulate": would, role, tell, active). No frame knows a person or a topic.
"""

import itertools

from msgspec.structs import replace

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.asking import (
    ASKS_NOW,
    BE,
    BEFORE_NOUNS,
    GIVES,
    asked_before,
    asked_for,
    handed_before,
)
from scrutiny.families.minutes.clauses import (
    NOBODY,
    OBJECT,
    answered_at,
    begins_were,
    doing_at,
    hangs_on_past,
    is_denied,
    is_enabled,
    is_nothing,
    is_open,
    is_plain,
)
from scrutiny.families.minutes.subjects import (
    BREAKS,
    CLAUSE,
    FUNCTION,
    SKIPPED,
    Token,
    find_subject,
    has_verb_before,
    is_nominal,
    leads,
    next_word,
    tokenise,
)
from scrutiny.families.minutes.words import (
    BODY,
    COMMIT,
    MEMBER,
    MODALS,
    OPEN_POINT,
    PAPER,
    PAST,
    QUESTION,
    REQUEST,
    ROLE,
    SAY,
    SUGGEST,
    Doing,
    Subject,
    base_of,
    doing_of,
    is_participle,
)
from scrutiny.language.actors import names_actor
from scrutiny.language.addressees import INSERTED
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of

_ACTS = {
    "would": Act.WOULD, "'ll": Act.WILL, "will": Act.WILL, "shall": Act.WILL, "should": Act.SHOULD, "could": Act.COULD,
    "might": Act.COULD, "may": Act.COULD, "can": Act.COULD, "must": Act.MUST,
}  # fmt: skip


def find_frames(text: str, *, decided: bool = False) -> tuple[Frame, ...]:
    """The frames of a sentence in order. `decided`: it stands in a decision, where "that N write" is asked for too."""
    if decided:
        text = _PUT_BETWEEN.sub(lambda match: match["who"] + " " * (len(match[0]) - len(match["who"])), text)
    tokens = tokenise(text[:LONGEST])
    found: list[Frame] = []
    for index, token in enumerate(tokens):
        if token.low == "to" and index and tokens[index - 1].low in OPEN_POINT:
            continue  # "how to get there", "dates on which to meet"
        frame = _at(tokens, index, token, decided=decided)
        if frame is not None and not (found and _is_end_of(tokens, found[-1], frame)):
            found.append(frame)
    if decided and (bare := _bare_subjunctive(tokens)) is not None and all(bare.verb_at < one.verb_at for one in found):
        found = [bare, *(one for one in found if not _is_end_of(tokens, bare, one))]
    found += [more for frame in found if (more := _joined(tokens, frame)) is not None]
    if (first := _imperative(tokens, decided=decided)) is not None:
        found.insert(0, first)
    return tuple(one for at, one in enumerate(found) if not _asks_another(one, found[at + 1 : at + 2]))


_PUT_BETWEEN = pattern_of(
    rf"(?P<who>(?:^|\b[Tt]hat\s+|\band\s+|[;:)]\s+)(?:[Tt]he\s+)?[A-Z][\w’'&.-]*(?:\s+(?:of|for|and|the|&|[A-Z][\w’'&.-]*))*),\s{INSERTED},(?=\s[a-z]+\s)"
)
"""What a decision says by the way, between whom it names and what he is to do."""


def _asks_another(frame: Frame, behind: list[Frame]) -> bool:
    """Whether what is to be done is told by the frame behind, whose doer is asked: "that the Board ask the Clerk to write",
    "requests the Clerk to write"."""
    nobody = frame.act is Act.COMMITS and frame.subject is Subject.NONE
    asks = (nobody or frame.act in (Act.SUBJUNCTIVE, Act.IMPERATIVE)) and frame.doing is Doing.ASK
    return asks and not frame.passive and any(one.act is Act.ASKS and one.who is not None for one in behind)


def _is_end_of(tokens: list[Token], before: Frame, frame: Frame) -> bool:
    """Whether a bare "to" only says what the doing before it is for: "to award a contract to a builder to mend it"."""
    if frame.act is not Act.NAME_TO or frame.passive or before.act not in (Act.ASKS, Act.WAS_ASKED, Act.SUBJUNCTIVE):
        return False
    between = [one for one in tokens if before.verb_at < one.at < frame.verb_at]
    return not any(one.low in BREAKS or one.low in ("and", ",") for one in between)


def _joined(tokens: list[Token], frame: Frame) -> Frame | None:
    """What is to be done behind what is only to be noted or approved: "be approved and placed on the website"."""
    if not frame.passive or frame.doing is not Doing.DECIDE:
        return None
    at = next(at for at, token in enumerate(tokens) if token.at == frame.verb_at)
    for join in range(at + 1, min(at + 12, len(tokens) - 1)):
        verb = tokens[join + 1]
        if tokens[join].low in BREAKS:
            return None
        if tokens[join].low == "and" and is_participle(verb.low) and doing_of(verb.low) not in _NOTHING_TO_DO:
            return replace(frame, verb=verb.low, verb_at=verb.at, doing=doing_of(verb.low))
    return None


_NOTHING_TO_DO = (Doing.DECIDE, Doing.OTHER, Doing.STATE)

LONGEST = 1500
"""Characters of a sentence that are read. The longest seen has 900; what is longer is a table run together."""


def _at(tokens: list[Token], index: int, token: Token, *, decided: bool) -> Frame | None:
    low = token.low
    if low in _ACTS and token.text != "May":
        return _verb(tokens, index + 1, _ACTS[low], index)
    if low == "'d" and is_plain(next_word(tokens, index)):
        return _verb(tokens, index + 1, Act.WOULD, index)
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    before = tokens[index - 1].low if index else ""
    linked = _before(tokens, index).low if before in SKIPPED else before  # "was also to be invited"
    if low == "to" and linked in _IS_BOUND | ({"needed"} if decided else set()):
        if before == "due" and (doing_of(after) is Doing.OTHER or base_of(after) in _UNDERGO):
            return None  # "blocked due to debris", "due to receive a smaller share"
        return _verb(tokens, index + 1, Act.IS_TO, index - 1)
    if low == "to" and before in ("has", "have") and doing_of(next_word(tokens, index)) is not Doing.OTHER:
        return _verb(tokens, index + 1, Act.MUST, index - 1)
    if low == "to" and before == "going" and index > 1 and _IS.search(tokens[index - 2].low):
        return _verb(tokens, index + 1, Act.WOULD if tokens[index - 2].low in ("was", "were") else Act.WILL, index - 1)
    if low == "to" and before in _DONE_GLADLY and index > 1 and tokens[index - 2].low in ("was", "were"):
        return None  # "the Clerk was pleased to announce"
    if low == "to" and (commits := _committing(tokens, index)) is not None:
        return _verb(tokens, index + 1, Act.COMMITS, commits)
    begins_be = low == "to" and after == "be" and (not index or before in BREAKS)
    if begins_be and is_participle(next_word(tokens, index + 1)):
        return _verb(tokens, index + 1, Act.NAME_TO, index)  # "Noted; to be sent on to the county"
    if low == "to" and decided and before in (";", "and") and doing_of(after) not in _NOTHING_TO_DO:
        return _verb(tokens, index + 1, Act.IMPERATIVE, index)  # "to note the figures; to ask each council"
    begins = low == "to" and index > 0 and not has_verb_before(tokens, index) and not is_enabled(tokens, index)
    begins = begins and (after == "be" or not _is_for(tokens, index))
    now = (
        begins
        and after != "be"
        and any(
            one.low in ASKS_NOW or (decided and one.low in _ASK and tokens[at - 1].low not in BEFORE_NOUNS)
            for at, one in enumerate(tokens[:index])
        )
    )
    behind = begins and (before == ")" or now) and asked_before(tokens, index) is not None
    purpose = index > FIRST_WORDS and before in PAPER and tokens[index - 2].low in ("a", "an")
    if begins and not behind and ((is_nominal(tokens, index) and not purpose) or leads(tokens, index)):
        return _verb(tokens, index + 1, Act.NAME_TO, index)
    pairs = itertools.pairwise(tokens[:index] if low == "to" and before == "," else ())
    if any(two.low in GIVES and one.low not in BEFORE_NOUNS for one, two in pairs):
        # "delegate to the Director, in consultation with others, to"
        return _verb(tokens, index + 1, Act.NAME_TO, index - 1)
    if low == "to" and (handed := _handed(tokens, index)) is not None:
        return handed
    if low == "to" and (ask := asked_before(tokens, index)) is not None:
        frame = _verb(tokens, index + 1, Act.WAS_ASKED if ask[1] else Act.ASKS, index, who=ask[0])
        return replace(frame, negated=frame.negated or ask[2]) if frame else None
    if low in _ASKS_FOR:
        return asked_for(tokens, index)
    if low in SUGGEST and after in (("that", "it") if low == "considered" else ("that", "a", "an", "the", "to", "it")):
        return Frame(
            act=Act.SUGGESTS, subject=find_subject(tokens, index)[0], doing=Doing.OTHER, passive=before == "was", verb=low,
            verb_at=token.at,
        )  # fmt: skip
    bare = low == "be" and before not in MODALS and before not in ("to", "not", "also", "then")
    if bare and is_participle(next_word(tokens, index)):
        return _verb(tokens, index, Act.SUBJUNCTIVE, index)
    if low in ("is", "are", "was", "were") and after.endswith("ing") and len(after) > 4 and after != "ongoing":
        return _verb(tokens, index + 1, Act.IS_DOING, index)
    if (decided and low == "that") or (low == "that" and before in _THAT):
        return _subjunctive(tokens, index, decided=decided)
    return None


def _handed(tokens: list[Token], index: int) -> Frame | None:
    """What a noun gives somebody to do, or gives his word for."""
    who, own = handed_before(tokens, index) or (None, False)
    frame = _verb(tokens, index + 1, Act.COMMITS if own else Act.WAS_ASKED, index, who=who) if who else None
    if frame is None or who is None or frame.passive:
        return replace(frame, act=Act.ASKS, who=None) if frame else None
    name = tokenise(who)
    return replace(frame, subject=find_subject(name, len(name))[0])


_UNDERGO = word_set("receive benefit lose face get gain suffer undergo experience see inherit")
"""What befalls somebody: a forecast, nothing he does."""


def _is_for(tokens: list[Token], index: int) -> bool:
    """Whether who is to do it stands behind a noun and "for": "a chance for members of the public to speak"."""
    at = next(
        (at for at in range(index - 1, max(index - 9, 0), -1) if tokens[at].low in BREAKS or tokens[at].low == "for"), 0
    )
    if at <= 0 or tokens[at].low != "for" or not tokens[at - 1].low.isalpha():
        return False
    office = tokens[at - 1].low in ROLE | MEMBER and asked_before(tokens, index) is None  # "the Member for Roads to"
    return not office and tokens[at - 1].low not in _FOR


_ASK = word_set("ask request invite instruct")
"""The same asking in the plain form of a decision: "agreed that the Board ask the Clerk to"."""

_FOR = REQUEST | word_set("ask call arrange arranged allow for time agreed resolved decided")

_IS_BOUND = word_set("is are was were due needs need")
"""What a "to" hangs on that somebody or something is bound to do or undergo."""


_COMMITS_TO = COMMIT | word_set(
    "resolved decided agree undertake offer undertaken committed happy willing pleased content prepared intention"
)
"""What a "to" hangs on that somebody means to do."""


def _committing(tokens: list[Token], index: int) -> int | None:
    """Where the word stands by which somebody binds himself to what follows a "to": "agreed to", "expected to", "took an
    action to"."""
    before = tokens[index - 1].low if index else ""
    if before in _WORD:
        return next((at for at in range(index - 2, max(index - 5, 0), -1) if tokens[at].low in _HOLDS), None)
    looks = before in _LOOKS_TO and index > 1 and tokens[index - 2].low not in BE
    means = before != "intention" or BE.intersection(one.low for one in tokens[max(index - 5, 0) : index])
    return index - 1 if looks or (before in _COMMITS_TO and means) else None


_WORD = word_set("action undertaking commitment promise pledge offer")
_HOLDS = word_set("take takes took taken has have had accept accepts accepted give gives gave made makes")
"""By what somebody holds an action or gives his word."""

_LOOKS_TO = word_set("expected expects hoped hopes")
_IS = pattern_of(r"^(?:is|are|am|was|were)$|'(?:s|re|m)$")
FIRST_WORDS = 3
"""Words before which a sentence has said nothing yet."""

_DONE_GLADLY = word_set("pleased delighted proud")

_ASKS_FOR = word_set("requested asked sought called requests asks pressed wanted wants")
_THAT = word_set(
    "requested asked agreed committee wish resolved decided planned proposed recommended suggested directed insisted determined settled"
)
"""What "that the Director write" hangs on."""


def _verb(tokens: list[Token], at: int, act: Act, modal: int, *, who: str | None = None) -> Frame | None:
    """The frame whose verb is looked for from `at` on."""
    negated = modal > 0 and tokens[modal - 1].low in ("not", "never")
    passive = progressive = False
    while at < len(tokens):
        low = tokens[at].low
        if low in ("not", "never"):
            negated = next_word(tokens, at) != "only"
        elif low == "," and at + 1 < len(tokens):
            # "would, in that case, write": the words between commas
            close = next((k for k in range(at + 1, min(at + 14, len(tokens))) if tokens[k].low == ","), None)
            if close is None:
                return None
            at = close
        elif low in ("be", "been"):
            following = next_word(tokens, at)
            progressive = following.endswith("ing")
            if is_participle(following):
                passive = True
            elif not progressive and following not in _ABLE:
                break
        elif low not in SKIPPED:
            willing = low in _WILLING and at + 1 < len(tokens) and tokens[at + 1].low == "to"
            if not willing and not (low == "to" and at and tokens[at - 1].low in _WILLING):
                break
        at += 1
    if at >= len(tokens) or not tokens[at].text[:1].isalpha():
        return None
    verb = tokens[at]
    if verb.low == "have" and next_word(tokens, at) == "been":
        return None  # "would have been asked" was not
    wished = at > 1 and tokens[at - 1].low == "to" and tokens[at - 2].low in ("like", "wish", "wished", "wishes")
    if wished and base_of(verb.low) in DONE_BY_SAYING:
        return None  # "would like to thank the crews" has thanked them
    if tokens[at - 1].low == "to" and verb.low.endswith("s") and names_actor(verb.low):
        return None  # "sent to members"
    if verb.low in _NO_VERB or (verb.text[:1].isupper() and act is not Act.IMPERATIVE):
        return None
    if act is Act.NAME_TO and verb.low.endswith("ing") and base_of(verb.low) != verb.low:
        return None  # "shall report to each meeting"
    subject, words, who_at = find_subject(tokens, modal)
    open_still = {token.low for token in tokens[answered_at(tokens, modal) : modal]}
    asked = bool(open_still & QUESTION) and bool(open_still & {"if", "whether", "how", "what", "why", "when", "who"})
    return Frame(
        act=act,
        subject=subject,
        doing=doing_at(tokens, at, passive=passive, nobody=subject in NOBODY),
        passive=passive,
        verb=verb.low,
        verb_at=verb.at,
        who=who or words,
        who_at=who_at,
        said=any(tokens[at].low in SAY and (not at or tokens[at - 1].low != "be") for at in range(modal)),
        asked=asked,
        conditional=bool(open_still & {"if", "unless"}) or begins_were(tokens, modal) or is_open(tokens, modal, words),
        negated=negated or is_nothing(tokens, at + 1) or is_denied(tokens, modal),
        past=hangs_on_past(tokens, modal),
        progressive=progressive,
    )


DONE_BY_SAYING = word_set(
    "thank congratulate commend apologise welcome acknowledge praise applaud stress emphasise pay express record"
)
"""What is done as soon as somebody says that he would like to do it."""


_ABLE = word_set("able happy pleased glad willing keen")
_WILLING = word_set("able happy pleased glad willing like wish")
_NO_VERB = (
    FUNCTION
    | CLAUSE
    | word_set("how what why more other another every no further few several two three many much less most such")
)


def _subjunctive(tokens: list[Token], index: int, *, decided: bool = False, resolved: bool = False) -> Frame | None:
    """ "that the Director write to": a name and a plain verb behind "that"; in a decision the present tense says the
    same, and what is `resolved` at all may have any verb that has an object: "that the Director waive the fee"."""
    for at in range(index + 2, min(index + 18, len(tokens))):
        token = tokens[at]
        if decided and token.low in ("is", "are") and doing_of(next_word(tokens, at)) not in _NOTHING_TO_DO:
            frame = _verb(tokens, at + 1, Act.SUBJUNCTIVE, at)
            return replace(frame, passive=True) if frame and is_participle(frame.verb) else None
        if token.low in MODALS or token.low in BREAKS or token.low in _OTHER_VERB:
            return None
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        # a word that names a paper is a verb in "the Director report progress", "the Board note the plan"
        doer = tokens[at - 1].text[:1].isupper() or tokens[at - 1].low in ROLE | BODY | MEMBER
        verb = token.low not in PAPER or (doer and after in _OBJECT)
        known = doing_of(token.low) is not Doing.OTHER
        known |= (decided or resolved) and doer and at > index + 2 and after in OBJECT and _may_be_plain(token.low)
        if verb and token.text.islower() and token.low not in FUNCTION and known:
            before = _before(tokens, at)
            if after in MODALS or after in BE:
                continue  # "reports on these reviews be brought"
            present = decided and base_of(token.low) == token.low[:-1] and doing_of(token.low) is not Doing.DECIDE
            if before.low in FUNCTION or not (present or base_of(token.low) == token.low):
                continue
            if before.text[:1].isupper() or before.low in ROLE | BODY | MEMBER | PAPER | {"report"}:
                return _verb(tokens, at, Act.SUBJUNCTIVE, at)
    return None


def _may_be_plain(word: str) -> bool:
    """Whether a word whose class nothing tells can be the plain form of a verb."""
    inflected = is_participle(word) or word.endswith(("s", "ly")) or word in PAST
    return not inflected and base_of(word) == word


_OTHER_VERB = word_set("be to was were is are had has")
_OBJECT = word_set("the a an its their all any every each both members back progress on to in")
"""What follows a verb that has an object."""


def _before(tokens: list[Token], at: int) -> Token:
    """What stands before a verb but for words between the two: "the manager in future include", "the manager, with all of
    them, include"."""
    back = at - 1
    while back > 1 and tokens[back].low in _BETWEEN:
        back -= 1
    if tokens[back].low == ",":
        back = next((place - 1 for place in range(back - 1, 1, -1) if tokens[place].low == ","), back)
    return tokens[back]


_BETWEEN = SKIPPED | {"in", "future"}


def _bare_subjunctive(tokens: list[Token]) -> Frame | None:
    """The same where "that" stands before the whole list: "(3) the Director prepare an action plan"."""
    start = next((at for at, token in enumerate(tokens[:5]) if len(token.text) > 1 and token.text.isalpha()), None)
    return _subjunctive(tokens, start - 1, resolved=True) if start is not None else None


def _leads_list(token: Token) -> bool:
    """Whether a token is no more than the mark of a part, or "to"."""
    mark = token.low in ("to", "(", ")", "ii", "iii", "iv") or token.text[:1].isdigit()
    return mark or (len(token.text) == 1 and token.text != "A")


_DID = word_set(
    "authorised delegated instructed requested initiated commissioned referred deferred directed established"
)
"""How a notice says what was decided: "Authorised the Director to"."""

_CODE = pattern_of(r"[A-Z0-9]|\d+(?:\.\d+)?")

_SAYS = word_set("decision decisions resolved agreed approved resolution")
"""What stands before a colon and what was decided."""


def _imperative(tokens: list[Token], *, decided: bool = False) -> Frame | None:
    """A sentence that begins with a plain verb: "Circulate guidance to all members", "to write to operators"."""
    colons = (at for at in range(1, min(4, len(tokens))) if tokens[at].low in (":", "–") and tokens[0].low in _SAYS)
    start = next(colons, -1) + 1
    ahead = ((at, one) for at, one in enumerate(tokens[start : start + 3], start) if not _leads_list(one))
    at = next(ahead, (start + 3, None))[0]
    if len(tokens) < at + 3:
        return None
    token = tokens[at]
    did = decided and token.low in _DID
    if token.low in PAPER and _CODE.fullmatch(tokens[at + 1].text):
        return None  # "Table C detailed the fees"
    inflected = token.low.endswith(("ed", "ing")) and base_of(token.low) != token.low  # "bring" is not
    behind_paper = ("of", "on", "from", "and", "was", "were", "is", "to", "for", "that", ":")
    if (inflected and not did) or (token.low in PAPER and tokens[at + 1].low in behind_paper):
        return None
    doing = doing_of(token.low)
    if doing in (Doing.OTHER, Doing.STATE, Doing.GO_ON) or tokens[at + 1].low in BE | {"has", "have"}:
        return None
    return Frame(
        act=Act.IMPERATIVE, subject=Subject.NONE, doing=doing, passive=False, verb=token.low, verb_at=token.at,
        negated=is_nothing(tokens, at + 1),
    )  # fmt: skip
