"""Two releases one person apart: what their difference says of that person.

Counts that go up by one say what the person is; a mean before and after, with the number of people, is the person's own
score. Only QPR-15 is held against the truth: its score is the plain sum of the answers.
"""
import dataclasses
import re

import colleges
import names
import reading
import tool


@dataclasses.dataclass
class Difference:
    """What two releases tell of the one person: scores, and counts in which the person must be."""

    scores: dict   # fact -> score recovered
    true: dict     # fact -> the person's own score
    counts: list   # counts that must have gone up by one

    @property
    def right(self):
        return sum(abs(self.scores[fact] - self.true[fact]) < 0.01 for fact in self.scores if fact in self.true)


def compare(furlong, college, rules):
    """Reports a college with and without one person who has both forms, and compares what is read from both."""
    whole = tool.make(furlong, college, truth=False)
    person = next(person for person in whole.people if {"baseline", "four-months"} <= set(person.sums)
                  and person.kind == "SU" and person.consents and person.registered >= colleges.FIRST_DAY)
    less = tool.make(furlong, dataclasses.replace(college, leave_out=person.number), truth=False)
    one, other = reading.read(whole.forms), reading.read(less.forms)
    true = {f"change.qpr15.four-months.all.{measure}": value for measure, value in (
        ("mean_before", person.sums["baseline"]), ("mean_after", person.sums["four-months"]),
        ("mean_change", person.sums["four-months"] - person.sums["baseline"]))}
    return Difference(_scores(one, other), true, _counts(one, other, rules))


def _scores(one, other):
    scores = {}
    for fact in one.numbers:
        match = re.match(r"(change\.([^.]+)\.[^.]+\..+)\.(mean_before|mean_after|mean_change)$", fact)
        if not match:
            continue
        people = [report.precise(match.group(1) + ".n_used") for report in (one, other)]
        means = [report.precise(fact) for report in (one, other)]
        if None in people or None in means or people[0][0] != people[1][0] + 1:
            continue
        score = people[0][0] * means[0][0] - people[1][0] * means[1][0]
        slack = people[0][0] * means[0][1] + people[1][0] * means[1][1]
        if slack < 0.5:
            scores[fact] = score
    return scores


def _counts(one, other, rules):
    counts = {}
    for report in (one, other):
        for fact, numbers in report.numbers.items():
            if count := names.of_fact(fact):
                if fits := rules.fits(numbers, True):
                    counts.setdefault(count, []).append((report is one, fits.low, fits.high))
    up = []
    for count, found in counts.items():
        new = max((low for is_one, low, _ in found if is_one), default=None)
        old = min((high for is_one, _, high in found if not is_one), default=None)
        if new is not None and old is not None and new > old:
            up.append(count)
    return sorted(up)
