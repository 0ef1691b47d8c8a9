"""Room `pack`: the words in which clerks record that business was private, by what each does in its sentence.

Takes a sentence, gives its words as classes in their order ("PUBLIC ASK LEAVE ROOM"), by their stems, and the
features of that row which `privaterecords` weighs. "Private" before a noun that is neither a paper nor a part of a
meeting belongs to that noun ("private sector").
"""

import functools
import itertools
import re

from scrutiny.language.patterns import pattern_of
from scrutiny.sources import fold

_STEMS = {
    "PUBLIC": "public press media journalist* reporter* resident residents parishioner* observer* visitor* "
    "spectator* stranger* onlooker* elector* outsider* audience non-member* nonmember* non-councillor* "
    "attendee* viewer* newspaper* cyhoedd gyhoedd chyhoedd wasg gwasg",
    "AGAIN": "again once anew",
    "LIFT": "lift* rescind* revok* cancel*",
    "SEATS": "gallery bench benches seat* oriel",
    "PEOPLE": "person persons people everyone everybody anyone anybody those others all",
    "MEMBER": "member* councillor* governor* trustee* director* alderm* officer* clerk* cyngh* aelod* headteacher",
    "WITHOUT": "without absence absent heb away",
    "EXCLUDE": "exclud* exclusion bar barred debarred gwahardd* wahardd* eithrio",
    "LEAVE": "leave* leaving left withdr* retir* depart* locked vacat* clear* empt* remov* quit gone go goes "
    "disconnect* shown dismiss* gadael adael gadawodd ymneilltuo",
    "ADMIT": "admit* admission allow* permit* entitled open* openly agored welcome*",
    "PRESENT": "present presence attend* remain* stay* join* bresennol watching listening",
    "RETURN": "readmi* re-admi* return* resum* reconven* rejoin* re-enter* re-open* reopen* back revert* restor* "
    "reinstat* restart* reoccup* ailymun* dychwel* ddychwel* ailddech* ailagor*",
    "PRIVATE": "private privately privacy camera secret secretly secrecy non-public in-camera breifat preifat",
    "CONFIDENTIAL": "confidential confidence confidentiality confidentially cyfrinachol gyfrinachol chyfrinachol "
    "yfrinachol",
    "EXEMPT": "exempt exempted eithriedig heithrio",
    "RESTRICTED": "restricted closed reserved withheld withhold* unpublished undisclosed secured",
    "SENSITIVE": "sensitiv* prejudic* privilege* commercial* personal personnel staffing nature named identifiable",
    "SESSION": "session* business part section* meeting* proceeding* cyfarfod sesiwn busnes agenda",
    "BODY": "committee* council board panel forum cabinet sub-committee* authority executive group "
    "commission cyngor pwyllgor",
    "ITEM": "item* matter* discussion* debate* eitem hearing deliberation* consideration",
    "PAPER": "report reports paper papers appendix appendices annex* briefing* note notes document* addend* "
    "memorand* advice file files schedule presentation* update* bundle supplement* sheet sheets letter "
    "information material data detail* figures basis cover adroddiad* papur* atodiad* gwybodaeth",
    "MINUTE": "minute minutes record recorded records cofnod* copy copies",
    "AIR": "webcast* stream* livestream* live-stream* broadcast* transmission cameras feed microphone* film* "
    "video* youtube zoom link sound audio recording* transmit* streaming",
    "STOP": "stop* paus* end ended ends ceas* suspend* terminat* discontinu* cut mute* off switched turned halt* "
    "conclud* finish* close over",
    "FAULT": "fault* technical interrupt* failure* failed faulty break adjournment",
    "DO": "consider* discuss* hear heard receiv* deal deals dealt dealing debated determin* take taken took "
    "taking transact* conduct* deliberat* talk* review* examin* trafod* drafod* given gave held negotiat* "
    "explained",
    "BEFORE": "submitted tabled circulated presented introduced noted supplied handed distributed issued sent read "
    "collected",
    "MOVE": "went move* moving enter* adjourn* proceed proceeded continu* became become* "
    "began begin* commenc* conven* came come symud*",
    "SIT": "sat sitting met",
    "SITS": "sit sits meet meets",
    "DECIDE": "resol* agree* carried decid* propos* second* voted vote penderfyn* motion declared ruled",
    "ASK": "ask* invit* request* requir* thank*",
    "SAY": "said says reported advis* told suggest* stat* comment* complain* claimed felt criticis* recall* "
    "confirm* assur* remind* highlight* added believ* thought enquir* quer* denied want* prefer* "
    "petition* object*",
    "NOT": "not peidio no never none nor neither nothing nid ni na nad dim ddim longer rather instead chafodd needed "
    "unnecessary",
    "LOST": "lost defeated fell reject* refus* declin* lapsed",
    "WILL": "would will shall",
    "MAY": "may might can could should must ought likely",
    "IF": "if whether unless any how why",
    "WHEN": "where when whenever",
    "RULE": "polic* guidance rules procedure* protocol constitution training power* legislation provides strategy "
    "criteria",
    "WAS": "was were is are oedd roedd yw mae",
    "BE": "be been",
    "HAD": "had has have",
    "HAVING": "having being wedi",
    "PUBLISH": "publish* publication disclos* releas* available website inspection gyhoeddi cyhoeddi circulation",
    "LAW": "paragraph* act regulation* order* paragraff baragraff atodlen virtue category categor* 1960 1972 "
    "1973 12a 7a 100a terms pursuan* accordance",
    "ELSEWHERE": "last previous* earlier next future later january february march april june july august september "
    "october november december autumn spring summer formerly yesterday tomorrow",
    "HERE": "this following above hwn hon ganlynol",
    "REMAINS": "remaining remainder rest weddill gweddill",
    "DANGER": "fire alarm* evacuat* flood* bomb* emergency drill bell storm protest* disturb* disorder* shout* noise "
    "demonstrat* campaigner* unrest heckl*",
    "BUILDING": "building* premises centre library museum park home* school* hotel*",
    "ROOM": "room chamber hall doors door call lobby waiting ystafell siambr",
    "ONLY": "only alone solely eyes",
    "APART": "separate* separately",
    "FOR": "for during while whilst before until so cyn",
    "CAUSE": "because since owing due as therefore accordingly",
    "IN": "in into under to from behind out yn",
    "AND": "and or a'r",
    "THAT": "that which who",
    "OTHER": "than other except excepting",
}  # fmt: skip
"""What a word does in such a sentence. A star stands for any ending; the longest stem decides."""

