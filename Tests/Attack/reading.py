"""Reads a rendered report back: every form of it, and of each number the most precise form.

Nothing of the tool is used: the HTML is parsed as HTML, the JSON as JSON, and the drawings are measured.
"""
import collections
import csv
import dataclasses
import html.parser
import io
import json
import re

import drawings
import names


@dataclasses.dataclass(frozen=True)
class Number:
    """One printed number: where it stands, its words, and the number behind them where the form has one."""

    form: str
    text: str
    value: str | None = None

    @property
    def shown(self):
        """What is printed as a number: the value and half its last unit; None where words stand for it."""
        value = self.value if self.value is not None else plain(self.text)
        if value is None or not re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", value):
            return None
        return float(value), half_unit(value)


def plain(text):
    """The digits of a printed number, without commas, percent sign or typographic minus; None for words."""
    text = text.replace("\u2212", "-").replace(",", "").removeprefix("about ").removeprefix("About ").strip()
    if re.fullmatch(r"-?\d+(\.\d+)?%", text):
        return str(float(text[:-1]) / 100)
    return text if re.fullmatch(r"-?\d+(\.\d+)?", text) else None


def half_unit(digits):
    """Half a unit of the last digit; next to nothing where all digits of a double are there."""
    mantissa, _, exponent = digits.lower().partition("e")
    decimals = len(mantissa.partition(".")[2]) - int(exponent or 0)
    if len(mantissa.replace(".", "").lstrip("-0")) >= 14:
        return abs(float(digits)) * 3e-16
    return 0.0 if decimals <= 0 else 0.5 * 10.0 ** -decimals


@dataclasses.dataclass
class Report:
    """What a reader has before them."""

    numbers: dict          # fact -> set of Number
    rows: list             # rows of results.csv, where there is one
    flows: list            # stages of each flow: (fact, words of the column "left")
    counted_alike: list    # events of one sentence "... are counted for ..."
    left_out_months: list  # months that are no points of the chart of attendance
    says_months: bool      # whether that chart stands there, with the words on those left out
    everyone_stories: bool  # whether the two coders read all stories
    text: str
    wrong: list            # where the forms disagree
    sought: dict = dataclasses.field(default_factory=dict)  # (part of life, occasion) -> states that people hope for
    reaching: dict = dataclasses.field(default_factory=dict)  # scale -> (score to be reached, whether more is past it)
    few: set = dataclasses.field(default_factory=set)  # counts that results.csv holds back for being few
    held: dict = dataclasses.field(default_factory=dict)  # fact -> why results.csv holds it back
    asked: set = dataclasses.field(default_factory=set)  # facts that have a row in results.csv
    served: set = dataclasses.field(default_factory=set)  # what results.csv says of whom the money served
    pays: dict = dataclasses.field(default_factory=dict)  # fact of a budget -> what it pays for, in words
    services: dict = dataclasses.field(default_factory=dict)  # priced event -> its words

    def precise(self, fact):
        """The most precise form of a number: (value, half unit), or None."""
        shown = [number.shown for number in self.numbers.get(fact, ()) if number.shown]
        return min(shown, key=lambda pair: pair[1]) if shown else None

    def words(self, fact):
        """What is printed for a fact, in all forms."""
        return {number.text for number in self.numbers.get(fact, ())}


def read(forms):
    """Reads the forms of one report, given as file name to text."""
    numbers = collections.defaultdict(set)
    report = Report(numbers, [], [], [], [], False, False, "", [])
    for file, text in forms.items():
        if file.endswith(".html"):
            page = _Page()
            page.feed(text)
            for fact, number in page.numbers:
                numbers[fact].add(number)
            report.wrong += drawings.wrong(page.figures) + _labels(page)
        elif file.endswith(".json"):
            _json(json.loads(text), report)
        elif file.endswith(".csv"):
            lines = [line for line in text.splitlines(keepends=True) if not line.startswith("#")]
            report.rows = list(csv.DictReader(io.StringIO("".join(lines))))
            for row in report.rows:
                report.few |= names.few_of_row(row)
                if fact := names.fact_of_row(row):
                    report.asked.add(fact)
                    report.held[fact] = row.get("held_back", "")
                if row["measure"] == "people_served":
                    report.served |= {Number("csv", names.text_of(row), names.text_of(row))}
                for fact, digits in names.facts_of_row(row).items():
                    numbers[fact].add(Number("csv", digits, digits))
                report.wrong += [f"results.csv has {column} of {row['measure']} of {row['outcome']}"
                                 for column in ("std_error", "df", "p_value") if row.get(column)]
    for file, text in forms.items():
        if file.endswith(".md"):
            report.wrong += _markdown(text, report)
    return report


