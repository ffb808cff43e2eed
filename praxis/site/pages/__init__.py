"""Page makers: each turns the site model into pages of one kind."""

from __future__ import annotations

from praxis.site.pages import (
    care,
    cases,
    chapters,
    facet_lists,
    form,
    gaps,
    grid_pages,
    home,
    materials,
    meeting_papers,
    meetings,
    municipalities,
    offline,
    overview,
    reference,
    reuses,
    search,
    terms,
    tools,
)

PAGE_MAKERS = (
    home.pages,
    cases.pages,
    gaps.pages,
    municipalities.pages,
    reuses.pages,
    chapters.pages,
    materials.pages,
    meetings.pages,
    meeting_papers.pages,
    terms.pages,
    facet_lists.pages,
    grid_pages.pages,
    overview.pages,
    reference.pages,
    form.pages,
    search.pages,
    offline.pages,
    tools.pages,
    care.pages,
)
