"""What a clever reader knows of the arms of a trial: that both together are the people who are compared, and what the difference in
cost, its ratio to the gain and the gain less the cost tell of the events of each arm.

Cost and gain are the same numbers in each of these, so that together they say more of the cost than its own two figures do.
"""
import math
import re

import numpy
from scipy import optimize

import names
import reading
from names import costed, name

# So many pairs of numbers of people are told apart.
MOST_PAIRS = 80
FEW = "few people"


def arms(known):
    """Everything that stands of two arms held against each other."""
    found = next((names.arms_of(row["group"]) for row in known.report.rows if names.arms_of(row["group"])), None)
    if not found:
        return
    system = known.system
    for scale in known.scales:
        for occasion in known.occasions:
            _both(system, name("both used", scale, occasion), [name("used", scale, occasion, arm) for arm in found])
    for occasion in known.occasions:
        _both(system, name("both due", occasion), [name("due", occasion, arm) for arm in found])
    for place in known.events:
        _both(system, name("both counted", *place), [name("counted", *known._alike().get(place, place), arm) for arm in found])
        _ratios(known, found, place)
    _both(system, "both assigned", [name("population", arm) for arm in found])
    for place in _places(known.report.rows):
        _Compared(known, found, *place).read()


def _both(system, whole, parts):
    if system.has(whole, *parts):
        system.sum(whole, parts, "both arms together")


def _ratios(known, found, place):
    """The ratio of both arms' ratios of rates, and one of these, tell the other."""
    together = known._estimate("ratio", "arms.{}.{}.ratio_of_rate_ratios".format(*place))
    ratios = [known._estimate("ratio", "service_use.{}.{}.".format(*place) + f"{arm}.rate_ratio") for arm in found]
    if not together or together[0] <= together[1]:
        return
    for arm, other, sign in ((found[0], ratios[1], 1), (found[1], ratios[0], -1)):
        people = name("counted", *known._alike().get(place, place), arm)
        events = [name(f"events_{side}", *place, arm) for side in ("after", "before")]
        days = [name("days", people, side) for side in ("after", "before")]
        if not other or other[0] <= other[1] or not known.system.has(*events, *days):
            continue
        ends = [(other[0] + more * other[1]) * (together[0] + sign * more * together[1]) ** sign for more in (-1, 1)]
        known._ratio((sum(ends) / 2, (ends[1] - ends[0]) / 2), *({count: 1} for count in (*events, *days)))


def _places(rows):
    """Each scale, follow-up and window whose cost and scores are compared."""
    return dict.fromkeys(
        (re.sub(r" at [\d.]+ a point$", "", row["outcome"].partition(": ")[2]), *row["occasion"].partition(": ")[::2])
        for row in rows if row["question"] == "money" and row["measure"] == "arm_cost_difference")


