"""Which count a number is: facts of a report and rows of results.csv lead to the same names.

A name is what is counted, then its places, with bars between: `used|swemwbs|four-months|gender=woman`.
"""
import collections
import re

KINDS = {"improved_reliably": "improved", "unchanged": "unchanged", "deteriorated_reliably": "worse",
         "crossed_cut_off": "crossed", "recovered": "recovered", "harmed": "harmed"}
# The reason of results.csv for a count that is not few.
WOULD_TELL = "would give another number away"
# What other published reliabilities make of everyone: measures of results.csv.
OTHERS = {"improved_by_other_reliability": "improved", "deteriorated_by_other_reliability": "worse"}
# What named sets of rules count, and whether of all who are due.
RULED = {"improved_by_rules": "improved", "unchanged_by_rules": "unchanged", "deteriorated_by_rules": "worse",
         "caseness_at_start": "caseness", "recovered_by_rules": "recovered", "reliably_recovered_by_rules": "reliably",
         "improved_by_rules_of_due": "improved", "deteriorated_by_rules_of_due": "worse"}
# Those of one scale: whoever is judged has both of its forms.
OF_ONE_SCALE = ("nhse-cmh",)
STAGES = ["registered", "registered_in_period", "has_day_zero", "attended_any", "with_baseline", "due_follow_up",
          "with_follow_up", "analysed"]
PLACES = ["offered", "attended", "missed", "cancelled_by_student", "cancelled_by_college", "before_day_0"]
# Of those watched as long after as before, which way their use went.
WENT = {"people_with_fewer_after": "went less", "people_with_as_many_after": "went same", "people_with_more_after": "went more",
        "watched_as_long": "watched"}
OF_FIVE = ("rate_ratio_without_5_people", "event_share_of_5_people")
LEFT_OUT = ["not_linkable", "not_known", "no_time_at_risk"]
EVENT_COUNTS = ["events_before", "events_after", "people_with_any_before", "people_with_any_after"]


def name(*parts):
    """A name of its parts."""
    return "|".join(str(part) for part in parts)


# `leave` says what a way makes of nights at home on leave, where that is another thing than the plan does.
Way = collections.namedtuple("Way", "months whole running session leave", defaults=[False, ""])


def way(words):
    """The way of counting that words of a report, or of results.csv, name."""
    months = re.search(r"leaving out (\d+) month", words)
    running = "before" if "day 0 before it" in words else "neither" if "day 0 left out" in words else "falls"
    leave = re.search(r"home leave (counted|left out)", words)
    return Way(int(months.group(1)) if months else 0, "both windows whole" in words, running, "first session attended" in words,
               leave.group(1) if leave else "")


def counted_by(event, window, of):
    """The name of the people whom a way counts: windows that are whole are so without months too.

    From the first session others are whole without months, so that each way has people of its own; leave changes no people.
    """
    if of.session:
        return name("counted", event, window, "all", f"from_first_session {of.months} {of.whole} {of.running}")
    rule = "both_windows_whole" if of.whole else f"without_{of.months}_month{'s' * (of.months > 1)}" if of.months else None
    return name("counted", event, window, "all", *([rule] if rule else []))


def stage(word, scale, occasion):
    """The name of a stage of a flow."""
    if word == "with_baseline":
        return name("baseline", scale)
    if word == "due_follow_up":
        return name("due", occasion, "all")
    if word == "with_follow_up":
        return name("present", scale, occasion)
    if word == "analysed":
        return name("used", scale, occasion, "all")
    if word == "attended_any":
        return "came"
    return word.replace("meets.", "meets|")


_STAGE = r"(registered_in_period|registered|meets\.[^.]+|has_day_zero|attended_any|with_baseline|due_follow_up" \
         r"|with_follow_up|analysed|only_unscorable|several_forms|both_forms_not_due|present|missing)"
_FLOW = re.compile(rf"reach\.(?:([^.]+)\.([^.]+)\.)?{_STAGE}(\.lost|\.of)?$")
_OTHERS = re.compile(r"reach\.(?:[^.]+\.[^.]+\.)?meets\.([^.]+)\.lost\.(.+)$")
_SHARE = re.compile(r"reach\.([^.]+)\.([^.]+)\.missing\.(.+=.+)\.(missing|present)\.(people|of)$")
_CHANGE = re.compile(r"(change|meaning)\.([^.]+)\.([^.]+)\.(.+?)\.(n_used|n_eligible|n_missing|" + "|".join(KINDS)
                     + r")(\.of)?$")
