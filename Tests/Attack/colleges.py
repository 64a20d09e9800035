"""Invented colleges: from a seed a whole study folder, as a college and a trust would export it.

The same seed always writes the same bytes. Nobody here exists: names are made of syllables, NHS numbers come from the
999 range, which is never issued.
"""
import csv
import dataclasses
import datetime
import pathlib
import random

import pricing

DAY = datetime.timedelta(days=1)
FIRST_DAY = datetime.date(2022, 9, 1)
LAST_REGISTRATION = datetime.date(2025, 7, 31)
DATA_TO = datetime.date(2025, 8, 31)
COVER_FROM = datetime.date(2021, 9, 1)
THEMES = ["connectedness", "hope", "identity", "meaning", "empowerment", "difficulties"]
AGE_BANDS = [("18 to 24", 18, 24), ("25 to 34", 25, 34), ("35 to 44", 35, 44), ("45 to 54", 45, 54),
             ("55 to 64", 55, 64), ("65 and over", 65, 79)]
GENDERS = [("F", "woman"), ("M", "man"), ("NB", "non-binary"), ("-", "not said")]


@dataclasses.dataclass
class College:
    """What a college is like: everything else is drawn from the seed."""

    seed: int
    policy: str
    groups: bool
    size: int = 0                    # 0: drawn between 40 and 300
    both_forms: int | None = None    # fixes how many have both forms at the first follow-up
    without_first: int | None = None  # and how many have a follow-up form and no first one
    everyone_registered_in_period: bool | None = None
    leave_out: int | None = None     # the place of a person whose rows are not exported: for two releases
    rules: bool = False              # asks by named sets of rules too, of scales of their own
    completers: bool = False         # follows those who completed and the others from a landmark on
    ways: bool = False               # counts use of services in every way
    times: bool = False              # asks how long it took until people were first in hospital, or detained
    windows: bool = False            # counts use over a second window too, shorter or longer than a year
    delivery: bool = False           # says what the service itself cost, and no prices of use
    hours: bool = False              # its register says how long sessions last, of all or of most
    leave: bool = False              # nights at home on leave from a stay are known
    arms: bool = False               # chance assigned people to one of two arms
    series: bool = False             # sets what others publish of contacts beside its own


def college_of_66(policy, groups, without_first, seed=66):
    """About 250 people, 66 of them with both forms at four months."""
    return College(seed, policy, groups, size=250, both_forms=66, without_first=without_first,
                   everyone_registered_in_period=True)


@dataclasses.dataclass
class Person:
    """One person as all exports know them."""

    number: int
    student: str
    nhs: str
    born: datetime.date
    gender: str
    kind: str
    consents: bool
    registered: datetime.date
    known_from: datetime.date | None
    left: datetime.date | None
    level: float
    illness: float
    sums: dict = dataclasses.field(default_factory=dict)  # occasion -> sum of the fifteen items of QPR-15
    first_session: datetime.date | None = None  # the first attended
    spells: list = dataclasses.field(default_factory=list)  # (first day, last day or None, legal status)
    leaves: list = dataclasses.field(default_factory=list)  # (first night at home, day of return)
    home_leave: str = ""  # what the plan makes of these


def _part(people, seed):
    """Gives a number of their own to people who drew somebody else's: an import sets both aside."""
    seen, draw = set(), random.Random(f"numbers {seed}")
    for person in people:
        while person.nhs and person.nhs in seen:
            person.nhs = nhs_number(draw)
        seen.add(person.nhs)


def nhs_number(draw):
    """A number of the 999 range with its check digit."""
    while True:
        digits = [9, 9, 9] + [draw.randrange(10) for _ in range(6)]
        check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1))) % 11
        if check != 10:
            return "".join(map(str, digits + [check % 11]))


