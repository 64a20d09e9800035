"""What a clever reader knows of one report: every count as an unknown, and everything that the report says of it.

Each method is one kind of knowledge. Nothing here may be wrong of any college: `truth.py` holds every row against the
numbers that are not released.
"""
import datetime
import math
import re

import arms
import hours
import landmarks
import lives
import money
import names
import periods
import quotients
import robust
import times
import told
import ways
import windows
from names import name
from policies import BEYOND
from reading import Number
from system import System

YEAR = 365.25
SIDES = ("before", "after")
RULES = {"without_1_month": 1, "without_3_months": 3}
UNITS = {"swemwbs": 0.01, "qpr15": 1.0}
NOT_PEOPLE = ("places", "bin events", "events_before", "events_after", "stories", "coded_by_two", "forms",
              "forms_filled_in", "share", "month", "term")
REASONS = {quotients.people_of_mean: "a mean of whole scores", quotients.people_of_interval: "the interval of a mean",
           quotients.people_of_noncentral: "the interval of d_z", quotients.people_of_normal: "the interval of d_rm",
           quotients.people_of_level: "the level of a median's interval"}
GROUPED = ("population|", "due|", "used|", "not used|", "counted|", "improved|", "unchanged|", "worse|", "crossed|",
           "recovered|", "harmed|", *(f"ruled {word}|" for word in ("judged", *dict.fromkeys(names.RULED.values()))),
           "watched for|", "stood had|", "stood still|", *(f"{count}|" for count in names.LIVES.values()), *(f"{count}|" for count in names.EVENT_COUNTS))


