"""What a clever reader knows of hours at sessions: of whom they are known, whose sessions they add up, and what a quarter and half
of people tell of how many they are.

How long a session of each course lasts stands in the timetable, which everybody may read.
"""
import math

import colleges
import quotients
from names import name

WITH, PLACES, HALVES = "with hours", name("places", "with hours"), "half hours"
SHORTEST, LONGEST = min(colleges.HOURS.values()), max(colleges.HOURS.values())
# Hours are counted in halves of one.
UNIT = 0.5
QUARTERS = {"lower_quarter_hours": 0.25, "median_hours": 0.5, "upper_quarter_hours": 0.75}


def hours(known):
    """Everything that stands of hours."""
    system, report = known.system, known.report
    if not system.has(WITH):
        return
    if system.has("came"):
        system.within(WITH, "came", "whose hours are known came")
    for word, share in QUARTERS.items():
        if printed := known._estimate("mean", f"reach.sessions.{word}"):
            system.know(WITH, low=known.rules.least_people)
            _quarter(known, word, *printed, share)
    _places(system)
    total = report.precise("reach.sessions.hours_attended")
    if total:
        _total(known, *total)


def _quarter(known, word, value, half, share):
    """Of how many people a quantile can be: where it lies between two of them, their number is even, or one more than that."""
    system = known.system
    system.narrow(4)
    low, high = system.bounds[WITH]
    if high > 5_000:
        return
    fitting = quotients.people_of_quantile(value, half, UNIT, share, low, high)
    if not fitting:
        known.wrong.append(f"{word} is of no number of people")
        return
    system.add({WITH: 1}, fitting[0], fitting[-1], "between which hours a quantile lies")
    step = next((step for step in (4, 2) if len({people % step for people in fitting}) == 1), None)
    if step:
        times = system.know(f"so many times {step}: {word}")
        system.add({WITH: 1, times: -step}, fitting[0] % step, fitting[0] % step, "between which hours a quantile lies")


def _places(system):
    """Places of those whose hours are known: among all, and of the others there are few where these are few."""
    system.know(PLACES)
    system.add({PLACES: 1, WITH: -1}, 0, math.inf, "who came attended a place")
    if system.has("places|attended"):
        system.within(PLACES, "places|attended", "places of known hours are places")
        if system.has("came"):
            others = system.difference("came", [WITH], "")
            system.add({"places|attended": 1, PLACES: -1, others: -1}, 0, math.inf, "whose hours are not known came too")
            system.add({"places|attended": 1, PLACES: -1, others: -1_000}, -math.inf, 0, "no places without people")


def _total(known, printed, half):
    """All hours: to as many as the base's number of the longest sessions; each place is a session of the timetable."""
    system, base = known.system, getattr(known.rules, "base", 0)
    lengths = [length for length in sorted(set(colleges.HOURS.values())) if base and not round(printed / length / base, 9) % 1]
    if base and not lengths:
        known.wrong.append(f"{printed:g} hours are not rounded")
    if lengths:
        # Which session was the longest is not said: all that fit are left open.
        half = base / 2 * max(lengths)
    system.know(HALVES, math.ceil((printed - half) / UNIT - 1e-9), math.floor((printed + half) / UNIT + 1e-9))
    system.add({HALVES: UNIT, PLACES: -SHORTEST}, 0, math.inf, "a session lasts so long at least")
    system.add({HALVES: UNIT, PLACES: -LONGEST}, -math.inf, 0, "a session lasts so long at most")
