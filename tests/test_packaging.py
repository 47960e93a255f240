"""The wheel: it holds the rules, compiled, and a run from it needs no YAML."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PROBE = """
import json, sys
sys.path.insert(0, sys.argv[1])
import linter
from linter.engine import core_rules, lint
rules = [rule for rule in core_rules() if rule.on]
found = [f.rule for f in lint("Bridge stays shut\\n\\nShe went to to the bridge.", rules=rules)]
print(json.dumps({"file": linter.__file__, "rules": len(rules), "found": found, "yaml": "yaml" in sys.modules}))
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_a_run_from_the_wheel_takes_its_rules_compiled(unpacked: Path, tmp_path: Path) -> None:
    env = {**os.environ, "COPYDESK_CACHE_DIR": str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import site; site.main()\n" + PROBE, str(unpacked)], check=True, capture_output=True, text=True, cwd=tmp_path, env=env
    )
    seen = json.loads(done.stdout)

    assert Path(seen["file"]).is_relative_to(unpacked)
    assert seen["found"] == ["grammar/doubled-word"]
    assert not seen["yaml"]
    assert not (tmp_path / "cache").exists()


def test_the_wheel_holds_the_schemas_and_the_licence(unpacked: Path) -> None:
    assert {path.name for path in (unpacked / "linter" / "schemas").iterdir()} == {"config.schema.json", "report.schema.json", "rules.schema.json"}
    assert list(unpacked.glob("copydesk-*.dist-info/licenses/LICENSE"))
