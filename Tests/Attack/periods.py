"""What a clever reader knows of those known of in each period, or month, around day 0.

Where exports count by period, whoever is known of in one is watched for all of its days, so that days are people by a length that
everybody knows. Where they have dates, people are watched without a break: towards day 0 they are ever more, and from it ever fewer.
"""
import math

import money
import names
from names import at_risk, name


def read(rows):
    """The periods of each event and window: (event, window) -> {first day: day after the last}."""
    found = {}
    for row in rows:
        if row["question"] == "service_use" and row["measure"].startswith("timeline_") and (when := names.period(row["occasion"])):
            found.setdefault((row["outcome"], when[0]), {})[when[1]] = when[2]
    return found


def periods(known):
    """Days of each period, and on each side of day 0."""
    system = known.system
    for place, ends in read(known.report.rows).items():
        counted = name("counted", *known._alike().get(place, place), "all")
        for start, end in ends.items():
            people, days = at_risk(*place, start), name("bin days", *place, start)
            system.add({days: 1, people: start - end}, 0, 0, "whoever is known of in a period is watched for all of it")
            if system.has(counted):
                system.within(people, counted, "who is known of in a period is counted")
            if system.has(any_of := name("bin people", *place, start)):
                system.within(any_of, people, "who has any in a period is known of in it")
        # Who is counted has a day on each side: where a side is one period, all of it, of every group.
        for side in ("before", "after"):
            lengths = [end - start for start, end in ends.items() if (start < 0) == (side == "before")]
            for group in known.groups if len(lengths) == 1 else ():
                count = name("counted", *known._alike().get(place, place), group)
                if system.has(days := name("days", count, side)):
                    system.add({days: 1, count: -lengths[0]}, 0, 0, "one period is all of a side")
    for place in known.events:
        if place not in known.periods and "-from-" not in place[1]:
            _months(known, place)
    _costs(known)


def _months(known, place):
    """Of each month: who is known of in it, of those counted and of those known of in the month that lies nearer to day 0."""
    system = known.system
    first = known._alike().get(place, place)
    counted, starts = name("counted", *first, "all"), known.before[place]
    for start in starts:
        people, days = at_risk(*place, start), name("bin days", *place, start)
        if not system.has(people):
            continue
        nearer = at_risk(*place, start + 1 if start < 0 else start - 1)
        whole = counted if start in (-1, 0) or not system.has(nearer) else nearer
        if start in (-1, 0) and system.has(counted):
            system.sum(people, [counted], "who is counted has a day on each side")
        elif system.has(whole):
            system.within(people, whole, "who is known of in a month was in each that lies nearer to day 0")
        if first != place and system.has(at_risk(*first, start)):
            system.sum(people, [at_risk(*first, start)], "events of one sentence count the same people")
        if system.has(days):
            system.add({people: 31, days: -1}, 0, math.inf, "a month has at most 31 days")
            system.add({days: 1, people: -1}, 0, math.inf, "who is known of in a month has a day in it")
        if system.has(any_of := name("bin people", *place, start)):
            system.within(any_of, people, "who has any in a month is known of in it")
        for rule, months in (("without_1_month", 1), ("without_3_months", 3), ("without_6_months", 6)):
            kept = name("counted", *place, "all", rule)
            if start == -months - 1 and system.has(kept):
                system.sum(kept, [people], "who is counted without months is known of in the month before them")


def _costs(known):
    """What use cost in a period is made of the rates that are printed of it, and is of those known of in it."""
    report, system = known.report, known.system
    for row in report.rows:
        if row["question"] != "money" or not (when := names.period(row["occasion"])):
            continue
        window, start, end = when
        book = f"money.{row['outcome']}.{window}."
        prices = {fact.removeprefix(book + "unit_cost."): report.precise(fact)[0] for fact in report.numbers
                  if fact.startswith(book + "unit_cost.") and report.precise(fact)}
        if not prices:
            continue
        mine, first = at_risk("costs", window, start), at_risk(next(iter(prices)), window, start)
        if system.has(mine, first):
            system.sum(mine, [first], "costs of a period are of those known of in it")
        if not row["estimate"]:
            continue
        begins = min(begin for place, ends in read(report.rows).items() if place[1] == window for begin in ends)
        made = [_made(report, window, day, prices) for day in (start, begins)]
        if None in made[:1] or row["measure"].endswith("_of_first") and not made[1]:
            known.wrong.append(f"{row['measure']} of {row['occasion']} stands there without what it is made of")
        elif row["measure"] == "cost_in_period" and not money.fits(float(row["estimate"]), made[0]):
            known.wrong.append(f"{row['measure']} of {row['occasion']} is not made of what is printed")
        elif row["measure"].endswith("_of_first") and abs(float(row["estimate"]) - made[0] / made[1]) > 0.0051:
            known.wrong.append(f"{row['measure']} of {row['occasion']} is not made of what is printed")


def _made(report, window, start, prices):
    """The printed rates of a period by the prices; None where one is not printed."""
    rates = [report.precise(f"service_use.{event}.{window}.timeline.{start}.rate") for event in prices]
    return None if None in rates else sum(rate[0] * price for rate, price in zip(rates, prices.values()))


def longest(window, start, ends):
    """How many days a bin has at most: those of its period, or of a month."""
    return ends[start] - start if start in ends else 31
