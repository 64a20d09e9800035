"""What a clever reader knows of money: pounds are events over time by their price, and prices are printed."""
import datetime
import math
import re

import landmarks
import lives
import names
import quotients
import windows
from names import name

YEAR = 365.25
SIDES = ("before", "after")
# The rules under which a difference is told again, and the months before day 0 that each leaves out.
RULES = {"cost_difference_without_1_month": ("without_1_month", 1),
         "cost_difference_without_3_months": ("without_3_months", 3)}
FIVE = 5


def money(known):
    """Everything that the section on money says."""
    report = known.report
    for book, window in dict.fromkeys(match.groups() for fact in report.numbers if (
            match := re.match(r"money\.([^.]+)\.([^.]+)\.unit_cost\.", fact))):
        _Book(known, book, window).read()
        for followed in {other for _, other in known.events if landmarks.original(other) == window}:
            for group in ["all", *landmarks.GROUPS]:
                _Book(known, book, window, followed, group).read_group()
    _served(known)
    _improved(known)
    _made(known)
    _net_of_others(known)


class _Book:
    """The costs of one window by one book of prices."""

    def __init__(self, known, book, window, followed=None, group="all"):
        self.known, self.system, self.report = known, known.system, known.report
        self.book, self.window, self.group = book, followed or window, group
        start = f"money.{book}.{window}.unit_cost."
        self.fact = f"money.{book}.{followed}.{group}." if followed else f"money.{book}.{window}."
        self.prices = {fact.removeprefix(start): self.report.precise(fact)[0]
                       for fact in self.report.numbers if fact.startswith(start) and self.report.precise(fact)}
        # A window is named by its months, or its weeks.
        self.years = windows.years(window) if re.match(r"\d+-(months|weeks)$", window) else None

    def read(self):
        """Rates and costs of each service, then of all together, by budget, without months and without five people."""
        self._people()
        for event, price in self.prices.items():
            for side in SIDES:
                self._cost({event}, [side], self._printed(f"rate_{side}.{event}"), priced=False)
                self._cost({event}, [side], self._printed(f"cost_{side}.{event}"))
            self._cost({event}, SIDES, self._printed(f"cost_difference.{event}"))
        everything = set(self.prices)
        for side in SIDES:
            printed = self._printed(f"cost_{side}")
            self._cost(everything, [side], printed)
            self._some(side, printed)
        self._cost(everything, SIDES, self._printed("cost_difference"))
        if self.years:
            self._cost(everything, SIDES, self._printed("cost_difference_over_window"), self.years)
            for holder, events in self._holders():
                self._cost(events, SIDES, self._printed(f"budget_difference_over_window.{holder}"), self.years)
        for measure, (rule, months) in RULES.items():
            self._without_months(self._printed(measure), rule, months)
        self._five()

    def read_group(self):
        """What all services together cost those who are followed from a landmark, or a group of them."""
        fewest, counts = name("fewest", self.window, self.group), [self._counted(event) for event in self.prices]
        if self.system.has(fewest, *counts):
            for count in counts:
                self.system.add({count: 1, fewest: -1}, 0, math.inf, "the fewest are no more than others")
        for side in SIDES:
            printed = self._printed(f"cost_{side}")
            self._cost(set(self.prices), [side], printed)
            self._some(side, printed)
        self._cost(set(self.prices), SIDES, self._printed("cost_difference"))
        if self.years:
            self._cost(set(self.prices), SIDES, self._printed("cost_difference_over_window"), self.years)

    def _printed(self, measure):
        """A number of pounds or a rate, and half of its last unit."""
        return self.known._estimate("rate" if measure.startswith("rate_") else "pounds", self.fact + measure)

    def _counted(self, event):
        place = (event, self.window)
        return name("counted", *self.known._alike().get(place, place), self.group)

    def _days(self, event, side):
        return name("days", self._counted(event), side)

    def _events(self, event, side):
        return name(f"events_{side}", event, self.window, self.group)

    # Whom it counts.

    def _people(self):
        """The people beside a cost are the fewest that are counted for one of its services."""
        system, text = self.system, self.report.text
        counts = [self._counted(event) for event in self.prices]
        fewest = name("fewest", self.window)
        if not system.has(fewest, *counts):
            return
        for count in counts:
            system.add({count: 1, fewest: -1}, 0, math.inf, "the fewest are no more than others")
        if self._printed("cost_before") and "Not every service is known of the same" not in text:
            for count in counts:
                system.sum(count, [fewest], "every service is known of the same people")
        kept = self.report.precise(self.fact + "cost_difference_both_windows_whole")
        whole = name("fewest", self.window, "both_windows_whole")
        for rule in ("without_1_month", "without_3_months", "both_windows_whole"):
            if system.has(name("fewest", self.window, rule)):
                system.within(name("fewest", self.window, rule), fewest, "who is counted by a rule is counted")
        if kept and system.has(whole):
            system.know(whole, low=self.known.rules.least_people)

    def _some(self, side, printed):
        """Pounds are of so many people at least, each of whom has some of a service."""
        any_of = [name(f"people_with_any_{side}", event, self.window, self.group) for event in self.prices]
        if printed and self.system.has(*any_of):
            self.system.add({count: 1 for count in any_of}, self.known.rules.threshold, math.inf, "pounds are of no few people")

    # What it costs.

    def _cost(self, events, sides, printed, years=1.0, priced=True):
        """Pounds after less before, or of one side, are events by price over days, whose ranges are known."""
        sums = [(self.prices[event] if priced else 1.0, side, {self._events(event, side): 1}, {self._days(event, side): 1})
                for event in events for side in sides]
        self._relate(sums, printed, years)

    def _relate(self, sums, printed, years=1.0):
        system = self.system
        if printed is None or not all(system.has(*events, *days) for _, _, events, days in sums):
            return
        system.narrow(4)
        if len(sums) == 1:
            # Of one side of one service it holds whatever the days are.
            price, _, events, days = sums[0]
            (event,), (time,) = events, days
            return self.known._rate(event, time, tuple(number / price / years for number in printed))
        value, half = printed
        slack = half + 1e-9 * abs(value) + 1e-9
        rows = {1: {}, -1: {}}
        for price, side, events, days in sums:
            low, high = self._range(days)
            if low <= 0 or high > 10 ** 7:
                return
            sign = -1 if side == "before" and any(other == "after" for _, other, *_ in sums) else 1
            for bound in (1, -1):
                # At least so much with the longest time of what counts up, and the shortest of what counts down.
                per_event = sign * price * years * YEAR / (high if sign == bound else low)
                for event, factor in events.items():
                    rows[bound][event] = rows[bound].get(event, 0.0) + factor * per_event
        system.add(rows[1], -math.inf, value + slack, "printed pounds")
        system.add(rows[-1], value - slack, math.inf, "printed pounds")

    def _range(self, days):
        """The least and the greatest number of days in a sum."""
        low = high = 0
        for name_of, factor in days.items():
            ends = sorted(factor * end for end in self.system.bounds[name_of])
            low, high = low + ends[0], high + ends[1]
        return low, high

    def _holders(self):
        """Budgets with the services that each pays for, as the table has them."""
        start = self.fact + "budget_difference_over_window."
        for fact, text in self.report.pays.items():
            if fact.startswith(start):
                events = {event for event in self.prices if self.report.services.get(event, "\0").lower() in text.lower()}
                if events:
                    yield fact.removeprefix(start), events

    def _without_months(self, printed, rule, months):
        """The few who have days only in the months left out are in none of it, nor are the events of these months."""
        if printed is None:
            return
        sums = []
        for event, price in self.prices.items():
            place = (event, self.window)
            people = self._counted(event)
            events = {side: self._events(event, side) for side in SIDES}
            days = {side: self._days(event, side) for side in SIDES}
            if not self.known.before[place] or not self.system.has(*events.values(), *days.values()):
                return
            parts = self.known.without_months(place, rule, months, name("counted", *place, "all", rule), people,
                                              events["after"], events["before"], [days["after"], days["before"]])
            if parts is None:
                return
            after, before, days_after, days_before = parts
            sums += [(price, "after", after, days_after), (price, "before", before, days_before)]
        self._relate(sums, printed)

    # The five who cost most.

    def _five(self):
        """Five people's share of all pounds bounds who else has any, and without them the difference is told again."""
        system = self.system
        share = self.known._estimate("ratio", self.fact + "cost_share_of_5_people")
        events = {(event, side): self._events(event, side) for event in self.prices for side in SIDES}
        if share is None or not system.has(*events.values()):
            return
        low, high = max(0.0, share[0] - share[1] - 1e-9), min(1.0, share[0] + share[1] + 1e-9)
        pounds = {count: self.prices[event] for (event, _), count in events.items()}
        any_of = {place: name(f"people_with_any_{place[1]}", place[0], self.window, "all") for place in events}
        for (event, side), count in any_of.items():
            if system.has(count):
                row = {events_of: (1 - low) * price for events_of, price in pounds.items()}
                row[count] = row.get(count, 0.0) - self.prices[event]
                system.add(row, -FIVE * self.prices[event], math.inf, "all but five share what the five have not")
        if system.has(*any_of.values()) and high > 0:
            system.add({count: 1 for count in any_of.values()}, FIVE / high - 1e-9, math.inf, "five of many have more than their part")
        theirs = {place: system.know(name("of five", self.book, *place, self.window)) for place in events}
        for place, count in theirs.items():
            system.add({events[place]: 1, count: -1}, 0, math.inf, "what five have is part of all")
        for bound, ends in ((low, (0, math.inf)), (high, (-math.inf, 0))):
            row = {theirs[place]: self.prices[place[0]] for place in events}
            for count, price in pounds.items():
                row[count] = row.get(count, 0.0) - bound * price
            system.add(row, *ends, "five have a printed share")
        printed = self._printed("cost_difference_without_5_people")
        sums = []
        for (event, side), count in events.items():
            days = self._days(event, side)
            if not system.has(days):
                return
            gone = name("days of five", self.book, event, side, self.window)
            if not system.has(gone):
                system.know(gone, 0, FIVE * windows.most_days(self.window))
            sums.append((self.prices[event], side, {count: 1, theirs[event, side]: -1}, {days: 1, gone: -1}))
        self._relate(sums, printed)


