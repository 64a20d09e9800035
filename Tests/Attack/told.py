"""What a clever reader knows of people by what they told: with a theme, with a story and without it, and with no story."""
import math

import lives
import names
import quotients
from names import name

KINDS = {"used": "used", "due": "due", "improved": "improved", "unchanged": "unchanged", "worse": "worse"}
NO_STORY, READ = "stories:read=no", "stories:read=yes"


def told(known):
    """Each theme parts those whose story was read; with those who have none they are everyone of the leading scale."""
    system = known.system
    lead = next((row["outcome"] for row in known.report.rows
                 if row["question"] == "experience" and row["measure"] == "people_with_both_forms"), None)
    occasions = dict.fromkeys(count.split("|")[1] for count in list(system.bounds) if count.startswith("told used|"))
    if lead is None:
        return
    themes = list(dict.fromkeys(count.split("|")[2].split("=")[0] for count in list(system.bounds)
                                if count.startswith("told used|") and "|theme:" in count))
    for occasion in occasions:
        for kind in KINDS:
            everyone = name("due", occasion, "all") if kind == "due" else name(kind, lead, occasion, "all")
            _parts(system, kind, occasion, everyone, themes)
        for group in [f"{theme}={word}" for theme in themes for word in ("yes", "no")] + [NO_STORY]:
            _group(known, lead, occasion, group)
        _due(system, occasion, themes)
        _means(known, lead, occasion, themes)
    for occasion, later in zip(known.occasions, known.occasions[1:]):
        for group in [f"{theme}={word}" for theme in themes for word in ("yes", "no")] + [READ, NO_STORY]:
            here, there = (name("told due", when, group) for when in (occasion, later))
            if system.has(here, there):
                system.within(there, here, "later is due later")


def _parts(system, kind, occasion, everyone, themes):
    """Themes each part the same people; those with no story are the others."""
    read, none = (name(f"told {kind}", occasion, group) for group in (READ, NO_STORY))
    for theme in themes:
        both = [name(f"told {kind}", occasion, f"{theme}={word}") for word in ("yes", "no")]
        if system.has(*both):
            system.know(read)
            system.sum(read, both, "with a theme and without it are those with a story")
    if system.has(read, none, everyone):
        system.sum(everyone, [read, none], "with a story and without are everyone")
        system.difference(everyone, [none], "those with a story")


def _group(known, lead, occasion, group):
    """One row: those due, those with both forms, and what became of them."""
    system = known.system
    used, due = name("told used", occasion, group), name("told due", occasion, group)
    if system.has(used, due):
        system.within(used, due, "who has both forms is due")
    classes = [name(f"told {kind}", occasion, group) for kind in ("improved", "unchanged", "worse")]
    if system.has(used, *classes):
        system.sum(used, classes, "better, the same and worse are those used")
    fact = names.told_fact(occasion, group)
    for word, count in names.KINDS.items():
        part = name(f"told {count}", occasion, group)
        if system.has(used, part):
            system.within(part, used, f"{count} are among used")
            if f"{fact}.{word}.proportion" in known.report.asked:
                lives.share(known, part, used, f"{fact}.{word}.proportion")


def _due(system, occasion, themes):
    """Who is due and told of a theme told of it; who has no story and is due has none."""
    for theme in themes:
        here, whole = name("told due", occasion, f"{theme}=yes"), name("theme", theme.removeprefix("theme:"))
        if system.has(here, whole):
            system.within(here, whole, "who told of a theme and is due told of it")
    read, none = (name("told due", occasion, group) for group in (READ, NO_STORY))
    if system.has(read, "coded"):
        system.within(read, "coded", "who has a story that was read and is due has one")
    if system.has(none, "coded", "population|all"):
        others = name("without a story")
        if not system.has(others):
            system.know(others)
            system.sum("population|all", ["coded", others], "with a story that was read and without")
        system.within(none, others, "who has no story and is due has none")


def _means(known, lead, occasion, themes):
    """A mean is of so many people; those of all groups make everyone's; one that is held back tells of few."""
    system, least = known.system, known.rules.least_people
    shown = {}
    for group in [f"{theme}={word}" for theme in themes for word in ("yes", "no")] + [NO_STORY]:
        used = name("told used", occasion, group)
        fact = names.told_fact(occasion, group)
        mean = known._estimate("mean", fact + ".mean_before")
        if mean is None or not system.has(used):
            continue
        shown[group] = mean
        system.know(used, low=least)
        known._people(used, [(quotients.people_of_mean, (*mean, 0.01 if lead == "swemwbs" else 1.0))])
    for theme in themes:
        pair = [f"{theme}={word}" for word in ("yes", "no")]
        if not any(group in shown for group in pair):
            known._few_of_two([name("told used", occasion, group) for group in pair],
                              [names.told_fact(occasion, group) + ".mean_before" for group in pair])
    _together(known, lead, occasion, themes, shown)


def _together(known, lead, occasion, themes, shown):
    """Means of all groups, each by its people, are everyone's."""
    system = known.system
    everyone = known._estimate("mean", f"change.{lead}.{occasion}.all.mean_before")
    for theme in themes:
        groups = [f"{theme}=yes", f"{theme}=no", NO_STORY]
        used = [name("used", lead, occasion, "all")] + [name("told used", occasion, group) for group in groups]
        if everyone is None or not system.has(*used) or not all(group in shown for group in groups):
            continue
        for sign in (1, -1):
            factors = {used[0]: -(everyone[0] + sign * (everyone[1] + 1e-9))}
            factors |= {count: mean - sign * (half + 1e-9)
                        for count, (mean, half) in zip(used[1:], (shown[group] for group in groups))}
            low, high = (-math.inf, 1e-6) if sign == 1 else (-1e-6, math.inf)
            system.add(factors, low, high, "the groups' means make everyone's")