class _Compared:
    """Cost and one scale at one follow-up, over one window."""

    def __init__(self, known, arms_of, scale, window, occasion):
        self.known, self.system, self.report = known, known.system, known.report
        self.arms, self.scale, self.window, self.occasion = arms_of, scale, window, occasion
        self.rows = {}  # book -> {measure, or (measure, pounds of a point): row}
        for row in self.report.rows:
            book, _, words = row["outcome"].partition(": ")
            if row["question"] == "money" and row["occasion"] == f"{window}: {occasion}" and words.split(" at ")[0] == scale:
                worth = re.search(r" at ([\d.]+) a point$", words)
                self.rows.setdefault(book, {})[
                    (row["measure"], float(worth.group(1))) if worth else row["measure"]] = row
        self.prices = {book: self._prices(book) for book in self.rows}
        self.events = list(next(iter(self.prices.values())))

    def _prices(self, book):
        start = f"money.{book}.{self.window}.unit_cost."
        shown = {fact.removeprefix(start): self.report.precise(fact) for fact in self.report.numbers if fact.startswith(start)}
        if not shown:
            # Of books that do not lead the table of prices has them.
            start = f"money.{book}."
            shown = {fact.removeprefix(start).removesuffix(".price"): self.report.precise(fact)
                     for fact in self.report.numbers if fact.startswith(start) and fact.endswith(".price")}
        return {event: price[0] for event, price in shown.items() if price}

    def read(self):
        people = [self.system.know(costed(self.window, self.occasion, side)) for side in ("treated", "control")]
        _both(self.system, costed(self.window, self.occasion, "both"), people)
        differences = [self._apart(*pair) for pair in zip(people, self.arms)]
        held = {row["held_back"] for measures in self.rows.values() for measure, row in measures.items()
                if measure == "arm_cost_difference"}
        shown = any(row["estimate"] for measures in self.rows.values() for row in measures.values() if row["measure"] != "value_of_a_point")
        if shown:
            for count in people:
                self.system.know(count, low=self.known.rules.least_people)
        self.system.narrow(4)
        least = self.known.rules.least_people
        if shown or held <= {FEW, "two people"} and all(self.system.bounds[count][0] >= least for count in people):
            for difference in sum(differences, []):
                self.system.with_gap(difference, (1, least - 1))
        elif held == {names.WOULD_TELL} and self._nothing_else_held():
            self.system.add({difference: 1 for difference in sum(differences, [])}, 1, math.inf, "why arms are not compared")
        for book in self.rows:
            self._cost(book, people)

    def _apart(self, people, arm):
        """By how many those compared are fewer than those of other sections; and events, which are among an arm's."""
        system, found = self.system, []
        wholes = [name("used", self.scale, self.occasion, arm)]
        for event in self.events:
            place = (event, self.window)
            wholes += [name("counted", *self.known._alike().get(place, place), arm),
                       name("counted", *place, arm, "both_windows_whole")]
        for whole in dict.fromkeys(wholes):
            if system.has(whole):
                system.within(people, whole, "who is compared is counted")
                found.append(system.know(system.difference(whole, [people], ""), low=0))
        for event in self.events:
            whole, mine = name("events_after", event, self.window, arm), self._mine(event, arm)
            counted = name("counted", *self.known._alike().get((event, self.window), (event, self.window)), arm)
            system.know(mine)
            if system.has(whole, counted):
                system.within(mine, whole, "events of those compared are events")
                system.add({whole: 1, mine: -1, system.difference(counted, [people], ""): -1_000}, -math.inf, 0,
                           "no events without people")
        return found

    def _mine(self, event, arm):
        return name("costed events", self.window, self.occasion, event, arm)

    def _nothing_else_held(self):
        """Whether no events and no people of the arms are held back, so that few who differ are the only reason."""
        for arm in self.arms:
            for event in self.events:
                fact = f"service_use.{event}.{self.window}.{arm}.events_after"
                words = self.report.words(fact) | {names.text_of(row) for row in self.report.rows if (
                    row["outcome"], row["occasion"], row["group"], row["measure"]) == (event, self.window, arm, "events_after")}
                if not words or any("would" in word or "held" in word for word in words) or not any(
                        word.replace(",", "").isdigit() for word in words):
                    return False
        return all(any(number.shown for number in self.report.numbers.get(
            f"money.{book}.{self.window}.arms.{self.occasion}.people.{side}.n_used", ()))
            for book in list(self.rows)[:1] for side in ("treated", "control"))

    # What the difference in cost tells.

    def _cost(self, book, people):
        """The difference in cost is pounds a person of one arm less those of the other, and what the service cost each."""
        printed = self._printed(book, "arm_cost_difference", "pounds")
        # Which number the service's cost was shared among is the plan's own, and printed as it is.
        paid, served = self.report.precise("money.delivery"), self.report.precise("money.served")
        if printed is None or not paid or not served or not self.prices[book]:
            return
        low, high = self._between(book, printed)
        delivery = paid[0] / served[0]
        # The plan's pounds are whole, as the report prints them, or to the penny.
        slack = 0.5 / served[0] + 1e-6
        low, high = low - delivery - slack, high - delivery + slack
        self.system.narrow(4)
        ranges = [range(self.system.bounds[count][0], self.system.bounds[count][1] + 1) for count in people]
        if len(ranges[0]) * len(ranges[1]) > MOST_PAIRS or not all(part and part[0] > 0 for part in ranges):
            return
        self._pairs(book, people, ranges, low, high)

    def _pairs(self, book, people, ranges, low, high):
        """One row for each pair of numbers of people, of which one holds."""
        switches = {(one, other): self.system.know(name("pair", self.window, self.occasion, one, other), 0, 1)
                    for one in ranges[0] for other in ranges[1]}
        self.system.add({switch: 1 for switch in switches.values()}, 1, 1, "one pair of numbers of people holds")
        for place, count in enumerate(people):
            self.system.add({count: -1, **{switch: pair[place] for pair, switch in switches.items()}}, 0, 0, "people of the pair")
        most = {arm: sum(price * self.system.bounds[self._mine(event, arm)][1] for event, price in self.prices[book].items())
                for arm in self.arms}
        if max(most.values()) > 10 ** 9:
            return
        for (one, other), switch in switches.items():
            row = {self._mine(event, arm): sign * price / size for arm, size, sign in zip(self.arms, (one, other), (1, -1))
                   for event, price in self.prices[book].items()}
            top, bottom = most[self.arms[0]] / one, most[self.arms[1]] / other
            beyond = max(top - high, bottom + low, 0) + 1
            self.system.add({**row, switch: beyond}, -math.inf, high + beyond, "arms differ in cost")
            self.system.add({**row, switch: -beyond}, low - beyond, math.inf, "arms differ in cost")

    def _printed(self, book, measure, kind):
        """A number of results.csv, and half of its last unit."""
        row = self.rows[book].get(measure)
        if row is None or not row["estimate"]:
            return None
        value = float(row["estimate"])
        half = self.known.rules.half_unit(kind, value)
        return value, reading.half_unit(row["estimate"]) if half is None else half

    def _between(self, book, printed):
        """Between which costs it is that all of them leave open: two unknowns, cost and gain in points."""
        effect, better = self._printed(book, "arm_effect_difference", "mean"), self._better()
        plain = (printed[0] - printed[1] - 1e-6, printed[0] + printed[1] + 1e-6)
        if effect is None or better is None:
            return plain
        rows, ends = [], []

        def between(cost, gain, low, high):
            rows.extend([[cost, gain], [-cost, -gain]])
            ends.extend([high + 1e-6, 1e-6 - low])
        for measure in self.rows[book]:
            if isinstance(measure, tuple) and measure[0] == "net_benefit" and (worth := self._printed(book, measure, "pounds")):
                between(-1, measure[1], worth[0] - worth[1], worth[0] + worth[1])
        if ratio := self._printed(book, "cost_of_a_point", "pounds"):
            # Both are above 0 where it stands.
            rows.extend([[1, -(ratio[0] + ratio[1])], [-1, ratio[0] - ratio[1]]])
            ends.extend([1e-6, 1e-6])
        gains = sorted(better * (effect[0] + sign * effect[1]) for sign in (1, -1))
        found = [optimize.linprog([sign, 0], numpy.array(rows) if rows else None, ends or None,
                                  bounds=[plain, (gains[0] - 1e-6, gains[1] + 1e-6)]) for sign in (1, -1)]
        if not all(one.success for one in found):
            self.known.wrong.append(f"cost, gain and worth of the arms by {book} do not go together")
            return plain
        return found[0].fun - 1e-6, -found[1].fun + 1e-6

    def _better(self):
        """1 where more points are better, -1 where fewer are."""
        words = {row["direction"] for row in self.report.rows if row["outcome"] == self.scale and row["question"] == "change"} - {""}
        return {"higher is better": 1, "lower is better": -1}.get(next(iter(words))) if len(words) == 1 else None