class _Page(html.parser.HTMLParser):
    """The numbers of a page, its figures' tables and its drawings."""

    def __init__(self):
        super().__init__()
        self.numbers, self.figures, self.labels = [], [], set()
        self._open = self._figure = self._cell = self._drawing = None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "data-fact" in given:
            self._open = (given["data-fact"], given.get("value"), tag)
            self._words = ""
        if tag == "figure":
            self._figure = {"id": given.get("id", ""), "rows": [], "drawings": []}
            self.figures.append(self._figure)
        if self._figure is not None:
            if tag == "svg":
                self._drawing = []
                self._figure["drawings"].append(self._drawing)
            elif tag == "tr":
                self._figure["rows"].append([])
            elif tag == "td":
                self._cell = []
                self._figure["rows"][-1].append(self._cell)
            elif self._drawing is not None:
                self._drawing.append((tag, given))

    def handle_endtag(self, tag):
        if self._open and tag == self._open[2]:
            fact, value, _ = self._open
            number = Number("html", self._words, value)
            self.numbers.append((fact, number))
            if self._cell is not None:
                self._cell.append(number)
            self._open = None
        if tag == "td":
            self._cell = None
        elif tag == "svg":
            self._drawing = None
        elif tag == "figure":
            self._figure = None

    def handle_data(self, data):
        if self._open:
            self._words += data
        if self._drawing and self._drawing[-1][0] == "text":
            self.labels.add(data.strip())
            self._drawing[-1][1].setdefault("words", data)


def _json(document, report):
    """Facts of report.json, and what only its order and its sentences say."""
    texts = []

    def prose(node):
        texts.append((node["text"], [number["fact"] for number in node.get("numbers", [])]))
        for number in node.get("numbers", []):
            value = number.get("value")
            report.numbers[number["fact"]].add(
                Number("json", number["text"], None if value is None else repr(value)))

    def walk(node, key=""):
        if isinstance(node, list):
            for part in node:
                walk(part, key)
        elif isinstance(node, dict):
            if "text" in node and "fact" not in node:
                prose(node)
            if node.get("type") == "table" and node["columns"][-1]["heading"].startswith("Counts as "):
                _sought(node, report)
            if node.get("type") == "figure" and node["id"].startswith("figure-flow"):
                report.flows.append([(row["cells"][0]["numbers"][0]["fact"], row["cells"][1]["text"])
                                     for row in node["table"]["rows"]])
            if node.get("type") == "table":
                _priced(node, report)
            for part, inner in node.items():
                if part != "numbers":
                    walk(inner, part)
    walk(document)
    for text, facts in texts:
        # A scale that is asked once says in one sentence which score is to be reached.
        reached = next((fact for fact in facts if re.match(r"feedback\.[^.]+\.all\.reached_score$", fact)), None)
        if reached and (level := re.search(r"a score of (-?[\d.]+) or (more|less)", text)):
            report.reaching[reached.split(".")[1]] = float(level.group(1)), level.group(2) == "more"
    report.text = "\n".join(text for text, _ in texts)
    report.counted_alike = [_alike(text, facts) for text, facts in texts if " counted for " in text]
    if match := re.search(r"([A-Z]\w+ \d{4})(?: and ([A-Z]\w+ \d{4}))? (?:is|are) left out, because the register",
                          report.text):
        months = "January February March April May June July August September October November December".split()
        report.left_out_months = [f"{words.split()[1]}-{months.index(words.split()[0]) + 1:02d}"
                                  for words in match.groups() if words]
    report.says_months = "in each calendar month" in report.text
    report.everyone_stories = "two coders read all " in report.text


def _sought(table, report):
    """Which states count as those that people hope for: the last column of the table of states."""
    for row in table["rows"]:
        for cell in row["cells"][:-1]:
            for number in cell.get("numbers", []):
                if match := re.match(r"life\.([^.]+)\.([^.]+)\.([^.]+)\.(before|after)$", number["fact"]):
                    part, occasion, state, _ = match.groups()
                    states = report.sought.setdefault((part, occasion), set())
                    if row["cells"][-1]["text"] == "yes":
                        states.add(state)


def _priced(table, report):
    """What each budget pays for, and the words of each priced service."""
    for row in table["rows"]:
        for cell in row["cells"]:
            for number in cell.get("numbers", []):
                if ".budget_difference_over_window." in number["fact"]:
                    report.pays[number["fact"]] = row["cells"][0]["text"]
                elif match := re.match(r"money\.[^.]+\.[^.]+\.unit_cost\.(.+)$", number["fact"]):
                    report.services[match.group(1)] = row["heading"]["text"]


def _alike(text, facts):
    """The words for events in a sentence that names whom it counts, and the fact of those counted."""
    listed = re.search(r" counted for (.+?)\. ", text + " ").group(1)
    words = [word.strip() for word in re.split(r",| and ", listed)]
    return words, [fact for fact in facts if fact.startswith("service_use.")]


def _markdown(text, report):
    """Numbers of report.md that no other form has."""
    text = re.sub(r"\\(.)", r"\1", text).replace("&#58;", ":").replace("&lt;", "<").replace("&gt;", ">")
    known = set(re.findall(r"\d[\d,]*(?:\.\d+)?", report.text))
    for numbers in report.numbers.values():
        for number in numbers:
            known |= set(re.findall(r"\d[\d,]*(?:\.\d+)?", number.text))
    strange = set(re.findall(r"(?<![\w.-])\d[\d,]*\.\d{3,}(?!\w)", text)) - known
    return [f"report.md alone has {number}" for number in sorted(strange)]


def _labels(page):
    """Numbers of people on a drawing that no table and no sentence has."""
    known = {number.text for _, number in page.numbers}
    counts = {match.group(1) for label in page.labels if (match := re.fullmatch(r"n = (\d[\d,]*)", label))}
    return [f"a drawing alone says n = {count}" for count in sorted(counts - known)]