_SILENT_WORDS = (
    "the a an of at on by with its it their his her they he she them then now also there some such very strictly "
    "strict highly more did do does first second third briefly together thereafter afterwards y yr yng ar i o gan "
    "ei eu am ac neb"
)
_SILENT = frozenset(_SILENT_WORDS.split())
_STATUS = frozenset(("PRIVATE", "CONFIDENTIAL", "EXEMPT", "RESTRICTED"))
_QUALIFIED = frozenset(("PAPER", "MINUTE", "SESSION", "ITEM"))
"""What a status may belong to."""
_THINGS = frozenset(("PUBLIC", "MEMBER", *_STATUS))
_TRIGGERS = frozenset(("PUBLIC", "SEATS", "PEOPLE", "AIR", "ROOM", "APART", "PUBLISH", *_STATUS))
"""A sentence without these, Part 2, a coloured paper or a committee that was gone into records nothing private."""
_TELLING = frozenset(("PUBLIC", "SEATS", "AIR", "PARTTWO", "PARTONE", "COLOUR", "EXCLUDE", *_STATUS)) - {"RESTRICTED"}
_UNDOES = frozenset(("NOT", "LOST", "RETURN", "LIFT", "IF", "PRESENT"))
"""What may turn the sense of the words before it."""
_MAY_RETURN = _TRIGGERS | {"ADMIT", "EXCLUDE", "PARTONE"}
_SAYS_SO = pattern_of(
    r"\bpart\s+(?:2|ii|b|two)\b|\bin(?:to)?[\s-]+(?:in\s+)?committee\b|\b(?:pink|yellow|green|blue|buff|lilac|salmon)"
    r"[\s-]+(?:paper|sheet|page)|\bonly\b[\w\s]{0,40}\b(?:remained|stayed|present)\b|\b(?:members|councillors)\s+only\b|"
    r"\b(?:nobody|no[\s-]one|other\s+than\s+(?:members|councillors))\b|\bbelow\s+the\s+line\b|\bofficial\W{1,3}sensitive\b|\b[cg]aeedig\b|\beyes\s+only\b|"
    r"\bexecutive\s+session\b|\bopen\s+(?:session|part|section|business|meeting)\b",
    re.IGNORECASE,
)
_LENDS = frozenset(
    ("SAY", "WILL", "MAY", "IF", "WHEN", "DANGER", "NOT", "LOST", "RULE", "ELSEWHERE", "RETURN", "DECIDE", "ASK",
     "SOME", "ADMIT", "FAULT", "THAT")
)  # fmt: skip
"""What changes the sense of all that follows it in the sentence."""

