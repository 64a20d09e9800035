"""What a clever reader knows of a service's use when it is counted in every way: without months, of whole windows, without the
spells that run on day 0.

Of people watched for the whole of both windows the days are known, so that each ratio is one of two sums of events.
"""
import collections
import math
import re

import colleges
import landmarks
import robust
from names import Way, counted_by, name, way

MONTHS = (0, 1, 3, 6)
# How many days so many months have at the most, and at the least.
LONGEST = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337, 366]
SHORTEST = [*landmarks.SHORTEST, 365]
# Events that are nights, so that a spell has some on both sides of day 0; others that begin on a day have none after it.
NIGHTS = "bed-day"


def after(event, window):
    """The name of the events after day 0 of those whose windows are whole."""
    return name("whole after", event, window)


def before(event, window, months):
    """The name of their events before it, without so many months."""
    return name("whole before", event, window, months)


def running(side, event, window, of):
    """The name of the events, on one side, of spells that run on day 0."""
    place = (event, window, "whole" if of.whole else "all")
    return name(f"running {side}", *place, *([of.months] if side == "before" or not of.whole else []))


def leave(side, event, window, of):
    """The name of the nights at home on leave, on one side, between a way and the same with leave as the plan has it."""
    return name(f"leave {side}", event, window, "whole" if of.whole else "all", of.months, of.running)


def ways(known):
    """Each way whose ratio is shown, of all people and of those watched throughout: one of these stands in every report."""
    shown = {}
    for fact in known.report.numbers:
        if match := re.match(r"service_use\.([^.]+)\.([^.]+)\.all\.rate_ratio\.both_windows_whole$", fact):
            if printed := known._estimate("ratio", fact):
                shown.setdefault(match.groups(), {})[Way(0, True, "falls")] = printed
        if match := re.match(r"service_use\.([^.]+)\.([^.]+)\.way\.(.+?)(\.conf_(?:low|high))?$", fact):
            event, window, words, end = match.groups()
            if not end and (printed := known._estimate("ratio", fact)):
                shown.setdefault((event, window), {})[way(words)] = printed
    for place in list(known.events):
        _from_session(known, place)
    for place, ratios in shown.items():
        if not re.match(r"12-months$", place[1]):
            continue
        _whole_sums(known, place)
        for of, printed in ratios.items():
            if of.session:
                continue
            if of.whole:
                _whole(known, place, of, printed)
            elif of.months == 6 or of.running != "falls" or of.leave:
                _of_all(known, place, of, printed)


def _from_session(known, place):
    """Whoever is counted from the first session came to one, and is counted from day 0 too; so is each way's of its first."""
    system = known.system
    people = name("counted", *known._alike().get(place, place), "all")
    everyone = counted_by(*place, Way(0, False, "falls", True))
    if not system.has(everyone):
        return
    for whole, why in ((people, "who is counted from the first session is counted"), ("came", "who has a first session came")):
        if system.has(whole):
            system.within(everyone, whole, why)
    for count in [count for count in list(system.bounds) if count.startswith(everyone.rsplit(" ", 3)[0] + " ") and count != everyone]:
        if "less" not in count:
            system.within(count, everyone, "the way counts those of them with other days")


def _whole_sums(known, place):
    """Events of those watched throughout are among everyone's, month by month."""
    system = known.system
    people, total = counted_by(*place, Way(0, True, "falls")), name("events_after", *place, "all")
    known_people = name("counted", *known._alike().get(place, place), "all")
    system.know(after(*place))
    if system.has(total):
        system.within(after(*place), total, "who is watched throughout is one of all")
        if system.has(people, known_people):
            system.add({total: -1, after(*place): 1, known_people: 1_000, people: -1_000}, 0, math.inf, "only others have the rest")
    if system.has(everything := name("events_before", *place, "all")):
        system.within(system.know(before(*place, 0)), everything, "who is watched throughout is one of all")
    for more, fewer in zip(MONTHS, [*MONTHS[1:], 12]):
        bins = [name("bin events", *place, -month) for month in range(more + 1, fewer + 1)]
        whole = system.know(before(*place, more))
        parts = [] if fewer == 12 else [system.know(before(*place, fewer))]
        if parts:
            # What happened to them in the months between.
            system.within(parts[0], whole, "without more months there are fewer events")
        if system.has(*bins):
            system.add({**{count: 1 for count in bins}, whole: -1, **{part: 1 for part in parts}}, 0, math.inf,
                       "in the months between they are among all")


