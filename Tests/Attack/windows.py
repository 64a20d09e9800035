"""What a clever reader knows of two windows of one event, such as 12 and 18 months: one lies within the other.

A person is watched without a break from when they were known to when they left, so that both windows count the same people,
and a month of both is the same month.
"""
import itertools
import math
import re

from names import name

SIDES = ("before", "after")


def months(window):
    """How many months a window has on each side, whatever day it begins on; it is named by them."""
    found = re.match(r"(\d+)-months(-from-.+)?$", window)
    return int(found.group(1)) if found else 12


def weeks(window):
    """How many weeks a window has on each side; None of one that has months."""
    found = re.match(r"(\d+)-weeks$", window)
    return int(found.group(1)) if found else None


def years(window):
    """How long a window is on each side, in years."""
    return 7 * weeks(window) / 365.25 if weeks(window) else months(window) / 12


def most_days(window):
    """How many days a window has at most on one side."""
    if weeks(window):
        return 7 * weeks(window)
    years, rest = divmod(months(window), 12)
    return 366 * years + 31 * rest


def windows(known):
    """Each pair of windows from day 0 of each event."""
    for event in dict.fromkeys(event for event, _ in known.events):
        own = sorted((window for other, window in known.events if other == event and "-from-" not in window), key=months)
        for short, long in itertools.pairwise(own):
            _pair(known, event, short, long)


def _pair(known, event, short, long):
    system, alike = known.system, known._alike()
    people = {}
    for group in known.groups:
        for window in (short, long):
            people[window] = name("counted", *alike.get((event, window), (event, window)), group)
        if system.has(*people.values()) and people[short] != people[long]:
            system.sum(people[short], [people[long]], "both windows count the same people")
        for side in SIDES:
            counts = [[name(word, event, window, group) for window in (short, long)]
                      for word in (f"events_{side}", f"people_with_any_{side}")]
            for part, whole in counts:
                if system.has(part, whole):
                    system.within(part, whole, "what happened in the shorter window happened in the longer")
            if system.has(*counts[0], *counts[1]):
                (less, more), (few, many) = counts
                system.add({more: 1, less: -1, many: -1, few: 1}, 0, math.inf, "who has any in the longer alone has at least one")
            days = [name("days", people[window], side) for window in (short, long)]
            if system.has(*days):
                system.add({days[1]: 1, days[0]: -1}, 0, math.inf, "days of the shorter window are days of the longer")
    for rule in ("without_1_month", "without_3_months"):
        few = [name("few: people", event, window, rule) for window in (short, long)]
        if system.has(*few):
            system.sum(few[0], [few[1]], "who has days only in the months left out has no others in either window")
    for start in set(known.before[event, short]) & set(known.before[event, long]):
        for word in ("bin events", "bin people", "bin days"):
            here, there = (name(word, event, window, start) for window in (short, long))
            if system.has(here, there):
                system.sum(here, [there], "a month of both windows is the same month")