_OTHER = re.compile(r"meaning\.([^.]+)\.([^.]+)\.by_([^.]+)\.(improved|deteriorated|n_used|n_eligible)(\.of)?$")
_CUT_OFF = re.compile(r"meaning\.([^.]+)\.by_cut_off_([^.]+)\.([^.]+)\.crossed(\.of)?$")
_RULED = re.compile(r"rules\.([^.]+)\.([^.]+)\.([^.]+)\.(.+?)\.(n_used|" + "|".join(RULED) + r")(\.of)?$")
_USE = re.compile(r"service_use\.([^.]+)\.([^.]+)\.(.+)$")
_TIME = re.compile(r"time_to_event\.([^.]+)\.(.+?)\.(watched|(\d+)_months\.(had_by_month|still_watched|lost_from_view))(\.of)?$")
_TIME_LEFT_OUT = re.compile(r"time_to_event\.([^.]+)\.(not_linkable|not_known|not_watched|had_before)$")
STOOD = {"had_by_month": "stood had", "still_watched": "stood still", "lost_from_view": "stood lost"}
_THEME = re.compile(r"experience\.([^.]+)\.(people|share\.people|share\.of|people_all_coders)$")
_TOLD = re.compile(r"experience\.change\.([^.]+)\.(?:([^.]+)\.(with|without)|no_story)\.(people|" + "|".join(KINDS) + r")$")
_COSTED = re.compile(r"money\.[^.]+\.([^.]+)\.(cost_[^.]+)\.people(\.of)?$")
_COSTED_GROUP = re.compile(r"money\.[^.]+\.([^.]+-from-[^.]+)\.(.+)\.people$")
_ARM_COSTED = re.compile(r"money\.[^.]+\.([^.]+)\.arms\.([^.]+)\.people\.(treated|control)\.n_used$")
_AT_RISK_OF_COSTS = re.compile(r"money\.[^.]+\.([^.]+)\.days_(-?\d+)_to_-?\d+\.people$")
_FOLLOW_UP = re.compile(r"certainty\.low_follow_up\.([^.]+)\.([^.]+)\.(people|of)$")
_ENDS = re.compile(r"certainty\.(ceiling|floor)\.([^.]+)\.(people|of)$")
_FILLED = re.compile(r"certainty\.filled_in\.([^.]+)\.(forms_filled_in|forms)$")

# Life outcomes: words of a report and of results.csv to what is counted; and feedback, which is asked once.
LIVES = {"sought_before": "life before", "sought_after": "life after", "gained": "life gained", "lost": "life lost",
         "unmoved": "life unmoved", "n_used": "life used"}
ANSWERED = {"answered_before": "life answered before", "answered_after": "life answered after"}
_LIFE_MOVED = re.compile(r"life\.([^.]+)\.([^.]+)\.([^.]+)\.became\.([^.]+)$")
_LIFE_STATE = re.compile(r"life\.([^.]+)\.([^.]+)\.([^.]+)\.(before|after)$")
_LIFE = re.compile(r"life\.([^.]+)\.([^.]+)\.([^.]+)\.(n_eligible|" + "|".join([*LIVES, *ANSWERED]) + r")(\.of)?$")
_FED_SCORE = re.compile(r"feedback\.([^.]+)\.score\.(-?[\d.]+)$")
_FED = re.compile(r"feedback\.([^.]+)\.([^.]+)\.(n_used|n_eligible|reached_score)(\.of)?$")


def moved(part, occasion, first, second):
    """The name of those who went from one state to another, or stayed in it."""
    return name("life moved", part, occasion, f"{first} > {second}")


