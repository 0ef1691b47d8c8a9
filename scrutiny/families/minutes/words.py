"""Room `families/minutes`: the classes of words that minutes are made of.

Classes, not phrases: who can act (a role, a member, the body, somebody outside), what kind of doing a verb names,
what a paper is. A frame asks for classes; a word that is in none of them is still known to the model by itself.
"""

import functools
from enum import StrEnum

from scrutiny.language.actors import BODIES, MEMBERS, OFFICES, ORGANISATIONS, PEOPLE, with_plurals
from scrutiny.language.addressees import SETTLING
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of


class Subject(StrEnum):
    """What sort of one a verb's subject is."""

    PRONOUN = "pronoun"
    INITIALS = "initials"
    ROLE = "role"
    MEMBER = "member"
    BODY = "body"
    OUTSIDE = "outside"
    PAPER = "paper"
    IMPERSONAL = "impersonal"
    RELATIVE = "relative"
    NAME = "name"
    THING = "thing"
    NONE = "none"


class Doing(StrEnum):
    """What sort of doing a verb names."""

    TELL = "tell"
    BRING = "bring"
    LOOK = "look"
    ARRANGE = "arrange"
    MAKE = "make"
    ASK = "ask"
    DECIDE = "decide"
    GO_ON = "go on"
    STATE = "state"
    OTHER = "other"


TELL = word_set(
    "provide send circulate share forward supply issue email e-mail publish copy inform notify update report advise respond reply "
    "answer confirm present brief write clarify explain communicate distribute disseminate post upload relay convey feed pass "
    "remind tell show give let alert text hand acknowledge announce publicise promote advertise display state set"
)
BRING = word_set(
    "bring return submit table include add come place put list schedule receive resubmit attach append incorporate insert return "
    "reschedule defer carry refer remit draw escalate"
)
LOOK = word_set(
    "look investigate check explore review consider examine assess monitor find establish ascertain raise pursue follow take chase "
    "inspect search sound choose pick decide read try evaluate analyse research identify determine verify survey scope revisit test appraise track scrutinise study calculate "
    "cost view audit reconsider source obtain get gather collect collate compile seek enquire inquire query trace press lobby"
)
ARRANGE = word_set(
    "arrange organise set convene book invite contact speak meet discuss liaise consult attend visit hold engage work coordinate talk call "
    "ring phone approach join form nominate appoint recruit host schedule facilitate run lead represent sit train sign walk volunteer"
)
MAKE = word_set(
    "prepare produce draft develop create revise amend order purchase buy install repair mend clear settle dig print tidy restore apply make build write design complete "
    "finalise implement replace remove paint fit erect clean cut trim rewrite redraft correct register record pay transfer commission "
    "procure tender award undertake carry conduct perform deliver launch pilot trial introduce fix move change fill mow plant resurface "
    "renew extend close open dispose sell lodge file enter issue log sort action deal ensure commence begin start initiate establish proceed enact"
)
ASK = word_set(
    "ask request invite instruct require authorise delegate urge write call seek demand task direct recommend"
)
GO_ON = word_set("continue keep remain maintain stay retain persist")
STATE = word_set(
    "be await have need like want welcome help enable allow mean increase decrease reduce cost affect benefit depend require become lead "
    "cause improve result see know think feel hope believe expect apply happen occur fall rise represent suffer lose gain save struggle "
    "exist involve prefer love appreciate wish vary fund face stand"
)

CLASSES: tuple[tuple[Doing, frozenset[str]], ...] = (
    (Doing.TELL, TELL),
    (Doing.BRING, BRING),
    (Doing.LOOK, LOOK),
    (Doing.ARRANGE, ARRANGE),
    (Doing.MAKE, MAKE),
    (Doing.ASK, ASK),
    (Doing.DECIDE, SETTLING | {"receive", "support", "thank"}),
    (Doing.GO_ON, GO_ON),
    (Doing.STATE, STATE),
)

TO_DO = (Doing.TELL, Doing.BRING, Doing.LOOK, Doing.ARRANGE, Doing.MAKE)
OPEN_POINT = word_set("how what which where when whether whom who why")
"""What begins a question, and so leaves a point open."""

ROLE = OFFICES | with_plurals(
    word_set(
        "senior strategic corporate governance democratic legal finance portfolio monitoring scrutiny support group project"
    )
)
"""Offices, and the words that their titles are made of."""

MEMBER = MEMBERS
BODY = with_plurals(BODIES) | word_set("working task party parties pc cc")
OUTSIDE = ORGANISATIONS | PEOPLE
TEAM = word_set(
    "team service services department trust government agency company ministry police county district borough"
)
"""What acts as several, and is no "he" or "she", beside a body."""

CONNECTING = word_set(
    "however therefore furthermore otherwise moreover additionally meanwhile firstly secondly thirdly finally lastly alternatively also"
)
"""What joins a sentence to the one before and says nothing by itself."""

TIMES = word_set("term year month week day morning afternoon evening weekend autumn spring summer winter session time")

PRESENCE = word_set("attend come join address speak give meet visit")
"""What a guest is invited to do: he who invites him has something to do first."""

GATHERING = word_set("session workshop visit meeting training")
"""What is held and not written."""

