"""Page makers: each turns the site model into pages of one kind."""

from __future__ import annotations

from praxis.site.pages import cases, gaps, home, overview, records, reference, terms

PAGE_MAKERS = (home.pages, cases.pages, gaps.pages, records.pages, terms.pages, overview.pages, reference.pages)
