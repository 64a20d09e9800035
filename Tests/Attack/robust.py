"""What a clever reader knows of whether a service's use hangs on few: who used it less, as often and more, and the five with the
most events."""
import math

import windows
from names import counted_by, name, Way

FIVE = 5


def five(side, event, window):
    """The name of the events of the five with the most, on one side of day 0."""
    return name(f"of the five {side}", event, window)


def robust(known):
    """Everything that stands beside the ratio of everyone."""
    for place in known.events:
        _went(known, place)
        _without_five(known, place)


def _went(known, place):
    """Of those watched as long after as before some used it less, some as often, some more."""
    system = known.system
    watched, *ways = (name(word, *place) for word in ("watched", "went less", "went same", "went more"))
    if not system.has(watched, *ways):
        return
    system.sum(watched, ways, "less, as often and more are those watched as long")
    people = name("counted", *known._alike().get(place, place), "all")
    if system.has(people):
        system.within(watched, people, "who is watched as long is counted")
    whole = counted_by(*place, Way(0, True, "falls"))
    if system.has(whole):
        system.sum(watched, [whole], "watched as long are those whose windows are whole")
    for way, side in ((ways[0], "before"), (ways[2], "after")):
        any_of = name(f"people_with_any_{side}", *place, "all")
        if system.has(any_of):
            system.add({any_of: 1, way: -1}, 0, math.inf, "who used it less had some before, and who used it more after")


def _without_five(known, place):
    """Five people's share of all events, and the ratio without them."""
    system = known.system
    events = {side: name(f"events_{side}", *place, "all") for side in ("after", "before")}
    people = name("counted", *known._alike().get(place, place), "all")
    days = {side: name("days", people, side) for side in events}
    start = "service_use.{}.{}.".format(*place)
    share = known._estimate("ratio", start + "event_share_of_5_people")
    printed = known._estimate("ratio", start + "rate_ratio_without_5_people")
    if not system.has(*events.values(), *days.values()) or share is None and printed is None:
        return
    theirs = {side: system.know(five(side, *place)) for side in events}
    for side, count in theirs.items():
        system.add({events[side]: 1, count: -1}, 0, math.inf, "what five have is part of all")
    if share:
        for bound, ends in ((share[0] - share[1] - 1e-9, (0, math.inf)), (share[0] + share[1] + 1e-9, (-math.inf, 0))):
            system.add({**{theirs[side]: 1 for side in events}, **{events[side]: -bound for side in events}}, *ends,
                       "five have a printed share")
    if printed:
        gone = {side: system.know(name("days of the five", *place, side), FIVE, FIVE * windows.most_days(place[1])) for side in events}
        rest = [{whole[side]: 1, part[side]: -1} for whole, part in ((events, theirs), (days, gone)) for side in ("after", "before")]
        least = max(1, known.rules.least_with_events)
        for sums in rest[:2]:
            system.add(dict(sums), least, math.inf, "a ratio rests on no few people's events")
        known._ratio(printed, *rest)