class Knowledge:
    """Builds the system of a report under the rules of a policy."""

    def __init__(self, report, rules):
        self.report, self.rules, self.system = report, rules, System()
        self.printed = {}  # count -> the number that is printed of it, where one is
        self.wrong = list(report.wrong)
        self.periods = periods.read(report.rows)
        self._printed()
        self._places()
        for part in (self._flows, self._groups, self._missing, self._meaning, self._rules, self._attendance, self._service_use,
                     self._timelines, self._ratios, self._experience, self._means, self._shares, self._provenance,
                     self._differences):
            part()
        lives.lives(self)
        lives.feedback(self)
        periods.periods(self)
        money.money(self)
        hours.hours(self)
        told.told(self)
        landmarks.landmarks(self)
        windows.windows(self)
        ways.ways(self)
        robust.robust(self)
        times.times(self)
        arms.arms(self)

    # What is printed of each count.

    def _printed(self):
        by_name = {}
        for fact, numbers in self.report.numbers.items():
            if count := names.of_fact(fact):
                by_name.setdefault(count, set()).update(numbers)
            elif match := re.match(r"reach\.([^.]+)\.([^.]+)\.missing\.(.+=.+)\.(missing|present)$", fact):
                scale, occasion, value, side = match.groups()
                hidden = {number for number in numbers if number.text == "[c]"}
                by_name.setdefault(name("share", scale, occasion, side, value), set()).update(hidden)
        for row in self.report.rows:
            for count, digits in names.of_row(row).items():
                by_name.setdefault(count, set()).add(Number("csv", digits, digits))
        for count, numbers in by_name.items():
            self.print_count(count, numbers)

    def print_count(self, count, numbers):
        """What is printed of one count."""
        # A month's places and a share are held back with the people behind them: no gap can be told from that.
        fits = self.rules.fits(numbers, not count.startswith(NOT_PEOPLE) and "without_" not in count)
        if fits is None:
            return
        if fits.wrong:
            self.wrong.append(f"{count}: {fits.wrong}")
        self.system.know(count, fits.low, fits.high)
        if shown := [number.shown[0] for number in numbers if number.shown]:
            self.printed[count] = min(shown)
        if fits.gap:
            self.system.with_gap(count, fits.gap)
        if fits.is_hidden:
            self.system.hidden[count] = kind_of(count)

    def _places(self):
        """Scales, occasions in their order, windows, events, groups and columns that the report names."""
        system = self.system
        self.occasions = list(dict.fromkeys(count.split("|")[1] for count in system.bounds if count.startswith("due|")))
        self.scales = list(dict.fromkeys(
            count.split("|")[1] for count in system.bounds if count.startswith(("used|", "present|"))))
        self.events = list(dict.fromkeys(tuple(count.split("|")[1:3]) for count in system.bounds
                                         if count.startswith(("counted|", "bin events|"))))
        values = {}
        for count in system.bounds:
            if count.startswith("population|") and "=" in count:
                group = count.split("|")[1]
                values.setdefault(group.split("=")[0], []).append(group)
        if landmarks.COLUMN in values:
            # A group of few has no number that it is of.
            for group in set(landmarks.GROUPS) - set(values[landmarks.COLUMN]):
                system.hidden[system.know(name("population", group))] = "1a sums"
            values[landmarks.COLUMN] = landmarks.GROUPS
        self.columns = values
        self.groups = ["all"] + [group for groups in values.values() for group in groups]
        self.before = {event: sorted({int(count.split("|")[3]) for count in system.bounds
                                      if count.startswith(name("bin events", *event) + "|")}) for event in self.events}

    def _estimate(self, kind, fact):
        """A number that is no count: (value, half of its last unit), whatever trailing noughts a form leaves out."""
        precise = self.report.precise(fact)
        if precise is None:
            return None
        half = self.rules.half_unit(kind, precise[0])
        return precise if half is None else (precise[0], half)

    # Who came and who is in the numbers.

    def _flows(self):
        system, population = self.system, None
        for stages in self.report.flows:
            counts = [names.of_fact(fact) for fact, _ in stages]
            before_forms = [count for count in counts if count.startswith(("registered", "meets|", "has_day_zero"))]
            population = before_forms[-1]
            system.sum("population|all", [population], "the last stage before forms is everyone")
            for above, count, (_, words) in zip(counts, counts[1:], stages[1:]):
                lost = name("lost", count)
                if "counted anew" in words:
                    continue
                if not system.has(lost):
                    system.know(lost, 0, 0 if words == "nobody" else BEYOND)
                system.sum(above, [count, lost], "a stage is the next and those lost")
                left_out = count.replace("meets|", "left out|") + "|"
                others = [other for other in system.bounds if other.startswith(left_out)]
                if count.startswith("meets|") and others:
                    system.sum(lost, others, "those left out are all that are lost")
            self.in_period = next((count for count in counts if count == "registered_in_period"), None)
        self.everyone_in_period = not self.report.flows or all(
            not system.has(lost) or system.bounds[lost] == [0, 0]
            for lost in ("lost|registered_in_period", "lost|has_day_zero"))
        everyone = "population|all"
        system.know(everyone)
        if system.has("came"):
            system.within("came", everyone, "who came is one of everyone")
        for scale in self.scales:
            if system.has(name("baseline", scale)):
                system.within(name("baseline", scale), everyone, "who has a first form is one of everyone")
            for occasion in self.occasions:
                present, used = name("present", scale, occasion), name("used", scale, occasion, "all")
                due, missing = name("due", occasion, "all"), name("missing", scale, occasion)
                if system.has(present, due):
                    system.sum(due, [present, missing], "due is with a form and without")
                    if system.has(name("lost", present)):
                        system.sum(missing, [name("lost", present)], "those lost are those missing")
                if system.has(used, present):
                    system.within(used, present, "both forms need the second")
                    if system.has(name("baseline", scale)):
                        system.within(used, name("baseline", scale), "both forms need the first")
                for group in self.groups:
                    rest = name("not used", scale, occasion, group)
                    if system.has(rest, name("used", scale, occasion, group), name("due", occasion, group)):
                        system.sum(name("due", occasion, group), [rest, name("used", scale, occasion, group)],
                                   "due is used and not used")
                early = name("both_forms_not_due", scale, occasion)
                for whole, part in ((name("baseline", scale), used), (name("population", "all"), due)):
                    if system.has(early, whole, part):
                        system.add({whole: 1, part: -1, early: -1}, 0, math.inf, "those not due are beside those due")
                for word in ("only_unscorable", "several_forms"):
                    count = name(word, scale, occasion)
                    if system.has(count, due):
                        system.add({due: 1, count: -1}, 0, math.inf, "forms in the window of those due")
        for occasion, later in zip(self.occasions, self.occasions[1:]):
            for group in self.groups:
                if system.has(name("due", occasion, group), name("due", later, group)):
                    system.within(name("due", later, group), name("due", occasion, group), "later is due later")
        for occasion in self.occasions:
            for group in self.groups:
                if system.has(name("due", occasion, group), name("population", group)):
                    system.within(name("due", occasion, group), name("population", group), "due is one of the group")

    def _groups(self):
        """Groups of a column add up to everyone: who has no value is `not recorded`, a value like others."""
        system = self.system
        for column, groups in self.columns.items():
            everywhere = {count.rsplit("|", 1)[0] for count in list(system.bounds)
                          if count.endswith("|" + groups[0]) and count.startswith(GROUPED)}
            for place in everywhere:
                total, parts = name(place, "all"), [name(place, group) for group in groups]
                if not system.has(total):
                    continue
                if column == landmarks.COLUMN and ("-from-" not in place or landmarks.leaves_out_unknown(self)):
                    landmarks.gone(system, place)
                    continue
                system.sum(total, parts, f"groups by {column} are everyone")
        for scale in self.scales:
            for occasion in self.occasions:
                for group in self.groups:
                    used, due = name("used", scale, occasion, group), name("due", occasion, group)
                    if system.has(used, due):
                        system.within(used, due, "who is used is due")

    def _missing(self):
        """Of each value those missing and those present are those due; of all values they are all."""
        system = self.system
        for scale in self.scales:
            for occasion in self.occasions:
                for column, groups in self.columns.items():
                    sides = {}
                    for side in ("missing", "present"):
                        shares = [name("share", scale, occasion, side, group) for group in groups]
                        if any(system.has(share) for share in shares) and system.has(name(side, scale, occasion)):
                            system.sum(name(side, scale, occasion), shares, f"values of {column} are all {side}")
                            sides[side] = shares
                    if len(sides) < 2:
                        continue
                    for place, group in enumerate(groups):
                        both = [sides["missing"][place], sides["present"][place]]
                        due = name("due", occasion, group)
                        system.sum(due, both, "due by value is missing and present")
                        if system.has(name("population", group)):
                            system.within(due, name("population", group), "due by value is one of the value")
                        used = name("used", scale, occasion, group)
                        if system.has(used):
                            system.within(used, both[1], "both forms need the second")
                for later in self.occasions[self.occasions.index(occasion) + 1:][:1]:
                    for group in self.groups[1:]:
                        if system.has(name("due", occasion, group), name("due", later, group)):
                            system.within(name("due", later, group), name("due", occasion, group), "later is due later")

    # What changed.

    def _meaning(self):
        system = self.system
        for scale in self.scales:
            for occasion in self.occasions:
                for group in self.groups:
                    place = (scale, occasion, group)
                    used = name("used", *place)
                    classes = [name(kind, *place) for kind in ("improved", "unchanged", "worse")]
                    if system.has(used, *classes):
                        system.sum(used, classes, "better, the same and worse are those used")
                    for part, whole in [("crossed", "used"), ("recovered", "improved"), ("recovered", "crossed"),
                                        ("harmed", "worse"), ("improved", "used"), ("worse", "used")]:
                        if system.has(name(part, *place), name(whole, *place)):
                            system.within(name(part, *place), name(whole, *place), f"{part} are among {whole}")
                self._others(scale, occasion)
                for word in ("published", "own", "a", "b", "c"):
                    crossed, used = name("crossed by " + word, scale, occasion, "all"), name("used", scale, occasion, "all")
                    if system.has(crossed, used):
                        system.within(crossed, used, "who crossed another cut-off has both forms")

    def _others(self, scale, occasion):
        """By other published reliabilities of everyone: the more are better and worse, the lower the threshold."""
        place = (scale, occasion, "all")
        thresholds = {"": self._estimate("mean", f"meaning.{scale}.reliable_change_threshold")}
        for kind in ("implied-by-sem", "test-retest", "alpha"):
            thresholds[f" by {kind}"] = self._estimate("mean", f"meaning.{scale}.by_{kind}.threshold")
        ordered = sorted((value[0], by) for by, value in thresholds.items() if value is not None)
        for word in ("improved", "worse"):
            counts = [name(word + by, *place) for _, by in ordered]
            for more, fewer in zip(counts, counts[1:]):
                if self.system.has(more, fewer):
                    self.system.within(fewer, more, "a higher threshold")
            for count in counts:
                if self.system.has(count, name("used", *place)):
                    self.system.within(count, name("used", *place), f"{word} are among used")

    # What named sets of rules make of people.

    def _rules(self):
        system = self.system
        rows = {tuple(count.split("|")[1:]) for count in list(system.bounds) if count.startswith("ruled ")}
        for rules, scale, occasion, group in sorted(rows):
            def count(word, place=(rules, scale, occasion, group)):
                return names.ruled(word, *place)
            judged, due = count("judged"), name("due", occasion, group)
            if system.has(judged, due):
                system.within(judged, due, "who is judged is due")
            classes = [count(word) for word in ("improved", "unchanged", "worse")]
            if system.has(judged, *classes):
                system.sum(judged, classes, "improved, worse and neither are those judged")
            for part, whole in [("caseness", "judged"), ("recovered", "caseness"), ("reliably", "caseness"),
                                ("reliably", "recovered"), ("reliably", "improved"), ("improved", "judged"),
                                ("worse", "judged"), ("unchanged", "judged")]:
                if system.has(count(part), count(whole)):
                    system.within(count(part), count(whole), f"by rules {part} are among {whole}")
            if rules == "nhse-cmh":
                self._same_threshold(rules, scale, occasion, group)
            elif rules == "nhs-tt":
                self._both_scales(occasion, group, count)
            elif rules == "cyp":
                self._any_scale(occasion, group, count)

    def _threshold(self, scale, rules):
        """Whether the scale's own section judges by the very points of the rules: (it does, points)."""
        own = self._estimate("mean", f"meaning.{scale}.reliable_change_threshold")
        points = self.report.precise(f"rules.{rules}.{scale}.rule_threshold")
        if own is None or points is None:
            return False
        return own[0] == points[0] and f"at least {own[0]:g} points" in self.report.text

    def _cut_off(self, scale, rules):
        """Whether the scale's own section has the very cut-off of the rules."""
        own = self.report.precise(f"meaning.{scale}.cut_off")
        return own is not None and own == self.report.precise(f"rules.{rules}.{scale}.rule_cut_off")

    def _same_threshold(self, rules, scale, occasion, group):
        """Of one scale by the same points the same people are better, worse and recovered."""
        if not self._threshold(scale, rules):
            return
        alike = [("improved", "improved"), ("worse", "worse")]
        for word, other in alike + [("reliably", "recovered")] * self._cut_off(scale, rules):
            mine, theirs = names.ruled(word, rules, scale, occasion, group), name(other, scale, occasion, group)
            if self.system.has(mine, theirs):
                self.system.sum(mine, [theirs], "the same points judge the same people")

    def _both_scales(self, occasion, group, count):
        """PHQ-9 and GAD-7 together, of those with a pair of each."""
        system, both = self.system, count("judged")
        pairs = {scale: name("used", scale, occasion, group) for scale in ("phq9", "gad7")}
        for scale, used in pairs.items():
            if system.has(used, both):
                system.within(both, used, "a pair of both is a pair of each")
        due = name("due", occasion, group)
        if system.has(both, due, *pairs.values()):
            system.add({due: 1, both: 1, **{used: -1 for used in pairs.values()}}, 0, math.inf, "who has a pair is due")
        for scale, used in pairs.items():
            if not self._threshold(scale, "nhs-tt"):
                continue
            # Who changed on one scale and has both pairs counts so, or is in neither since the other turned.
            for word in ("improved", "worse"):
                parts = [count(word), count("unchanged"), name(word, scale, occasion, group), used, both]
                if system.has(*parts):
                    mine, neither, theirs, used, both = parts
                    system.add({mine: 1, neither: 1, theirs: -1, used: 1, both: -1}, 0, math.inf,
                               "who changed on one scale counts, or the other turned")
        crossed = [name("crossed", scale, occasion, group) for scale in pairs if self._cut_off(scale, "nhs-tt")]
        if len(crossed) == 2 and system.has(count("recovered"), *crossed):
            system.add({count("recovered"): -1, **{part: 1 for part in crossed}}, 0, math.inf, "who recovered crossed")

    def _any_scale(self, occasion, group, count):
        """Several scales, of those with a pair of one at least."""
        system, judged = self.system, count("judged")
        scales = sorted({fact.split(".")[2] for fact in self.report.numbers if fact.startswith("rules.cyp.")
                         and fact.endswith(".rule_threshold")})
        pairs = [name("used", scale, occasion, group) for scale in scales]
        for used in pairs:
            if system.has(used, judged):
                system.within(used, judged, "a pair of one scale is a pair of some")
        if scales and system.has(judged, *pairs):
            system.add({judged: -1, **{used: 1 for used in pairs}}, 0, math.inf, "a pair of some is a pair of one")
        better, worse = count("improved"), count("worse")
        for scale in scales:
            if not self._threshold(scale, "cyp") or not system.has(better, worse):
                continue
            own = [name(word, scale, occasion, group) for word in ("improved", "worse")]
            if system.has(own[1]):
                system.add({worse: 1, own[1]: -1}, 0, math.inf, "worse on one scale is worse on some")
            if system.has(*own):
                system.add({better: 1, worse: 1, own[0]: -1, own[1]: -1}, 0, math.inf, "a change on one is a change")
        of_both = [names.ruled(word, "nhs-tt", "", occasion, group) for word in ("judged", "improved", "worse")]
        if not {"phq9", "gad7"} <= set(scales) or not system.has(judged, better, worse, *of_both):
            return
        system.within(of_both[0], judged, "a pair of both is a pair of some")
        points = [[self.report.precise(f"rules.{rules}.{scale}.rule_threshold") for scale in ("phq9", "gad7")]
                  for rules in ("nhs-tt", "cyp")]
        if points[0] == points[1]:
            system.add({worse: 1, of_both[2]: -1}, 0, math.inf, "worse by both is worse on some")
            system.add({better: 1, worse: 1, of_both[1]: -1, of_both[2]: -1}, 0, math.inf, "a change by both is a change")
            if len(scales) == 2:
                system.add({better: 1, of_both[1]: -1}, 0, math.inf, "better by both is better by some")

    def _means(self):
        """Means of whole scores, and their intervals, tell how many people they rest on."""
        system, report = self.system, self.report
        for scale in self.scales:
            for occasion in self.occasions:
                self._few(lambda group: name("used", scale, occasion, group),
                          lambda group: f"change.{scale}.{occasion}.{group}.mean_change")
                for group in self.groups:
                    used = name("used", scale, occasion, group)
                    fact = f"change.{scale}.{occasion}.{group}."
                    mean = self._estimate("mean", fact + "mean_change")
                    if mean is None or not system.has(used):
                        continue
                    system.know(used, low=self.rules.least_people)
                    self._people(used, [
                        (quotients.people_of_mean, (*self._estimate("mean", fact + measure), UNITS.get(scale, 1.0)))
                        for measure in ("mean_before", "mean_after") if report.precise(fact + measure)
                        and (scale != "qpr15" or "blank items were filled in" not in report.text)])
                    if not self.rules.intervals_of_people:
                        continue
                    ends = [self._estimate("mean", fact + "mean_change." + end) for end in ("conf_low", "conf_high")]
                    spread = self._estimate("mean", fact + "sd_change")
                    if all(ends) and spread:
                        self._people(used, [(quotients.people_of_interval, (
                            ends[1][0] - ends[0][0], ends[0][1] + ends[1][1], *spread, 0.95))])
                    self._effects(used, fact)
                for column, groups in self.columns.items():
                    self._mean_of_groups(scale, occasion, groups)
                sides = ("present", "missing")
                self._few_of_two([name(side, scale, occasion) for side in sides],
                                 [f"reach.{scale}.{occasion}.missing.sessions_attended.{side}" for side in sides])
                for side in sides:
                    mean = self._estimate("mean", f"reach.{scale}.{occasion}.missing.sessions_attended.{side}")
                    count = name(side, scale, occasion)
                    if mean and system.has(count):
                        system.know(count, low=self.rules.least_people)
                        self._people(count, [(quotients.people_of_mean, (*mean, 1.0))])

    def _few_of_two(self, counts, facts):
        """Two that go together are held back where either is few: the other is where one is not."""
        if self.rules.is_exact or not self.system.has(*counts) or {self.report.held.get(fact) for fact in facts} != {"few people"}:
            return
        for one, other in (counts, counts[::-1]):
            if self.system.bounds[one][0] >= self.rules.least_people:
                self.system.add({other: 1}, 0, self.rules.least_people - 1, "why there is no mean")

    def _few(self, count_of, fact_of):
        """What is held back of few people says that they are; of a column the smallest groups go with those, until all of
        which nothing is seen are enough."""
        system, least = self.system, self.rules.least_people
        if self.rules.is_exact:
            return

        def is_held(group):
            return self.report.held.get(fact_of(group)) == "few people" and system.has(count_of(group))
        if is_held("all"):
            system.add({count_of("all"): 1}, 0, least - 1, "why there is no mean")
        for groups in self.columns.values():
            counts = [count_of(group) for group in groups if is_held(group)]
            lows = [system.bounds[count][0] for count in counts]
            if lows and sum(lows) - max(lows) >= least:
                for count in counts:
                    system.add({count: 1}, 0, least - 1, "why there is no mean")

    def _effects(self, used, fact):
        """Intervals of effect sizes, and the level that a median's interval attains."""
        def with_ends(measure):
            numbers = [self._estimate("ratio", fact + measure + end) for end in ("", ".conf_low", ".conf_high")]
            return None if None in numbers else (numbers[0], numbers[1:])
        if effect := with_ends("d_z"):
            self._people(used, [(quotients.people_of_noncentral, effect)])
        correlation = self._estimate("ratio", fact + "correlation")
        if (effect := with_ends("d_rm")) and correlation:
            self._people(used, [(quotients.people_of_normal, (*effect, correlation))])
        level = self.report.precise(fact + "median_change.conf_level")
        if level:
            half = level[1] if self.rules.is_exact else 0.005
            self._people(used, [(quotients.people_of_level, (level[0], half))])

    def _people(self, count, tellers):
        """Narrows a count to the numbers that some quotient can rest on."""
        system = self.system
        # Who cannot be more than the population is not sought beyond it.
        self.system.narrow(4)
        for teller, arguments in tellers:
            low, high = system.bounds[count]
            if high - low < 1 or high > 5_000:
                continue
            fitting = teller(*arguments, low, high)
            if fitting and (min(fitting) > low or max(fitting) < high):
                system.add({count: 1}, min(fitting), max(fitting), REASONS[teller])
            elif not fitting:
                self.wrong.append(f"{count}: no number of people gives {arguments}")

    def _mean_of_groups(self, scale, occasion, groups):
        """Everyone's mean is that of the groups, weighted; only where all of them are shown."""
        everyone = self._estimate("mean", f"change.{scale}.{occasion}.all.mean_before")
        means = [self._estimate("mean", f"change.{scale}.{occasion}.{group}.mean_before") for group in groups]
        used = [name("used", scale, occasion, group) for group in ["all", *groups]]
        if everyone is None or None in means or not self.system.has(*used):
            return
        gone = None
        if set(groups) == set(landmarks.GROUPS):
            gone = landmarks.gone(self.system, name("used", scale, occasion))
        for sign in (1, -1):
            factors = {used[0]: -(everyone[0] + sign * (everyone[1] + 1e-9))}
            factors |= {count: mean - sign * (half + 1e-9) for count, (mean, half) in zip(used[1:], means)}
            if gone:
                # Of those who were gone no mean is known, but what scores there are.
                factors[gone] = landmarks.SCORES[scale][sign == -1] if scale in landmarks.SCORES else math.copysign(1e6, -sign)
            low, high = (-math.inf, 1e-6) if sign == 1 else (-1e-6, math.inf)
            self.system.add(factors, low, high, "the groups' means make everyone's")

    def _shares(self):
        """A share is shown only of counts that may be; where it was made of counts that are not rounded, it tells them."""
        system, report, rules = self.system, self.report, self.rules
        for fact in list(report.numbers):
            if match := re.match(r"(reach\.casemix\..+=.+)\.share$", fact):
                part = names.of_fact(match.group(1))
                if (not self._estimate("share", fact) and report.precise(match.group(1)) and not rules.is_exact
                        and rules.tells_absence_of_shares and system.bounds["population|all"][0] >= rules.least_people):
                    system.add({"population|all": 1, part: -1}, 0, rules.threshold - 1, "why there is no share")
            for own, whole, share in self._share_facts(fact):
                part, of = names.of_fact(own), names.of_fact(whole)
                if part is None or of is None or part == of or not system.has(part, of):
                    continue
                printed, least = self._estimate("share", share), rules.threshold
                counts = report.precise(own), report.precise(whole)
                if not printed and all(counts) and not rules.is_exact and rules.tells_absence_of_shares:
                    # Both counts stand there and no share: the rest is few.
                    if system.bounds[of][0] >= rules.least_people:
                        system.add({of: 1, part: -1}, 0, least - 1, "why there is no share")
                # Others are percents of two printed counts, which tell no more.
                if printed and (".missing." in fact or fact.startswith(("meaning.", "rules.", "experience."))):
                    system.know(of, low=0 if rules.is_exact else rules.least_people)
                    if not rules.is_exact:
                        system.know(part, low=least)
                        system.add({of: 1, part: -1}, least, math.inf, "a share has at least so many on each side")
                    if all(counts) and counts[1][0] and abs(
                            counts[0][0] / counts[1][0] - printed[0]) <= printed[1] + 0.0051:
                        continue
                    low, high = printed[0] - printed[1] - 1e-12, printed[0] + printed[1] + 1e-12
                    system.add({part: 1, of: -low}, -1e-7, math.inf, "a printed share")
                    system.add({part: 1, of: -high}, -math.inf, 1e-7, "a printed share")

    def _share_facts(self, fact):
        """Facts of a part, its whole and the share of one by the other."""
        if fact.endswith(".of"):
            base = fact[:-3]
            if base + ".people" in self.report.numbers:
                yield base + ".people", fact, base
            else:
                has_proportion = base.startswith(("meaning.", "rules.", "life.")) or (
                    base.startswith("feedback.") and ".score." not in base)
                share = base + (".proportion" if has_proportion else ".share")
                yield base, fact, share

    # Attendance.

    def _attendance(self):
        system, report = self.system, self.report
        places = {word: name("places", word) for word in names.PLACES}
        if system.has(*list(places.values())[:4]):
            system.sum(places["offered"], [places[word] for word in names.PLACES[1:4]],
                       "offered is attended, missed and cancelled by the student")
        months = sorted({count.split("|")[1] for count in system.bounds if count.startswith("month|")})
        attended = [name("month", month, "attended") for month in months]
        for month, count in zip(months, attended):
            people = name("month", month, "people")
            if system.has(count, people):
                system.within(people, count, "who came in a month came at least once")
                system.add({count: 1, people: -62}, -math.inf, 0, "nobody came without being one who came")
                if self.everyone_in_period and system.has("came"):
                    system.add({"came": 1, people: -1}, 0, math.inf, "who came in a month came")
        self._terms(months)
        if not months:
            return
        partial = [name("month", month, "attended") for month in report.left_out_months]
        for count in partial:
            system.know(count)
            system.hidden[count] = kind_of(count)
        if system.has(places["attended"]):
            total = {count: 1 for count in attended + partial}
            total[places["attended"]] = -1
            # Months count all who meet the criteria, whenever they registered; the total only the population.
            low, high = (0 if report.says_months else -math.inf), (0 if self.everyone_in_period else math.inf)
            if report.says_months or self.everyone_in_period:
                system.add(total, low, high, "months add up to all places attended")
        centre = report.precise("reach.monthly.centre")
        if centre and "in an average month" in report.text.lower():
            half = centre[1]
            if not self.rules.is_exact or "rounded to 5" in report.text:
                half = max(half, getattr(self.rules, "base", 5) / 2)
            system.add({count: 1 for count in attended}, len(months) * (centre[0] - half) - 1e-6,
                       len(months) * (centre[0] + half) + 1e-6, "the average month")

    def _terms(self, months):
        """Academic years and their terms: autumn, spring to the day before Good Friday, summer."""
        system, everyone = self.system, self.everyone_in_period
        years = sorted({count.split("|")[1] for count in system.bounds if count.startswith("term|")})
        wholes = [name("term", year, "all", "attended") for year in years]
        if everyone and years and system.has("places|attended", *wholes):
            system.sum("places|attended", wholes, "years add up to all places attended")
        partial = self.report.left_out_months
        for year, whole in zip(years, wholes):
            people = name("term", year, "all", "people")
            terms = [term for term in ("autumn", "spring", "summer")
                     if system.has(name("term", year, term, "attended"))]
            parts = [name("term", year, term, "attended") for term in terms]
            if parts:
                system.sum(whole, parts, "a year is its terms")
            for term in terms:
                part = name("term", year, term, "people")
                system.within(part, name("term", year, term, "attended"), "who came in a term came at least once")
                system.add({people: 1, part: -1}, 0, math.inf, "who came in a term came in the year")
            if terms:
                system.add({people: -1, **{name("term", year, term, "people"): 1 for term in terms}}, 0, math.inf,
                           "who came in a year came in a term")
            system.within(people, whole, "who came in a year came at least once")
            if everyone and system.has("came"):
                system.add({"came": 1, people: -1}, 0, math.inf, "who came in a year came")
            if not months or not terms:
                continue
            first = int(year[:4])
            friday = _good_friday(first + 1)
            held = {"autumn": [], "spring": [], "summer": []}
            cut = f"{friday.year}-{friday.month:02d}"
            for month in [*months, *partial]:
                here = datetime.date(int(month[:4]), int(month[5:]), 1)
                if not datetime.date(first, 9, 1) <= here < datetime.date(first + 1, 9, 1) or month == cut:
                    continue
                term = "autumn" if here.year == first else "spring" if here < friday else "summer"
                held[term].append(name("month", month, "attended"))
            here = [name("month", cut, "attended")] if cut in [*months, *partial] else []
            for term in terms:
                part = name("term", year, term, "attended")
                if not self.report.says_months:
                    # Which months are left out, since the register covers them in part, is said beside their figure.
                    system.add({part: 1, **{month: -1 for month in held[term]}}, 0, math.inf, "a term holds its months")
                elif term == "autumn" or not here:
                    system.sum(part, held[term], "a term is its months")
                else:
                    system.add({part: 1, **{month: -1 for month in held[term]}}, 0, math.inf, "a term holds its months")
                    system.add({part: 1, **{month: -1 for month in held[term] + here}}, -math.inf, 0,
                               "a term has no more than the months that it touches")
            all_held = held["autumn"] + held["spring"] + held["summer"] + here
            system.add({whole: 1, **{month: -1 for month in all_held}}, 0, 0 if self.report.says_months else math.inf,
                       "a year is its months")

    # Use of services.

    def _service_use(self):
        system, report = self.system, self.report
        alike = self._alike()
        for event, window in self.events:
            place = (event, window)
            counted = name("counted", *place, "all")
            first = alike.get(place, place)
            for group in self.groups:
                here, there = name("counted", *place, group), name("counted", *first, group)
                if first != place and system.has(here):
                    system.sum(here, [there], "events of one sentence count the same people")
                if system.has(here, name("population", group)):
                    system.within(here, name("population", group), "who is counted is one of the group")
            if first == place and system.has(counted) and place in alike.values():
                left = []
                for reason in names.LEFT_OUT:
                    count = name(reason, *place)
                    if not system.has(count) and self.rules.leaves_out_noughts:
                        system.know(count, 0, 0)
                    left.append(count)
                system.sum("population|all", [counted, *left], "everyone is counted or left out for a reason")
            self._few(lambda group: name("counted", *first, group),
                      lambda group: f"service_use.{event}.{window}.{group}.person_time_before")
            whole = name("counted", *place, "all", "both_windows_whole")
            if system.has(whole, name("counted", *first, "all")):
                system.within(whole, name("counted", *first, "all"), "whose windows are whole is counted")
            if system.has(name("running_on_day_zero", *place), counted):
                system.within(name("running_on_day_zero", *place), counted, "who is in hospital is counted")
            for group in self.groups:
                self._use_of_group(place, group, name("counted", *first, group))

    def _alike(self):
        """Events that count the same people, each with the first of them."""
        words = {}
        for event, window in self.events:
            words[(event, window)] = event
        first_of = {}
        for listed, facts in self.report.counted_alike:
            match = re.match(r"service_use\.([^.]+)\.([^.]+)\.", facts[0]) if facts else None
            if not match:
                continue
            first = match.groups()
            # The words for an event stand in the table of rates in the order of events, as in the sentence.
            later = self.events[self.events.index(first):] if first in self.events else []
            later = [place for place in later if place[1] == first[1]]
            inside = [place for place in later if place == first or len(listed) == len(later)]
            for place in inside:
                first_of[place] = first
        return first_of

    def _use_of_group(self, place, group, people):
        system, report = self.system, self.report
        prefix = f"service_use.{place[0]}.{place[1]}.{group}."
        for side in SIDES:
            any_of, events = name(f"people_with_any_{side}", *place, group), name(f"events_{side}", *place, group)
            days = name("days", people, side)
            if system.has(any_of, people):
                system.within(any_of, people, "who has any is counted")
            if system.has(events, any_of):
                system.within(any_of, events, "who has any has at least one")
                system.add({events: 1, any_of: -1_000}, -math.inf, 0, "no events without people")
            years = self._estimate("years", prefix + f"person_time_{side}")
            if years and system.has(people):
                system.know(days, max(0, math.ceil((years[0] - years[1]) * YEAR - 1e-6)),
                            math.floor((years[0] + years[1]) * YEAR + 1e-6))
                system.know(people, low=self.rules.least_people)
            rate = self._estimate("rate", prefix + f"rate_{side}")
            if rate and system.has(days):
                self._rate(events, days, rate)
            shown = rate or report.precise(prefix + "rate_ratio") or report.precise(prefix + f"events_{side}")
            if shown and system.has(any_of) and self.rules.least_with_events:
                system.know(any_of, low=self.rules.least_with_events)
            if system.has(days, people):
                system.add({people: windows.most_days(place[1]), days: -1}, 0, math.inf, "nobody has more than a window's days")
                system.add({days: 1, people: -1}, 0, math.inf, "who is counted has a day on each side")
        if place[0] == "detention":
            for measure in names.EVENT_COUNTS:
                part, whole = (name(measure, event, place[1], group) for event in ("detention", "admission"))
                if system.has(part, whole):
                    system.within(part, whole, "a detention is an admission")

    def _rate(self, events, days, rate):
        """Events are the rate times the days at risk."""
        value, half = rate
        low, high = value - half - 1e-14 * value, value + half + 1e-14 * value
        self.system.add({events: YEAR, days: -low}, -1e-5, math.inf, "a printed rate")
        self.system.add({events: YEAR, days: -high}, -math.inf, 1e-5, "a printed rate")

    def _timelines(self):
        system, report = self.system, self.report
        for place in self.events:
            counted = name("counted", *self._alike().get(place, place), "all")
            for side in SIDES:
                bins = [start for start in self.before[place] if (start < 0) == (side == "before")]
                if not bins:
                    continue
                events = [name("bin events", *place, start) for start in bins]
                people = [name("bin people", *place, start) for start in bins]
                days = [name("bin days", *place, start) for start in bins]
                total, any_of = name(f"events_{side}", *place, "all"), name(f"people_with_any_{side}", *place, "all")
                if system.has(total):
                    system.sum(total, events, "months add up to all events")
                if system.has(any_of):
                    system.add({**{count: 1 for count in people}, any_of: -1}, 0, math.inf, "who has any has a month")
                all_days = name("days", counted, side)
                if system.has(all_days):
                    system.sum(all_days, days, "months add up to all days at risk")
                for start, count, who, time in zip(bins, events, people, days):
                    system.within(who, count, "who has any in a month has at least one")
                    most = 1_000 if place in self.periods else 62
                    system.add({count: 1, who: -most}, -math.inf, 0, "no events without people")
                    if system.has(any_of):
                        system.add({any_of: 1, who: -1}, 0, math.inf, "who has any in a month has any")
                    if system.has(counted):
                        most = periods.longest(place[1], start, self.periods.get(place, {}))
                        system.add({counted: most, time: -1}, 0, math.inf, "a month, or a period, has at most so many days")
                    prefix = f"service_use.{place[0]}.{place[1]}.timeline.{start}."
                    if rate := self._estimate("rate", prefix + "rate"):
                        self._rate(count, time, rate)
                    if report.precise(prefix + "events") and self.rules.least_with_events:
                        system.know(who, low=self.rules.least_with_events)

    def _ratios(self):
        """Ratios of rates, with all days and without those of the last months before day 0."""
        self.system.narrow()
        system, report = self.system, self.report
        for place in self.events:
            alike = self._alike().get(place, place)
            for group in self.groups:
                people = name("counted", *alike, group)
                after, before = (name(f"events_{side}", *place, group) for side in ("after", "before"))
                days = [name("days", people, side) for side in ("after", "before")]
                prefix = f"service_use.{place[0]}.{place[1]}.{group}.rate_ratio"
                printed = self._estimate("ratio", prefix)
                if not system.has(after, before, *days):
                    continue
                if printed:
                    self._ratio(printed, {after: 1}, {before: 1}, {days[0]: 1}, {days[1]: 1})
                for rule, months in RULES.items():
                    printed = self._estimate("ratio", f"{prefix}.{rule}")
                    kept = name("counted", *place, group, rule)
                    if printed and group == "all" and self.before[place]:
                        if parts := self.without_months(place, rule, months, kept, people, after, before, days):
                            self._ratio(printed, *parts)

    def without_months(self, place, rule, months, kept, people, after, before, days):
        """Who has days only in the months left out is in no such number: events after and before, and days, without them.

        None where the months are not told apart.
        """
        system = self.system
        few = name("few: people", *place, rule)
        few_events, few_days = name("few: events after", *place, rule), name("few: days after", *place, rule)
        left = [start for start in self.before[place] if -months <= start < 0]
        if len(left) < months:
            return None
        if system.has(kept):
            system.within(kept, people, "who is in the ratio is counted")
            system.sum(people, [kept, few], "those counted are in this ratio or the few")
        system.add({few_events: 1, few: -1_000}, -math.inf, 0, "no events without people")
        system.add({few_days: 1, few: -windows.most_days(place[1])}, -math.inf, 0, "no days without people")
        system.add({few_days: 1, few: -1}, 0, math.inf, "who is counted has a day after")
        # Who has days in an earlier month is none of the few, and a month has at most 31 days.
        for start in self.before[place]:
            if start < -months:
                system.add({people: 31, few: -31, name("bin days", *place, start): -1}, 0, math.inf,
                           "the few have no days in earlier months")
        system.within(few_events, after, "events of the few are events")
        if system.hidden.get(kept):
            system.hidden[few_events] = system.hidden[few_days] = system.hidden[few] = "1b full precision"
        gone_events = {name("bin events", *place, start): -1 for start in left}
        gone_days = {name("bin days", *place, start): -1 for start in left}
        return ({after: 1, few_events: -1}, {before: 1, **gone_events}, {days[0]: 1, few_days: -1}, {days[1]: 1, **gone_days})

    def _ratio(self, printed, events_after, events_before, days_after, days_before):
        """A ratio of rates of four sums of unknowns; exact numbers are solved, rounded ones bound."""
        system, (value, half) = self.system, printed
        parts = [self._named_sum(part) for part in (events_after, events_before, days_after, days_before)]
        system.narrow(8)
        ranges = [tuple(system.bounds[part]) for part in parts]
        if half <= 1e-12:
            after, before, after_days, before_days = ranges
            fitting = quotients.ratio(value, after, before, after_days, before_days)
            if fitting:
                for place, part in enumerate(parts):
                    system.add({part: 1}, min(numbers[place] for numbers in fitting),
                               max(numbers[place] for numbers in fitting), "whole numbers of a ratio")
                return
        # After over before: at least with the longest time after and the shortest before, and the other way round.
        (_, _), (_, _), (after_low, after_high), (before_low, before_high) = ranges
        low, high = max(0.0, value - half - 1e-12), value + half + 1e-12
        if after_high < BEYOND and before_high < BEYOND and before_low > 0:
            system.add({parts[0]: float(before_high), parts[1]: -low * after_low}, -1e-4, math.inf, "a printed ratio")
            system.add({parts[0]: float(before_low), parts[1]: -high * after_high}, -math.inf, 1e-4, "a printed ratio")

    def _named_sum(self, factors):
        """One unknown for a sum."""
        if len(factors) == 1:
            return next(iter(factors))
        total = "sum of " + " ".join(f"{factor:+d} {count}" for count, factor in factors.items())
        self.system.know(total)
        self.system.add({total: -1, **factors}, 0, 0, "a sum by another name")
        return total

    # Stories.

    def _experience(self):
        system, report = self.system, self.report
        tellers, stories, by_two = "storytellers", "stories", "coded_by_two"
        if not system.has(tellers):
            return
        if system.has("population|all"):
            system.within(tellers, "population|all", "who tells is one of everyone")
        if system.has(stories):
            system.within(tellers, stories, "who tells tells at least one story")
        if system.has(stories, by_two):
            system.within(by_two, stories, "stories read by two are stories")
            if report.everyone_stories:
                system.sum(stories, [by_two], "two coders read all")
        themes = [count.split("|")[1] for count in system.bounds if count.startswith("theme|")]
        if not themes:
            return
        system.within("coded", tellers, "whose stories were read told them")
        if report.everyone_stories:
            system.sum(tellers, ["coded"], "two coders read all")
        if not system.has("nothing_found") and self.rules.leaves_out_noughts:
            system.know("nothing_found", 0, 0)
        system.within("nothing_found", "coded", "whose stories held nothing were read")
        if system.has("quotable"):
            system.within("quotable", tellers, "who may be quoted told a story")
        for theme in themes:
            people, by_all = name("theme", theme), name("theme by all", theme)
            system.within(people, "coded", "who holds a theme was read")
            if system.has(by_all):
                system.within(by_all, people, "by every coder is by at least one")
                if self.rules.is_exact and by_all in system.hidden and people not in system.hidden \
                        and system.bounds[by_all][1] > self.rules.threshold - 1:
                    # Any number but those that leave 1 to 4 would have been printed.
                    system.add({people: 1, by_all: -1}, 1, self.rules.threshold - 1, "why it is withheld")
            self._kappa(theme, people, by_all)

    def _kappa(self, theme, people, by_all):
        """A kappa leaves few tables of stories; people are at most stories, and at least stories less those told twice."""
        system = self.system
        kappa = self._estimate("ratio", f"experience.{theme}.agreement")
        if not kappa or not self.report.everyone_stories or not system.has("stories", by_all):
            return
        system.narrow(4)
        stories = system.bounds["stories"]
        if stories[1] - stories[0] > 12 or stories[1] > 80:
            return
        fitting = quotients.kappa_tables(*kappa, stories)
        if not fitting:
            self.wrong.append(f"no table of {stories} stories gives kappa {kappa} of {theme}")
            return
        both, one = name("stories by all", theme), name("stories by one", theme)
        system.add({both: 1}, min(a for a, _ in fitting), max(a for a, _ in fitting), "kappa")
        system.add({one: 1}, min(b for _, b in fitting), max(b for _, b in fitting), "kappa")
        system.add({both: 1, by_all: -1}, 0, math.inf, "a person by all has a story by all")
        system.add({by_all: 1, "stories": 1, "storytellers": -1, both: -1}, 0, math.inf, "stories told twice")
        system.add({both: 1, one: 1, people: -1}, 0, math.inf, "a person has a story")
        system.add({people: 1, "stories": 1, "storytellers": -1, both: -1, one: -1}, 0, math.inf, "stories told twice")

    # What stands elsewhere.

    def _provenance(self):
        """Rows of exports bound what was counted in them."""
        system = self.system
        for fact in self.report.numbers:
            if not fact.endswith(".rows_kept"):
                continue
            rows = self.report.precise(fact)
            if rows is None:
                continue
            half = 0 if self.rules.is_exact else self.rules.base
            for word, count in (("student", "registered"), ("stor", "stories")):
                if word in fact and system.has(count):
                    system.know(count, high=round(rows[0]) + half)

    def _differences(self):
        """Differences of counts that are not nested, but near each other."""
        system = self.system
        for group in self.groups:
            for window in {window for _, window in self.events}:
                for side in SIDES:
                    days, admitted = (name(f"people_with_any_{side}", event, window, group)
                                      for event in ("bed-day", "admission"))
                    if system.has(days, admitted):
                        system.difference(days, [admitted], "people with days in hospital less people admitted")


def _good_friday(year):
    """The Friday before Easter Sunday (Meeus's rule for the Gregorian calendar, as Gauss's tables give it)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + weekday - 7 * ((a + 11 * h + 22 * weekday) // 451) + 114, 31)
    return datetime.date(year, month, day + 1) - datetime.timedelta(days=2)


def kind_of(count):
    """The attack that a hidden count belongs to."""
    if count.startswith(("month|", "term|")):
        return "1c attendance"
    if count.startswith("theme by all|"):
        return "1d absence"
    return "1a sums"