def _served(known):
    """Among how many people of the report it is shared, and who of everyone registered at another time."""
    system, text = known.system, known.report.text
    if "by the college’s own count" in text:
        return
    known.print_count("served", set(known.report.numbers.get("money.served", ())) | known.report.served)
    if not system.has("served"):
        return
    system.within("served", "population|all", "who is served is one of everyone")
    paid = re.search(r"The service itself cost £[\d,]+ from (\d+ \w+ \d{4}) to (\d+ \w+ \d{4})", text)
    registered = re.search(r"registered (?:from )?(\d+ \w+ \d{4}) to (\d+ \w+ \d{4})", text)
    if paid and registered:
        (first, last), (opened, closed) = ([_day(words) for words in match.groups()] for match in (paid, registered))
        if first <= opened and closed <= last:
            system.sum("population|all", ["served"], "everyone registered while it was paid for")


def _day(words):
    months = "January February March April May June July August September October November December".split()
    day, month, year = words.split()
    return datetime.date(int(year), months.index(month) + 1, int(day))


def _improved(known):
    """Those who improved, of those with both forms and of those due: shares like others."""
    for row in known.report.rows:
        if row["measure"] not in ("improved_of_paired", "improved_of_due"):
            continue
        scale, occasion = row["outcome"], row["occasion"]
        whole = name("used", scale, occasion, "all") if row["measure"].endswith("paired") else name("due", occasion, "all")
        lives.share(known, name("improved", scale, occasion, "all"), whole, f"money.{scale}.{occasion}.{row['measure']}.proportion")


