"""Attributions: who says what, by the text itself."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from linter.analysis.attributions.clauses import Clause, find_clauses
from linter.analysis.attributions.content import contents
from linter.analysis.attributions.model import log_odds
from linter.analysis.attributions.speakers import Speakers
from linter.analysis.attributions.told import Told, told
from linter.analysis.attributions.vague import nameless
from linter.model.span import Place

if TYPE_CHECKING:
    from linter.analysis import Analysis

SPOKEN = ("paragraph", "list-item", "standfirst", "blockquote", "headline", "pull-quote", "other", "subheading")
"""Roles of blocks in which somebody may be saying something."""

_FEWEST_QUOTED = 3
_WITNESSED = 2.0
"""The log odds above which a sentence about what people heard or saw is their word: most tell an event in public."""

_SPOKEN_KINDS = ("according", "saying", "showing", "thinking", "noun")


class Attribution(NamedTuple):
    """Somebody's word: who (None when the text does not say), the cue that says so, and what is said.

    `source_name` is the source by name, as far as the article gives it away; `via` names the medium through which the
    word came. `vague` says that nobody could phone the source.
    """

    source: Place | None
    source_name: str | None
    cue: Place | None
    content: tuple[Place, ...]
    vague: bool
    via: str | None = None


class Line(NamedTuple):
    """A sentence, its clauses of attribution, and whether what it says is somebody's word.

    `attributed` is wider than the attributions: it counts orders, praise and decisions too.
    """

    told: Told
    clauses: tuple[Clause, ...]
    attributed: bool


Lines = tuple[tuple[Line, ...], ...]
"""For each block its sentences as attribution sees them; none in blocks that are no copy."""


class Attributions(NamedTuple):
    """The attributions in order, and for each line of each block the name of its speaker.

    It is None for a sentence in the paper's own voice and for a nameless speaker.
    """

    attributions: tuple[Attribution, ...]
    speakers: tuple[tuple[str | None, ...], ...]


class _Spoken(NamedTuple):
    """A line, the name of whoever says it, and the medium through which the word came."""

    line: Line
    speaker: str | None
    via: str | None


def find_lines(analysis: "Analysis") -> Lines:
    """The sentences of a document, as attribution sees each by itself."""
    roles = analysis.structure.roles
    return tuple(
        tuple(_line(analysis, sentence) for sentence in sentences) if roles[block] in SPOKEN else () for block, sentences in enumerate(analysis.sentences)
    )


def _line(analysis: "Analysis", sentence: Place) -> Line:
    seen = told(analysis, sentence)
    clauses = find_clauses(seen)
    likely = log_odds(seen, clauses, analysis.structure.roles[sentence.block])
    return Line(seen, clauses, likely > (_WITNESSED if clauses and clauses[0].kind == "sensing" else 0))


def find_attributions(analysis: "Analysis") -> Attributions:
    """The attributions of a document: sentences with a clause of attribution, quotations, and what carries over from a neighbour."""
    speakers = Speakers(analysis)
    running = {place: quotation.places for quotation in analysis.quotations if len(quotation.places) > 1 for place in quotation.places}
    found: list[Attribution] = []
    named: list[tuple[str | None, ...]] = []
    talking: str | None = None
    for lines in analysis.lines:
        paragraph = [_spoken(line, speakers) for line in lines]
        paragraph, talking = _with_speakers(paragraph, talking)
        named.append(tuple(spoken.speaker for spoken in paragraph))
        found += _attributions(paragraph, running)
    return Attributions(tuple(found), tuple(named))


def _spoken(line: Line, speakers: Speakers) -> _Spoken:
    main = _main(line.clauses)
    name = speakers.name(line.told, main) if main else None
    speakers.follow(line.told, name)
    return _Spoken(line, name, speakers.medium(line.told, line.clauses) if main else None)


def _main(clauses: Sequence[Clause]) -> Clause | None:
    """The clause by which a sentence is somebody's word; thoughts of a “who” are said in passing."""
    spoken = (clause for clause in clauses if clause.kind in _SPOKEN_KINDS and not (clause.head == "who" and clause.kind != "saying"))
    return next(spoken, None)


def _with_speakers(paragraph: Sequence[_Spoken], talking: str | None) -> tuple[list[_Spoken], str | None]:
    """The lines of a paragraph, those that only quote given to the speaker before them, else to the one after; and who talks last."""
    named: list[_Spoken] = []
    before: _Spoken | None = None
    after = _next_speakers(paragraph)
    for index, spoken in enumerate(paragraph):
        found, line = spoken, spoken.line
        if not (spoken.speaker or line.clauses or line.told.lows) and line.told.quoted >= _FEWEST_QUOTED:
            found = spoken._replace(speaker=(before and before.speaker) or after[index] or talking)
        before = found if found.speaker else before
        named.append(found)
    if before is None:
        return named, talking if _only_quotes(named) else None
    return named, before.speaker if before.line.told.quoted else talking if _only_quotes(named) else None


def _next_speakers(paragraph: Sequence[_Spoken]) -> list[str | None]:
    """For each line the speaker of the next one that quotes and says whom."""
    found: list[str | None] = []
    speaker = None
    for spoken in reversed(paragraph):
        found.append(speaker)
        if spoken.speaker and spoken.line.told.quoted:
            speaker = spoken.speaker
    return found[::-1]


def _only_quotes(paragraph: Sequence[_Spoken]) -> bool:
    return all(not spoken.line.told.lows for spoken in paragraph)


def _attributions(paragraph: Sequence[_Spoken], running: dict[Place, tuple[Place, ...]]) -> Iterator[Attribution]:
    for line, speaker, via in paragraph:
        main = _main(line.clauses)
        quoted = line.told.quoted >= _FEWEST_QUOTED
        if not (quoted or (main and (main.strong or line.attributed))):
            continue
        content = contents(line.told, main, running)
        if not content:
            continue
        source = _place(line.told, main.source) if main else None
        cue = _place(line.told, main.cue) if main else None
        yield Attribution(source, speaker, cue, content, nameless(main, speaker), via)


def _place(line: Told, offsets: tuple[int, int] | None) -> Place | None:
    return Place(line.place.block, *offsets) if offsets else None
