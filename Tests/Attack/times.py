"""What a clever reader knows of how long it took until people first had an event, some of whom were lost from view."""
import math
import re

from names import name

# Why somebody is not watched from day 0, and the reasons that service use has too.
LEFT_OUT = ("not_linkable", "not_known", "not_watched", "had_before")
SHARED = LEFT_OUT[:2]
# The days that so many calendar months have at the least and at the most.
SHORTEST, LONGEST = 30.0, 31.0
STANDINGS = ("had", "still", "lost")


def times(known):
    """Who is watched, and how they stood month by month."""
    system = known.system
    for event in dict.fromkeys(count.split("|")[1] for count in list(system.bounds) if count.startswith("watched for|")):
        prefix = name("stood had", event) + "|"
        months = sorted({int(count.split("|")[2]) for count in list(system.bounds) if count.startswith(prefix)})
        watched = name("watched for", event, "all")
        reasons = [system.know(name(reason, event, "time")) for reason in LEFT_OUT]
        system.sum("population|all", [watched, *reasons], "everyone is watched or left out for a reason")
        windows = [window for other, window in known.events if other == event and "-from-" not in window]
        for window in windows:
            for reason in SHARED:
                if system.has(name(reason, event, window)):
                    system.sum(name(reason, event, "time"), [name(reason, event, window)], "who cannot be linked cannot be for either")
        groups = [group for group in known.groups if system.has(name("watched for", event, group))]
        for group in groups:
            _row(known, event, months, group)
        for values in known.columns.values():
            for month in months:
                parts = [name("stood lost", event, month, group) for group in values]
                if set(values) <= set(groups):
                    system.sum(name("stood lost", event, month, "all"), parts, "groups are everyone")
        for window in windows:
            if re.match(r"12-months$", window) and 12 in months:
                _use(system, event, window)


def _row(known, event, months, group):
    """Those watched had the event, are still watched or were lost; who had it has had it by every later month."""
    system, rules = known.system, known.rules
    watched = name("watched for", event, group)
    system.within(watched, name("population", group), "who is watched is one of the group")
    rows = [row for row in known.report.rows if row["question"] == "time_to_event"
            and (row["outcome"], row["group"]) == (event, group)]
    counts = [row for row in rows if row["measure"] in ("had_by_month", "still_watched")]
    if group != "all" and counts and not rules.is_exact:
        if all(row["held_back"] == "few people" for row in counts):
            system.know(watched, high=rules.least_people - 1)
        else:
            system.know(watched, low=rules.least_people)
    before = None
    for month in months:
        now = {word: name(f"stood {word}", event, month, group) for word in STANDINGS}
        system.sum(watched, list(now.values()), "had it, still watched or lost are all watched")
        for word, count in now.items():
            system.within(count, watched, "who stood somewhere was watched")
            if before:
                early, late = (count, before[word]) if word == "still" else (before[word], count)
                system.within(early, late, "who had it, or was lost, has or is by later months; who is still watched was")
        before = now
    _shares(known, event, months, group)
    _median(known, event, months, group, rows)


def _shares(known, event, months, group):
    """A share is a life table of what is printed of this month and those before: it tells nothing more."""
    if known.rules.is_exact:
        return
    everyone = known.printed.get(name("watched for", event, group))
    stretches = []
    at, had = everyone, 0
    for month in months:
        fact = f"time_to_event.{event}.{group}.{month}_months.share_by_month"
        now, still = (known.printed.get(name(f"stood {word}", event, month, group)) for word in ("had", "still"))
        share = known.report.precise(fact)
        if None not in (everyone, now, still):
            events = max(0, now - had)
            stretches.append((at - max(0, at - events - still) / 2, events))
            at, had = still, now
            left = math.prod(1 - events / exposed for exposed, events in stretches if exposed)
            if share and (abs(1 - left - share[0]) > share[1] + 1e-9 or still < known.rules.least_people):
                known.wrong.append(f"{fact}: {share[0]:g} is not made of what is printed")
        elif share:
            known.wrong.append(f"{fact}: {share[0]:g} stands beside counts that are not shown")


def _median(known, event, months, group, rows):
    """Half had it by a week, or had not by the last month."""
    system, rules = known.system, known.rules
    row = next((row for row in rows if row["measure"] == "median_weeks_to_event"), None)
    watched = name("watched for", event, group)
    if row is None or rules.is_exact or not months:
        return
    had = {month: name("stood had", event, month, group) for month in months}
    last, lost = had[months[-1]], name("stood lost", event, months[-1], group)
    if "half had not" in row["note"]:
        system.know(watched, low=rules.least_people)
        system.add({watched: 1, last: -2}, 1, math.inf, "fewer than half had it")
    if not row["estimate"]:
        return
    weeks, middle = float(row["estimate"]), name("had by the median", event, group)
    system.know(watched, low=2 * rules.least_people)
    system.know(middle, low=rules.least_people)
    system.add({last: 1, middle: -1}, rules.least_people, math.inf, "ten had it later than half")
    system.add({middle: 2, watched: -1, lost: 1}, 0, math.inf, "half had it by then")
    for month, count in had.items():
        if 7 * (weeks + 0.5) < SHORTEST * month - 3:
            system.add({count: 1, middle: -1}, 0, math.inf, "the month is later than the week")
        elif 7 * (weeks - 0.5) > LONGEST * month + 3:
            system.add({middle: 1, count: -1}, 0, math.inf, "the month is earlier than the week")


def _use(system, event, window):
    """Who had it within the window's months has an event after day 0 there, unless one of the two does not count them."""
    had, lost = (name(f"stood {word}", event, 12, "all") for word in ("had", "lost"))
    any_of, left = name("people_with_any_after", event, window, "all"), name("no_time_at_risk", event, window)
    others = [name(reason, event, "time") for reason in LEFT_OUT[2:]]
    if system.has(had, lost, any_of, left, *others):
        system.add({any_of: 1, left: 1, had: -1}, 0, math.inf, "who had it has any in the window")
        system.add({had: 1, lost: 1, any_of: -1, **{count: 1 for count in others}}, 0, math.inf, "who has any had it, or was not watched")


def truth(true):
    """Those lost from view before each month, of whom only the last month's are printed."""
    for count in [count for count in true if count.startswith("stood had|")]:
        _, event, month, group = count.split("|")
        true[name("stood lost", event, month, group)] = (
            true[name("watched for", event, group)] - true[count] - true[name("stood still", event, month, group)])
