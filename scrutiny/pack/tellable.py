"""Room `pack`: what of a mark may be repeated.

Takes the text of a mark, gives its beginning as far as it has only the nouns of what councils mark and the words of
statuses and grounds in law. Does not know what is a mark: `marks` does.
"""

import re

NOUNS = (
    r"(?:(?:sub-?)?reports?|items?|papers?|documents?|information|minutes?|agendas?|business|sessions?|matters?|parts?|"
    r"sections?|supplements?|supplementary|supplemental|schedules?|meetings?|cyfarfod|briefings?|notes?|annex(?:es|e)?|appendix|"
    r"appendices|enclosures?|addend(?:um|a)|pages?|packs?|material|data|advice|details|contents?|paragraphs?|paras?|"
    r"decisions?|adroddiad(?:au)?|eitem(?:au)?|gwybodaeth|atodiad(?:au)?|cofnodion|papur(?:au)?|busnes|dogfen(?:nau)?)"
)
"""What councils call the things they mark, in English and Welsh."""

_GLUE_WORDS = (
    "a an the this these that following attached enclosed above its and & or of to for be is are has have been "
    "been marking marked protective security government classification classified status publication access "
    "level category type contains contain containing includes include including item no number s agenda part "
    "ii b two 2 council committee information report i'w yn y yr a'r mae'r mae hwn hon annex appendix ref "
    "gyhoeddi members member only to strictly highly very therefore which exemption exemptions reason reasons "
    "ground grounds yes commercial personal committee cabinet board panel held taken considered discussed when "
    "separate separately fully wholly page draft final copy unofficial version attention main cover covering update "
    "circulation distribution access release tabled in heard embargoed"
)
GLUE = frozenset(_GLUE_WORDS.split())
"""Words that may stand between a status and its nouns and say nothing themselves."""

_TELLABLE_WORDS = (
    "by virtue under with accordance pursuance pursuant terms as defined described set out it they this within "
    "meaning schedule government local act acts lga amended part rhan scotland northern ireland wales england "
    "access variation order rules regulation regulations information section deddf llywodraeth leol atodlen "
    "paragraff baragraff paragraffau o dan rhinwedd fel y'i diffinnir am gan ei fod eu bod ac also any all "
    "from at time present until for release publication disclosure circulation distribution general wider "
    "onward nid ddim nfp exempt confidential private restricted closed official sensitive not in camera "
    "confidence privileged legally commercial commercially members councillors eyes pink yellow green blue "
    "buff grey papers paper pages eithriedig cyfrinachol preifat unpublished withheld open available published "
    "released disclosed circulated shall must should will may remains remain constitutes because on para paras "
    "category categories press public made do does circulate publish copy distribute release disclose forward share "
    "governors trustees directors officers recipients addressees named attention shown shared passed sent given quoted "
    "communicated revealed issued seen read viewed anyone anybody third parties outside beyond limited confined"
)
_TELLABLE = frozenset(_TELLABLE_WORDS.split())
"""With the glue and the nouns: the words of a mark that may be repeated in a finding. Others could be the very thing
that is withheld: "This report sets out the bid of ... and is exempt"."""


def tellable(text: str) -> str:
    """The beginning of a mark as far as it says nothing of what is withheld."""
    nouns = re.compile(rf"^{NOUNS}$", re.IGNORECASE)
    end = 0
    for token in re.finditer(r"[\w'’&]+", text):
        word = token.group().lower()
        if not (
            word in GLUE
            or word in _TELLABLE
            or nouns.match(word)
            or re.fullmatch(r"\d{1,4}[a-z]?|[a-z]|[ivx]{1,4}", word)
        ):
            break
        end = token.end()
    rest = re.match(r"[)\]}.]*", text[end:])
    return text[: end + (rest.end() if rest else 0)].strip()