PAPER = GATHERING | word_set(
    "report reports update updates information data figures figure details detail note notes briefing briefings paper papers list response "
    "responses letter letters minutes document documents plan plans proposal proposals table analysis breakdown summary presentation copy copies "
    "link links slides statement statistics map schedule agenda item items programme strategy policy draft feedback results findings "
    "recommendation recommendations questions question answer answers reply advice guidance invitation email e-mail "
    "survey consultation review issue matter matters topic"
)
BUSINESS = word_set(
    "the a an of for and in to on at by with from last previous next any other urgent forward work programme arising outstanding "
    "actions action matters business items general correspondence public participation future welcome opening remarks progress declarations apologies "
    "resolved agreed recommended decision decisions decided"
)
"""What headings of the usual business are made of, beside papers and bodies: they say nothing of what an item is about."""

UNDERTAKING = word_set(
    "case project scheme hub bill act fund framework register budget work discussion building bridge road box item system "
    "exercise initiative event"
)
"""What somebody works at, and what cannot work itself."""

ALL_OF_THEM = word_set("all everyone partners staff people police children representative representatives")
"""Who else can act, named without capitals."""

PAST = word_set(
    "saw went came took undertook gave knew became wrote spoke felt fell ran began drew grew drove stood thought heard left got"
)
"""Past tenses that show it by no ending."""

PRONOUN = word_set("he she they i we")
THIRD = word_set("it this these that there those")
DETERMINER = THIRD | word_set("another some such both most many each every any no several few")
"""What stands before a noun in place of an article; no name begins so."""

MODALS = word_set("would will shall should could might may must can 'll 'd wo")
SAY = word_set(
    "said stated confirmed advised explained replied responded answered indicated reported informed added assured told noted commented "
    "reminded outlined promised announced clarified mentioned"
)
COMMIT = word_set(
    "agreed offered undertook promised committed volunteered pledged intends intended plans planned agrees offers undertakes proposes"
)
REQUEST = word_set(
    "asked requested urged invited instructed required wished wanted sought called pressed asks requests wants wishes encouraged tasked "
    "desired appealed"
)
SUGGEST = word_set("suggested proposed recommended felt thought considered suggests proposes ventured believed")
QUESTION = word_set("asked queried wondered questioned enquired inquired asks")

_IRREGULAR = word_set(
    "sent given brought written made put found done taken set held built drawn kept let shown told sought bought cut dealt met paid "
    "read run sold spent begun chosen got gone known left lost seen spoken split thrown won drafted laid led"
)
_BASE = {
    "sent": "send", "given": "give", "brought": "bring", "written": "write", "made": "make", "found": "find", "done": "do",
    "taken": "take", "held": "hold", "built": "build", "drawn": "draw", "kept": "keep", "shown": "show", "told": "tell",
    "sought": "seek", "bought": "buy", "dealt": "deal", "met": "meet", "paid": "pay", "sold": "sell", "spent": "spend",
    "chosen": "choose", "led": "lead", "laid": "lay", "spoken": "speak", "seen": "see", "known": "know",
}  # fmt: skip

_GRAMMAR = word_set(
    "the a an of for and in to on at by with from their its his her or this that these those it he she they we not no if whether when "
    "which who be been was were is are has have had"
)
_MASKS = word_set("NAME INITIALS MONTH #")


@functools.cache
def class_of(word: str) -> str:
    """The class of a word in a few letters: itself where it is grammar, what sort of one or of doing it names else."""
    if word in _MASKS or word in MODALS or word in _GRAMMAR:
        return word
    for name, words in (("ROLE", ROLE), ("MEMBER", MEMBER), ("BODY", BODY), ("PAPER", PAPER), ("OUTSIDE", OUTSIDE)):
        if word in words:
            return name
    doing = doing_of(word)
    if doing is Doing.OTHER:
        return "ly" if word.endswith("ly") else "x"
    return f"{doing} {'ed' if is_participle(word) else 'ing' if word.endswith('ing') else ''}".strip()


def is_participle(word: str) -> bool:
    """Whether a word can be a past participle."""
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 3)


def base_of(word: str) -> str:
    """The plain form of a verb as far as classes go: "circulated", "circulating" and "circulates" are "circulate"."""
    word = word.lower()
    if word in _BASE:
        return _BASE[word]
    if word in _ALL:
        return word
    for end in ("ing", "ed", "es", "s"):
        if not word.endswith(end) or len(word) - len(end) < 2:
            continue
        stem = word[: -len(end)]
        if end == "ed" and _ONE_CONSONANT.fullmatch(stem):
            return f"{stem}e"
        for form in (
            stem,
            f"{stem}e",
            stem[:-1] if len(stem) > 2 and stem[-1:] == stem[-2:-1] else stem,
            f"{stem[:-1]}y" if stem.endswith("i") else stem,
        ):
            if form in _ALL:
                return form
        if end in ("ing", "ed"):
            return stem
    return word


_ONE_CONSONANT = pattern_of(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""What is left of "sited" and "noted"; "sit" and "not" would have doubled it."""


def is_known(word: str) -> bool:
    """Whether the plain form of a word is that of a verb of the classes: "ongoing" has none, though it ends so."""
    return base_of(word) in _KNOWN


_ALL = frozenset().union(*(words for _, words in CLASSES))
_KNOWN = _ALL.union(_BASE.values())


@functools.lru_cache(maxsize=8192)
def doing_of(word: str) -> Doing:
    """The class of a verb in any form."""
    base = base_of(word)
    for doing, words in CLASSES:
        if base in words:
            return doing
    return Doing.OTHER
