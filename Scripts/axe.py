#!/usr/bin/env python3
"""Runs axe-core over pages in headless Chromium, and holds the drawings' colours against white.

usage: Scripts/axe.py CHROMIUM AXE_JS PAGE...      (Scripts/axe finds the first two)

Each page is looked at with everything open, on a wide screen and on a phone, and as printed. Contrast is a matter of
luminance alone, so what holds in colour holds in grey. First comes a page with planted faults, which must be found.
Exit status 1 where a rule is broken.
"""
import fcntl
import json
import os
import pathlib
import subprocess
import sys
import tempfile

VIEWS = [
    ("screen, all open", {"width": 1100, "open": True}),
    ("phone, all open", {"width": 360, "open": True}),
    ("print", {"width": 700, "media": "print"}),
]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

PLANTED = ("<!doctype html><html><title>t</title><main><h1>t</h1><img src='data:,'><p style='color:#bbb'>pale</p>"
           "<svg><text fill='#bbbbbb'>pale</text></svg></main>")
MUST_FIND = ["html-has-lang", "image-alt", "color-contrast", "text #bbbbbb has 1.92:1 on white"]

# Letters need 4.5:1 on white, and shapes 3:1 (WCAG 1.4.3, 1.4.11); the grid and the hatch are no information.
DRAWINGS = """(() => {
  const part = c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const ratio = hex => {
    const [r, g, b] = [1, 3, 5].map(i => part(parseInt(hex.slice(i, i + 2), 16)));
    return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
  };
  const wrong = new Set();
  for (const mark of document.querySelectorAll('svg text, svg circle, svg polygon, svg rect[rx]')) {
    const isText = mark.tagName === 'text';
    const colours = [mark.getAttribute('fill'), isText ? null : mark.getAttribute('stroke')]
      .filter(c => /^#[0-9a-f]{6}$/i.test(c || ''));
    const best = Math.max(0, ...colours.map(ratio));
    if (colours.length && best < (isText ? 4.5 : 3))
      wrong.add(`${mark.tagName} ${colours.join(' ')} has ${best.toFixed(2)}:1 on white`);
  }
  return [...wrong];
})()"""


class Browser:
    """Chromium, spoken to over a pipe: no port is opened."""

    def __init__(self, program, folder, bypass=True):
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        # Away from 3 and 4, which the browser wants.
        read, write = (fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (theirs_in, theirs_out))

        def ends():
            os.dup2(read, 3)
            os.dup2(write, 4)

        words = [program, "--headless", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run",
                 f"--user-data-dir={folder}"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
        self.process = subprocess.Popen(words, preexec_fn=ends, close_fds=False,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for end in (theirs_in, theirs_out, read, write):
            os.close(end)
        self.reader, self.writer = os.fdopen(ours_in, "rb"), os.fdopen(ours_out, "wb")
        self.count, self.session, self.seen = 0, None, []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Page.setBypassCSP", enabled=bypass)

    def call(self, method, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.writer.write(json.dumps(message).encode() + b"\0")
        self.writer.flush()
        while True:
            answer = self.hear()
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.seen.append(answer.get("method"))

    def hear(self):
        message = b""
        while not message.endswith(b"\0"):
            byte = self.reader.read(1)
            if not byte:
                raise RuntimeError("Chromium ended")
            message += byte
        return json.loads(message[:-1])

    def open(self, page):
        self.seen = []
        self.call("Page.navigate", url=page if isinstance(page, str) else page.as_uri())
        while "Page.loadEventFired" not in self.seen:
            self.seen.append(self.hear().get("method"))

    def evaluate(self, script):
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"].get("description", "a script failed"))
        return answer["result"].get("value")

    def close(self):
        try:
            self.session = None
            self.call("Browser.close")
        except (RuntimeError, BrokenPipeError):
            pass
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def look(browser, page, view, rules):
    """What is wrong with a page in a view, a line each."""
    browser.call("Emulation.setDeviceMetricsOverride", width=view["width"], height=900, deviceScaleFactor=1,
                 mobile=False)
    browser.call("Emulation.setEmulatedMedia", media=view.get("media", "screen"))
    browser.open(page)
    if view.get("open"):
        browser.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    browser.evaluate(rules + ";0")
    choice = {"runOnly": TAGS, "resultTypes": ["violations"]}
    if view.get("media") == "print":
        choice["rules"] = {"target-size": {"enabled": False}}  # nobody taps paper
    found = browser.evaluate(f"axe.run(document, {json.dumps(choice)})"
                             ".then(result => result.violations)")
    lines = []
    for rule in found:
        lines.append(f"{rule['id']} ({rule['impact']}): {rule['help']}, {len(rule['nodes'])} times")
        for node in rule["nodes"][:3]:
            words = node["failureSummary"].split("\n")
            lines.append(f"    {' '.join(map(str, node['target']))}: {words[-1].strip()}")
    return lines + browser.evaluate(DRAWINGS)


def main(arguments):
    if len(arguments) < 3:
        print(__doc__, file=sys.stderr)
        return 64
    rules = pathlib.Path(arguments[1]).read_text(encoding="utf-8")
    broken = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(arguments[0], folder)
        try:
            planted = pathlib.Path(folder) / "planted.html"
            planted.write_text(PLANTED, encoding="utf-8")
            lines = look(browser, planted, VIEWS[0][1], rules)
            for words in MUST_FIND:
                if not any(line.startswith(words) for line in lines):
                    raise RuntimeError(f"a planted fault was not found: {words}")
            for name in arguments[2:]:
                page = pathlib.Path(name).resolve(strict=True)
                for words, view in VIEWS:
                    lines = look(browser, page, view, rules)
                    broken += len(lines)
                    print(f"axe: {name}, {words}: {'nothing wrong' if not lines else 'WRONG'}")
                    for line in lines:
                        print(f"  {line}")
        finally:
            browser.close()
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