_COMERS = (
    r"members?\s+of\s+(?:the\s+)?(?:press|public)|residents?\b|parishioners?\b|observers?\b|electors?\b|journalists?\b|"
    r"reporters?\b|visitors?\b"
)
_OF_A_PAPER = (
    r"\s+(?:of|to)\s+(?:the\s+)?(?:report|plan|act|schedule|code|document|strategy|review|policy|public|building)"
)
_OUTSIDE = (
    r"(?:outside|elsewhere|(?:in|into|to)\s+(?:the|a|an|another)\s+(?:[\w-]+\s+)?(?:foyer|lobby|corridor|hallway|passage|porch|"
    r"entrance|landing|waiting\s+room|next\s+room|other\s+room|anteroom|kitchen|car\s+park))\b"
)
"""Where those go who leave a meeting but not the building."""
_BUT = r"(?:but|save|bar)\b(?:\s+for\b)?"
_TOGETHER = {
    r"\b(?:wait\w*|sit|sat|stand|stood|stay\w*|remain\w*|go|gone|went|moved?|put|placed|sent|taken|shown|step\w*)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?{_OUTSIDE}(?!\s+the\b)": "LEAVE",
    r"\bclos(?:ed?|ing)\s+(?:the|this)\s+(?:[\w-]+\s+){0,3}?(?:meeting|session|proceedings|item|debate)\s+to\s+(?=(?:the\s+)?"
    r"(?:public|press|media)\b)": "EXCLUDE ",
    rf"\b(?:(?<=\ball )|(?<=one )|(?<=body )){_BUT}|\b(?:with\s+the\s+)?exception\s+of\b|\bapart\s+from\b": "OTHER",
    r"\b(?:withdr\w+|retir\w+|return\w*|mov\w+|went|sat|sit|back)\s+(?:down\s+)?(?:to|in|into)\s+the\s+public\s+"
    r"(?:seats|benches|gallery|seating|area)\b": "X",
    r"\buntil\s+(?:(?:they|it|being|were|was|are|is|had|been)\s+)*(?:called|asked|invited|told|let|brought)\s+back"
    r"(?:\s+in)?\b": "",
    r"\b(?:nobody|no[\s-]one)\s+else\b": "NOT PEOPLE OTHER",
    r"\b(?:nobody|no[\s-]one)\b": "NOT PEOPLE",
    r"\b(?:some|one|two|three|four|five|six|seven|eight|several|many|most|an?|another|\d+)\s+(?:other\s+|local\s+)?"
    rf"(?={_COMERS})": "SOME ",
    r"\b(?:members?|representatives?)\s+of\s+(?:the\s+)?(?:local\s+)?(?=public|press|media)": "",
    r"\bpublic\s+interest\b": "SENSITIVE",
    r"\b(?:approval\s+of|applications?\s+for)\s+reserved\s+matters\b": "X",  # of planning
    r"\breserved\s+matters\s+(?:application|approval)s?\b": "X",
    rf"\bpart\s+(?:2|ii|b|two)\b(?!{_OF_A_PAPER})": "PARTTWO",
    r"\bin[\s-]committee\b(?!\s+rooms?)|\binto\s+[\"“'‘]?(?:in\s+)?committee\b(?!\s+rooms?)": "IN PRIVATE",
    r"\bclosed\s+doors\b|\bdoors\s+(?:were\s+)?(?:closed|shut|locked)\b": "PRIVATE",
    r"\b(?:went|step(?:ped)?|go|shut|log(?:ged)?|put|moved|show\w*)\s+(?:out(?:side)?|off)\b": "LEAVE",
    r"\b(?:let|called)\s+(?:back\s+)?in\b": "ADMIT",
    r"\bout\s+of\s+committee\b": "OUTOF PRIVATE",
    r"\bout\s+of\b": "OUTOF ",
    r"\bclosed\s+(?=the\b)": "STOP ",
    r"^should\b": "IF",
    r"\bwhat\s+(?:remained|was\s+left|follow(?:ed|s))\b": "REMAINS ITEM",
    r"\b(?:once\s+more|a\s+(?:second|third|further|last)\s+time)\b": "AGAIN",
    r"\bturned\s+down\b": "LOST",
    r"\b(?:no|want\s+of\s+an?|lack\s+of\s+an?|not\s+find\s+an?)\s+seconder\b|\bnot\s+seconded\b": "LOST",
    r"\bno\s+(?:need|reason|wish)\b": "NOT",
    r"\b(?:vot|decid|resolv|agre)\w*\s+against\b": "LOST",
    r"\bbelow\s+the\s+line\b": "IN PRIVATE",
    r"\bofficial\W{1,3}sensitive\b": "CONFIDENTIAL,",
    r"\b(?:[cg]?h?yfrinachol|eithriedig|[bp]reifat|[cg]aeedig)\b": "CONFIDENTIAL,",  # in Welsh it ends the phrase
    r"\bnon[\s-](?:members|councillors)\b": "PUBLIC",
    r"\b(?:pink|yellow|green|blue|buff|lilac|salmon)[\s-](?=(?:paper|sheet|page)s?\b)": "COLOUR ",
    r"\bpart\s+(?:1|i|a|one)\b": "PARTONE",
    r"(?<=\bin )may\b|(?<=\bof )may\b|(?<=\d )may\b|(?<=\dth )may\b": "june",
}
"""Words that mean something only together."""
_TIME = pattern_of(
    r"\b(?:at\s+)?(?:\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?\s?m\b|noon\b|hours\b|hrs\b)|(?:[01]?\d|2[0-3]):[0-5]\d\b)|\bat\s+\d{1,2}[.][0-5]\d\b",
    re.IGNORECASE,
)
_PATTERNS = tuple((pattern_of(pattern), with_class) for pattern, with_class in _TOGETHER.items())
_TOKEN = pattern_of(r"[^\W\d_][\w'’-]*|\d+\w*|[.,;:()\[\]]")
_EXACT = {stem: name for name, stems in _STEMS.items() for stem in stems.split() if not stem.endswith("*")}
_PREFIX: dict[str, list[tuple[str, str]]] = {}
"""By their first letter, the longest first."""
for _stem, _name in sorted(
    ((stem[:-1], name) for name, stems in _STEMS.items() for stem in stems.split() if stem.endswith("*")),
    key=lambda one: -len(one[0]),
):
    _PREFIX.setdefault(_stem[0], []).append((_stem, _name))


