#!/usr/bin/env python3
"""Tags a study's stories in the pages of `furlong serve`, by keyboard alone and by pointer alone, in headless Chromium.

usage: Scripts/page.py CHROMIUM AXE_JS FURLONG WORK [--pictures FOLDER]      (Scripts/axe finds the first two)

What a coder wrote down of Saltmarsh's stories is tagged anew on their sentences: by keyboard, by pointer and in the terminal
the same file must come of it. Every page is held against axe-core's rules, wide, narrow and at 400 %; no target is smaller than 24 pixels, no
focus is hidden, and keys of one sign do nothing outside the text. Exit status 1 where anything of that does not hold.
"""
import base64
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import axe

KEYS = {"ArrowDown": 40, "ArrowUp": 38, "ArrowLeft": 37, "ArrowRight": 39, "Enter": 13, "Escape": 27, "Delete": 46,
        "Tab": 9, "Home": 36}
VIEWS = [("wide", 1280, 800), ("phone", 360, 740), ("320 pixels", 320, 640), ("400 %", 320, 256)]
# Every part that is meant to be pressed, and is smaller than it may be (WCAG 2.5.8; words in a sentence are exempt).
SMALL = """[...document.querySelectorAll('a,button,input:not([type=hidden]),select,textarea,summary,[role=option]')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('p:not(.line)') && !e.matches('.skip'))
  .map(e => [e, e.getBoundingClientRect()]).filter(([e, r]) => r.width && (r.width < 24 || r.height < 24))
  .map(([e, r]) => `${e.outerHTML.slice(0, 80)} is ${Math.round(r.width)} x ${Math.round(r.height)}`)"""
# Whether something lies over what has the focus (WCAG 2.4.11).
HIDDEN = """(() => { const e = document.activeElement, r = e.getBoundingClientRect();
  const x = Math.min(Math.max(r.left + 12, 1), innerWidth - 2);
  return [r.top + 6, (Math.max(r.top, 0) + Math.min(r.bottom, innerHeight)) / 2].some(y =>
    y < 0 || y > innerHeight || !e.contains(document.elementFromPoint(x, y))) ? e.id + ' ' + r.top : null; })()"""


class Page:
    """A browser at the pages of one `furlong serve`."""

    def __init__(self, furlong, browser, study, *words):
        self.browser = browser
        self.server = subprocess.Popen([furlong, "serve", study, "--quiet", *words], stdout=subprocess.PIPE, text=True)
        address = self.server.stdout.readline().strip()
        self.base = address.split("/enter")[0]
        browser.open(address)
        self.wait("document.title.startsWith('Stories')")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if error[0]:
            self.server.kill()
            self.server.wait()
        else:
            self.close()

    def close(self):
        self.server.terminate()
        if self.server.wait(timeout=20) != 0:
            raise RuntimeError("furlong serve did not end well")

    def open(self, path):
        self.browser.open(self.base + path)

    def ask(self, script):
        return self.browser.evaluate(script)

    def wait(self, script, what=None):
        end = time.monotonic() + 20
        while not self.ask(f"document.readyState === 'complete' && Boolean({script})"):
            if time.monotonic() > end:
                raise RuntimeError(f"waited in vain for {what or script}; said: {self.said()}")
            time.sleep(0.005)

    def said(self):
        return self.ask("document.querySelector('.said')?.textContent")

    def key(self, name, modifiers=0):
        text = name if len(name) == 1 else "\r" if name == "Enter" else ""
        code = KEYS.get(name, ord(name.upper()) if len(name) == 1 else 0)
        if modifiers & 2:
            text = ""
        common = {"key": name, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        self.browser.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self.browser.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def click(self, selector, modifiers=0):
        x, y = self.ask(f"""(() => {{ const e = document.querySelector({json.dumps(selector)});
            e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();
            return [r.left + Math.min(r.width / 2, 60), r.top + r.height / 2]; }})()""")
        for kind in ("mousePressed", "mouseReleased"):
            self.browser.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1,
                              modifiers=modifiers)

    def size(self, width, height):
        self.browser.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                          mobile=False)

    def codings(self, count):
        self.wait(f"document.querySelectorAll('#codings li').length === {count}", f"{count} codings")

    def focused(self):
        return self.ask("document.activeElement.id")