def _is_share(pounds, printed):
    """Whether pounds each are printed to the pound, or to three figures of that."""
    return abs(pounds - printed) <= 0.5 + 1e-9 or any(fits(printed, value, 3) for value in (pounds, round(pounds)))


def _made(known):
    """What is made of print must be: any other number tells more."""
    report = known.report
    # Pages have three figures of the whole pounds that results.csv has.
    each = [number.shown[0] for number in report.numbers.get("money.delivery_per_person", ()) if number.shown]
    served, paid = report.precise("money.served"), report.precise("money.delivery")
    if served and paid and not all(
            _is_share(paid[0] / served[0], pounds) for pounds in each):
        known.wrong.append("money.delivery_per_person is not shared among the printed number")
    for fact in report.numbers:
        # Of each budget's part it is so too.
        if match := re.match(r"money\.[^.]+\.[^.]+\.budget_delivery_per_person\.(.+)$", fact):
            part = [float(row["estimate"]) for row in report.rows if row["measure"] == "delivery_cost" and row["estimate"]
                    and row.get("note", "") == f"paid by {match.group(1)}"]
            printed = report.precise(fact)
            if served and printed and part and not _is_share(sum(part) / served[0], printed[0]):
                known.wrong.append(f"{fact} is not shared among the printed number")
    for row in report.rows:
        if row["measure"] not in ("cost_per_improved_if_others_alike", "cost_per_improved_if_no_others") or not row["estimate"]:
            continue
        word = "improved_of_paired" if row["measure"].endswith("alike") else "improved_of_due"
        share = report.precise(f"money.{row['outcome']}.{row['occasion']}.{word}.proportion")
        if not share or not any(fits(float(row["estimate"]), pounds / share[0]) for pounds in each):
            known.wrong.append(f"{row['measure']} is not made of what is printed")
    for fact in list(report.numbers):
        if match := re.match(r"(money\.[^.]+\.([^.]+)\.)(net_cost_over_window|break_even_reduction)$", fact):
            start, window, measure = match.groups()
            years = windows.years(window)
            printed, used = report.precise(fact), report.precise(
                start + ("cost_difference_over_window" if measure.startswith("net") else "cost_before"))
            if not printed:
                continue
            if not used or not each:
                known.wrong.append(f"{fact} stands there without what it is made of")
            elif measure.startswith("net") and not any(fits(printed[0], used[0] + pounds) for pounds in each):
                known.wrong.append(f"{fact} is not made of what is printed")
            elif measure.startswith("break") and all(abs(printed[0] - pounds / (used[0] * years)) > 0.0051 for pounds in each):
                known.wrong.append(f"{fact} is not made of what is printed")


def _net_of_others(known):
    """Net of what is told again, a year of which is printed: without three months, and without five people."""
    report = known.report
    each = [number.shown[0] for number in report.numbers.get("money.delivery_per_person", ()) if number.shown]
    for fact in list(report.numbers):
        match = re.match(r"(money\.[^.]+\.([^.]+)\.)net_cost_over_window_(without_3_months|without_5_people)$", fact)
        printed = match and report.precise(fact)
        if printed:
            used = report.precise(f"{match.group(1)}cost_difference_{match.group(3)}")
            if not used or not any(fits(printed[0], used[0] * windows.years(match.group(2)) + pounds) for pounds in each):
                known.wrong.append(f"{fact} is not made of what is printed")


def fits(value, made, figures=2):
    """Whether pounds are others to two figures, and no pence."""
    unit = max(1.0, 10.0 ** (math.floor(math.log10(abs(value))) - figures + 1)) if value else 1.0
    return abs(value - made) <= unit / 2 + 1e-6 and abs(value / unit - round(value / unit)) < 1e-6