@functools.lru_cache(maxsize=8192)
def _class_of(word: str) -> str:
    """The class of a word; "" for one that says nothing, "X" for one that is not known."""
    if word.isupper() and (word in _STEMS or word in ("SOME", "PARTTWO", "PARTONE", "COLOUR", "OUTOF")):
        return word
    small = word.lower().replace("’", "'").removesuffix("'s")
    if small in _SILENT:
        return ""
    if small in _EXACT:
        return _EXACT[small]
    alike = _PREFIX.get(small[0], ())
    known = next((name for stem, name in alike if small.startswith(stem)), None)
    if known is None and (again := re.fullmatch(r"re-?(.{4,})", small)) and _class_of(again[1]) in ("MOVE", "ADMIT"):
        return "RETURN"
    return known or ("#" if small[0].isdigit() else "X")


def word_classes(sentence: str) -> list[str]:
    """The classes of the words, with "/" where a clause ends; a status before a foreign noun is a part of it."""
    text = _TIME.sub("", fold(sentence).lower())
    for pattern, with_class in _PATTERNS:
        text = pattern.sub(with_class, text)
    found: list[str] = []
    for token in _TOKEN.findall(text):
        name = "/" if not token[0].isalnum() else _class_of(token)
        if name and (name not in ("X", "/", "#") or found[-1:] != [name]):
            found.append(name)
    if len(found) >= LONG and text[-1].isalnum():
        found.append("/")
    return _setting([_bound(found, at) for at in range(len(found))])


LONG = 4
"""Classes of a sentence: it is one without a full stop too, in capitals or a row of its own. Fewer are a heading."""


def _setting(found: list[str]) -> list[str]:
    """The classes without what was decided: of "The Board agreed, in private, that" only the clauses ahead of it."""
    last = max((at for at, name in enumerate(found) if name in _TELLING), default=None)
    if last is None:
        return found
    decided = "DECIDE" in found[:last]
    for at in range(last + 1, len(found)):
        behind = found[at + 1 :]
        if found[at] == "DECIDE" and "LOST" not in behind:
            return found[: at + 1]
        if decided and found[at] == "/" and not _UNDOES.intersection(behind):
            return found[: at + 1]
    return found