def wishes(study):
    """What is to be tagged: story, sentence from, to, code, in the order of the stories; a coder's codes on its sentences."""
    rows = list(csv.DictReader(open(study / "exports/codings.csv", encoding="utf-8")))
    found = {}
    for row in rows:
        if row["Coder"] == "Coder 1" and row["Code"] != "none":
            codes = found.setdefault(row["Story"], [])
            codes.append((len(codes) + 1, len(codes) + 1 + len(codes) % 2, row["Code"]))
    return found


def by_keys(page, wanted):
    """Everything by keyboard; the most keys that a coding of one sentence took."""
    most = 0
    page.ask("document.querySelector('#main .button').focus()")
    page.key("Enter")
    page.wait("document.getElementById('text')")
    story = page.ask("document.querySelector('h1').textContent.slice(6)")
    # Tab to the text; there it stays from story to story.
    for _ in range(60):
        if page.focused() == "s1":
            break
        page.key("Tab")
    for number in range(1_000):
        for place, (first, last, code) in enumerate(wanted.get(story, [])):
            page.key("Escape")  # one sentence alone
            while page.focused() != f"s{first}":
                page.key("ArrowDown" if int(page.focused()[1:]) < first else "ArrowUp")
            pressed = 0
            for _ in range(last - first):
                page.key("ArrowDown", 8)
            digit = page.ask(f"document.querySelector('button.code[value={json.dumps(code)}]').dataset.digit")
            if (place + number) % 2:
                page.key("/")
                page.key(page.ask(f"document.querySelector('button.code[value={json.dumps(code)}]').dataset.key"))
                page.key("Enter")
                pressed += 3
            else:
                page.key(digit)
                pressed += 1
            page.codings(place + 1)
            most = max(most, pressed if last == first else 0)
            page.wait("document.activeElement.closest('#text')", "the focus back in the text")
        if number == 0:
            extras_by_keys(page, len(wanted.get(story, [])))
        page.key("j")
        page.wait("document.getElementById('leave')?.open", "the question whether it was read")
        page.key("Enter")
        page.wait(f"!document.querySelector('h1').textContent.endsWith({json.dumps(story)})", "the next story")
        if not page.ask("Boolean(document.getElementById('text'))"):
            return most
        story = page.ask("document.querySelector('h1').textContent.slice(6)")
        page.wait("document.activeElement.id === 's1'", "the focus in the text")
    raise RuntimeError("the stories do not end")


def extras_by_keys(page, count):
    """Words within a sentence, a memo, removing and undoing."""
    page.key("Home")
    page.key("ArrowRight")
    page.key("ArrowLeft", 8)
    page.key("ArrowLeft", 8)
    page.key("6")
    page.codings(count + 1)
    page.key("Delete")
    if page.ask("document.activeElement.tagName") == "LI":  # several codes here: one is chosen
        page.key("Delete")
    page.codings(count)
    page.ask("document.getElementById('s1').focus()")
    page.key("u")
    page.codings(count + 1)
    page.ask("document.getElementById('s3').focus()")
    page.key("Home")


