"""What a clever reader knows of completers and the others: told apart on a day after day 0, and followed from it.

Those who were gone by that day are in none of the three groups, so that these add up to everyone only where people are
followed from it; who came to sessions of unknown length may be in none either, where completing is told by hours.
"""
import math
import re

import hours
import names
import windows
from names import name

COLUMN = "completers"
COMPLETED, CAME, ABSENT = GROUPS = [f"{COLUMN}={word}" for word in ("completed", "came", "absent")]
# How many days so many months have at the least.
SHORTEST = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334]
# The least and the greatest score of a scale.
SCORES = {"swemwbs": (7.0, 35.0), "qpr15": (0.0, 60.0)}


def original(window):
    """The window from day 0 that was moved to the landmark; None of others."""
    whole, moved, _ = window.rpartition("-from-")
    return whole if moved else None


def leaves_out_unknown(known):
    """Whether completing is told by hours, so that who came to a session of unknown length may be in no group."""
    return "to a session of unknown length nothing is said" in known.report.text


def gone(system, place):
    """Those of a number who were gone by the day, or whose hours are not known, as everyone less the three groups."""
    whole, groups = name(place, "all"), [system.know(name(place, group)) for group in GROUPS]
    return system.know(system.difference(whole, groups, "those who were gone by the day are in no group"), low=0)


def landmarks(known):
    """Everything that hangs on the landmark; groups of change and meaning are rows like others."""
    system = known.system
    standing = [name("population", group) for group in GROUPS]
    if not system.has(*standing):
        return
    _came(known, *standing[:2])
    everyone_gone = gone(system, "population")
    for place in {count.rsplit("|", 1)[0] for count in list(system.bounds) if count.endswith("|" + COMPLETED)}:
        if system.has(name(place, "all"), *(name(place, group) for group in GROUPS)) and place.startswith(("due|", "used|", "life used|")):
            system.add({everyone_gone: 1, gone(system, place): -1}, 0, math.inf, "who was gone and is in a number was gone")
    for event, window in known.events:
        if original(window):
            _window(known, event, window)


def _came(known, completed, came):
    """Who had completed or come by the day came, and to so many sessions."""
    system = known.system
    if system.has("came"):
        system.add({"came": 1, completed: -1, came: -1}, 0, math.inf, "who came by the day came")
    if system.has("places|attended"):
        sessions = re.search(r"Counted are (sessions|hours)[^:]*: (\d+) or more", known.report.text)
        least = int(sessions.group(2)) if sessions else 1
        if sessions and sessions.group(1) == "hours":
            least = math.ceil(least / hours.LONGEST)
        system.add({"places|attended": 1, completed: -least, came: -1}, 0, math.inf, "who came attended a place")


def _window(known, event, window):
    """Before day 0 whoever is followed is counted as from day 0 on; after it the days are others, but for the later months."""
    system = known.system
    here, there = (event, window), (event, original(window))
    followed = name("counted", *here, "all")
    counted = name("counted", *known._alike().get(there, there), "all")
    reasons = [name(reason, *here) for reason in names.LEFT_OUT]
    if system.has(followed, *reasons):
        system.sum("population|all", [followed, *reasons], "everyone is followed or left out for a reason")
    for reason in names.LEFT_OUT[:2]:
        if system.has(name(reason, *here), name(reason, *there)):
            system.sum(name(reason, *here), [name(reason, *there)], "who cannot be linked cannot be whatever the window")
    if not system.has(followed, counted):
        return
    system.within(followed, counted, "who is followed from the day is counted from day 0")
    for word, most in (("people_with_any_before", 1), ("events_before", 1_000)):
        part, whole = name(word, *here, "all"), name(word, *there, "all")
        if system.has(part, whole):
            system.within(part, whole, "before day 0 they are the same")
            system.add({counted: most, followed: -most, whole: -1, part: 1}, 0, math.inf, "only those who were gone are others")
    days = [name("days", people, "before") for people in (counted, followed)]
    if system.has(*days):
        time = {days[0]: 1, days[1]: -1}
        system.add({**time, counted: -1, followed: 1}, 0, math.inf, "who was gone had a day before")
        most = windows.most_days(window)
        system.add({**time, counted: -most, followed: most}, -math.inf, 0, "nobody has more than a window's days")
    _later_months(known, here, there, followed)


def _later_months(known, here, there, followed):
    """What happened in a month that is wholly after the day happened to those who are followed."""
    system = known.system
    amount, unit = re.search(r"-from-(\d+)-(\w+)$", here[1]).groups()
    by = int(amount) * {"days": 1, "weeks": 7, "months": 31}[unit]
    later = [month for month in known.before[there] if 0 < month < len(SHORTEST) and SHORTEST[month] >= by]
    if not later:
        return
    for word, whole in (("events", name("events_after", *here, "all")), ("days", name("days", followed, "after"))):
        bins = [name(f"bin {word}", *there, month) for month in later]
        if system.has(whole, *bins):
            system.add({whole: 1, **{count: -1 for count in bins}}, 0, math.inf, "later months are followed")
    any_of = name("people_with_any_after", *here, "all")
    for month in later:
        if system.has(any_of, name("bin people", *there, month)):
            system.add({any_of: 1, name("bin people", *there, month): -1}, 0, math.inf, "later months are followed")
