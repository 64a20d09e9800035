"""What a clever reader knows of life outcomes, and of what people thought when they were asked once."""
import math

import names
from names import name


def lives(known):
    """Who is where people hope to be, before and after; the states; and from which state to which."""
    system = known.system
    places = list(dict.fromkeys(tuple(count.split("|")[1:3]) for count in list(system.bounds)
                                if count.startswith("life used|")))
    for part, occasion in places:
        for group in known.groups:
            if system.has(name("life used", part, occasion, group)):
                _row(known, part, occasion, group)
        _answered(system, part, occasion)
        _states(known, part, occasion)
    for part in dict.fromkeys(part for part, _ in places):
        _later(system, part, [occasion for occasion in known.occasions if (part, occasion) in places])


def _row(known, *place):
    """After is before, more those who came to be so, less those who are so no more; all others stayed as they were."""
    system = known.system
    part, occasion, group = place
    used, before, after, gained, lost, unmoved = (
        name(f"life {word}", *place) for word in ("used", "before", "after", "gained", "lost", "unmoved"))
    system.within(used, system.know(name("due", occasion, group)), "who is compared is due")
    _few(known, used, place)
    if not system.has(before, after, gained, lost):
        return
    system.add({before: 1, gained: 1, lost: -1, after: -1}, 0, 0, "after is before, more those new, less those no more")
    if system.has(unmoved):
        system.sum(used, [gained, lost, unmoved], "newly so, no more and as before are those compared")
    for whole, few, why in [(used, before, "before is among those compared"), (used, after, "after is among those compared"),
                            (before, lost, "stayed in are those before less those no more"),
                            (after, gained, "stayed in are those after less those newly so")]:
        system.within(few, whole, why)
    system.know(system.difference(used, [before, gained], "stayed out"), low=0)
    fact = f"life.{part}.{occasion}.{group}."
    for word, count in names.LIVES.items():
        if word != "n_used":
            share(known, name(count, *place), used, f"{fact}{word}.proportion")
    _net(known, fact, used, before, after, gained, lost)


def _few(known, used, place):
    """A group of few people has none of its counts; one of which any is told, or only of how many it is, is none of few."""
    rows = [row for row in known.report.rows if row["question"] == "life_outcomes" and row["measure"] in names.LIVES
            and (row["outcome"], row["occasion"], row["group"]) == place]
    if known.rules.is_exact or not rows:
        return
    least = known.rules.least_people
    if all(row["held_back"] == "few people" and not row["of"] for row in rows):
        known.system.add({used: 1}, 0, least - 1, "why there is no share")
    elif place[2] != "all" and any(row["of"] for row in rows):
        known.system.know(used, low=least)


def share(known, part, whole, fact):
    """A share is of enough people on each side; one that is not there is not."""
    system, rules, report = known.system, known.rules, known.report
    if rules.is_exact or not system.has(part, whole):
        return
    printed, least = report.precise(fact), rules.threshold
    shown = [_printed(known, count) for count in (part, whole)]
    if printed:
        system.know(whole, low=rules.least_people)
        system.know(part, low=least)
        system.add({whole: 1, part: -1}, least, math.inf, "a share has at least so many on each side")
        if None in shown or abs(min(shown) / max(1, shown[1]) - printed[0]) > printed[1] + 1e-9:
            known.wrong.append(f"{fact}: {printed[0]:g} is not made of what is printed of its counts")
            half = printed[1] + 1e-12
            system.add({part: 1, whole: -(printed[0] - half)}, -1e-7, math.inf, "a printed share")
            system.add({part: 1, whole: -(printed[0] + half)}, -math.inf, 1e-7, "a printed share")
    elif None not in shown and rules.tells_absence_of_shares:
        # Of fewer people than a share needs one side is few as well.
        system.add({whole: 1, part: -1}, 0, least - 1, "why there is no share")
    elif shown[0] is None and part in report.few:
        # "few people": the part is few, or all of them are.
        switch = system.know(f"few of few: {part}", 0, 1)
        high_part, high_whole = (system.bounds[count][1] for count in (part, whole))
        system.add({part: 1, switch: -float(high_part)}, -math.inf, least - 1, "why it is held back")
        system.add({whole: 1, switch: float(high_whole)}, -math.inf, rules.least_people - 1 + high_whole,
                   "why it is held back")


def _printed(known, count):
    """The number that is printed of a count; None where it is hidden."""
    return known.printed.get(count)


def _net(known, fact, used, before, after, gained, lost):
    """The net difference stands only where none of its counts is withheld: a hidden one beside it is few."""
    system, rules = known.system, known.rules
    printed = [(known.report.precise(fact + "net_movement"), 100), (known.report.precise(fact + "net_movement as share"), 1)]
    printed = [(value, unit) for value, unit in printed if value]
    if not printed or rules.is_exact:
        return
    for count in (gained, lost):
        if _printed(known, count) is None:
            system.know(count, high=rules.threshold - 1)
    shown = [_printed(known, count) for count in (used, before, after)]
    for (value, _), unit in printed:
        if None in shown or not shown[0] or abs((min(shown[2], shown[0]) - min(shown[1], shown[0])) / shown[0]
                                                - value / unit) > 0.5 * (0.01 if shown[0] < 1_000 else 0.001) + 1e-9:
            known.wrong.append(f"{fact}net_movement: {value:g} is not made of what is printed of its counts")


