"""A stand-in for the rounding gate: rounds an `open-data` report by the plain rules, with nothing held back besides.

What the attack finds on it is what the gate must hold back on top of rounding.
"""
import math
import re

import names
from reading import Number, Report


def release(report, rules):
    """The report as the plain rules would print it."""
    true = {}
    for fact in report.numbers:
        count = names.of_fact(fact)
        if count and (precise := report.precise(fact)):
            true[count] = round(precise[0])
    printed = {}
    for fact, numbers in report.numbers.items():
        number = _printed(fact, report, true, rules)
        if number is not None:
            printed[fact] = {number}
    return Report(printed, [], report.flows, report.counted_alike, report.left_out_months, report.says_months,
                  report.everyone_stories, report.text, [])


def _number(value, decimals):
    text = f"{value:.{decimals}f}"
    return Number("rehearsal", text, text)


def _printed(fact, report, true, rules):
    precise = report.precise(fact)
    if precise is None:
        return next(iter(report.numbers[fact]))
    count = names.of_fact(fact)
    if count:
        value = true[count]
        kind, *place = count.split("|")
        people = {"events_before": "people_with_any_before", "events_after": "people_with_any_after",
                  "bin events": "bin people"}.get(kind)
        if people and true.get(names.name(people, *place), 0) < rules.least_with_events:
            return Number("rehearsal", "[c]")
        if value < rules.threshold:
            is_cell = fact.startswith(("reach.casemix", "reach.monthly", "reach.terms"))
            return Number("rehearsal", "[c]" if is_cell else f"fewer than {rules.threshold}")
        return _number(rules.round(value), 0)
    base = re.sub(r"\.conf_(low|high)$", "", fact)
    match = re.match(r"change\.([^.]+)\.([^.]+)\.(.+)\.(\w+)$", base)
    if match and not base.endswith(".share"):
        scale, occasion, group, measure = match.groups()
        if true.get(names.name("used", scale, occasion, group), 0) < rules.least_people:
            return Number("rehearsal", "[c]")
        return _number(precise[0], 1 if re.match("mean|sd|median", measure) else 2)
    if match := re.match(r"service_use\.([^.]+)\.([^.]+)\.(.+?)\.(person_time|rate)(_\w+)?(\..+)?$", base):
        event, window, group, measure, side, rule = match.groups()
        if group.startswith("timeline"):
            who = true.get(names.name("bin people", event, window, group.split(".")[1]), 0)
            return _rate(precise[0]) if who >= rules.threshold else Number("rehearsal", "[c]")
        if true.get(names.name("counted", event, window, group), 0) < rules.least_people:
            return Number("rehearsal", "[c]")
        if measure == "person_time":
            return _number(5 * round(precise[0] / 5), 0)
        sides = ("before", "after") if side == "_ratio" else (side[1:],)
        if any(true.get(names.name(f"people_with_any_{part}", event, window, group), 0) < rules.least_with_events
               for part in sides):
            return Number("rehearsal", "[c]")
        return _number(precise[0], 2) if side == "_ratio" else _rate(precise[0])
    if base.endswith((".missing", ".present")) and "=" not in base:
        return _number(precise[0], 1)
    if base.endswith(".agreement") or fact.startswith("certainty.missing_differ."):
        return _number(precise[0], 2)
    if fact == "reach.monthly.centre":
        return _number(5 * round(precise[0] / 5), 0)
    if fact.startswith("provenance."):
        return _number(rules.round(precise[0]), 0)
    return _share(base, precise, report, true, rules)


def _share(base, precise, report, true, rules):
    """A share of the rounded counts, where both sides have enough people."""
    own = base if base in report.numbers and names.of_fact(base) else re.sub(r"\.(share|proportion)$", "", base)
    own = base + ".people" if base + ".people" in report.numbers else own
    whole = own + ".of" if own + ".of" in report.numbers else own.removesuffix(".people") + ".of"
    counts = [true.get(names.of_fact(fact)) if names.of_fact(fact) else None for fact in (own, whole)]
    if None in counts:
        return None
    part, of = counts
    if part < rules.threshold or of - part < rules.threshold or of < rules.least_people:
        return None
    return _number(rules.round(part) / rules.round(of), 2)


def _rate(value):
    if value == 0:
        return _number(0, 0)
    return _number(value, max(0, 1 - math.floor(math.log10(abs(value)))))