def _life(fact):
    """The name of a count of life outcomes or of feedback."""
    if match := _LIFE_MOVED.match(fact):
        return moved(*match.groups())
    if match := _LIFE_STATE.match(fact):
        part, occasion, state, side = match.groups()
        return name(f"life state {side}", part, occasion, state)
    if match := _LIFE.match(fact):
        part, occasion, group, word, of = match.groups()
        if word == "n_eligible":
            return name("due", occasion, group)
        if word in ANSWERED:
            return None if of else name(ANSWERED[word], part, occasion)
        return name("life used" if of else LIVES[word], part, occasion, group)
    if match := _FED_SCORE.match(fact):
        return name("fed score", *match.groups())
    if match := _FED.match(fact):
        scale, course, word, of = match.groups()
        group = course if course == "all" else f"course={course}"
        if word == "n_eligible":
            return name("population", "all") if group == "all" else None
        return name("fed reached" if word == "reached_score" and not of else "fed", scale, group)
    return None


def ruled(word, rules, scale, occasion, group):
    """The name of a count by a named set of rules; over all of its scales `scale` is empty."""
    if word == "judged" and rules in OF_ONE_SCALE:
        return name("used", scale, occasion, group)
    return name(f"ruled {word}", rules, scale, occasion, group)


def fewest(window, measure):
    """The name of the people beside a cost: the fewest that are counted for one of its services, under its rule."""
    rule = next((rule for rule in _RULES.values() if measure == "cost_difference_" + rule), None)
    return name("fewest", window, rule) if rule else name("fewest", window)


def told_fact(occasion, group):
    """The beginning of the facts of people by what they told."""
    theme = group.removeprefix("theme:").removesuffix("=yes").removesuffix("=no")
    key = "no_story" if group.startswith("stories:") else f"{theme}.{'with' if group.endswith('=yes') else 'without'}"
    return f"experience.change.{occasion}.{key}"


def arms_of(group):
    """Of "arm=new vs usual" the groups of the treated arm and of the control arm; None of other words."""
    column, _, words = group.partition("=")
    treated, _, control = words.partition(" vs ")
    return (f"{column}={treated}", f"{column}={control}") if control else None


def costed(window, occasion, side):
    """The name of the people of an arm, or of both, whose cost and scores are compared."""
    return name("costed", window, occasion, side)


def _arms_row(row):
    """What a row that holds arms against each other counts: those of both arms together, or of one."""
    outcome, occasion, group, measure = (row[key] for key in ("outcome", "occasion", "group", "measure"))
    used, eligible = row.get("n_used", ""), row.get("n_eligible", "")
    if row["question"] == "money":
        window, _, time = occasion.partition(": ")
        found = {costed(window, time, "both"): used, name("both due", time): eligible}
    elif row["question"] == "service_use":
        found = {name("both counted", outcome, occasion): used, name("both assigned"): eligible}
    elif measure.startswith("adjusted_mean_"):
        arm = arms_of(group)[measure == "adjusted_mean_control"]
        found = {name("used", outcome, occasion, arm): used, name("due", occasion, arm): eligible}
    elif measure == "adjusted_difference":
        found = {name("both used", outcome, occasion): used, name("both due", occasion): eligible}
    else:
        found = {}
    return {key: value for key, value in found.items() if value not in ("", None)}


def period(words):
    """The window of "26-weeks: -182 to 0 days", the first day and the day after the last; None of other words.

    Exports without dates count by such periods; others by months, which have no such words.
    """
    match = re.match(r"(.+): (-?\d+) to (-?\d+) days$", words)
    return match and (match.group(1), int(match.group(2)), int(match.group(3)))


def at_risk(event, window, start):
    """The name of the people of whom a period, or a month, is known."""
    return name("at risk", event, window, start)


def _whole(measure, rules, scale, occasion, group):
    """Of whom a share by rules is."""
    if measure.endswith("_of_due"):
        return name("due", occasion, group)
    return ruled("caseness" if RULED[measure] in ("recovered", "reliably") else "judged", rules, scale, occasion, group)


