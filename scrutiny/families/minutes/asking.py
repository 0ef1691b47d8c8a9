"""Room `families/minutes`: who is asked for what.

Takes the tokens of a sentence and where a verb of asking or a "to" stands, gives the frame of what is asked for, "asked for a
note", or who was asked to do what follows: "asked the Clerk to write", "the Master was requested to".
"""

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.clauses import is_noun, is_told
from scrutiny.families.minutes.subjects import BREAKS, FUNCTION, Token, find_subject
from scrutiny.families.minutes.words import OPEN_POINT, PAPER, REQUEST, Doing, Subject
from scrutiny.language.actors import OFFICES
from scrutiny.language.letters import word_set


def asked_for(tokens: list[Token], index: int) -> Frame | None:
    """What somebody asks for: "requested figures", "asked for a note"; "sought clarity on whether" leaves a point open."""
    token, before = tokens[index], tokens[index - 1].low if index else ""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    passive = before in ("was", "were")
    behind_noun = not passive and after in _WHERE
    given = passive or (after.isalpha() and after not in ("by", "to", "that"))
    plain = token.low in ("requested", "sought") and before != "being" and given and not behind_noun
    for_what = [one.low for one in tokens[index + 1 : index + 6]]
    if not (plain or after in _ASKED_FOR):
        return None
    if token.low == "asked" and after != "for" and {"question", "questions"}.intersection(for_what):
        return None  # "asked a supplementary question"
    told = is_told(tokens, index)
    opens = next((at for at, word in enumerate(for_what) if word in OPEN_POINT | {"if"}), 0)
    asked = opens > 0 and not (PAPER | _WORK).intersection(for_what[:opens])  # not "a note on when it would open"
    return Frame(
        act=Act.ASKS, subject=find_subject(tokens, index)[0], doing=Doing.ASK, passive=before in ("was", "were", "be"),
        verb=token.low, verb_at=token.at, said=told, asked=asked, past=told,
    )  # fmt: skip


_WHERE = word_set("in at on from during under as when after before")
"""What stands behind "requested" where it belongs to the noun before it: "the figures requested in May"."""

_WORK = word_set("consideration assessment investigation thought work discussion")
"""What is asked for and has to be done, beside papers."""

_ASKED_FOR = word_set("for a an the further that more additional information data details clarification")
"""What follows "asked" or "sought" where something is asked for."""


def handed_before(tokens: list[Token], index: int) -> tuple[str, bool] | None:
    """Who a noun says is to do what follows a "to", and whether he has given his word: "a request was made for the Clerk
    to", "an action was placed on KT to", "it was left with the Clerk to", "an undertaking was given by the Clerk to"."""
    for at in range(index - 2, max(index - 14, 0), -1):
        low, before = tokens[at].low, tokens[at - 1].low
        if low in BREAKS:
            return None
        if low not in _HANDS or tokens[at + 1].low in ("that", "which"):
            continue
        what = [one.low for one in tokens[max(at - 7, 0) : at - 1]]
        tasks, was = (_WORD if low == "by" else _TASKS | _WORD).intersection(what), BE.intersection(what)
        word = " ".join(one.text for one in tokens[at + 1 : index])
        if before in _IS_GIVEN and tasks and was and not _NONE.intersection(what):
            return word, low == "by"
        alone = at > 1 and what[-1:] in (["it"], ["action"], ["task"]) and before in ("is", "was", "fell")
        left = before == "left" or (before == "agreed" and low == "for")
        left = left and bool(was) and "it" in what and not _NONE.intersection(what)
        heads = before in ("action", "task") and (at == 1 or tokens[at - 2].low in BREAKS)
        if low != "by" and (heads or ((low != "to" or before == "fell") and alone) or left):
            return word, False
    return None