def by_pointer(page, wanted):
    """Everything by single clicks: no key, no drag."""
    page.click("#main .button")
    page.wait("document.getElementById('text')")
    for number in range(1_000):
        story = page.ask("document.querySelector('h1').textContent.slice(6)")
        for place, (first, last, code) in enumerate(wanted.get(story, [])):
            page.click(f"#s{first} .words")
            if last != first:
                page.click("#extend")
                page.click(f"#s{last} .words")
            page.click(f"button.code[value={json.dumps(code)}]")
            page.codings(place + 1)
        if number == 0:
            # Words within a sentence are marked as anywhere in the browser; here its own selection is set, as a drag would.
            page.ask("""(() => { const node = document.querySelector('#s1 .piece').firstChild, words = node.data.split(' ');
                getSelection().setBaseAndExtent(node, words[0].length + 1, node,
                  node.data.length - words.slice(-2).join(' ').length - 1); })()""")
            page.wait("document.getElementById('chosen').textContent.includes('words of')")
            page.click("button.code[data-digit='6']")
            page.codings(len(wanted.get(story, [])) + 1)
            page.click("form[action='/undo'] button")
            page.codings(len(wanted.get(story, [])))
            page.ask("""(() => { const node = document.querySelector('#s1 .piece').firstChild, words = node.data.split(' ');
                getSelection().setBaseAndExtent(node, words[0].length + 1, node,
                  node.data.length - words.slice(-2).join(' ').length - 1); })()""")
            page.wait("document.getElementById('chosen').textContent.includes('words of')")
            page.click("button.code[data-digit='6']")
            page.codings(len(wanted.get(story, [])) + 1)
        page.click("form[data-read-form] button")
        page.wait(f"!document.querySelector('h1').textContent.endsWith({json.dumps(story)})", "the next story")
        if not page.ask("Boolean(document.getElementById('text'))"):
            return
    raise RuntimeError("the stories do not end")


def in_terminal(furlong, study, coder, wanted, stories):
    """Everything in the terminal's loop, as a person types it."""
    lines = []
    for story in stories:
        codes = wanted.get(story, [])
        lines += [f"{first}-{last} {code}" if last != first else f"{first} {code}" for first, last, code in codes]
        if story == stories[0]:
            words = next(csv.DictReader(open(study / "exports/stories.csv", encoding="utf-8")))["Text"]
            lines.append(f'1 "{" ".join(words.split(". ")[0].split(" ")[1:-2])}" difficulties')
        lines.append("n")
    subprocess.run([furlong, "stories", "tag", study, "--coder", coder, "--quiet"], input="\n".join(lines + ["q"]), text=True,
                   check=True, stdout=subprocess.DEVNULL)


def rows(study, coder):
    """What a coder's file says, but for the time."""
    with open(study / f"codings/{coder}.csv", encoding="utf-8") as file:
        return [{name: cell for name, cell in row.items() if name != "at"} for row in csv.DictReader(file)]


def signs(page):
    """Keys of one sign outside the text, and switched off (WCAG 2.1.4)."""
    wrong = []
    page.open("/stories/STORY-01")
    before = page.ask("document.querySelectorAll('#codings li').length")
    for selector in ("#open-search", "#from", "header a"):
        page.ask(f"document.querySelector({json.dumps(selector)}).focus()")
        for key in "16mu?jk":
            page.key(key)
    page.ask("document.getElementById('s2').focus()")
    page.ask("localStorage.setItem('furlong-letters', 'off')")
    for key in "16/mu?jk":
        page.key(key)
    time.sleep(0.2)
    if page.ask("location.pathname") != "/stories/STORY-01" or page.ask("Boolean(document.querySelector('dialog[open]'))"):
        wrong.append("a key of one sign did something outside the text, or switched off")
    if page.ask("document.querySelectorAll('#codings li').length") != before:
        wrong.append("a key of one sign gave a code outside the text, or switched off")
    page.key("ArrowDown")
    if page.focused() != "s3":
        wrong.append("the arrows do nothing with the keys of one sign switched off")
    page.ask("localStorage.removeItem('furlong-letters')")
    return wrong


def new_code(page):
    """A code made by keyboard alone and given at once to the sentence that has the focus; then it is taken from there."""
    page.open("/stories/STORY-01")
    before = page.ask("document.querySelectorAll('#codings li').length")
    page.ask("document.getElementById('s2').focus()")
    page.key("n")
    if page.focused() != "new-label":
        return ["n does not lead to a new code"]
    page.browser.call("Input.insertText", text="Getting there")
    page.key("Tab")
    page.browser.call("Input.insertText", text="Buses, money, stairs.")
    for _ in range(3):
        page.key("Tab")
    page.key("Enter")
    page.wait("document.querySelector('button.code[value=getting-there]')", "the new code")
    page.codings(before + 1)
    wrong = [] if page.focused() == "s2" else [f"a new code leaves the focus at '{page.focused()}'"]
    page.key("u")
    page.codings(before)
    return wrong