def of_fact(fact):
    """The name of the count that a fact of a report is; None where it is no count of people, events or places."""
    if fact.startswith(("life.", "feedback.")):
        return _life(fact)
    if match := _FLOW.match(fact):
        scale, occasion, word, more = match.groups()
        if word in ("only_unscorable", "several_forms", "both_forms_not_due"):
            return None if more else name(word, scale, occasion)
        if word in ("present", "missing"):
            return None if more else name(word, scale, occasion)
        if more == ".of":
            return name("population", "all") if word == "attended_any" else None
        own = stage(word, scale, occasion)
        return name("lost", own) if more == ".lost" else own
    if match := _OTHERS.match(fact):
        return name("left out", *match.groups())
    if match := _SHARE.match(fact):
        scale, occasion, value, side, what = match.groups()
        return name(side, scale, occasion) if what == "of" else name("share", scale, occasion, side, value)
    if fact == "reach.sessions.people_with_hours":
        return "with hours"
    if match := re.match(r"reach\.sessions\.(\w+)$", fact):
        word = match.group(1)
        return "came" if word == "attended_any" else name("places", word) if word in PLACES else None
    if match := re.match(r"reach\.monthly\.(\d{4}-\d\d)\.(attended|people)$", fact):
        return name("month", match.group(1), match.group(2))
    if match := re.match(r"reach\.terms\.([^.]+)(?:\.([^.]+))?\.(attended|people)$", fact):
        return name("term", match.group(1), match.group(2) or "all", match.group(3))
    if match := re.match(r"reach\.casemix\.(.+?=.+?)(\.(?:share|population|difference)(?:\..+)?)?$", fact):
        group, more = match.groups()
        if more == ".share.of":
            return name("population", "all")
        return name("population", group) if more in (None, ".share.people") else None
    if match := _CHANGE.match(fact):
        _, scale, occasion, group, word, of = match.groups()
        if word == "n_missing":
            return name("due", occasion, group) if of else name("not used", scale, occasion, group)
        if word == "n_eligible":
            return name("due", occasion, group)
        return name("used", scale, occasion, group) if word == "n_used" or of else name(
            KINDS[word], scale, occasion, group)
    if match := _OTHER.match(fact):
        scale, occasion, reliability, word, of = match.groups()
        if word == "n_eligible":
            return name("due", occasion, "all")
        if word == "n_used" or of:
            return name("used", scale, occasion, "all")
        return name(("improved" if word == "improved" else "worse") + " by " + reliability, scale, occasion, "all")
    if match := _CUT_OFF.match(fact):
        scale, word, occasion, of = match.groups()
        return name("used" if of else "crossed by " + word, scale, occasion, "all")
    if match := _RULED.match(fact):
        rules, scale, occasion, group, word, of = match.groups()
        place = (rules, "" if scale == "all-scales" else scale, occasion, group)
        if word == "n_used":
            return ruled("judged", *place)
        return _whole(word, *place) if of else ruled(RULED[word], *place)
    if match := _USE.match(fact):
        return _service_use(*match.groups())
    if match := _TIME_LEFT_OUT.match(fact):
        event, reason = match.groups()
        return name(reason, event, "time")
    if match := _TIME.match(fact):
        event, group, _, month, word, of = match.groups()
        if word is None:
            return name("population", group) if of else name("watched for", event, group)
        return None if of else name(STOOD[word], event, month, group)
    if fact in ("experience.storytellers", "experience.stories", "experience.coded_by_two",
                "experience.nothing_found", "experience.quotable"):
        return fact.split(".")[1]
    if match := _THEME.match(fact):
        theme, word = match.groups()
        return {"share.of": "coded", "people_all_coders": name("theme by all", theme)}.get(word, name("theme", theme))
    if match := _TOLD.match(fact):
        occasion, theme, side, word = match.groups()
        group = "stories:read=no" if theme is None else f"theme:{theme}={'yes' if side == 'with' else 'no'}"
        return name("told used" if word == "people" else f"told {KINDS[word]}", occasion, group)
    if match := _COSTED.match(fact):
        window, measure, of = match.groups()
        return name("population", "all") if of else fewest(window, measure)
    if match := _COSTED_GROUP.match(fact):
        return name("fewest", *match.groups())
    if match := _ARM_COSTED.match(fact):
        return costed(*match.groups())
    if match := _AT_RISK_OF_COSTS.match(fact):
        return at_risk("costs", *match.groups())
    if match := _FOLLOW_UP.match(fact):
        scale, occasion, word = match.groups()
        return name("due", occasion, "all") if word == "of" else name("used", scale, occasion, "all")
    if match := _ENDS.match(fact):
        end, scale, word = match.groups()
        return name("baseline", scale) if word == "of" else name(end, scale)
    if match := _FILLED.match(fact):
        return name(match.group(2), match.group(1))
    return None


