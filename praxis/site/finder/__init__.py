"""The finders: what the browser needs to filter, sort and show all cases or all gaps without a server.

A finder has one file of columns (:mod:`praxis.site.finder.columns`: what every record has of every facet, and the words
that lines of lists share) and files of texts for the lines shown. Facets come from :mod:`praxis.relations`; the
browser's side is ``web/src/finder/``.
"""

from praxis.site.finder.files import cases_by_place, files, finder

__all__ = ["cases_by_place", "files", "finder"]
