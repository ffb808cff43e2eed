"""Page makers: each turns the site model into pages of one kind."""

from __future__ import annotations

from praxis.site.pages import cases, home

PAGE_MAKERS = (home.pages, cases.pages)