def _service_use(event, window, rest):
    if rest in WENT:
        return name(WENT[rest], event, window)
    if rest in LEFT_OUT or rest == "running_on_day_zero":
        return name(rest, event, window)
    if match := re.match(r"timeline\.(-?\d+)\.(events|people_with_any)$", rest):
        return name("bin " + ("events" if match.group(2) == "events" else "people"), event, window, match.group(1))
    if match := re.match(r"(.+)\.rate_ratio(\.[^.]+)?\.people$", rest):
        group, rule = match.groups()
        plain = rule in (None, ".delta", ".percentile")
        return name("counted", event, window, group) if plain else name("counted", event, window, group, rule[1:])
    if match := re.match(r"(.+)\.(people\.of|people|eligible|" + "|".join(EVENT_COUNTS) + ")$", rest):
        group, word = match.groups()
        if word in ("people.of", "eligible"):
            return name("population", group)
        return name("counted" if word == "people" else word, event, window, group)
    return None


def _rule(row):
    """The rule of a sensitivity ratio: a measure of its own, or appended to the method of older results."""
    words = row["measure"].removeprefix("rate_ratio_")
    if words in _RULES.values():
        return words
    return next((rule for words, rule in _RULES.items() if words in row.get("method", "")), None)


def text_of(row):
    """The number of a row, or what stands for one that is held back, as the other forms print it."""
    held_back = row.get("held_back", "")
    told = held_back.startswith("fewer than") or held_back == WOULD_TELL
    return row["estimate"] or (held_back if told else "[c]" if held_back else "")


_RULES = {"leaving out 1 month before day 0": "without_1_month", "leaving out 3 months before day 0":
          "without_3_months", "both windows whole": "both_windows_whole"}


def _counted(row):
    """The count behind a share; of results that are not released it is the share times the people used."""
    if "count" in row:
        return row["count"]
    share, used = row["estimate"], row["n_used"]
    return str(round(float(share) * int(used))) if share and used else ""


