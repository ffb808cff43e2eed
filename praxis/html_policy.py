"""What HTML contributed texts may contain: the one documented allow-list.

The check of the sources and the sanitising of the rendered bodies (nh3, a binding of the maintained Rust library
ammonia) both read it, so that nothing passes one and fails the other.
"""

from __future__ import annotations

import nh3

INLINE_TAGS = frozenset({"abbr", "br", "del", "em", "ins", "kbd", "mark", "q", "small", "strong", "sub", "sup", "wbr"})
"""Raw tags that an editor may write."""
RENDERED_TAGS = INLINE_TAGS | frozenset(
    {
        "a",
        "blockquote",
        "caption",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "span",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
"""Tags that rendered Markdown consists of."""
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "dir"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
    "a": {"href", "title", "class"},
    "abbr": {"title", "class"},
    "blockquote": {"cite"},
    "code": {"class"},
    "div": {"class", "role", "tabindex", "aria-label", "aria-labelledby"},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"class", "id"},
    "ol": {"start", "class"},
    "p": {"class"},
    "section": {"class"},
    "span": {"class"},
    "sup": {"class", "id"},
    "td": {"align"},
    "th": {"align", "scope"},
}
SCHEMES = frozenset({"http", "https", "mailto"})


_CLEANER = nh3.Cleaner(tags=set(RENDERED_TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None)


def sanitise(html: str) -> str:
    """Rendered Markdown without anything that is not on the allow-list."""
    return _CLEANER.clean(html)
