"""Copies of the package under build/, cut down to a few modules, to edit in ways that must be noticed.

Scripts/mutate and Scripts/check-plants use it; the tree itself stays as it is.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
from xml.etree import ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Stands at the end of the project's own manifest.
CUT = """
// Cut down to these modules, what they import, and their tests; here warnings are no errors.
let wanted: Set<String> = {modules}
let optimised: Set<String> = {optimised}
let sources: [String: [String]] = [{sources}]
var needed = wanted
for room in building.reversed() where needed.contains(room.name) {{ needed.formUnion(room.imports) }}
let packages = building.filter {{ needed.contains($0.name) }}.flatMap(\\.products).compactMap {{
  if case .productItem(_, let package, _, _) = $0 {{ package }} else {{ nil }}
}}
package.products = []
package.dependencies.removeAll {{
  guard case .sourceControl(_, let url, _) = $0.kind else {{ return true }}
  return !packages.contains {{ url.hasSuffix("/" + $0) }}
}}
package.targets = rooms.filter {{ needed.contains($0.name) }} + [testSupport]
package.targets += tests.filter {{ wanted.contains(String($0.name.dropLast("Tests".count))) }}
for target in package.targets where target.swiftSettings != nil {{
  if let files = sources[target.name] {{ target.sources = files }}
  target.swiftSettings?.append(.treatAllWarnings(as: .warning))
  if optimised.contains(target.name) {{ target.swiftSettings?.append(.unsafeFlags(["-O"])) }}
}}
"""


class Copy:
    """The package with some modules only, in a folder of that name under build/."""

    def __init__(self, name, modules, optimised=(), tests={}, texts={}):
        """Copies the tree, changing only what differs.

        - modules: those that are wanted, with what they import and their tests.
        - optimised: those of them that are built to be fast.
        - tests: of a test target only these files and folders.
        - texts: by path, files that have that text, in this copy alone.
        """
        if shutil.which("swift") is None:
            sys.exit(f"{name}: no swift on the PATH")
        self.folder = ROOT / "build" / name
        wanted = dict(texts)
        for part in ("Sources", "Tests", "docs/guides", *ROOT.glob("datasets/*/exports")):
            for path in (ROOT / part).rglob("*"):
                if path.is_file():
                    wanted.setdefault(str(path.relative_to(ROOT)), path)
        wanted["Package.swift"] = (ROOT / "Package.swift").read_text(encoding="utf-8") + CUT.format(
            modules=json.dumps(list(modules)), optimised=json.dumps(list(optimised)),
            sources=", ".join(f'"{target}": {json.dumps(files)}' for target, files in tests.items()) or ":")
        if (ROOT / "Package.resolved").exists():
            wanted["Package.resolved"] = ROOT / "Package.resolved"
        for path, text in wanted.items():
            self.write(path, text)
        for part in ("Sources", "Tests"):
            for path in (self.folder / part).rglob("*"):
                if path.is_file() and str(path.relative_to(self.folder)) not in wanted:
                    path.unlink()

    def write(self, path, text):
        """Writes a text, or a file's, where it differs, so that what is unchanged is not built again."""
        data = text.encode() if isinstance(text, str) else text.read_bytes()
        path = self.folder / path
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def build(self, *what):
        """Builds: whether it could, and the errors, each once as (file in the copy, message)."""
        run = subprocess.run(
            ["swift", "build", *what, "--package-path", str(self.folder)], capture_output=True, text=True)
        said = run.stdout + run.stderr
        errors = re.findall(rf"(?m)^{re.escape(str(self.folder))}/([^:\n]+):\d+:\d+: error: (.*)", said)
        built = run.returncode == 0
        return built, list(dict.fromkeys(errors)) or ([] if built else [("swift build", said[-2_000:])])

    def tests(self, named, until_first=False, seconds=None, **environment):
        """Runs tests that have been built: (passed, how many or which failed); passed is None where none ran.

        It is what `swift test` runs, without its planning of a build. Of a run until the first failure, one test after
        the other, the rest is not run. Where seconds are asked for they are put there, by test, each run by itself.
        """
        times = self.folder / "seconds.xml"
        more = ["--no-parallel"] if until_first or seconds is not None else []
        more += ["--xunit-output", times] if seconds is not None else []
        run = subprocess.Popen(
            [self.folder / ".build/debug/furlongPackageTests.xctest", "--testing-library", "swift-testing",
             "--filter", named, *more], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
            env=dict(os.environ, SWIFT_BACKTRACE="enable=no", NO_COLOR="1", **environment))
        lines = []
        for line in run.stdout:
            lines.append(line)
            noticed = until_first and re.match(r"✘ Test (?!run with)\"?(.+?)\"? recorded an issue", line)
            if noticed:
                run.kill()
                run.wait()
                return False, [noticed[1]]
        run.wait()
        said = "".join(lines)
        if seconds is not None:
            for case in ElementTree.parse(times).iter("testcase"):
                name = f"{case.get('classname')}/{case.get('name')}"
                seconds[name] = seconds.get(name, 0) + float(case.get("time"))
        ran = re.search(r"Test run with (\d+) tests?.* (passed|failed)", said)
        if not ran or int(ran[1]) == 0:
            return None, "no test ran to its end"
        failed = re.findall(
            r"✘ Test (?!run with)\"?([^\"\n]+?)\"?(?: with \d+ test cases?)? failed", said)
        return run.returncode == 0 and ran[2] == "passed", failed or ran[1] + " tests"