def names_by_keys(page, study):
    """What is never to be shown, by keyboard alone: what is proposed, words that are chosen, and that a story was looked through."""
    page.open("/redact")
    page.ask("document.querySelector('#main .button').focus()")
    page.key("Enter")
    page.wait("document.getElementById('proposals')")
    story = page.ask("document.querySelector('h1').textContent.split(' ').pop()")
    page.ask("document.getElementById('s1').focus()")
    if not page.ask("document.querySelectorAll('#proposals li').length"):
        return ["a name in a story is not proposed"]
    page.key("p")
    page.key("Enter")
    page.codings(1)
    page.ask("document.getElementById('s1').focus()")
    page.key("ArrowRight")
    page.key("6")
    page.codings(2)
    page.key("u")
    page.codings(1)
    page.key("6")
    page.codings(2)
    page.key("j")
    page.wait("document.getElementById('leave').open", "the question whether it was looked through")
    page.key("Enter")
    page.wait(f"!document.querySelector('h1').textContent.endsWith({json.dumps(story)})", "the next story")
    with open(study / "redactions/Keys.csv", encoding="utf-8") as file:
        rows = [row["code"] for row in csv.DictReader(file) if row["story"] == story]
    return [] if sorted(rows) == ["name", "other", "read"] else [f"by keyboard {rows} is hidden in {story}"]


def look(page, rules, pictures, name, path, script="0"):
    """What is wrong with a page in each view."""
    wrong = []
    for view, width, height in VIEWS:
        page.size(width, height)
        page.open(path)
        page.ask(script + ";0")
        found = page.ask(SMALL)
        if page.ask("document.documentElement.scrollWidth > innerWidth"):
            found.append("it is wider than the screen")
        if name == "story" and view != "phone":
            found += hidden_focus(page)
        if pictures:
            page.ask("scrollTo(0, 0)")
            shot = page.browser.call("Page.captureScreenshot", format="png")["data"]
            (pictures / f"{name}-{width}x{height}.png").write_bytes(base64.b64decode(shot))
        page.ask(rules + ";0")
        choice = {"runOnly": axe.TAGS, "resultTypes": ["violations"]}
        for rule in page.ask(f"axe.run(document, {json.dumps(choice)}).then(result => result.violations)"):
            found.append(f"{rule['id']} ({rule['impact']}): {rule['help']}, {len(rule['nodes'])} times")
            found += [f"    {' '.join(map(str, node['target']))}: {node['failureSummary'].splitlines()[-1].strip()}"
                      for node in rule["nodes"][:3]]
        wrong += [f"{name}, {view}: {line}" for line in dict.fromkeys(found)]
    return wrong


def hidden_focus(page):
    """Where something lies over what has the focus, up and down the text and along everything behind it."""
    page.ask("document.querySelectorAll('details').forEach(d => { d.open = false })")
    page.ask("document.getElementById('s1').focus()")
    found = []
    for key in ["ArrowDown"] * 6 + ["ArrowUp"] * 5 + ["Tab"] * 25:
        page.key(key)
        hidden = page.ask(HIDDEN)
        if hidden and page.ask("document.activeElement !== document.body"):
            found.append(f"the focus is hidden: {hidden}")
    return found


def planted(page):
    """Faults that must be found, or the checks above say nothing."""
    page.open("/stories/STORY-01")
    page.ask("""(() => { const lid = document.createElement('div'), dot = document.createElement('button');
        Object.assign(lid.style, {position: 'fixed', inset: '0', background: 'white', zIndex: 9});
        Object.assign(dot.style, {width: '9px', height: '9px', padding: '0', minHeight: '0', border: '0'});
        document.body.append(dot, lid); document.getElementById('s1').focus(); })()""")
    if not page.ask(HIDDEN) or not page.ask(SMALL):
        raise RuntimeError("a planted fault was not found")


