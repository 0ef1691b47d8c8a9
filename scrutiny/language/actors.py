"""Room `language`: the nouns of those who can act.

Classes, not names: what bodies, offices, members and organisations are called by. Who is meant, and whether anything is
asked of them, is not its business.
"""

import re

from scrutiny.language.letters import word_set


def with_plurals(words: frozenset[str]) -> frozenset[str]:
    """Nouns and their plurals."""
    return words | {f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s" for word in words}


BODIES = word_set(
    """
committee sub-committee subcommittee cabinet executive council panel board forum group commission assembly
partnership authority trustees governors association meeting
"""
)
"""What meets and decides."""

OTHER_BODIES = word_set(
    """
directors team network conference convention consortium taskforce court federation trust pwyllgor cyngor
jhosc hosc scrutiny
"""
)
"""What may, and is as often something else."""

OFFICES = with_plurals(
    word_set(
        """
director manager officer clerk chair chairman chairwoman chairperson vice-chair vice-chairman lead leader
head secretary treasurer co-ordinator coordinator adviser advisor solicitor engineer executive team service
department assistant deputy principal accountant auditor registrar superintendent inspector planner
commissioner holder administrator worker warden caretaker bursar headteacher consultant analyst trustee
observer rfo official secretariat convener steward contractor
"""
    )
) | word_set("staff colleagues")
"""Who is employed or appointed to do something, and the teams they are."""

MEMBERS = word_set(
    """
councillor councillors cllr cllrs clr member members mr mrs ms miss dr prof professor sir lord lady mayor
canon rev revd reverend alderman bailie provost baroness dame capt captain sgt sergeant supt insp
"""
)

TITLES = (
    "Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Rev(?:d|erend)?|Canon|Fr|Sister"
    "|Ald(?:erman)?|Bailie|Capt(?:ain)?|Cdr|Lt|Sgt|Supt|Insp"
)
"""What stands before a name, as a pattern; most may have a stop."""

ORGANISATIONS = with_plurals(
    word_set(
        """
government minister ministry inspectorate regulator directorate organisation body partner agency operator
developer school college university company contractor trust hospital provider charity club practitioner
professional landlord
"""
    )
) | word_set("parliament ofsted nhs police constabulary forces bank ofcom utility water highways")
"""Who stands outside the body that meets, as an organisation or by trade."""

PEOPLE = word_set(
    """
applicant residents parents owner owners public families people volunteer volunteers children pupils
students users customers villagers
"""
)
"""Whom things are done for, who may do some themselves."""

_ACT = with_plurals(BODIES | OTHER_BODIES) | OFFICES | MEMBERS | ORGANISATIONS


def names_actor(noun: str) -> bool:
    """Whether the noun of a name is somebody's who can be asked for something; people at large are not."""
    return noun.lower().rstrip(".:;,") in _ACT
