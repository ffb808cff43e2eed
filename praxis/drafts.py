"""Takes drafts out of what is published: the drafts themselves, and what other records say of them.

A draft is checked like everything else but has no address. A record that names one would lead into the void, and would
tell of an answer or an origin that nobody can read.
"""

from __future__ import annotations

from praxis.records import Case, Gap, Reuse
from praxis.records.reuse import Pointing

UNPUBLISHED = "Praxisbeispiel, noch nicht veröffentlicht"
Drafts = frozenset[str]


def published_case(case: Case, drafts: Drafts) -> Case:
    """The case without origins that are drafts."""
    return case.model_copy(update={"origins": [origin for origin in case.origins if origin not in drafts]})


def published_gap(gap: Gap, drafts: Drafts) -> Gap:
    """The gap without answers that are drafts; an offer stays, without the draft that it is about."""
    offers = [offer.model_copy(update={"case": None}) if offer.case in drafts else offer for offer in gap.offers]
    answers = [answer for answer in gap.answers if answer.case not in drafts]
    return gap.model_copy(update={"offers": offers, "answers": answers})


def published_reuse(reuse: Reuse, drafts: Drafts) -> Reuse:
    """The reuse with words in place of an original that is a draft, and without a new case that is one."""
    originals = [Pointing(text=UNPUBLISHED) if original.id in drafts else original for original in reuse.originals]
    new_case = None if reuse.new_case in drafts else reuse.new_case
    return reuse.model_copy(update={"originals": originals, "new_case": new_case})
