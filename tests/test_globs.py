import pytest

from linter.globs import any_of, check, glob


@pytest.mark.parametrize(
    ("patterns", "path", "meant"),
    [
        (["*.txt"], "a/b.txt", True),
        (["/*.txt"], "a/b.txt", False),
        (["a/"], "a/b.txt", True),
        (["a/"], "a", False),
        (["a/**"], "a/b/c.txt", True),
        (["a/**/c.txt"], "a/c.txt", True),
        (["./a/*.txt"], "a/b.txt", True),
        (["?.txt"], "é.txt", True),
        (["[ab].txt"], "b.txt", True),
        (["[!ab].txt"], "b.txt", False),
        (["[^ab].txt"], "c.txt", True),
        (["[]a].txt"], "].txt", True),
        (["[\\d].txt"], "d.txt", True),
        (["[z-a].txt"], "z.txt", False),
        (["[].txt"], "[].txt", False),
        ([r"\*.txt"], "*.txt", True),
        ([r"\*.txt"], "a.txt", False),
        (["*.txt", "!a.txt"], "a.txt", False),
        (["!a.txt", "*.txt"], "a.txt", True),
        (["!a.txt"], "b.txt", False),
        (["a/", "!a/b.txt"], "a/b.txt", False),
        (["a.b"], "axb", False),
        (["(a|b)+.txt"], "(a|b)+.txt", True),
    ],
)
def test_globs_mean_what_git_means(patterns: list[str], path: str, meant: bool) -> None:
    assert any_of([glob(pattern) for pattern in patterns], path) == meant


@pytest.mark.parametrize("pattern", ["[z-a]", "[]", "[", "a[b", "/", "!", "./"])
def test_a_pattern_that_is_none_is_told(pattern: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert check(pattern)
    assert capfd.readouterr().err == ""