def looks(page, rules, pictures):
    """What is wrong with the pages of a coder at work."""
    story = "/stories/STORY-01"
    steps = [
        ("list", "/", "0"), ("story", story, "document.querySelectorAll('details').forEach(d => { d.open = true })"),
        ("search", story, "document.getElementById('open-search').click()"),
        ("help", story, "document.getElementById('open-help').click()"),
        ("leave", story, "document.getElementById('leave').showModal()"),
        ("names", "/redact", "0"),
        ("names-story", "/redact/STORY-02", "document.querySelectorAll('details').forEach(d => { d.open = true })"),
        ("problems", "/problems", "0"), ("report", "/report", "0"), ("message", "/nowhere", "0"),
    ]
    return [line for step in steps for line in look(page, rules, pictures, *step)]


def main(arguments):
    if len(arguments) < 4:
        print(__doc__, file=sys.stderr)
        return 64
    chromium, rules_file, furlong, work = arguments[:4]
    pictures = pathlib.Path(arguments[5]) if len(arguments) > 5 else None
    rules = pathlib.Path(rules_file).read_text(encoding="utf-8")
    work = pathlib.Path(work)
    shutil.rmtree(work, ignore_errors=True)
    study = work / "study"
    shutil.copytree("datasets/saltmarsh", study)
    # Two names to look at, which the invented stories have none of.
    stories = study / "exports/stories.csv"
    text = stories.read_text(encoding="utf-8")
    named = text.replace("a man passed me", "Tamsin passed me").replace("showed it to my nurse", "showed it to Wren, my nurse")
    stories.write_text(named, encoding="utf-8")
    os.environ["FURLONG_KEYS"] = str(work / "keys")
    wanted = wishes(study)
    wrong = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = axe.Browser(chromium, folder, bypass=False)
        try:
            with Page(furlong, browser, study, "--coder", "Keys") as page:
                page.size(1280, 800)
                most = by_keys(page, wanted)
                print(f"page: tagged by keyboard; a coding of one sentence took at most {most} keys")
                if most > 3:
                    wrong.append(f"a coding of one sentence took {most} keys")
                planted(page)
                wrong += signs(page)
                wrong += new_code(page)
                wrong += names_by_keys(page, study)
                wrong += looks(page, rules, pictures)
            with Page(furlong, browser, study, "--coder", "Clicks") as page:
                page.size(1280, 800)
                by_pointer(page, wanted)
                print("page: tagged by pointer")
                for name, path in (("comparisons", "/compare"), ("comparison", "/compare/STORY-01?first=Clicks&second=Keys")):
                    wrong += look(page, rules, pictures, name, path)
            with Page(furlong, browser, study, "--coder", "Clicks", "--read-only") as page:
                page.open("/stories/STORY-01")
                if page.ask("document.querySelectorAll('form[method=post], button.code').length"):
                    wrong.append("there are forms to write with --read-only")
        finally:
            browser.close()
    keys, clicks = rows(study, "Keys"), rows(study, "Clicks")
    read = [row["story"] for row in keys if row["code"] == "read"]
    expected = sum(len(wanted.get(story, [])) for story in read) + 1
    if len(keys) - len(read) != expected or len(read) < 15:
        wrong.append(f"by keyboard {len(keys) - len(read)} codings of {len(read)} stories are there, not {expected}")
    in_terminal(furlong, study, "Terminal", wanted, read)
    for name, others in (("pointer", clicks), ("the terminal", rows(study, "Terminal"))):
        if others != keys:
            odd = [pair for pair in zip(keys, others) if pair[0] != pair[1]]
            wrong.append(f"keyboard and {name} wrote different files: {odd[:2] or (len(keys), len(others))}")
    for line in wrong:
        print(f"page: WRONG: {line}")
    if not wrong:
        print(f"page: {len(keys)} rows the same by keyboard, by pointer and in the terminal; nothing wrong with the pages")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
