"""The handbook as an accessible PDF, whole and in parts: PDF/UA-1 and PDF/A-2a from the same data as the site.

records → pages of the site (:mod:`praxis.site.pages`) → calls of our Typst template → Typst → finished PDF
"""