def of_row(row):
    """What a row of results.csv counts: name to number, as text, of the row's number and those beside it."""
    outcome, occasion, group, measure = (row[key] for key in ("outcome", "occasion", "group", "measure"))
    used, eligible, estimate = row.get("n_used", ""), row.get("n_eligible", ""), text_of(row)
    found = {}
    if arms_of(group):
        return _arms_row(row)
    if row["question"] == "reach":
        if measure in ("registered", "registered_in_period"):
            found[measure] = estimate
        elif measure == "meets":
            found[name("meets", outcome)] = estimate
        elif measure == "has_day_0":
            found["has_day_zero"] = estimate
        elif measure == "attended_any":
            found["came"] = estimate
        elif measure == "people_with_hours":
            found["with hours"] = estimate
        elif measure in STAGES:
            found[stage(measure, outcome, occasion)] = estimate
        elif measure.startswith("sessions_"):
            found[name("places", measure.removeprefix("sessions_"))] = estimate
        elif measure in ("monthly_attended", "monthly_people"):
            found[name("month", occasion, measure.removeprefix("monthly_"))] = estimate
        elif measure in ("period_attended", "period_people"):
            year, _, term = occasion.partition(" ")
            found[name("term", year, term or "all", measure.removeprefix("period_"))] = estimate
        elif measure == "left_out":
            found[name("left out", outcome, group.removeprefix(f"{outcome}="))] = estimate
        elif measure == "casemix":
            found[name("population", group)] = estimate
        elif measure in ("only_unscorable", "several_forms", "both_forms_not_due"):
            found[name(measure, outcome, occasion)] = estimate
        elif measure in ("share_present", "share_missing"):
            side = measure.removeprefix("share_")
            found[name(side, outcome, occasion)] = used
            found[name("share", outcome, occasion, side, group)] = _counted(row)
    elif measure in RULED:
        place = (row["estimator"].removeprefix("rules, "), outcome, occasion, group)
        found[_whole(measure, *place)] = row.get("of") or used
        found[ruled(RULED[measure], *place)] = _counted(row)
        if RULED[measure] in ("recovered", "reliably"):
            found[ruled("judged", *place)] = eligible
        elif not measure.endswith("_of_due"):
            found[name("due", occasion, group)] = eligible
    elif row["question"] in ("change", "meaning") and occasion:
        found[name("used", outcome, occasion, group)] = row.get("of") or used
        found[name("due", occasion, group)] = eligible
        if measure in OTHERS and "," in row["estimator"]:
            kind = OTHERS[measure] + " by " + row["estimator"].rsplit(", ", 1)[1]
            found[name(kind, outcome, occasion, group)] = _counted(row)
        if measure == "crossed_by_other_cut_off":
            word = row["estimator"].removeprefix("cut-off, ")
            found[name("crossed by " + word, outcome, occasion, group)] = _counted(row)
        if measure in KINDS:
            found[name(KINDS[measure], outcome, occasion, group)] = _counted(row)
    elif row["question"] == "life_outcomes":
        found = _life_row(row)
    elif row["question"] == "feedback":
        found = _feedback_row(row)
    elif row["question"] == "change" and measure in ("forms", "forms_filled_in"):
        found[name(measure, outcome)] = estimate
    elif row["question"] == "service_use":
        if measure == "people":
            found[name("counted", outcome, occasion, group)] = estimate
            found[name("population", group)] = eligible
        elif measure in WENT:
            found[name(WENT[measure], outcome, occasion)] = estimate
            found[name("watched", outcome, occasion)] = used
        elif measure in EVENT_COUNTS:
            found[name(measure, outcome, occasion, group)] = estimate
        elif measure in LEFT_OUT:
            found[name(measure, outcome, occasion)] = estimate
        elif measure == "running_on_day_0":
            found[name("running_on_day_zero", outcome, occasion)] = estimate
        elif measure in ("timeline_events", "timeline_people_with_any"):
            window, start = re.match(r"(.+): (-?\d+) to ", occasion).groups()
            kind = "bin events" if measure == "timeline_events" else "bin people"
            found[name(kind, outcome, window, start)] = estimate
            if measure == "timeline_events":
                found[at_risk(outcome, window, start)] = used
        elif measure == "rate_ratio_in_one_way":
            window, _, words = occasion.partition(": ")
            found[counted_by(outcome, window, way(words))] = used
        elif measure.startswith("rate_ratio") and _rule(row):
            found[name("counted", outcome, occasion, group, _rule(row))] = used
    elif row["question"] == "time_to_event":
        found = _time_row(row)
    elif row["question"] == "money":
        found = _money_row(row)
    elif row["question"] == "experience" and occasion:
        found = {name("told used", occasion, group): row.get("of") or used or (
            text_of(row) if measure == "people_with_both_forms" else ""), name("told due", occasion, group): eligible}
        if measure in KINDS:
            found[name(f"told {KINDS[measure]}", occasion, group)] = _part(row)
    elif row["question"] == "experience":
        if measure == "share_with_theme":
            found["coded"] = row.get("of") or used
        names = {"stories": "stories", "storytellers": "storytellers", "stories_coded_by_two": "coded_by_two",
                 "nothing_found": "nothing_found", "quotable": "quotable", "people_with_theme": name("theme", outcome),
                 "people_with_theme_all_coders": name("theme by all", outcome)}
        if measure in names:
            found[names[measure]] = estimate
    return {key: value for key, value in found.items() if value not in ("", None)}


def _part(row):
    """The count of a share's row: none where it is held back, which stands as that."""
    return _counted(row) or ("[c]" if row.get("held_back") else "")


def _life_row(row):
    """What a row of life outcomes counts."""
    part, occasion, group, measure = (row[key] for key in ("outcome", "occasion", "group", "measure"))
    if measure in ANSWERED:
        return {name(ANSWERED[measure], part, occasion): text_of(row)}
    if measure in ("state_before", "state_after"):
        return {name(measure.replace("state_", "life state "), part, occasion, group): text_of(row)}
    if measure == "moved":
        return {moved(part, occasion, *group.split(" > ")): text_of(row)}
    found = {name("life used", part, occasion, group): row.get("of") or row.get("n_used", ""),
             name("due", occasion, group): row.get("n_eligible", "")}
    if measure in LIVES:
        found[name(LIVES[measure], part, occasion, group)] = _part(row)
    return found


