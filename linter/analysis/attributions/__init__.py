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

    `speaker` is the name of whoever says it, None for a sentence in the paper's own voice and for a nameless speaker;
    `via` the medium through which the word came.
    """

    told: Told
    clauses: tuple[Clause, ...]
    attributed: bool
    speaker: str | None
    via: str | None


class Attributions(NamedTuple):
    """The attributions in order, and for each block its sentences as attribution sees them (none in blocks that are no copy).

    `attributed` holds the sentences that are somebody's word by the text itself. It is wider than the attributions: it
    counts orders, praise and decisions too.
    """

    attributions: tuple[Attribution, ...]
    lines: tuple[tuple[Line, ...], ...]
    attributed: frozenset[Place]


def find_attributions(analysis: "Analysis") -> Attributions:
    """The attributions of a document: sentences with a clause of attribution, quotations, and what carries over from a neighbour."""
    speakers = Speakers(analysis)
    running = {place: quotation.places for quotation in analysis.quotations if len(quotation.places) > 1 for place in quotation.places}
    found: list[Attribution] = []
    lines: list[tuple[Line, ...]] = []
    talking: str | None = None
    for block, sentences in enumerate(analysis.sentences):
        if analysis.structure.roles[block] not in SPOKEN:
            lines.append(())
            continue
        paragraph = [_line(analysis, speakers, sentence) for sentence in sentences]
        paragraph, talking = _with_speakers(paragraph, talking)
        lines.append(tuple(paragraph))
        found += _attributions(paragraph, running)
    attributed = frozenset(line.told.place for paragraph in lines for line in paragraph if line.attributed)
    return Attributions(tuple(found), tuple(lines), attributed)


def _line(analysis: "Analysis", speakers: Speakers, sentence: Place) -> Line:
    seen = told(analysis, sentence)
    clauses = find_clauses(seen)
    main = _main(clauses)
    name = speakers.name(seen, main) if main else None
    speakers.follow(seen, name)
    likely = log_odds(seen, clauses, analysis.structure.roles[sentence.block])
    attributed = likely > (_WITNESSED if clauses and clauses[0].kind == "sensing" else 0)
    return Line(seen, clauses, attributed, name, speakers.medium(seen, clauses) if main else None)


def _main(clauses: Sequence[Clause]) -> Clause | None:
    """The clause by which a sentence is somebody's word; thoughts of a “who” are said in passing."""
    spoken = (clause for clause in clauses if clause.kind in _SPOKEN_KINDS and not (clause.head == "who" and clause.kind != "saying"))
    return next(spoken, None)


def _with_speakers(paragraph: Sequence[Line], talking: str | None) -> tuple[list[Line], str | None]:
    """The lines of a paragraph, those that only quote given to the speaker before them, else to the one after; and who talks last."""
    named: list[Line] = []
    before: Line | None = None
    after = _next_speakers(paragraph)
    for index, line in enumerate(paragraph):
        found = line
        if not (line.speaker or line.clauses or line.told.lows) and line.told.quoted >= _FEWEST_QUOTED:
            found = line._replace(speaker=(before and before.speaker) or after[index] or talking)
        before = found if found.speaker else before
        named.append(found)
    if before is None:
        return named, talking if _only_quotes(named) else None
    return named, before.speaker if before.told.quoted else talking if _only_quotes(named) else None


def _next_speakers(paragraph: Sequence[Line]) -> list[str | None]:
    """For each line the speaker of the next one that quotes and says whom."""
    found: list[str | None] = []
    speaker = None
    for line in reversed(paragraph):
        found.append(speaker)
        if line.speaker and line.told.quoted:
            speaker = line.speaker
    return found[::-1]


def _only_quotes(paragraph: Sequence[Line]) -> bool:
    return all(not line.told.lows for line in paragraph)


def _attributions(paragraph: Sequence[Line], running: dict[Place, tuple[Place, ...]]) -> Iterator[Attribution]:
    for line in paragraph:
        main = _main(line.clauses)
        quoted = line.told.quoted >= _FEWEST_QUOTED
        if not (quoted or (main and (main.strong or line.attributed))):
            continue
        content = contents(line.told, main, running)
        if not content:
            continue
        source = _place(line.told, main.source) if main else None
        cue = _place(line.told, main.cue) if main else None
        yield Attribution(source, line.speaker, cue, content, nameless(main, line.speaker), line.via)


def _place(line: Told, offsets: tuple[int, int] | None) -> Place | None:
    return Place(line.place.block, *offsets) if offsets else None
