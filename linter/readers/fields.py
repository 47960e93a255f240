"""The fields that stand beside an article's body (front matter, attributes of a page), and the roles of what they hold."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

Fields = Mapping[str, str]
"""A site's own field names and the role of each, as its configuration has them; `off` for what is no copy."""

_ROLES = {
    "headline": "headline title",
    "seo-title": "title-tag seo-title meta-title page-title linktitle link-title seo-headline",
    "social-title": "og-title social-title twitter-title share-title social-headline",
    "kicker": "kicker eyebrow overline",
    "standfirst": "standfirst dek deck subtitle subhead subheadline sub-title sub-headline description summary excerpt teaser blurb lede abstract "
    "seo-description meta-description og-description twitter-description social-description share-description",
    "byline": "byline author authors",
    "dateline": "dateline",
    "caption": "caption alt alt-text image-alt image-caption image-description image-alt-text image-title photo-caption featured-image-alt "
    "featured-image-caption hero-caption hero-alt cover-alt cover-caption thumbnail-alt og-image-alt twitter-image-alt",
    "credit": "credit image-credit photo-credit featured-image-credit image-byline photographer hero-credit cover-credit",
    "pull-quote": "pull-quote pullquote",
    "list-item": "key-takeaways takeaways key-points",
}
ROLES_BY_FIELD = {name: role for role, names in _ROLES.items() for name in names.split()}
"""What a field holds, by its name in lower case with hyphens: names that sites of news use."""

_ANYWHERE = frozenset("caption alt alt-text credit".split())
"""Fields that hold the same wherever they are nested: `images: [{src: …, caption: …}]`."""

_WRAPPERS = frozenset(("params", "extra", "page"))
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """A field's name in lower case with hyphens: `seoTitle`, `seo_title` and `SEO title` are one."""
    return re.sub(r"[\s_.:-]+", "-", _HUMP.sub("-", name).lower()).strip("-")


def plain_fields(own: Fields) -> Fields:
    """A site's own field names, as `role_of` looks for them."""
    return {plain_name(name): role for name, role in own.items()}


def role_of(path: Iterable[str], own: Fields) -> str | None:
    """The role of what a field holds, by the names from the outermost to its own; None where it is no copy.

    `own` is what `plain_fields` gives.
    """
    names = [plain_name(name) for name in path]
    if len(names) > 1 and names[0] in _WRAPPERS:
        names = names[1:]
    joined = "-".join(names)
    for roles, name in ((own, joined), (own, names[-1]), (ROLES_BY_FIELD, joined)):
        if name in roles:
            return roles[name] if roles[name] != "off" else None
    return ROLES_BY_FIELD.get(names[-1]) if names[-1] in _ANYWHERE else None