def _time_row(row):
    """What a row of time to an event counts: those left out for a reason, those watched, and how they stood at a month."""
    event, group, measure = (row[key] for key in ("outcome", "group", "measure"))
    watched = name("watched for", event, group)
    if measure in ("not_linkable", "not_known", "not_watched", "had_before"):
        return {name(measure, event, "time"): text_of(row)}
    if measure == "watched":
        return {watched: text_of(row), name("population", group): row.get("n_eligible", "")}
    found = {watched: row.get("n_used", "")}
    if measure in STOOD:
        found[name(STOOD[measure], event, row["occasion"].split()[0], group)] = text_of(row)
    return found


def _money_row(row):
    """What a row of money counts: whom it was shared among, those who improved, and whose use is priced."""
    outcome, occasion, group, measure = (row[key] for key in ("outcome", "occasion", "group", "measure"))
    used = row.get("n_used", "")
    if measure in IMPROVED:
        whole = name("used" if measure == "improved_of_paired" else "due", outcome, occasion, group)
        if measure == "improved_of_due":
            whole = name("due", occasion, group)
        return {name("improved", outcome, occasion, group): _part(row), whole: row.get("of") or used,
                name("due", occasion, group): row.get("n_eligible", "")}
    if when := period(occasion):
        return {at_risk("costs", *when[:2]): used}
    if measure.startswith(("rate_", "cost_")) and ": " in outcome:
        event = outcome.split(": ")[1]
        return {name("counted", event, occasion, group): used, name("population", group): row.get("n_eligible", "")}
    if "-from-" in occasion:
        return {name("fewest", occasion, group): used, name("population", group): row.get("n_eligible", "")}
    if measure.startswith("cost_") and "per_improved" not in measure:
        return {fewest(occasion, measure): used, name("population", group): row.get("n_eligible", "")}
    return {}


IMPROVED = ("improved_of_paired", "improved_of_due")


def _money_fact(row):
    """The fact of a number of pounds, of what is used and of what it is of; None of those that stand for themselves."""
    outcome, occasion, group, measure = (row[key] for key in ("outcome", "occasion", "group", "measure"))
    if measure == "delivery_per_person":
        return _fact("money", measure)
    if measure in IMPROVED:
        return _fact("money", outcome, occasion, measure, "proportion")
    if not occasion:
        return None
    if arms_of(group):
        return _arms_money_fact(row)
    if when := period(occasion):
        start = _fact("money", outcome, when[0], f"days_{when[1]}_to_{when[2]}")
        return _fact(start, {"cost_in_period": "cost", "cost_in_period_of_first": "cost_of_first"}.get(measure, measure))
    if "-from-" in occasion:
        return _fact("money", outcome, occasion, group, measure)
    book, _, of = outcome.partition(": ")
    return _fact("money", book, occasion, measure, *([of] if of else []))


def _arms_money_fact(row):
    """The fact of what arms differ by in cost and on a scale."""
    window, _, occasion = row["occasion"].partition(": ")
    book, _, words = row["outcome"].partition(": ")
    _, _, worth = words.partition(" at ")
    at = [f"at_{worth.removesuffix(' a point')}"] if worth else []
    return _fact("money", book, window, "arms", occasion, *at, row["measure"])


def _feedback_row(row):
    """What a row of feedback counts: of courses those due are those who answered."""
    scale, group, measure = (row[key] for key in ("outcome", "group", "measure"))
    if measure == "people_with_score":
        return {name("fed score", scale, group.removeprefix("score=")): text_of(row)}
    found = {name("fed", scale, group): row.get("of") or row.get("n_used", "")}
    if group == "all":
        found[name("population", "all")] = row.get("n_eligible", "")
    if measure == "reached_score":
        found[name("fed reached", scale, group)] = _part(row)
    return found


def _fact(*parts):
    return ".".join(parts)


def facts_of_row(row):
    """The facts of the numbers of a row of results.csv that are no counts: fact to number, as text."""
    fact = fact_of_row(row)
    if fact is None:
        return {}
    numbers = {fact: row["estimate"]}
    if not fact.endswith(tuple(_RULES.values())) or row["question"] == "money":
        numbers |= {f"{fact}.{end}": row.get(end, "") for end in ("conf_low", "conf_high")}
    return {fact: digits for fact, digits in numbers.items() if digits}