def _spells(known, place, of):
    """What a way leaves out, or moves, of spells that run on day 0: (from after, from before)."""
    if of.running == "falls":
        return {}, {}
    system, gone = known.system, {}
    if place[0] == NIGHTS:
        gone = {system.know(running("after", *place, of)): -1}
    first = system.know(running("before", *place, of))
    for months in MONTHS:
        other = running("before", *place, of._replace(months=months))
        if months < of.months and system.has(other):
            system.add({other: 1, first: -1}, 0, math.inf, "without more months fewer spells began before")
        if months > of.months and system.has(other):
            system.add({first: 1, other: -1}, 0, math.inf, "without more months fewer spells began before")
    people = name("running_on_day_zero", *place)
    if place[0] != NIGHTS and system.has(people):
        system.add({people: 1, first: -1}, 0, math.inf, "who is in hospital began one spell")
    if of.running == "neither":
        return gone, {first: -1}
    return gone, {count: 1 for count in gone} if of.months == 0 else {}


def _leave(known, place, of):
    """What a way has of nights on leave beyond the plan's, or the plan beyond it: (to after, to before)."""
    if not of.leave:
        return {}, {}
    system, sign, found = known.system, 1 if of.leave == "counted" else -1, []
    for side in ("after", "before"):
        count = system.know(leave(side, *place, of))
        found.append({count: sign})
        # Without spells that run on day 0, without more months and of those watched throughout there are no more.
        for fewer in (of._replace(running="falls"), of._replace(months=0), of._replace(whole=False)):
            more = leave(side, *place, fewer)
            if more != count and of.running != "before" and system.has(more):
                system.add({more: 1, count: -1}, 0, math.inf, "leave of fewer is no more")
        # What is left out was a night in hospital before.
        total = name(f"events_{side}", *place, "all")
        if sign < 0 and of.running == "falls" and system.has(total):
            system.within(count, total, "nights on leave are nights that are counted")
    return tuple(found)


def _whole(known, place, of, printed):
    """A ratio of those watched throughout: their days are known but for leap years and the lengths of months."""
    system, (value, half) = known.system, printed
    gone_after, gone_before = _spells(known, place, of)
    at_home_after, at_home_before = _leave(known, place, of)
    events_after = {after(*place): 1, **gone_after, **at_home_after}
    events_before = collections.Counter({before(*place, of.months): 1, **at_home_before})
    events_before.update(gone_before)
    left = 12 - of.months
    low, high = SHORTEST[left] / 366, LONGEST[left] / 365
    most, least = value + half + 1e-9, max(0.0, value - half - 1e-9)
    system.add({**{count: high * factor for count, factor in events_after.items()},
                **_less(events_after, events_before, least, high)}, -1e-6, math.inf, "a ratio of whole windows")
    system.add({**{count: low * factor for count, factor in events_after.items()},
                **_less(events_after, events_before, most, low)}, -math.inf, 1e-6, "a ratio of whole windows")
    for sums in (events_after, events_before):
        system.add(dict(sums), max(1, known.rules.least_with_events), math.inf, "a ratio rests on no few people's events")
    if system.has(counted_by(*place, of)):
        system.know(counted_by(*place, of), low=known.rules.least_people)


def _less(events_after, events_before, ratio, days):
    """The events before times a ratio, taken from those after; an unknown may be in both."""
    return {count: days * events_after.get(count, 0) - ratio * factor for count, factor in events_before.items()}


def _of_all(known, place, of, printed):
    """A ratio of all: the few without other days are in none of it."""
    system = known.system
    people = name("counted", *known._alike().get(place, place), "all")
    events = [name(f"events_{side}", *place, "all") for side in ("after", "before")]
    days = [name("days", people, side) for side in ("after", "before")]
    if not system.has(people, *events, *days):
        return
    parts = [{events[0]: 1}, {events[1]: 1}, {days[0]: 1}, {days[1]: 1}]
    if of.months:
        kept = counted_by(*place, of)
        parts = known.without_months(place, kept.rsplit("|", 1)[1], of.months, kept, people, *events, days)
        if parts is None:
            return
    gone_after, gone_before = _spells(known, place, of)
    at_home_after, at_home_before = _leave(known, place, of)
    known._ratio(printed, {**parts[0], **gone_after, **at_home_after}, {**parts[1], **gone_before, **at_home_before}, *parts[2:])


# The true numbers.


