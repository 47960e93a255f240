"""The check `numbers`: days, dates and times that cannot be."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.patterns import Pattern
from linter.checks.check import Check
from linter.model.rule import Match

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon\.|tues?\.|wed\.|thurs?\.|fri\.|sat\.|sun\.)"
_MONTH = r"(?:jan(?:uary|\.)|feb(?:ruary|\.)|mar(?:ch|\.)|apr(?:il|\.)|may|june?|july?|aug(?:ust|\.)|sept?(?:ember|\.)|oct(?:ober|\.)|nov(?:ember|\.)|dec(?:ember|\.))"
_DATE = rf"(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<first>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<second>{_MONTH}))(?P<ordinal>(?:st|nd|rd|th)\b)?(?:,? (?P<year>(?:19|20)\d\d)\b)?"


class Options(NamedTuple):
    """`find` says what is looked for. `weekday-near` needs the day of publication: `published` (YYYY-MM-DD), or one of `fields`."""

    find: Literal["weekday", "weekday-near", "impossible-date", "impossible-time"]
    published: str = ""
    fields: tuple[str, ...] = ("date", "published", "publishdate", "pubdate", "date_published", "datepublished", "article:published_time")


_WEEKDAY = Pattern(rf"⟨\b{_DAY},? (?:the )?{_DATE}⟩")
_PATTERNS = {
    "weekday": _WEEKDAY,
    "weekday-near": _WEEKDAY,
    "impossible-date": Pattern(rf"⟨\b{_DATE}⟩"),
    "impossible-time": Pattern(r"(?:^|[^\d:. -]|[^:] )⟨(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?:[ap]m|[ap]\.m\.)⟩"),
}


def patterns(options: Options) -> Iterator[Pattern]:
    """What the analysis is to find."""
    yield _PATTERNS[options.find]


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on each day, date or time that cannot be; what is right instead is the fill `other`."""
    for place, hit in analysis.find(_PATTERNS[options.find]):
        text = analysis.folded[place.block]
        parts = {name: text[start:end].lower() for name, (start, end) in hit.groups.items()}
        other = _FINDERS[options.find](parts, analysis, options)
        if other and scope.holds(place):
            yield Match(place, fills={"other": other})


def _month(parts: Mapping[str, str]) -> int:
    name = (parts.get("month") or parts["second"])[:3]
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name))


def _day(parts: Mapping[str, str]) -> int:
    return int(parts.get("day") or parts["first"])


def _weekday(parts: Mapping[str, str], _analysis: Analysis, _options: Options) -> str | None:
    return _right_day(parts, int(parts["year"])) if "year" in parts else None


def _right_day(parts: Mapping[str, str], year: int) -> str | None:
    """The weekday that a date was, if it was another than the text says."""
    from datetime import date

    try:
        right = _DAYS[date(year, _month(parts), _day(parts)).weekday()]
    except ValueError:
        return None
    return None if right.startswith(parts["weekday"].rstrip(".")[:3]) else right.title()


def _weekday_near(parts: Mapping[str, str], analysis: Analysis, options: Options) -> str | None:
    """A date without a year is one near the day of publication."""
    from datetime import date

    if "year" in parts:
        return None
    values = (value for name in options.fields for value in analysis.document.metadata.get(name, ()))
    try:
        published = date.fromisoformat((options.published or next(values, ""))[:10])
        near = [date(published.year + step, _month(parts), _day(parts)) for step in (-1, 0, 1)]
    except ValueError:
        return None
    return _right_day(parts, min(near, key=lambda day: abs(day - published)).year)


def _impossible_date(parts: Mapping[str, str], _analysis: Analysis, _options: Options) -> str | None:
    """A day beyond 31 is a number of something else, unless it is written as a day."""
    month, day = _month(parts), _day(parts)
    if day > 31 and ("first" in parts or not parts.keys() & {"ordinal", "year"}):
        return None
    if day > _LENGTHS[month - 1]:
        return f"{_MONTHS[month - 1].title()} has {_LENGTHS[month - 1]} days"
    year = int(parts.get("year", 2000))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return f"{year} was no leap year" if (month, day) == (2, 29) and not leap else None


def _impossible_time(parts: Mapping[str, str], _analysis: Analysis, _options: Options) -> str | None:
    """An hour beyond 24 is the end of something else: a number, a time with seconds, the name of a file."""
    hour, minute = int(parts["hour"]), int(parts.get("minute", 0))
    if hour > 24:
        return None
    if minute > 59:
        return "an hour has 60 minutes"
    return "a.m. and p.m. go with hours up to 12" if hour > 12 else None


_FINDERS: dict[str, Callable[[Mapping[str, str], Analysis, Options], str | None]] = {
    "weekday": _weekday,
    "weekday-near": _weekday_near,
    "impossible-date": _impossible_date,
    "impossible-time": _impossible_time,
}

CHECK = Check(Options, run, fills=("other",), patterns=patterns)