def write(college, folder):
    """Writes study.yaml, maps/ and exports/ into a folder."""
    folder = pathlib.Path(folder)
    (folder / "exports").mkdir(parents=True)
    (folder / "maps").mkdir()
    draw = random.Random(f"college {college.seed}")
    in_period = college.everyone_registered_in_period
    if in_period is None:
        in_period = draw.random() < 0.6
    size = college.size or draw.randint(*((180, 300) if college.arms else (40, 300)))
    full_start = draw.random() < 0.5
    people = [_person(number, draw, in_period, full_start) for number in range(size)]
    _part(people, college.seed)
    forms = _forms(college, people, draw)
    tables = {
        "students": _students(people, draw), "forms": forms, "attendance": _attendance(people, draw),
        "inpatient-spells": _spells(people, draw), "community-contacts": _contacts(people, draw),
    }
    # Drawn apart, so that a seed's other exports are what they were before these were asked.
    asked, costs = _asked(college), pricing.drawn(college.seed, college.delivery)
    if college.hours:
        tables["attendance"] = _with_hours(college, tables["attendance"])
    if college.arms:
        tables["students"] = _with_arms(college, tables["students"])
        costs = pricing.of_trial(costs, random.Random(f"trial of college {college.seed}"))
    if college.leave:
        tables["home-leave"] = _leave(people, random.Random(f"leave {college.seed}"))
        for person in people:
            person.home_leave = home_leave(college)
    tables["stories"], tables["codings"] = _stories(people, draw, asked)
    if college.rules:
        tables["measures"] = _measures(people, random.Random(f"measures {college.seed}"))
    if asked.lives:
        tables["forms"] = _lives(college, people, forms)
    if asked.feedback:
        tables["feedback"] = _feedback(college, people, asked)
    gone = None if college.leave_out is None else people[college.leave_out]
    for name, (heading, rows) in tables.items():
        if gone is not None:
            told = {row[0] for row in rows if name == "stories" and row[1] == gone.student}
            tables_gone = {gone.student, gone.nhs} | told
            rows = [row for row in rows if not tables_gone & set(row[:2])]
            if name == "stories":
                tables["codings"] = (tables["codings"][0],
                                     [row for row in tables["codings"][1] if row[0] not in told])
        with open(folder / "exports" / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(heading)
            writer.writerows(rows)
    (folder / "study.yaml").write_text(_plan(college, in_period, costs), encoding="utf-8")
    if costs:
        pricing.write(costs, folder)
    for name, text in _maps(asked, college).items():
        if name == "measures" and not college.rules or name == "home-leave" and not college.leave:
            continue
        (folder / "maps" / f"{name}.map.yaml").write_text(text, encoding="utf-8")
    if asked.feedback:
        (folder / "scales").mkdir()
        (folder / "scales" / "recommend.yaml").write_text(RECOMMEND, encoding="utf-8")
    return people


def _person(number, draw, in_period, full_start):
    """One person: most are service users, some are carers or staff, some were never known to the trust."""
    registered = FIRST_DAY + DAY * draw.randrange((LAST_REGISTRATION - FIRST_DAY).days + 1)
    if full_start and draw.random() < 0.4:
        registered = FIRST_DAY + DAY * draw.randrange(12)
    if not in_period and draw.random() < 0.06:
        registered = FIRST_DAY - DAY * draw.randrange(10, 200)
    band = draw.choices(AGE_BANDS, weights=[5, 20, 25, 25, 18, 4])[0]
    age = draw.randint(band[1], band[2])
    born = registered - DAY * int(365.25 * age + draw.randrange(20, 340))
    known = None
    if draw.random() > 0.05:
        # Some come to the college as soon as the trust knows them: they have few days before day 0.
        weeks = draw.choice([0.3, 2, 7]) if draw.random() < 0.05 else draw.uniform(30, 400)
        known = registered - DAY * max(1, int(7 * weeks))
    left = registered + DAY * draw.randrange(20, 500) if draw.random() < 0.06 else None
    # A day of leaving that lies more than a year beyond the data is taken for a slip, and its row set aside.
    if left and left > DATA_TO + 365 * DAY:
        left = None
    return Person(
        number, f"ST-{10_000 + 7 * number + draw.randrange(7)}", nhs_number(draw) if draw.random() > 0.04 else "",
        born, draw.choices([code for code, _ in GENDERS], weights=[62, 32, 2.5, 2.5])[0],
        draw.choices(["SU", "Carer", "Staff"], weights=[80, 8, 12])[0], draw.random() > 0.04,
        registered, known, left, draw.gauss(0, 1), max(0.0, draw.gauss(0.25, 0.5)))


def _students(people, draw):
    """The register: a person who comes back has a second row."""
    heading = ["Student ID", "NHS No", "Forename", "Surname", "DOB", "Gender", "Type", "Consent", "Registered on",
               "Known since", "Left on"]
    syllables = ["zar", "min", "tol", "bex", "vim", "ock", "une", "pra", "lisk", "wen"]
    rows = []
    for person in people:
        names = ["".join(draw.choices(syllables, k=2)).capitalize() for _ in range(2)]
        row = [person.student, person.nhs, *names, person.born, person.gender, person.kind,
               "Y" if person.consents else "N", person.registered, person.known_from or "", person.left or ""]
        rows.append(row)
        again = person.registered + DAY * draw.randrange(200, 500)
        if draw.random() < 0.08 and again <= LAST_REGISTRATION:
            rows.append(row[:8] + [again] + row[9:])
    return heading, sorted(rows, key=lambda row: (row[8], row[0]))


def _answers(person, shift, draw):
    """Answers of both scales: seven of 1 to 5 and fifteen of 0 to 4."""
    def answer(low, high, level):
        return min(high, max(low, round(level + draw.gauss(0, 0.8))))
    mood = person.level * 0.7 + shift
    return [answer(1, 5, 2.8 + mood) for _ in range(7)] + [answer(0, 4, 2.0 + mood) for _ in range(15)]


def _forms(college, people, draw):
    """Forms at the start, at four months and at a year; a college may fix how many there are of each kind."""
    heading = ["Student ID", "Completed on"] + [f"S{n}" for n in range(1, 8)] + [f"Q{n}" for n in range(1, 16)]
    rows = []
    first, later = draw.uniform(0.6, 0.9), draw.uniform(0.35, 0.75)
    again = (0.7, 0.25)
    if college.arms:
        # Of few who come back nothing is compared.
        first, later, again = 0.97, 0.97, (0.99, 0.9)
    plan = {}
    if college.both_forms is not None:
        due = [p for p in people if p.kind == "SU" and p.consents and p.registered + 180 * DAY <= DATA_TO
               and p.registered >= FIRST_DAY]
        draw.shuffle(due)
        both = college.both_forms
        for place, person in enumerate(due):
            plan[person.number] = (place < both or place >= both + college.without_first,
                                   place < both + college.without_first)
    for person in people:
        has_first, has_second = plan.get(person.number, (draw.random() < first, draw.random() < later))
        has_third = draw.random() < later * again[not has_second]
        for occasion, has, day, shift in [
                ("baseline", has_first, draw.randint(-10, 20), 0.0),
                ("four-months", has_second, draw.randint(90, 150), 0.35),
                ("a-year", has_third, draw.randint(330, 400), 0.45)]:
            answers = _answers(person, shift, draw)
            if draw.random() < 0.03 and college.both_forms is None:
                answers[:7] = [""] * 7
            when = person.registered + DAY * day
            if has and when <= DATA_TO:
                rows.append([person.student, when, *answers])
                person.sums[occasion] = sum(answers[7:])
        if has_first and draw.random() < 0.03:
            rows.append([person.student, person.registered + DAY * draw.randint(21, 27),
                         *_answers(person, 0.0, draw)])
    return heading, sorted(rows, key=lambda row: (row[1], row[0]))


def _measures(people, draw):
    """PHQ-9, GAD-7 and ReQoL-10 at the start and at four months; some leave one of them out."""
    heading = (["Student ID", "Completed on"] + [f"P{n}" for n in range(1, 10)] + [f"G{n}" for n in range(1, 8)]
               + ["ReQoL-10"])
    rows = []
    returning, leaving_out, moves = draw.uniform(0.3, 0.95), draw.uniform(0.0, 0.25), draw.uniform(-0.2, 0.9)
    for person in people:
        mood = draw.gauss(1.5, 0.8)
        for day, shift in [(draw.randint(-10, 20), 0.0), (draw.randint(90, 150), moves + draw.gauss(0, 0.5))]:
            answers = [[min(3, max(0, round(mood - shift + draw.gauss(0, 0.6)))) for _ in range(items)]
                       for items in (9, 7)]
            total = [min(40, max(0, round(20 + 8 * (1.5 - mood + shift) + draw.gauss(0, 3))))]
            scales = [part if draw.random() > leaving_out else [""] * len(part) for part in (*answers, total)]
            when = person.registered + DAY * day
            if draw.random() < (0.9 if day < 60 else returning) and when <= DATA_TO:
                rows.append([person.student, when, *scales[0], *scales[1], *scales[2]])
    return heading, sorted(rows, key=lambda row: (row[1], row[0]))


def _attendance(people, draw):
    """The register of sessions; nothing runs in summer, little or nothing in April and December."""
    heading = ["Student ID", "Course", "Session date", "Status"]
    courses = ["Sleeping better", "Understanding anxiety", "Walking group", "Writing for ourselves"]
    rows = []
    # Some colleges have kept a register only since their second year.
    quiet = draw.choice([1.0, 1.0, 0.9])
    kept_from = datetime.date(2023, 9, 4) if draw.random() < 0.4 else FIRST_DAY
    for person in people:
        if draw.random() < 0.12:
            continue
        for _ in range(min(30, int(draw.expovariate(1 / 7)) + 1)):
            day = person.registered + DAY * int(draw.expovariate(1 / 90))
            if not kept_from <= day <= DATA_TO or day.month in (7, 8) or (day.month in (4, 12) and draw.random() < quiet):
                continue
            status = draw.choices(["Attended", "DNA", "Cancelled", "Withdrawn"], weights=[65, 22, 10, 3])[0]
            rows.append([person.student, draw.choice(courses), day, status])
            if status == "Attended":
                person.first_session = min(day, person.first_session or day)
    return heading, sorted(rows, key=lambda row: (row[2], row[0], row[1]))


def _spells(people, draw):
    """Stays in hospital, more of them shortly before registration."""
    heading = ["NHS No", "Admitted", "Discharged", "Legal status"]
    rows = []
    for person in people:
        if not person.nhs or person.known_from is None:
            continue
        busy_until = COVER_FROM - 60 * DAY
        starts = []
        for _ in range(sum(draw.random() < person.illness * 0.5 for _ in range(5))):
            starts.append(person.registered + DAY * int(
                -draw.expovariate(1 / 60) if draw.random() < 0.45 else draw.uniform(-400, 400)))
        for start in sorted(starts):
            end = start + DAY * (2 + int(draw.expovariate(1 / 20)))
            if start <= busy_until or start > DATA_TO:
                continue
            busy_until = end
            status = draw.choices(["Informal", "Section 2", "Section 3"], weights=[70, 20, 10])[0]
            rows.append([person.nhs, start, end if end <= DATA_TO else "", status])
            person.spells.append((start, end if end <= DATA_TO else None, status))
    return heading, sorted(rows, key=lambda row: (row[1], row[0]))


# How many hours a session of each course lasts: a timetable that everybody may read.
HOURS = {"Sleeping better": 2.0, "Understanding anxiety": 2.0, "Walking group": 1.5, "Writing for ourselves": 3.0}


def _with_hours(college, attendance):
    """The register with a column of hours; some registers leave it blank now and then."""
    draw = random.Random(f"hours {college.seed}")
    blank, alike = draw.choice([0, 0.002, 0.01, 0.08]), draw.random() < 0.4
    heading, rows = attendance
    return heading + ["Hours"], [
        [*row, "" if draw.random() < blank else 2.0 if alike else HOURS[row[1]]] for row in rows]


def _with_arms(college, students):
    """The register with the arm that chance assigned each student to, the same in every row."""
    draw = random.Random(f"arms {college.seed}")
    share, (heading, rows) = draw.choice([0.5, 0.5, 0.35]), students
    arm_of = {student: "new" if draw.random() < share else "usual" for student in sorted({row[0] for row in rows})}
    return heading + ["Arm"], [[*row, arm_of[row[0]]] for row in rows]


def _leave(people, draw):
    """Nights at home on leave from stays that are over."""
    heading, rows = ["NHS No", "Leave from", "Leave to"], []
    share = draw.choice([0.1, 0.3, 0.6])
    for person in people:
        for start, end, _ in person.spells:
            if end is None or (end - start).days < 6 or draw.random() > share:
                continue
            first = start + DAY * draw.randint(1, (end - start).days - 4)
            rows.append([person.nhs, first, first + DAY * draw.randint(1, 3)])
            person.leaves.append((rows[-1][1], rows[-1][2]))
    return heading, sorted(rows, key=lambda row: (row[1], row[0]))


def _contacts(people, draw):
    """Contacts of community teams."""
    heading = ["NHS No", "Contact date", "Attended", "Team"]
    rows = []
    for person in people:
        if not person.nhs or person.known_from is None:
            continue
        for _ in range(int(draw.expovariate(1 / (1 + 12 * person.illness)))):
            day = person.registered + DAY * draw.randint(-360, 360)
            if max(COVER_FROM, person.known_from) <= day <= DATA_TO:
                rows.append([person.nhs, day, draw.choice("5567"), draw.choice(["Team North", "Team South"])])
    return heading, sorted(rows, key=lambda row: (row[1], row[0]))


def _stories(people, draw, asked):
    """Stories of some, read by two coders who mostly agree; in some colleges of many, and a few of them not read."""
    tellers = [p for p in people if p.kind == "SU" and p.consents and p.registered >= FIRST_DAY]
    number = draw.randint(10, 28)
    tellers = draw.sample(tellers, min(len(tellers), round(number * asked.telling)))
    unread = random.Random(f"unread {number}")
    stories, codings = [], []
    common = {theme: draw.uniform(0.08, 0.6) for theme in THEMES}
    for person in tellers:
        for _ in range(2 if draw.random() < 0.12 else 1):
            name = f"STORY-{len(stories) + 1:02d}"
            told = min(person.registered + DAY * draw.randrange(60, 300), DATA_TO - 30 * DAY)
            level = draw.choice([1, 2, 3, 4, 4, 5])
            checked = told + 14 * DAY if level >= 4 and draw.random() < 0.8 else ""
            stories.append([name, person.student, told, f"An invented story, number {len(stories) + 1}.", level, told,
                            told + 1825 * DAY, "", "student researcher 1" if checked else "", checked])
            truth = {theme for theme in THEMES if draw.random() < common[theme]}
            if unread.random() < asked.unread:
                continue
            for coder in ["Coder 1", "Coder 2"]:
                found = {theme for theme in THEMES if (theme in truth) != (draw.random() < 0.08)}
                codings += [[name, coder, theme] for theme in sorted(found)] or [[name, coder, "none"]]
    return ((["Story", "Student ID", "Told on", "Text", "Consent level", "Consent date", "Consent until",
              "Withdrawn on", "Checked by", "Checked on"], stories), (["Story", "Coder", "Code"], codings))


@dataclasses.dataclass
class Asked:
    """What a college asks beside scales: states of life on each form, and feedback once, by course."""

    lives: bool
    feedback: bool
    courses: int
    telling: float  # how many times as many tell a story as in a small college
    unread: float   # the share of stories that nobody read


def _asked(college):
    draw = random.Random(f"asked {college.seed}")
    return Asked(draw.random() < 0.85, draw.random() < 0.85, draw.choice([1, 2, 2, 3, 4]),
                 draw.choice([1, 2, 3, 5]), draw.choice([0, 0, 0.05, 0.2]))


@dataclasses.dataclass
class Landmark:
    """When completers are told apart, and what completing is."""

    by: int         # days after day 0
    completed: str
    of_change: bool  # whether every follow-up is later, so that change is asked of them too


def _landmark(college):
    """None where a college does not tell completers apart."""
    if not college.completers:
        return None
    draw = random.Random(f"completers {college.seed}")
    by = draw.choice([60, 60, 90, 180])
    completed = draw.choice(["70% of a course", "70% of a course", "3 sessions", "6 sessions"])
    return Landmark(by, draw.choice(["4 hours", "8 hours", "12 hours"]) if college.hours else completed, by <= 60)


# Of each part of life the states, whether people hope to be in them, and how many are at the start.
LIVES = {
    "work": [("in paid work", True, 16), ("volunteering", True, 12), ("in education or training", True, 8),
             ("looking for work", False, 24), ("not working or studying", False, 40)],
    "housing": [("own home or tenancy", True, 60), ("with family or friends", True, 25), ("supported housing", True, 10),
                ("temporary or no home", False, 5)],
}
WORK_CODES = dict(zip(["Employed", "Voluntary", "Student", "Unemployed", "Other"], [state for state, *_ in LIVES["work"]]))
COURSES = ["Sleeping better", "Understanding anxiety", "Walking group", "Writing for ourselves"]


def _lives(college, people, forms):
    """The same forms with two more columns: a person's state is mostly what it was on their form before."""
    draw = random.Random(f"lives {college.seed}")
    stay, blank = draw.choice([0.6, 0.8, 0.92]), draw.choice([0.02, 0.1])
    code_of = {state: code for code, state in WORK_CODES.items()}
    last = {}
    heading, rows = forms
    told = []
    for row in rows:
        states = []
        for part, known in LIVES.items():
            if (row[0], part) not in last or draw.random() > stay:
                later = (row[0], part) in last
                weights = [weight * (2 if later and sought else 1) for _, sought, weight in known]
                last[row[0], part] = draw.choices([state for state, *_ in known], weights=weights)[0]
            state = last[row[0], part]
            states.append("" if draw.random() < blank else code_of.get(state, state))
        told.append([*row, *states])
    return [*heading, "Main activity", "Housing"], told


def _feedback(college, people, asked):
    """A form at the end of a course; some answer after several courses, and some twice after one."""
    draw = random.Random(f"feedback {college.seed}")
    share, content = draw.choice([0.15, 0.4, 0.7]), draw.choice([0.6, 1.2])
    popular = [draw.choice([1, 3, 10]) for _ in COURSES[:asked.courses]]
    rows = []
    for person in people:
        if draw.random() > share:
            continue
        for _ in range(draw.choice([1, 1, 1, 2, 3])):
            day = person.registered + DAY * draw.randrange(30, 300)
            likes = content + draw.gauss(0, 0.8)
            if day <= DATA_TO:
                rows.append([person.student, day, draw.choices(COURSES[:asked.courses], weights=popular)[0],
                             min(5, max(1, round(3.2 + likes))) if draw.random() > 0.04 else "",
                             min(32, max(8, round(22 + 5 * likes))) if draw.random() > 0.04 else ""])
    return ["Student ID", "Completed on", "Course", "Recommend", "CSQ"], sorted(rows, key=lambda row: (row[1], row[0]))


def _lives_plan():
    """What study.yaml says of parts of life."""
    labels = {"work": ("work, volunteering and study", "in work, volunteering or study"),
              "housing": ("housing", "in settled housing")}
    text = "life_outcomes:\n"
    for part, known in LIVES.items():
        text += (f"  - id: {part}\n    label: {labels[part][0]}\n    states: [{', '.join(state for state, *_ in known)}]\n"
                 f"    sought: [{', '.join(state for state, sought, _ in known if sought)}]\n"
                 f"    sought_label: {labels[part][1]}\n")
    return text


def _plan(college, in_period, costs):
    """study.yaml."""
    also = _asked(college)
    outcomes = _lives_plan() if also.lives else ""
    more = ""
    spent, priced = pricing.plan(costs) if costs else ("", "")
    if also.feedback:
        outcomes += "feedback:\n  - { scale: recommend, at_least: 4, label: would recommend the college }\n  - { scale: csq8 }\n"
    landmark = _landmark(college)
    told_apart = ["age_band", "gender"] if college.groups else []
    of_forms = told_apart + ["completers"] * bool(landmark and landmark.of_change)
    asked, asked_of_forms = (f", groups: [{', '.join(['all', *columns])}]" if columns else ""
                             for columns in (told_apart, of_forms))
    if landmark:
        more += "  - { id: followed,    ask: service_use, events: [admission, bed-day, detention, contact], groups: [completers] }\n"
        if costs and costs.events:
            priced = priced.replace(" }\n", ", groups: [completers] }\n")
    groups = ""
    design = "{ randomised: arm, control: usual }" if college.arms else "before-after"
    if college.arms:
        groups = "groups:\n  - { column: arm, label: arm, values: { usual: usual care, new: the college } }\n"
    if college.groups:
        bands = ", ".join(f'"{band}": "{band}"' for band, _, _ in AGE_BANDS)
        genders = ", ".join(f"{value}: {value}" for _, value in GENDERS)
        groups = (f"{groups or 'groups:' + chr(10)}  - {{ column: age_band, label: age band, values: {{ {bands} }} }}\n"
                  f"  - {{ column: gender, label: gender, values: {{ {genders} }} }}\n")
    ways = f"completers: {{ by: {landmark.by} days, completed: {landmark.completed} }}\n" if landmark else ""
    ways += "sensitivity: all\n" if college.ways else ""
    ways += _series(college) if college.series else ""
    leave = f", home_leave: {home_leave(college)}" if college.leave else ""
    measures = """\
  - scale: phq9
    role: secondary
    reliability: { points: 6 }
    cut_off: c
    norm: { mean: 4, sd: 4, source: nobody's survey }
  - { scale: gad7,    role: secondary, reliability: none }
  - { scale: reqol10, role: secondary, reliability: { points: 5 } }
""" if college.rules else ""
    counted = (f"  - {{ id: by-rules, ask: meaning, outcomes: [phq9, gad7, reqol10], "
               f"rules: [nhs-tt, nhse-cmh, cyp]{asked} }}\n" if college.rules else "")
    if college.times:
        months = random.Random(f"times {college.seed}").choice([[3, 6, 12], [6, 12, 18], [12], [2, 4, 6, 9, 12, 18]])
        more += f"  - {{ id: first,       ask: time_to_event, events: [admission, detention], months: {months}{asked} }}\n"
    if also.lives:
        more += f"  - {{ id: lives,       ask: life_outcomes{asked_of_forms} }}\n"
    if also.feedback:
        more += "  - { id: feedback,    ask: feedback, by: course }\n"
    second = ""
    if college.windows:
        other = random.Random(f"windows {college.seed}").choice([6, 18, 24])
        second = (f"  - {{ id: {other}-months, label: {other} months, before: {other} months, after: {other} months, "
                  "rate: per person-year }\n")
    period = f"  registered: {{ from: {FIRST_DAY}, to: {LAST_REGISTRATION} }}\n"
    return f"""furlong: 1
study:
  id: attack-{college.seed}
  title: An invented college, number {college.seed}
  about: An invented college. Nothing here is evidence about any real one.
  fictional: yes
  people: {{ one: student, many: students }}
{period}  data_to: {DATA_TO}
  design: {design}
  involvement: None; nobody here exists.
  seed: {college.seed}
who:
  - {{ column: type, is: [service user], others: {{ carer: carers, staff: staff }} }}
  - {{ column: data_consent, is: ["yes"] }}
day_0: {{ what: first registration }}
population:
  who: people on an invented caseload
  source: nobody's count
  counts: {{ gender: {{ woman: 520, man: 450, non-binary: 30 }} }}
occasions:
  - {{ id: baseline,    label: at the start,      is: baseline,  from: -28, to: 28,  nearest_to: 0 }}
  - {{ id: four-months, label: about four months, is: follow-up, from: 60,  to: 180, nearest_to: 120 }}
  - {{ id: a-year,      label: about a year,      is: follow-up, from: 300, to: 430, nearest_to: 365 }}
outcomes:
  - {{ scale: swemwbs, role: primary,   reliability: implied-by-sem }}
  - {{ scale: qpr15,   role: secondary, reliability: test-retest }}
{measures}{outcomes}events:
  - {{ id: admission, one: admission,              many: admissions,         role: primary }}
  - {{ id: bed-day,   one: day in hospital,        many: days in hospital,   role: secondary{leave} }}
  - {{ id: detention, one: detention,              many: detentions,         role: secondary }}
  - {{ id: contact,   one: community team contact, many: community contacts, role: secondary }}
windows:
  - {{ id: 12-months, label: 12 months, before: 12 months, after: 12 months, rate: per person-year }}
{second}{groups}{ways}{spent}stories:
  codebook: chime-d
  agreement: cohen-kappa
  quotes: {{ purpose: public report, reviewed: yes }}
steps:
  - {{ id: who,         ask: reach }}
  - {{ id: wellbeing,   ask: change,      outcomes: [swemwbs, qpr15]{asked_of_forms} }}
  - {{ id: real-change, ask: meaning,     outcomes: [swemwbs, qpr15]{asked_of_forms} }}
{counted}  - {{ id: hospital,    ask: service_use, events: [admission, bed-day, detention, contact]{asked} }}
  - {{ id: stories,     ask: experience }}
{priced}{more}  - {{ id: limits,      ask: certainty }}
disclosure: {college.policy}
report:
  for: commissioner
  prepared_by: Nobody
  decision: None.
  commentary: ""
"""


def home_leave(college):
    """What the plan makes of nights at home on leave."""
    return random.Random(f"home leave {college.seed}").choice(["counted", "left out"])


def _series(college):
    """What others publish of contacts, month by month, over all days that anybody can be watched."""
    draw = random.Random(f"series {college.seed}")
    months = [f"{year}-{month:02d}" for year in range(2019, 2027) for month in range(1, 13)]
    values = ", ".join(f"{month}: {draw.uniform(30, 60):.1f}" for month in months)
    return f"""\
context:
  - id: national
    event: contact
    what: contacts for each 100 people on the caseload
    source: nobody's monthly statistics
    public: yes
    months: {{ {values} }}
"""


_FORMAT = "format: { encoding: utf-8, delimiter: comma, decimal: point, header_row: 1, dates: year month day }\n"
_STUDENT = "person:\n  - { column: Student ID, kind: student_id }\n"
_PATIENT = "person:\n  - { column: NHS No, kind: nhs_number }\n"
_COVERS = f"covers: {{ from: {COVER_FROM}, to: {DATA_TO} }}\nno_rows_means: none happened\n"


def _map(name, holds, rows, rest):
    return f"furlong_map: 1\nreads: exports/{name}.csv\nholds: {holds}\nrows: {rows}\n{_FORMAT}{rest}"


MAPS = {
    "people": _map("students", "people", "one a registration", _STUDENT + """\
  - { column: NHS No, kind: nhs_number, may_be_blank: yes }
missing: { "": not recorded }
registered_on: Registered on
known_to_trust_from: Known since
left_on: Left on
born: { column: DOB, keep: age band at day 0 }
about:
  type:         { column: Type, values: { SU: service user, Carer: carer, Staff: staff } }
  gender:       { column: Gender, values: { F: woman, M: man, NB: non-binary, "-": not said } }
  data_consent: { column: Consent, values: { Y: "yes", N: "no" } }
drop: [Forename, Surname]
"""),
    "forms": _map("forms", "scores", "one a form", _STUDENT + f"""\
date: Completed on
missing: {{ "": blank }}
scores:
  - {{ scale: swemwbs, items: [{", ".join(f"S{n}" for n in range(1, 8))}] }}
  - {{ scale: qpr15, items: [{", ".join(f"Q{n}" for n in range(1, 16))}] }}
"""),
    "measures": _map("measures", "scores", "one a form", _STUDENT + f"""\
date: Completed on
missing: {{ "": blank }}
scores:
  - {{ scale: phq9, items: [{", ".join(f"P{n}" for n in range(1, 10))}] }}
  - {{ scale: gad7, items: [{", ".join(f"G{n}" for n in range(1, 8))}] }}
  - {{ scale: reqol10, total: ReQoL-10 }}
"""),
    "attendance": _map("attendance", "attendance", "one a student and session", _STUDENT + """\
session: { course: Course, date: Session date }
status:
  column: Status
  values: { Attended: attended, DNA: missed, Cancelled: cancelled by student, Withdrawn: cancelled by college }
"""),
    "spells": _map("inpatient-spells", "events", "one a spell", _PATIENT + _COVERS + """\
start: Admitted
end: { column: Discharged, blank_means: still there }
events:
  - { event: admission, count: starts }
  - { event: bed-day,   count: nights }
  - { event: detention, count: starts, where: { column: Legal status, is: [Section 2, Section 3] } }
"""),
    "home-leave": _map("home-leave", "events", "one a spell", _PATIENT + _COVERS + """\
start: Leave from
end: { column: Leave to, blank_means: still there }
events:
  - { event: bed-day, count: leave }
"""),
    "contacts": _map("community-contacts", "events", "one an event", _PATIENT + _COVERS + """\
date: Contact date
events:
  - { event: contact, count: rows, where: { column: Attended, is: ["5", "6"] } }
once_a: person, day and team
team: Team
"""),
    "stories": _map("stories", "stories", "one a story", _STUDENT + """\
story: { id: Story, date: Told on, text: Text }
consent: { level: Consent level, given_on: Consent date, until: Consent until, withdrawn_on: Withdrawn on }
reviewed: { by: Checked by, on: Checked on }
missing: { "": not recorded }
"""),
    "codings": _map("codings", "codings", "one a code", "story: Story\ncoder: Coder\ncode: Code\nnothing_found: none\n"),
}


def _maps(asked, college):
    """The maps of the exports that a college has."""
    maps = dict(MAPS)
    if college.arms:
        maps["people"] = maps["people"].replace("drop:", "  arm: { column: Arm, values: { new: new, usual: usual } }\ndrop:")
    if college.hours:
        maps["attendance"] = maps["attendance"].replace("date: Session date }", "date: Session date, hours: Hours }")
    if asked.lives:
        codes = ", ".join(f"{code}: {state}" for code, state in WORK_CODES.items())
        maps["forms"] += ("states:\n"
                          f"  - {{ life_outcome: work, column: Main activity, values: {{ {codes} }} }}\n"
                          "  - { life_outcome: housing, column: Housing }\n")
    if asked.feedback:
        maps["feedback"] = _map("feedback", "scores", "one a form", _STUDENT + """\
date: Completed on
course: Course
missing: { "": blank }
scores:
  - { scale: recommend, total: Recommend }
  - { scale: csq8, total: CSQ }
""")
    return maps


RECOMMEND = """\
furlong_scale: 1
id: recommend
name: Would recommend
measures: whether people would recommend the college
better: higher
score: total
scores: { from: 1, to: 5, step: 1 }
"""