def truth(people, rows):
    """The true sums behind every way, from people as they were drawn, and how many of them have any: held against the
    ratios that are not released."""
    true, behind = {}, {}
    printed = {}
    for row in rows:
        if row["measure"] == "rate_ratio_in_one_way":
            window, _, words = row["occasion"].partition(": ")
            printed[row["outcome"], window, way(words)] = row
        if row["measure"] == "rate_ratio_both_windows_whole" and row["group"] == "all":
            printed[row["outcome"], row["occasion"], Way(0, True, "falls")] = row
    for event, window in {key[:2] for key in printed}:
        if window != "12-months" or event == "contact":
            continue
        heaviest = sorted(_sums(people, event, Way(0, False, "falls")), reverse=True, key=lambda use: (
            use.before + use.after, use.before, use.days_before, use.days_after))[:robust.FIVE]
        for side in ("before", "after"):
            count = robust.five(side, event, window)
            true[count] = sum(getattr(use, side) for use in heaviest)
            behind[count] = sum(getattr(use, side) > 0 for use in heaviest)
        for of in (Way(months, whole, running, True) for months in MONTHS for whole in (False, True)
                   for running in ("falls", "before", "neither")):
            _check(printed.get((event, window, of)), _sums(people, event, of), (event, of))
        for of in (way for other, there, way in printed if (other, there) == (event, window) and way.leave):
            sums = _sums(people, event, of)
            _check(printed[event, window, of], sums, (event, of))
            if of.session:
                continue
            for side, pairs in zip(("after", "before"), zip(*(
                    zip(_counts(mine, of), _counts(plans, of)) for mine, plans in zip(sums, _sums(people, event, of._replace(leave="")))))):
                true[leave(side, event, window, of)] = sum(abs(mine - plans) for mine, plans in pairs)
                behind[leave(side, event, window, of)] = sum(mine != plans for mine, plans in pairs)
        for whole in (False, True):
            for months in MONTHS:
                of = Way(months, whole, "falls")
                sums = _sums(people, event, of)
                if whole:
                    true[after(event, window)] = sum(use.after for use in sums)
                    true[before(event, window, months)] = sum(use.before for use in sums)
                for side in ("before", "after"):
                    counts = [getattr(use, "running_" + side) for use in sums]
                    true[running(side, event, window, of)] = sum(counts)
                    behind[running(side, event, window, of)] = sum(count > 0 for count in counts)
                _check(printed.get((event, window, of)), sums, (event, of))
    return true, behind


def _check(row, sums, of):
    """The ratio of results.csv is that of the people as they were drawn, in the way's own sums."""
    if not row or not row["estimate"]:
        return
    after, before = (sum(side) for side in zip(*(_counts(use, of[1]) for use in sums)))
    made = (after / sum(use.days_after for use in sums)) / (before / sum(use.days_before for use in sums))
    if int(row["n_used"]) != len(sums) or abs(made - float(row["estimate"])) > 1e-9:
        raise RuntimeError(f"of {of}: {made} of {len(sums)} people, not {row['estimate']} of {row['n_used']}")


def _counts(use, of):
    """What a way counts of one person: (after, before)."""
    before = use.before - (use.running_before if of.running == "neither" else 0)
    if of.running == "before" and of.months == 0:
        before += use.running_after
    return use.after - (0 if of.running == "falls" else use.running_after), before


Use = collections.namedtuple("Use", "before after days_before days_after running_before running_after")


def _sums(people, event, of):
    """The use of each person whom a way counts; from the first session, of those who are counted from day 0 too."""
    import truth as drawn
    found = []
    for person in drawn.linked(people):
        if of.session and (person.first_session is None or not _sums([person], event, Way(0, False, "falls"))):
            continue
        day = person.first_session if of.session else person.registered
        first, last = max(person.known_from, colleges.COVER_FROM), colleges.DATA_TO + colleges.DAY
        if person.left:
            last = min(last, person.left + colleges.DAY)
        opens, closes = drawn.months_before(day, 12), drawn.months_before(day, of.months)
        ends = drawn.months_before(day, -12)
        sides = ((opens, closes), (day, ends))
        days = [max(0, (min(to, last) - max(start, first)).days) for start, to in sides]
        if min(days) == 0 or of.whole and days != [(to - start).days for start, to in sides]:
            continue
        sums, running_of = [0, 0], [0, 0]
        for start, end, status in person.spells:
            if event == "detention" and not status.startswith("Section"):
                continue
            stop = (end or last) if event == NIGHTS else start + colleges.DAY
            for side, (begin, to) in enumerate(sides):
                here, until = max(begin, first, start), min(to, last, stop)
                number = max(0, (until - here).days)
                if event == NIGHTS and (of.leave or person.home_leave) == "left out":
                    number -= sum(max(0, (min(until, back) - max(here, gone)).days) for gone, back in person.leaves
                                  if start <= gone < stop)
                sums[side] += number
                if start < day and (end is None or end > day):
                    running_of[side] += number
        found.append(Use(*sums, *days, *running_of))
    return found
