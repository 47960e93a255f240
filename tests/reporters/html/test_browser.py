"""The page, opened and used in a real browser."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter.model.finding import Failure, Report
from linter.model.rule import Severity
from linter.reporters import reporter
from linter.reporters.style import Style

DRAFT = """Bridge stays shut after strike

The bridge was the target by a drone on Sunday according to the Harbour Wire. Early reports suggest that two guards were hurt.

Sami Al-Qadhiri said: “We could of been warned.” Mr Al-Qadhiri has asked for calm, and the the minister left.

Prime Minister Al-Qhadiri ordered an inquiry, which takes between 5 to 10 days.

READ MORE: Ferry fares to rise in spring
"""
HOSTILE = """</script><script>window.taken=1</script>

The <img src=x onerror="window.taken=2"> went to to "'><svg onload=window.taken=3> it & so on. ]]> <!-- --> \u202e end.

READ MORE: <a href="javascript:window.taken=4">x</a> </textarea><script>window.taken=5</script>

Early reports suggest that </textarea><script>window.taken=6</script> two guards were hurt.
"""
VISIBLE = "[...document.querySelectorAll('%s')].filter(e => e.checkVisibility()).length"


@pytest.fixture
def page(browser: Any, tmp_path: Path, reported: Callable[..., Report]) -> Callable[..., Any]:
    """Opens the page of some texts; gives the browser."""

    def opened(sources: dict[str, str], style: Style | None = None, change: Callable[[Report], Report] = lambda report: report) -> Any:
        path = tmp_path / "report.html"
        path.write_text(reporter("html")(change(reported(sources)), style or Style()), encoding="utf-8")
        browser.look()
        browser.requests.clear()
        browser.errors.clear()
        browser.open(path)
        return browser

    return opened


def visible(browser: Any, selector: str) -> int:
    number: int = browser.run(VISIBLE % selector)
    return number


def test_it_opens_asks_for_nothing_and_breaks_nowhere(page: Callable[..., Any]) -> None:
    browser = page({"a.txt": DRAFT})

    assert browser.run("document.querySelector('h2').textContent") == "a.txt"
    assert [address for address in browser.requests if not address.startswith("file:///")] == []
    assert len(browser.requests) == 1
    assert browser.errors == []
    assert browser.run("[...document.querySelectorAll('.mark')].map(e => e.textContent)") == [
        "the target by",
        "Sunday according to",
        "Early reports suggest that",
        "the the",
        "Al-Qhadiri",
        "to",
        "READ MORE: Ferry fares to rise in spring",
    ]
    assert browser.run("document.querySelector('.article').innerText").count("¶") == 5


def test_nothing_of_the_copy_is_run_or_fetched(page: Callable[..., Any]) -> None:
    def worse(report: Report) -> Report:
        words = '"><img src=http://evil.example/x onerror=window.taken=9>'
        findings = tuple(f._replace(message=words, rule=f"style/{words}", suppressed_by=None) for f in report.files[0].findings)
        return report._replace(files=(report.files[0]._replace(path=words, findings=findings),), failures=(Failure(words, words),))

    for change in (lambda report: report, worse):
        browser = page({"a.txt": HOSTILE}, Style(show=Severity.SUGGESTION), change)
        assert browser.run("window.taken") is None
        assert browser.run("document.querySelectorAll('img, svg, a[href^=javascript], main script').length") == 0
        assert len(browser.requests) == 1
        assert browser.errors == []
    assert "onload=window.taken=3" in browser.run("document.querySelector('.article').innerText")
    assert r"\u202e" in browser.run("document.querySelector('.article').innerText")


def test_a_mark_leads_to_its_finding_and_back_by_mouse_and_by_keyboard(page: Callable[..., Any]) -> None:
    browser = page({"a.txt": DRAFT})
    browser.click(".mark.warning")
    assert browser.run("document.documentElement.dataset.tab") == "ask"
    assert "Early reports suggest" in browser.run("document.activeElement.querySelector('.message').textContent")
    browser.click(".finding:focus .where a")
    assert browser.run("document.activeElement.textContent") == "Early reports suggest that"

    browser.run("document.querySelector('.mark.error').focus()")
    browser.press("Enter", 13)
    assert "the target by" in browser.run("document.activeElement.textContent")
    browser.press("j", 74)
    assert "the the" in browser.run("document.activeElement.textContent")
    browser.press("k", 75)
    assert "the target by" in browser.run("document.activeElement.textContent")


def test_parts_are_changed_by_arrow_keys_and_counted(page: Callable[..., Any]) -> None:
    browser = page({"a.txt": DRAFT})
    assert browser.run("document.querySelector('[role=tab][aria-selected=true]').textContent") == "To fix (5)"
    browser.run("document.querySelector('#tab-fix').focus()")
    browser.press("ArrowRight", 39)
    assert browser.run("document.activeElement.textContent") == "To ask (1)"
    assert visible(browser, "[data-panel=ask]") == 1
    assert visible(browser, "[data-panel=fix]") == 0
    browser.press("ArrowRight", 39)
    assert "Sami Al-Qadhiri" in browser.run("document.querySelector('[data-panel=ledger]').innerText")
    assert "the Harbour Wire" in browser.run("document.querySelector('[data-panel=ledger]').innerText")


def test_findings_are_filtered_by_rule_and_severity(page: Callable[..., Any]) -> None:
    browser = page({"a.txt": DRAFT})
    assert visible(browser, ".finding") == 5
    browser.click("[name=severity][value=suggestion]")
    assert visible(browser, ".finding") == 6
    browser.click("[name=severity][value=error]")
    assert visible(browser, ".finding") == 1
    assert browser.run("document.querySelectorAll('.mark.off').length") == 5
    browser.click("[name=severity][value=error]")
    browser.run("(s => { s.value = 'grammar/doubled-word'; s.dispatchEvent(new Event('change')) })(document.querySelector('#rule'))")
    assert visible(browser, ".finding") == 1
    assert browser.run("document.querySelector('[role=tab][aria-selected=true]').textContent") == "To fix (1)"


def test_what_is_silenced_is_shown_when_asked_for(page: Callable[..., Any]) -> None:
    def silence(report: Report) -> Report:
        return report._replace(files=tuple(f._replace(findings=tuple(x._replace(suppressed_by="accept") for x in f.findings)) for f in report.files))

    browser = page({"a.txt": DRAFT}, change=silence)
    assert visible(browser, ".finding") == 0
    assert "7 findings silenced" in browser.run("document.querySelector('.counts').textContent")
    browser.click("#silenced")
    assert visible(browser, ".finding") == 5


def test_the_queries_are_copied_as_plain_text(page: Callable[..., Any]) -> None:
    browser = page({"a.txt": DRAFT})
    browser.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    browser.click("#tab-ask")
    browser.click(".copy")
    browser.run("new Promise(done => setTimeout(done, 200))")

    assert browser.run("document.querySelector('[role=status]').textContent") == "Copied."
    assert browser.run("navigator.clipboard.readText()") == ("1. ¶2: “Early reports suggest that”: whose reports? Name the agency, ministry or document.")


def test_one_of_several_files_is_shown(page: Callable[..., Any]) -> None:
    browser = page({"a.txt": DRAFT, "b/c.txt": "Ferry\n\nShe went to to it.\n"})
    assert browser.run("document.querySelector('#file').innerText").split("\n") == ["a.txt (7)", "b/c.txt (1)"]
    browser.run("(s => { s.value = '1'; s.dispatchEvent(new Event('change')) })(document.querySelector('#file'))")

    assert browser.run("[...document.querySelectorAll('.path')].filter(e => e.checkVisibility()).map(e => e.textContent)") == ["b/c.txt"]
    assert visible(browser, ".finding") == 1


def test_it_fits_a_phone(page: Callable[..., Any]) -> None:
    browser = page({"a.txt": DRAFT + "\n" + "x" * 300 + "\n"})
    browser.look(390, 844)
    for tab in ("article", "fix", "ask", "ledger"):
        browser.click(f"#tab-{tab}")
        assert browser.run("document.documentElement.scrollWidth <= innerWidth"), tab
        assert visible(browser, "[data-panel]") == 1
    browser.click("#tab-fix")
    browser.click(".finding .where a")
    assert browser.run("document.documentElement.dataset.tab") == "article"


CONTRAST = """
(() => {
  const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                       return .2126 * r + .7152 * g + .0722 * b };
  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)$/.test(c)) return c } return 'rgb(255, 255, 255)' };
  return Math.min(...[...document.querySelectorAll('p, a, button, span, code, b, h1, h2, h3, td, th, textarea, label')].filter(e => e.textContent.trim()).map(e => {
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    return (a + .05) / (b + .05) }))
})()
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_readable_in_light_and_dark(page: Callable[..., Any], scheme: str) -> None:
    browser = page({"a.txt": DRAFT})
    browser.look(scheme=scheme)

    assert browser.run(CONTRAST) >= 4.5
    dark = browser.run("getComputedStyle(document.documentElement).backgroundColor") == "rgb(22, 24, 27)"
    assert dark == (scheme == "dark")


def test_it_prints_whole_without_controls(page: Callable[..., Any]) -> None:
    browser = page({"a.txt": DRAFT})
    browser.look(800, 1100, media="print", scheme="dark")

    assert visible(browser, ".controls, [role=tablist], .copy") == 0
    assert visible(browser, "[data-panel]") == 4
    assert browser.run("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert len(browser.call("Page.printToPDF")["data"]) > 10_000


def test_without_the_text_there_are_lists_only(page: Callable[..., Any]) -> None:
    from linter.reporters.withheld import withheld

    browser = page({"a.txt": DRAFT}, change=withheld)
    assert "The text is withheld." in browser.run("document.body.innerText")
    assert "Qadhiri" not in json.dumps(browser.run("document.documentElement.outerHTML"))
    assert browser.run("document.querySelectorAll('.finding').length") == 7
