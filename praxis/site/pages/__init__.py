"""Page makers: each turns the site model into pages of one kind."""

from __future__ import annotations

from praxis.site.pages import cases

PAGE_MAKERS = (cases.pages,)
