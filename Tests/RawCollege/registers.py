"""The registers: a row a student on a course, a column a session, a mark a day."""
import datetime

from export import Export
from people import DAY

KEY = ("Key: / or Y or 1 = here; L = here, late; A = absent; DNA = did not attend; C = student cancelled; "
       "X = session cancelled by the college; blank = not on the course that day")
SAME = {"Living Well With Anxiety": "Living well with anxiety"}  # spelt otherwise in spring: one course
STATUS = {"/": "attended", "Y": "attended", "1": "attended", "L": "attended", "A": "missed", "DNA": "missed",
          "C": "cancelled by student", "X": "cancelled by college"}
AUTUMN = {"Living well with anxiety": datetime.date(2024, 9, 24), "Understanding psychosis": datetime.date(2024, 10, 2),
          "Café conversations": datetime.date(2024, 10, 10), "Telling my story": datetime.date(2024, 10, 8)}
SPRING = {"Living Well With Anxiety": datetime.date(2025, 1, 14), "Sleep, rest & rhythm": datetime.date(2025, 1, 15),
          "Budgeting: your first £100": datetime.date(2025, 1, 23), "Mindful walking": datetime.date(2025, 2, 7)}


def marks(dice, tick, sessions, called_off):
    """A mark for each session; some join late or leave early and have blanks there."""
    first = dice.whole(1, 2) if dice.happens(0.12) else 0
    last = len(sessions) - (dice.whole(1, 3) if dice.happens(0.15) else 0)
    faithful = dice.bell(0.72, 0.15)
    made = []
    for place, day in enumerate(sessions):
        if not first <= place < last:
            made.append("")
        elif day == called_off:
            made.append("X")
        elif dice.happens(faithful):
            made.append("L" if dice.happens(0.06) else dice.one(["/", "Y", "1"]) if tick is None else tick)
        else:
            made.append(dice.weighted({"A": 5, "DNA": 3, "C": 3}))
    return made


def register(people, dice, name, courses, heading, title, shown):
    """One term: `heading` writes a session's day, `shown` a person's name; ticks differ from tutor to tutor."""
    export, truth = Export(name), []
    sessions = {course: [first + 7 * week * DAY for week in range(6)] for course, first in courses.items()}
    days = sorted({day for course in sessions.values() for day in course})
    export.add("title", title)
    export.add("title", KEY)
    export.add("blank")
    export.add("headings", "Course", "Student ID", "Name", *map(heading, days))
    called_off = {course: dice.one(held) if number in (1, 2) else None for number, (course, held) in enumerate(sessions.items())}
    ticks = dict.fromkeys(days, 0)
    for (course, held), tick in zip(sessions.items(), ("/", "Y", "1", None)):
        able = [person for person in people if person.registered[0] <= held[0] and not (person.left and person.left < held[-1])]
        for person in sorted(dice.some(able, dice.whole(20, 26)), key=lambda person: (person.surname, person.number)):
            made = dict(zip(held, marks(dice, tick, held, called_off[course])))
            written = course + " " if dice.happens(0.04) else course
            row = export.add("data", written, person.id, shown(person), *(made.get(day, "") for day in days))
            for day, mark in made.items():
                if mark:
                    ticks[day] += STATUS[mark] == "attended"
                    truth.append(dict(row=row, person=person.id, course=SAME.get(course, course), date=day, mark=mark, status=STATUS[mark]))
    export.add("totals", "Total here", "", "", *(str(ticks[day]) for day in days))
    return export, truth


def autumn(people, dice):
    export, truth = register(
        people, dice, "Register autumn 2024.csv", AUTUMN, lambda day: day.strftime("%d/%m/%Y"),
        "Willowbrook Recovery College - register, autumn term 2024", lambda person: f"{person.surname}, {person.forename}")
    return export, export.csv(encoding="utf-8", mark=b"\xef\xbb\xbf"), truth


def spring(people, dice):
    export, truth = register(
        people, dice, "Register spring 2025.csv", SPRING, lambda day: f"{day:%a} {day.day} {day:%b %Y}",
        "Willowbrook Recovery College - register, spring term 2025", lambda person: f"{person.forename} {person.surname}")
    return export, export.csv(encoding="cp1252", padded=False), truth
