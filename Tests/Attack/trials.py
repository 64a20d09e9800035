"""Invented trials: people assigned to two arms by chance, whose use of services is counted period by period, with costs.

Exports have no dates, as those of a trial's archive: an occasion has its name, and a period its weeks from day 0.
"""
import csv
import dataclasses
import pathlib
import random

import names

ARMS = ("new", "usual")
# What one of each event may cost.
PRICES = {"contact": (20, 120), "night": (90, 600)}


@dataclasses.dataclass
class Trial:
    """What a trial is like: everything is drawn from the seed."""

    seed: int
    policy: str
    groups: bool = False  # by gender too


@dataclasses.dataclass
class _Drawn:
    weeks: int        # on each side of day 0
    waves: int        # into how many periods the weeks after are parted
    sizes: tuple      # of both arms
    lost: float       # how many have no second score
    no_wave: float    # how many have no row of a period after day 0
    books: dict       # id -> pounds of each event
    delivery: list    # pounds of each line
    served: int
    worths: list      # what a point may be worth
    ill: float


def _drawn(trial):
    draw = random.Random(f"trial {trial.seed}")
    weeks = draw.choice([24, 52, 52, 104, 208])
    sizes = tuple(draw.randint(*ends) for ends in [draw.choice([(16, 75), (50, 120)])] * 2)
    books = {book: {event: round(draw.uniform(*ends), draw.choice([0, 0, 2])) for event, ends in PRICES.items()}
             for book in ["full", "marginal", "national", "local"][:draw.choice([1, 2, 2, 4])]}
    return _Drawn(
        weeks, draw.choice([1, 2, 2, 4]), sizes, draw.choice([0, 0, 0.08, 0.25]), draw.choice([0, 0, 0.06]), books,
        [draw.randrange(10, 200) * 100 for _ in range(draw.choice([1, 2]))], sizes[0] + draw.choice([0, 0, 5, 20]),
        sorted(draw.sample([1, 2, 5, 10, 20, 50, 100, 150, 400], draw.choice([1, 3, 6]))), draw.choice([0.15, 0.4, 0.7]))