def _bound(found: list[str], at: int) -> str:
    name, behind = found[at], found[at + 1 : at + 3]
    if name in _STATUS and behind == ["MEMBER", "X"]:
        return "X"  # "a private members' club"
    if name in _THINGS and behind[:1] == ["X"]:
        return f"{name}'" if behind[1:] and behind[1] in _QUALIFIED else "X"
    return name


def may_record(sentence: str) -> bool:
    """Whether a sentence, or a row of it, has a word by which it could record that business was private."""
    return (
        any(_class_of(token) in _TRIGGERS for token in _TOKEN.findall(fold(sentence).lower()))
        or _SAYS_SO.search(sentence) is not None
    )


def may_return(sentence: str) -> bool:
    """Whether a sentence has a word by which it could record that the public came back."""
    return any(_class_of(token) in _MAY_RETURN for token in _TOKEN.findall(fold(sentence).lower())) or bool(
        _PART_ONE.search(sentence)
    )


_PART_ONE = pattern_of(r"\bpart\s+(?:1|i|a|one)\b|\bout\s+of\s+committee\b|\bail-?(?:ddechr|agor)", re.IGNORECASE)


_ACTS = frozenset(("LEAVE", "EXCLUDE", "MOVE", "STOP", "REMAINS", "SITS"))
_INTENDS = pattern_of(
    r"\b(?:agreed|resolved|determined|decided|voted)\b[^.;]*?\b(?:should|would|to)\b[^.;]*?\b(?:private|privately|camera|confidence|"
    r"closed|without|absence|alone|neither|on\s+its\s+own)\b",
    re.IGNORECASE,
)
"""It was decided how something is to be dealt with."""


def begins_private(sentence: str) -> bool:
    """Whether a sentence tells of an act by which what follows is private too (the public leaves, the meeting moves,
    the broadcast stops), or how the meeting was, and nothing else. One that only says where something was decided ("in
    private it was agreed") or what was read ("a confidential report") speaks of itself."""
    classes = word_classes(sentence)
    of_meeting = classes[:1] in (["BODY"], ["SESSION"]) and _SAID_OF_BUSINESS.isdisjoint(classes)
    return of_meeting or not _ACTS.isdisjoint(classes) or _INTENDS.search(sentence) is not None


_SAID_OF_BUSINESS = frozenset(("DECIDE", "DO", "BEFORE", "PAPER"))


def telling_words(sentence: str) -> str:
    """The word of a sentence that says it was private, and nothing of the business itself."""
    tokens = _TOKEN.findall(fold(sentence))
    for wanted in (_STATUS, _TRIGGERS):
        for token in tokens:
            if _class_of(token.lower()) in wanted:
                return str(token)
    found = _SAYS_SO.search(sentence)
    return found.group() if found else str(tokens[0])


_KINDS = {
    **dict.fromkeys(("PRIVATE", "CONFIDENTIAL", "EXEMPT", "RESTRICTED", "PARTTWO", "EXCLUDE"), "SHUT"),
    **dict.fromkeys(("PUBLIC", "SEATS", "PEOPLE"), "PUBLIC"),
    **dict.fromkeys(("DO", "BEFORE", "MOVE", "SIT"), "DO"),
    **dict.fromkeys(("SESSION", "ITEM"), "SESSION"),
    **dict.fromkeys(("WAS", "BE", "HAD", "HAVING"), "WAS"),
}
"""Classes that do much the same: what is learnt of one of them holds for the others too."""


def find_features(classes: list[str]) -> frozenset[str]:
    """What the model weighs."""
    fine = ["^", *classes, "$"]
    kinds = [_KINDS.get(name, name) for name in classes]
    bare = ["^", *kinds, "$"]
    names = {f"has {name}" for name in classes}
    names |= {f"{a} {b}" for a, b in itertools.pairwise(fine)}
    names |= {f"~{a} {b}" for a, b in itertools.pairwise(bare)}
    names |= {f"~{a} {b} {c}" for a, b, c in zip(bare, bare[1:], bare[2:], strict=False)}
    clause: list[str] = []
    before: set[str] = set()
    for name in kinds:
        if name == "/":
            clause = []
            continue
        names |= {f"{a} .. {name}" for a in clause}
        if name in _LENDS:
            before.add(name)
        else:
            names |= {f"{a} ... {name}" for a in before}
        if name != "X":
            clause.append(name)
    return frozenset(names)
