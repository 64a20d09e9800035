"""What a clever reader knows of exports that count by period: whoever is known of in a period is watched for all of its days, so
that days are people by a length that everybody knows; and what use cost in each period.
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
    _costs(known)


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