def write(trial, folder):
    """Writes study.yaml, maps/, costs/ and exports/ into a folder: of the people compared in cost what no result says."""
    folder = pathlib.Path(folder)
    for part in ("exports", "maps", "costs"):
        (folder / part).mkdir(parents=True)
    of, draw = _drawn(trial), random.Random(f"people of trial {trial.seed}")
    scores, use = [], []
    for place, arm in enumerate(arm for arm, size in zip(ARMS, of.sizes) for _ in range(size)):
        person, level = f"P{1000 + 3 * place}", draw.gauss(24, 7)
        before = min(63, max(0, round(level + draw.gauss(0, 3))))
        after = min(63, max(0, round(level - (8 if arm == "new" else 5) + draw.gauss(0, 6))))
        scores.append([person, arm, draw.choices(["woman", "man", "not said"], weights=[60, 36, 4])[0], before,
                       "" if draw.random() < of.lost else after])
        ill = draw.random() < of.ill
        for period in range(of.waves + 1):
            if period and draw.random() < of.no_wave:
                continue
            length = of.weeks / 26 / (of.waves if period else 1)
            use.append([person, f"wave {period}", _some(draw, 3 * length * (1.0 if not period or arm == "usual" else 0.7)),
                        _some(draw, 5 * length) if ill and draw.random() < 0.6 else 0])
    for name, heading, rows in (("scores", ["id", "arm", "gender", "bdi_before", "bdi_after"], scores),
                                ("use", ["id", "period", "contacts", "hospital_nights"], use)):
        with open(folder / "exports" / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(heading)
            writer.writerows(rows)
    (folder / "study.yaml").write_text(_plan(trial, of), encoding="utf-8")
    for name, text in _maps(of).items():
        (folder / "maps" / f"{name}.map.yaml").write_text(text, encoding="utf-8")
    for book, prices in of.books.items():
        lines = "".join(f"  - {{ event: {event}, pounds: {pounds}, price_year: 2024/25, counts: full, borne_by: {bearer}, "
                        "source: invented }\n" for (event, pounds), bearer in zip(prices.items(), ("health board", "hospital trust")))
        (folder / "costs" / f"{book}.yaml").write_text(
            f"furlong_costs: 1\nid: {book}\nname: {book} prices\nunit_costs:\n{lines}", encoding="utf-8")
    return _compared(of, scores, use)


def _compared(of, scores, use):
    """Of each arm those with both scores and all periods, and their events after day 0."""
    window, known = f"{of.weeks}-weeks", {}
    for person, period, *events in use:
        known.setdefault(person, {})[period] = events
    true = {}
    for side, arm in zip(("treated", "control"), ARMS):
        theirs = [known[row[0]] for row in scores if row[1] == arm and row[4] != "" and len(known.get(row[0], ())) == of.waves + 1]
        true[names.costed(window, "post", side)] = len(theirs)
        for place, event in enumerate(("contact", "night")):
            true[names.name("costed events", window, "post", event, f"arm={arm}")] = sum(
                events[place] for periods in theirs for period, events in periods.items() if period != "wave 0")
    return true


def _some(draw, mean):
    """How often something happened to one person: more unequal than chance alone makes it."""
    return int(draw.expovariate(1 / mean) + 0.5)


def _plan(trial, of):
    delivery = "".join(f"    - {{ what: {what}, pounds: {pounds}, period: {{ from: 2024-04-01, to: 2025-03-31 }}, "
                       "paid_by: health board }\n" for what, pounds in zip(("peer workers", "rooms"), of.delivery))
    gender = ("  - { column: gender, label: gender, values: { woman: woman, man: man, not said: not said } }\n"
              if trial.groups else "")
    groups = "[all, arm, gender]" if trial.groups else "[all, arm]"
    return f"""furlong: 1
study:
  id: trial-{trial.seed}
  title: An invented trial, number {trial.seed}
  about: An invented trial. Nothing here is evidence about any real one.
  fictional: yes
  people: {{ one: person, many: people }}
  design: {{ randomised: arm, control: usual }}
  involvement: None; nobody here exists.
  seed: {trial.seed}
day_0: {{ what: randomisation, dates: none }}
occasions:
  - {{ id: pre, label: before, is: baseline }}
  - {{ id: post, label: at the end, is: follow-up }}
outcomes:
  - {{ scale: bdi2, role: primary, reliability: test-retest }}
events:
  - {{ id: contact, one: contact, many: contacts, role: secondary }}
  - {{ id: night, one: night in hospital, many: nights in hospital, role: secondary }}
windows:
  - {{ id: {of.weeks}-weeks, label: {of.weeks} weeks, before: {of.weeks} weeks, after: {of.weeks} weeks, rate: per person-year }}
groups:
  - {{ column: arm, label: arm, values: {{ usual: usual care, new: peer group }} }}
{gender}costs:
  price_year: 2024/25
  books: [{", ".join(of.books)}]
  delivery:
{delivery}  served: {of.served}
  value_of_a_point: [{", ".join(map(str, of.worths))}]
steps:
  - {{ id: who,    ask: reach }}
  - {{ id: change, ask: change, groups: {groups} }}
  - {{ id: real,   ask: meaning, groups: {groups} }}
  - {{ id: use,    ask: service_use, events: [contact, night], groups: {groups} }}
  - {{ id: money,  ask: money, events: [contact, night] }}
  - {{ id: limits, ask: certainty }}
disclosure: {trial.policy}
report:
  for: commissioner
  prepared_by: Nobody
  decision: None.
  commentary: ""
"""


def _maps(of):
    head = ("furlong_map: 1\nreads: exports/{0}.csv\nholds: {1}\nrows: {2}\n"
            "format: {{ encoding: utf-8, delimiter: comma, decimal: point, header_row: 1 }}\n"
            "person:\n  - {{ column: id, kind: local_id }}\n")
    step = of.weeks // of.waves
    periods = f"      wave 0: {{ from: -{of.weeks} weeks, to: 0 weeks }}\n" + "".join(
        f"      wave {place + 1}: {{ from: {place * step} weeks, to: {(place + 1) * step} weeks }}\n" for place in range(of.waves))
    events = "".join(f"  - event: {event}\n    count: {column}\n    period: period\n    periods:\n{periods}"
                     for event, column in (("contact", "contacts"), ("night", "hospital_nights")))
    return {
        "scores": head.format("scores", "scores", "one a person") + """\
missing: { "": not recorded }
about:
  arm: { column: arm, values: { new: new, usual: usual } }
  gender: { column: gender, values: { woman: woman, man: man, not said: not said } }
scores:
  - { scale: bdi2, occasion: pre, total: bdi_before }
  - { scale: bdi2, occasion: post, total: bdi_after }
""",
        "use": head.format("use", "events", "one a person and period") + f"events:\n{events}",
    }