_HANDS = word_set("for to on with by")
_IS_GIVEN = word_set("made given placed put assigned allocated passed handed")
_TASKS = word_set("request action task responsibility authority instruction")
_WORD = word_set("undertaking commitment promise assurance pledge")
"""What is given to somebody, and by somebody, with what he is to do behind his name."""
_NONE = word_set("no not never had")
BE = word_set("is are am was were be been being")


def asked_before(tokens: list[Token], index: int) -> tuple[str | None, bool, bool] | None:
    """Who was asked to do something, whether it is put as "was asked to", and whether he was not."""
    inside = False  # "the Director (after consultation with the Chair) to"
    for back in range(1, 40):
        at = index - back
        if at > 0 and back > 1 and tokens[at].low == "to" and tokens[at - 1].low in _HANDED_TO:
            return " ".join(token.text for token in tokens[at + 1 : index]), False, False
        if at < 0 or (tokens[at].low == "to" and back > 1):
            return None
        low = tokens[at].low
        if inside or low == ")":
            inside = low != "("
            continue
        far = back >= 14 and not tokens[at].text[:1].isupper() and low not in _TITLE and low not in GIVES
        if far or low in BREAKS:
            return None
        if low in ASKED_TO:
            if (at and tokens[at - 1].low in BEFORE_NOUNS) or is_noun(tokens, at):
                return None  # "into required contracts", "a formal request to"
            negated = at > 1 and tokens[at - 1].low in ("not", "never")
            be = at - 1 - negated
            negated |= at > 2 and tokens[at - 1].low == "to" and tokens[at - 2].low in ("not", "never")
            negated |= be > 1 and (tokens[be - 1].low, tokens[be].low) == ("have", "been")  # "would have been asked"
            passive = be >= 0 and tokens[be].low in ("was", "were", "be", "been", "is", "are", "also")
            bare = 0 < at == index - 1 < len(tokens) - 2 and _are_officers(tokens[:at])
            if bare and tokens[index + 1].low not in ("be", "see", "have", "know", "hear"):
                return " ".join(one.text for one in tokens[:at]), True, False  # "Clerk asked to write"
            if low == "left" and not passive:
                return None  # "she left to attend"; "they were left to settle"
            if at + 1 == index or (passive and tokens[at + 1].low in ("by", "on", "upon")):
                # "was asked to", "was asked by the Chair to"
                return find_subject(tokens, be)[1] if passive else None, passive, negated
            if low in _MOVES and find_subject(tokens, at)[0] is Subject.THING:
                return None  # "the low fares encouraged people to sell their cars"
            return " ".join(token.text for token in tokens[at + 1 : index]), False, negated
    return None


def _are_officers(tokens: list[Token]) -> bool:
    """Whether words are no more than an office without an article, that does not ask but is asked: not "Chair"."""
    return all(one.low in OFFICES and not one.low.startswith(("chair", "vice", "lead")) for one in tokens)


BEFORE_NOUNS = word_set("the a an of for with from into its their his her our this these those any some all")
ASKS_NOW = word_set("asks requests invites instructs requires directs tasks urges")
"""How a resolution asks: "That the Committee requests the Clerk to"."""

ASKED_TO = (
    REQUEST
    | ASKS_NOW
    | word_set(
        "authorised delegated authorise delegate ask request invite instruct "
        "authorises asking inviting requesting nominated mandated charged directed authorising left deputed actioned entrusted assigned"
    )
)
"""What a "to" hangs on that somebody is asked to do."""

_MOVES = word_set("encouraged encourages invited invites urged urges pressed required requires directed called")
"""What a thing does to somebody without asking him."""

_HANDED_TO = word_set("delegated delegates delegate remitted remits remit left authority power powers")
"""What is given to somebody with the task behind his name: "remitted to the Engineer to seek"."""

_TITLE = FUNCTION | {",", "consultation", "officer", "officers", "section"}
"""What a long list of offices is joined by: "the Director of Place in consultation with the Chair of the Board"."""

GIVES = word_set("authorised authorise authorises delegate delegated delegates request requests")
