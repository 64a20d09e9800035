"""The forms at the start and end of a course, as Microsoft Forms exports them, and the college's own ladder."""
import datetime

from export import Export
from people import DAY, TODAY

ANSWERS = ["None of the time", "Rarely", "Some of the time", "Often", "All of the time"]
TOPICS = ["optimism", "usefulness", "relaxing", "problems", "thinking", "closeness", "deciding"]
# A non-breaking space stands at the end of a question, as Forms leaves it where somebody pasted the text.
HEADINGS = ["ID", "Start time", "Completion time", "Email", "Name", "What is your student number?\u00a0", "Which form is this?",
            *(f"SWEMWBS {number}: statement about {topic}" for number, topic in enumerate(TOPICS, 1)), "Anything else?"]
TYPED = ["RC{:04}", "RC{:04}", "RC{:04}", "rc{}", "RC {:04}", "{:04}", "rc{:04} ", "{}", "Rc{:04}", "RC-{:04}", " RC{:04}", "rc {}"]
REMARKS = ["Thank you!", "Parking was hard to find - 20 minutes late", "Enjoyed it; would come again, and bring my sister",
           "The room was cold.\nThe tea was good.", "It’s the first thing I have finished in years", "n/a", "no", "£0 and worth more",
           "“Slow down a bit”, please", "Zoë who sat beside me was kind"]
LADDER_UNTIL = datetime.date(2025, 4, 1)
LADDER = ["Hope", "Connection", "Confidence"]


def wellbeing(dice, level):
    return [max(1, min(5, round(dice.bell(level, 0.8)))) for _ in TOPICS]


def responses(people, dice, slips):
    """`Forms responses.xlsx`: a row a form, student numbers as people typed them."""
    drawn = []
    for person in people:
        if dice.happens(0.82):
            started = person.registered[0] + dice.whole(0, 12) * DAY
            drawn.append((started, "start", person, wellbeing(dice, person.level)))
            ended = started + dice.whole(80, 150) * DAY
            if dice.happens(0.64) and ended < TODAY:
                drawn.append((ended, "end", person, wellbeing(dice, person.level + dice.bell(0.35, 0.4))))
        elif dice.happens(0.2):
            ended = min(person.registered[0] + dice.whole(90, 150) * DAY, TODAY - DAY)
            drawn.append((ended, "end", person, wellbeing(dice, person.level + 0.3)))
    drawn.sort(key=lambda form: (form[0], form[2].number))
    nobody, unknown = len(drawn) // 3, len(drawn) // 2
    export, truth = Export("Forms responses.xlsx"), []
    export.add("headings", *HEADINGS)
    identity = 0
    for place, (day, occasion, person, items) in enumerate(drawn):
        identity += 1 if dice.happens(0.97) else 2  # a test response was deleted
        began = datetime.datetime.combine(day, datetime.time(9)) + datetime.timedelta(seconds=dice.whole(0, 36000))
        done = began + datetime.timedelta(seconds=dice.whole(70, 900))
        items = [None if dice.happens(0.012) else item for item in items]
        typed = dice.one(TYPED).format(person.number)
        helped = dice.happens(0.2)
        slip = {nobody: "RC0999", unknown: "don't know"}.get(place)
        row = export.add(
            "data", identity, began, done, "front.desk@willowbrook.example.org" if helped else "anonymous",
            "Front Desk" if helped else None, slip or typed, f"{occasion.capitalize()} of course",
            *(item and ANSWERS[item - 1] for item in items), dice.one(REMARKS) if dice.happens(0.3) else None)
        if slip:
            slips.append(dict(file=export.name, row=row, why="student number RC0999 belongs to nobody" if place == nobody
                              else "no student number was typed: whose form this is cannot be known"))
            continue
        truth.append(dict(row=row, person=person.id, typed=typed, date=day, scale="SWEMWBS", occasion=occasion, items=items,
                          total=sum(items) if None not in items else None))
    return export, export.xlsx(shared=True), truth


def summary(forms):
    """Raw SWEMWBS at start and end, of forms with all seven items."""
    totals = {occasion: {form["person"]: form["total"] for form in forms
                         if form["occasion"] == occasion and form["total"] is not None} for occasion in ("start", "end")}
    both = [person for person in totals["start"] if person in totals["end"]]
    mean = lambda numbers: round(sum(numbers) / len(numbers), 6)
    return dict(
        forms={occasion: sum(form["occasion"] == occasion for form in forms) for occasion in totals},
        complete={occasion: len(totals[occasion]) for occasion in totals},
        mean_raw={occasion: mean(totals[occasion].values()) for occasion in totals},
        people_with_both=len(both),
        mean_raw_of_those_with_both={occasion: mean([totals[occasion][person] for person in both]) for occasion in totals},
        mean_change=mean([totals["end"][person] - totals["start"][person] for person in both]))


def ladder(people, dice, slips):
    """`Ladder.xlsx`: three rungs from 1 to 10, start and end beside each other; the headings stand in row 3."""
    export, truth = Export("Ladder.xlsx"), []
    export.add("title", "Willowbrook ladder: start and end of course, 2024 to 2025")
    export.add("title", None, "Start", None, None, "End", None, None)
    export.add("headings", "Student No", *(f"{rung} {occasion}" for occasion in ("start", "end") for rung in LADDER))
    chosen = sorted(dice.some([person for person in people if person.registered[0] < LADDER_UNTIL], 64), key=lambda person: person.number)
    for place, person in enumerate(chosen):
        starts = [max(1, min(10, round(dice.bell(person.level * 1.8, 1.5)))) for _ in LADDER]
        ends = [max(1, min(10, score + dice.whole(-1, 3))) for score in starts] if dice.happens(0.7) else [None] * 3
        cells = [score if score is None or dice.happens(0.95) else f"{score} " for score in starts + ends]
        if place == 21:
            cells[1], starts[1] = 11, None
        row = export.add("data", f"rc{person.number:04}" if place % 13 == 5 else person.id, *cells)
        if place == 21:
            slips.append(dict(file=export.name, row=row, why="Connection start is 11; a rung is 1 to 10"))
        for occasion, scores in (("start", starts), ("end", ends)):
            if any(scores):
                truth.append(dict(row=row, person=person.id, occasion=occasion,
                                  **{rung.lower(): score for rung, score in zip(LADDER, scores)}))
    export_bytes = export.xlsx(sheet="Ladder 24-25", merged=("A1:G1", "B2:D2", "E2:G2"), shared=False)
    return export, export_bytes, truth
