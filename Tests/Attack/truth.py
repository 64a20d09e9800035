"""The numbers that are not released: what the reader should not find out, to hold the attack against."""
import csv
import datetime
import io

import colleges
import names
import times
import ways
import windows
from names import name


def values(results, people=None, left_out_months=()):
    """The true value of every count, from `furlong evaluate --as csv`, and of what follows from several.

    Of people as they were drawn: what no result says, such as the days of the few whom a ratio leaves out.
    """
    true = {}
    for row in csv.DictReader(io.StringIO(results)):
        for count, digits in names.of_row(row).items():
            value = int(round(float(digits)))
            if (row["question"] in ("life_outcomes", "feedback", "money") or count.startswith("told ")) and true.get(count, value) != value:
                raise RuntimeError(f"two results say {true[count]} and {value} of {count}")
            true[count] = value
    for row in csv.DictReader(io.StringIO(results)):
        if row["measure"] == "crossed_by_other_cut_off" and row["n_used"] == "0":
            word = row["estimator"].removeprefix("cut-off, ")
            true[name("crossed by " + word, row["outcome"], row["occasion"], "all")] = 0
        if row["measure"] == "hours_attended" and row["estimate"]:
            true["half hours"] = round(2 * float(row["estimate"]))
        if row["measure"] == "people_served":
            true["served"] = int(row["estimate"])
        if row["question"] == "experience" and row["measure"] in names.KINDS:
            true.setdefault(name(f"told {names.KINDS[row['measure']]}", row["occasion"], row["group"]), 0)
        if row["measure"] in names.RULED:
            # Of nobody there is no share, and nobody of them is anything.
            place = (row["estimator"].removeprefix("rules, "), row["outcome"], row["occasion"], row["group"])
            true.setdefault(names.ruled(names.RULED[row["measure"]], *place), 0)
    for count in [count for count in true if count.startswith("present|")]:
        _, scale, occasion = count.split("|")
        due = true[name("due", occasion, "all")]
        true[name("missing", scale, occasion)] = true[name("lost", count)] = due - true[count]
        true[name("lost", name("used", scale, occasion, "all"))] = (
            true[count] - true[name("used", scale, occasion, "all")])
    _flow(true, results)
    for count in [count for count in true if count.startswith("used|")]:
        _, scale, occasion, group = count.split("|")
        true[name("not used", scale, occasion, group)] = true[name("due", occasion, group)] - true[count]
        if true[count] == 0:
            true.update({name(kind, scale, occasion, group): 0 for kind in names.KINDS.values()})
    _lives(true)
    times.truth(true)
    for count in [count for count in true if count.startswith("share|") and "|missing|" in count]:
        _, scale, occasion, _, group = count.split("|")
        present = name("share", scale, occasion, "present", group)
        if present in true:
            true.setdefault(name("due", occasion, group), true[count] + true[present])
    for count in [count for count in true if count.startswith("counted|") and "_month" in count]:
        _, event, window, group, rule = count.split("|")
        if group == "all":
            true[name("few: people", event, window, rule)] = true[name("counted", event, window, "all")] - true[count]
    for count in [count for count in true if count.startswith("counted|") and count.endswith("|all")]:
        _, event, window, _ = count.split("|")
        left = sum(true.get(name(reason, event, window), 0) for reason in names.LEFT_OUT)
        true[name("no_time_at_risk", event, window)] = true.get(name("no_time_at_risk", event, window), 0)
    true.setdefault("nothing_found", 0)
    if len(left_out_months) == 1 and true.get("lost|registered_in_period") == 0:
        shown = sum(value for count, value in true.items() if count.startswith("month|") and count.endswith("attended"))
        true[name("month", left_out_months[0], "attended")] = true[name("places", "attended")] - shown
    _told(true)
    if people:
        _few(true, people)
        true |= ways.truth(people, csv.DictReader(io.StringIO(results)))[0]
    return true


def _told(true):
    """Those with a story that was read, of those who are due, have both forms, or changed; and everyone without one."""
    for count in [count for count in true if count.startswith("told ") and count.endswith("=yes")]:
        kind, occasion, group = count.split("|")
        true[name(kind, occasion, "stories:read=yes")] = true[count] + true[name(kind, occasion, group[:-3] + "no")]
    if "coded" in true:
        true["without a story"] = true["population|all"] - true["coded"]


def _lives(true):
    """Those of whom nobody is compared, and who answered at either time."""
    for count in [count for count in true if count.startswith("life used|")]:
        place = count.split("|")[1:]
        if true[count] == 0:
            true.update({name(kind, *place): 0 for kind in names.LIVES.values()})
    for count in [count for count in true if count.startswith("life answered before|")]:
        place = count.split("|")[1:]
        true[name("life answered either", *place)] = (
            true[count] + true[name("life answered after", *place)] - true[name("life used", *place, "all")])


def differences(system, true):
    """Differences that a reader can form and that are of 1 to 4: hidden, though they stand nowhere."""
    small = {}
    for difference, (whole, parts) in system.differences.items():
        if whole in true and all(part in true for part in parts):
            value = true[whole] - sum(true[part] for part in parts)
            if 1 <= value <= 4:
                small[difference] = value
    return small


def few_sums(system, people, results):
    """Sums that stand nowhere and are of 1 to 4 people: hidden, however large they are."""
    true, behind = ways.truth(people, csv.DictReader(io.StringIO(results)))
    return {count: true[count] for count in behind if 1 <= behind[count] <= 4 and count in system.bounds}


def _flow(true, results):
    """Everyone, and those lost between the stages before forms, in the order of the results."""
    stages = []
    for row in csv.DictReader(io.StringIO(results)):
        if row["question"] == "reach" and row["measure"] in ("registered", "registered_in_period", "meets", "has_day_0"):
            stages += [count for count in names.of_row(row) if count not in stages]
    for above, count in zip(stages, stages[1:]):
        true[name("lost", count)] = true[above] - true[count]
    true["population|all"] = true[stages[-1]]
    if "came" in true:
        true["lost|came"] = true[stages[-1]] - true["came"]


def linked(people):
    """Those of the population whom the trust's exports can tell of."""
    return [person for person in people if person.kind == "SU" and person.consents and person.nhs
            and person.known_from is not None and person.registered >= colleges.FIRST_DAY]


def _few(true, people):
    """Days after day 0 of the few who have days only in the months that a ratio leaves out."""
    for rule, months in (("without_1_month", 1), ("without_3_months", 3), ("without_6_months", 6)):
        few = [person for person in linked(people)
               if months_before(person.registered, months) <= max(person.known_from, colleges.COVER_FROM) < person.registered]
        for count in [count for count in true if count.startswith("few: people|") and count.endswith(rule) and "-from-" not in count]:
            days = 0
            for person in few:
                last = months_before(person.registered, -windows.months(count.split("|")[2]))
                end = min(last, colleges.DATA_TO + colleges.DAY)
                if person.left:
                    end = min(end, person.left + colleges.DAY)
                days += max(0, (end - person.registered).days)
            true[count.replace("people", "days after")] = days


def months_before(day, months):
    month = day.month - 1 - months
    year, month = day.year + month // 12, month % 12 + 1
    last = (datetime.date(year + month // 12, month % 12 + 1, 1) - colleges.DAY).day
    return datetime.date(year, month, min(day.day, last))
