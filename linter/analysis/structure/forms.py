"""The role and form of a line by how it is written; what its neighbours tell is looked at elsewhere."""

import re
from typing import NamedTuple

from linter.analysis.structure.lines import LINE, is_named, is_prose, is_stopped, label
from linter.resources import words


class Form(NamedTuple):
    """A role of the contract, and the finer form."""

    role: str
    form: str


_LONGEST_TWEET = 420
_LONGEST_PROMPT = 300
_LONGEST_CUE = 36
_PERSON = r"[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|de|van|von|al|bin|and|,)){0,9}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = rf"(?:\d{{1,2}}[-/. ](?:\d{{1,2}}|{_MONTH})[-/., ]{{1,2}}\d{{2,4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
_SHORT: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (Form("furniture", "separator"), re.compile(r"[\W_]+$")),
    (Form("furniture", "address"), re.compile(r"(?:https?://|www\.)\S+$")),
    (Form("furniture", "advertisement"), re.compile(r"\W{0,3}(?:ads?|adverts?|advertisements?|sponsored(?: (?:content|links|stories))?|(?:paid|promoted) (?:content|stories|links)) ?\W{0,3}$", re.IGNORECASE)),
    (Form("other", "stage-direction"), re.compile(r"[(\[][A-Z][A-Z -]{3,40}[)\]]$")),
    (Form("furniture", "end-mark"), re.compile(r"(?:ends?|-30-|#{3,}|\(end\))[.]?$", re.IGNORECASE)),
    (Form("byline", "byline"), re.compile(rf"(?:[Bb]y|BY|(?:As )?[Ww]ritten [Bb]y):? {_PERSON}(?:,? .{{0,40}})?$")),
    (Form("dateline", "time-line"), re.compile(rf"\W{{0,5}}(?:date of publication|published|updated|posted|last (?:modified|updated))?\W{{0,5}}(?:on |at )?(?:\w{{3,9}},? )?{_DATE}\W{{0,3}}(?:\d[\d:. apm+-]{{3,14}}\w{{0,4}}|at \d[\d:. apm]{{3,10}}\w{{0,4}}|international)?$", re.IGNORECASE)),
    (Form("dateline", "dateline"), re.compile(r"[A-Z][A-Z. ]{2,30}(?:, [A-Z][\w. ]{1,30})?(?: \([A-Z]\w{1,20}\))? ?[-–—]$")),
)  # fmt: skip
_LONG: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (Form("byline", "contributor"), re.compile(r"\W{0,5}(?:with )?(?:\w+ )?(?:additional )?(?:reporting|writing|editing|compiled|edited|contributing|contributions?) (?:and \w+ )?(?:by|from)\b:? |\W{0,3}contributing: |.{2,90} contributed (?:to this (?:report|story|article)|reporting)", re.IGNORECASE)),
    (Form("other", "update-note"), re.compile(r"\W{0,5}(?:update[ds]?|correction|clarification|editor'?’?s'? note)\b.{0,12}:|(?:this (?:post|story|article|report)|an earlier version of this (?:post|story|article|report)) (?:has been|was|is being|will be|incorrectly|misstated)\b", re.IGNORECASE)),
)  # fmt: skip
_TWEET = re.compile(r"pic\.twitter\.com/|[—–-] ?.{1,60}\(@\w{1,30}\)|\bA (?:post|photo|video) (?:posted|shared) by .{1,80}\(@", re.DOTALL)
_CREDIT_CUE = re.compile(
    r"[(\[]?(?:image zoom\b|(?:featured |cover )?(?:photo|image|picture|photograph)s?(?: ?credits?)?(?: ?:| via | by | courtesy )|credits?: |courtesy (?:of )?)",
    re.IGNORECASE,
)
_SHORT_CREDIT = re.compile(r"[(\[]?(?:featured )?(?:image|photo|picture) ?(?:credits?|courtesy)? ?: ?[^:]{2,50}$", re.IGNORECASE)
_CREDITED = re.compile(
    r"(?i:(?:photo|picture|image|credit|photograph)s?(?: ?:| by | courtesy of ))[^.!?:]{2,50}$|\((?:(?i:photo|picture|image)|[A-Z][^()]{2,40}/)[^()]{0,60}\)$"
)
_POINTS = re.compile(r"(?:^|[(, ])(?:pictured|(?:above )?left|right|above|file photo)\)|^(?:pictured|above|left|right): |, pictured ", re.IGNORECASE)
_PARTS = re.compile(r"/|\||,| via | for ")


def by_writing(text: str) -> Form | None:
    """The role and form of a stripped text by how it is written; of a long one only its ends are looked at."""
    head = text[:LINE]
    if len(text) <= LINE:
        for form, pattern in _SHORT:
            if pattern.match(text):
                return form
    for form, pattern in _LONG:
        if pattern.match(head):
            return form
    tail = text[-LINE:]
    if ("(@" in tail or "pic.twitter" in tail) and len(text) <= _LONGEST_TWEET and not text.startswith("<") and _TWEET.search(tail):
        return Form("blockquote", "tweet")
    if _is_link(text):
        return Form("furniture", "related-link")
    if len(text) <= LINE and text.strip("»›: ").lower() in words("page-labels"):
        return Form("furniture", "label")
    if len(text) <= LINE and not is_stopped(text):
        return _picture(text)
    if len(text) <= _LONGEST_PROMPT and _begins(head.lower(), words("page-prompts")):
        return Form("furniture", "prompt")
    return None


def is_link_cue(text: str) -> bool:
    """Whether a line stands above links: “Related stories:”, “More from Harbour Press”."""
    cue, rest = label(text)
    return cue.lower() in words("link-cues") and not rest or len(text) <= _LONGEST_CUE and _RELATED.match(text) is not None


def _is_link(text: str) -> bool:
    if _RELATED.match(text):
        return not (is_prose(text) and is_stopped(text))
    cue, rest = label(text)
    if not cue or cue.lower() not in words("link-cues"):
        return False
    return not rest or cue[0].isupper() and not (is_prose(text) and is_stopped(text) and cue.lower() in _SPEAKING)


_RELATED = re.compile(
    r"related (?:story|stories|article|video|videos|photos|content|coverage|gallery|news|post|posts|links?)(?: ['‘“\\w]|$)|(?:photos|pictures|pics) of (?-i:[A-Z])[^.]{3,70}$",
    re.IGNORECASE,
)
_SPEAKING = frozenset(("also", "list", "more", "read", "see", "story", "video", "videos", "photos", "watch", "for more"))
"""Labels that may open a sentence as well."""


def _picture(text: str) -> Form | None:
    """A credit, or a caption: what it shows, with a credit or a pointing word."""
    lower = text.lower()
    if _begins(lower, words("page-prompts")):
        return Form("furniture", "prompt")
    if lower.startswith(("image zoom", "image copyright", "media caption")):
        return Form("credit", "credit")
    if is_credit(text):
        return Form("credit", "credit")
    if _CREDITED.search(text) or _agency(text) or _POINTS.search(text):
        return Form("caption", "caption")
    return None


def is_credit(text: str) -> bool:
    """Whether a line is names and agencies and nothing else: “Ann Brandt/Getty Images”."""
    if len(text) > LINE:
        return False
    cue = _CREDIT_CUE.match(text)
    named = is_named(text[cue.end() :] if cue else text)
    return _SHORT_CREDIT.match(text) is not None or (named and (cue is not None or _agency(text)))


def _agency(text: str) -> bool:
    """Whether a line ends with the name of an agency; of a bare one, such as “Instagram”, only after a dividing mark."""
    last = _PARTS.split(text.rstrip(".)]"))[-1].strip().lower()
    agencies = words("picture-agencies")
    if last in agencies:
        return True
    items = last.split()
    return any(" ".join(items[-count:]) in agencies and " ".join(items[-count:]) not in _BARE for count in (1, 2, 3) if len(items) > count)


_BARE = frozenset(
    ("ap", "instagram", "mega", "mirror", "pa", "rex", "twitter", "youtube", "associated press", "reuters", "press association", "imgur", "giphy")
)


def _begins(lower: str, openings: frozenset[str]) -> bool:
    """Whether a text begins with one of some openings, each of one word to five."""
    items = lower.replace(",", ", ").split(maxsplit=7)[:7]
    return any(" ".join(items[:count]).rstrip(".,:!") in openings for count in range(1, len(items) + 1))