def fact_of_row(row):
    """The fact of a row's number that is no count; None where it has none."""
    outcome, occasion, group, measure = (row[key] for key in ("outcome", "occasion", "group", "measure"))
    if row["question"] == "change" and occasion:
        fact = _fact("change", outcome, occasion, group, measure)
    elif measure == "crossed_by_other_cut_off":
        word = row["estimator"].removeprefix("cut-off, ")
        fact = _fact("meaning", outcome, "by_cut_off_" + word, occasion, "crossed", "proportion")
    elif row["question"] == "meaning" and measure in KINDS:
        fact = _fact("meaning", outcome, occasion, group, measure, "proportion")
    elif measure in RULED:
        rules = row["estimator"].removeprefix("rules, ")
        fact = _fact("rules", rules, outcome or "all-scales", occasion, group, measure, "proportion")
    elif row["question"] == "life_outcomes" and measure in LIVES:
        fact = _fact("life", outcome, occasion, group, measure, "proportion")
    elif row["question"] == "life_outcomes" and measure == "net_movement":
        # Other forms have it in percentage points.
        fact = _fact("life", outcome, occasion, group, "net_movement as share")
    elif row["question"] == "feedback" and measure in ("reached_score", "mean_score"):
        end = ["proportion"] if measure == "reached_score" else []
        fact = _fact("feedback", outcome, group.removeprefix("course="), measure, *end)
    elif row["question"] == "service_use" and measure == "timeline_rate":
        window, start = re.match(r"(.+): (-?\d+) to ", occasion).groups()
        fact = _fact("service_use", outcome, window, "timeline", start, "rate")
    elif measure == "share_by_month":
        fact = _fact("time_to_event", outcome, group, f"{occasion.split()[0]}_months", measure)
    elif measure == "median_weeks_to_event":
        fact = _fact("time_to_event", outcome, group, measure)
    elif measure in OF_FIVE:
        fact = _fact("service_use", outcome, occasion, measure)
    elif measure == "rate_ratio_in_one_way":
        window, _, words = occasion.partition(": ")
        fact = _fact("service_use", outcome, window, "way", words.replace("; ", ", "))
    elif row["question"] == "service_use" and measure.startswith(("rate_", "person_time_")):
        rule = _rule(row)
        word = "rate_ratio" if rule else measure
        fact = _fact("service_use", outcome, occasion, group, word, *([rule] if rule else []))
    elif row["question"] == "money":
        fact = _money_fact(row)
    elif row["question"] == "experience" and occasion and measure != "people_with_both_forms":
        fact = _fact(told_fact(occasion, group), measure, *(["proportion"] if measure in KINDS else []))
    elif row["question"] == "experience" and measure == "agreement":
        fact = _fact("experience", outcome, "agreement")
    elif row["question"] == "reach" and (measure == "hours_attended" or measure.endswith("_hours") and measure != "people_with_hours"):
        fact = _fact("reach", "sessions", measure)
    elif row["question"] == "reach" and re.match(r"mean_sessions_(present|missing)$", measure):
        fact = _fact("reach", outcome, occasion, "missing", "sessions_attended", measure.rsplit("_", 1)[1])
    elif row["question"] == "reach" and re.match(r"share_(present|missing)$", measure):
        fact = _fact("reach", outcome, occasion, "missing", group, measure.rsplit("_", 1)[1])
    else:
        fact = None
    return fact


def few_of_row(row):
    """Parts of people whose row of results.csv is held back because of few people and has no count: few, if the people
    used are not."""
    if row.get("held_back") != "few people" or row.get("count"):
        return set()
    parts = {*LIVES.values(), "fed reached"} - {"life used"}
    if row["question"] == "money" or row["question"] == "experience" and row["occasion"]:
        parts = {"improved"} | {f"told {kind}" for kind in KINDS.values()}
    elif row["question"] not in ("life_outcomes", "feedback"):
        return set()
    return {count for count in of_row(row) if count.split("|")[0] in parts}