def _answered(system, part, occasion):
    """Who is compared answered at both times, and whoever answered at either is due."""
    due, used = name("due", occasion, "all"), name("life used", part, occasion, "all")
    answered = [name(f"life answered {side}", part, occasion) for side in ("before", "after")]
    if not system.has(due, used, *answered):
        return
    for count in answered:
        system.within(count, due, "who answered is due")
        system.within(used, count, "who is compared answered")
    either = name("life answered either", part, occasion)
    system.add({either: -1, used: -1, **{count: 1 for count in answered}}, 0, 0, "who answered at either time")
    system.within(either, due, "who answered at either time is due")


def _later(system, part, occasions):
    """Who is due later was due earlier, and has the same first form."""
    for occasion, later in zip(occasions, occasions[1:]):
        here, there = (name("life answered before", part, when) for when in (occasion, later))
        due, later_due = name("due", occasion, "all"), name("due", later, "all")
        if system.has(here, there, due, later_due):
            system.within(there, here, "who is due later is due now")
            system.add({due: 1, here: -1, later_due: -1, there: 1}, 0, math.inf, "who is due later is due now")


def _states(known, part, occasion):
    """States add up, and each is the sum of what became of it, or of where it came from."""
    system = known.system
    place = (part, occasion)
    prefix = name("life state before", *place) + "|"
    states = [count.removeprefix(prefix) for count in system.bounds if count.startswith(prefix)]
    used = name("life used", *place, "all")
    if not states or not system.has(used):
        return
    cells = {(one, other): names.moved(*place, one, other) for one in states for other in states}
    sought = known.report.sought.get(place)
    has_cells = system.has(*cells.values())
    for side in ("before", "after"):
        ones = {state: name(f"life state {side}", *place, state) for state in states}
        system.sum(used, list(ones.values()), f"states {side} are all that are compared")
        hoped = name(f"life {side}", *place, "all")
        if sought is not None and system.has(hoped):
            system.sum(hoped, [ones[state] for state in states if state in sought], "the states that people hope for")
        for state in states if has_cells else []:
            whole = ones[state]
            system.sum(whole, [cell for pair, cell in cells.items() if pair[side == "after"] == state],
                       "a state is what became of it, or where it came from")
            system.within(cells[state, state], whole, "who stayed in a state was in it")
    if sought is None or not has_cells:
        return
    kinds = {"gained": [], "lost": [], "unmoved": []}
    for (one, other), cell in cells.items():
        was, now = one in sought, other in sought
        kinds["unmoved" if was == now else "gained" if now else "lost"].append(cell)
    for word, parts in kinds.items():
        if system.has(name(f"life {word}", *place, "all")):
            system.sum(name(f"life {word}", *place, "all"), parts, "cells of the table are those who moved, or did not")


def feedback(known):
    """Who answered once, who reached the score, and course by course."""
    system, report = known.system, known.report
    for scale in dict.fromkeys(count.split("|")[1] for count in list(system.bounds) if count.startswith("fed|")):
        everyone, reached = name("fed", scale, "all"), name("fed reached", scale, "all")
        if not system.has(everyone):
            continue
        system.within(everyone, "population|all", "who answered is one of everyone")
        groups = [count.split("|")[2] for count in list(system.bounds) if count.startswith(name("fed", scale, "course="))]
        for group in ["all", *groups]:
            used, part = name("fed", scale, group), name("fed reached", scale, group)
            course = group.removeprefix("course=")
            if system.has(part):
                system.within(part, used, "who reached a score answered")
                share(known, part, used, f"feedback.{scale}.{course}.reached_score.proportion")
            _mean(known, used, f"feedback.{scale}.{course}.mean_score")
        if len(groups) == 1:
            for count in ("fed", "fed reached"):
                if system.has(name(count, scale, "all"), name(count, scale, groups[0])):
                    system.sum(name(count, scale, "all"), [name(count, scale, groups[0])], "the only course is everyone's")
        elif groups:
            for group in groups:
                system.within(name("fed", scale, group), everyone, "who answered after a course answered")
            # Whoever answered did so after a course; but a course without a row may be among them.
        _scores(known, scale, everyone, reached)


def _mean(known, used, fact):
    """A mean is shown of so many people, and held back only of fewer, where their number stands beside it."""
    if known.rules.is_exact:
        return
    if known.report.precise(fact):
        known.system.know(used, low=known.rules.least_people)
    elif fact in known.report.numbers and _printed(known, used) is not None:
        known.system.add({used: 1}, 0, known.rules.least_people - 1, "why there is no mean")


def _scores(known, scale, everyone, reached):
    """Scores add up to all who answered; those at or past the plan's score are those who reached it."""
    system = known.system
    prefix = name("fed score", scale) + "|"
    scores = [count for count in list(system.bounds) if count.startswith(prefix)]
    if not scores:
        return
    system.sum(everyone, scores, "scores are all who answered")
    for count in scores:
        system.within(count, everyone, "who has a score answered")
    if scale in known.report.reaching and system.has(reached):
        least, is_more = known.report.reaching[scale]
        past = [count for count in scores if (float(count.removeprefix(prefix)) >= least if is_more
                                              else float(count.removeprefix(prefix)) <= least)]
        system.sum(reached, past, "who reached the score has it or one past it")
