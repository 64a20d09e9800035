"""Scores in long form: the trust's PHQ-9 item by item, and the college's list of totals."""
import datetime

from export import Export
from people import DAY, TODAY

LARGEST = {"PHQ-9": 27, "GAD-7": 21, "ReQoL-10": 40}


def items_of_phq9(people, dice, slips):
    """`PHQ9 long.csv`: a row an item; dates as SystmOne writes them."""
    export, truth = Export("PHQ9 long.csv"), []
    export.add("headings", "NHS_Number", "Assessment", "Question", "Answer", "AssessmentDate")
    known = sorted(dice.some([person for person in people if person.known_from], 40), key=lambda person: person.nhs)
    made = 0
    for person in known:
        first = person.registered[0] - dice.whole(5, 60) * DAY
        for day in [first, first + dice.whole(90, 180) * DAY][:dice.whole(1, 2)]:
            if day < person.known_from or day >= min(TODAY, person.trust_left or TODAY):
                continue
            made += 1
            when = datetime.datetime.combine(day, datetime.time(8)) + datetime.timedelta(seconds=dice.whole(0, 35000))
            stamp = f"{when.day:02} {when:%b %Y %H:%M:%S}"
            items = [max(0, min(3, round(dice.bell(3.2 - person.level / 1.5, 1)))) for _ in range(9)]
            if made == 7:
                items[8] = None     # left blank
            rows = []
            for question, item in enumerate(items, 1):
                if made == 13 and question == 4:
                    items[3] = None  # the row is not there at all
                    continue
                answer = 5 if made == 19 and question == 6 else item
                rows.append(export.add("data", person.nhs, "PHQ-9", f"PHQ9_Q{question}", "" if answer is None else str(answer), stamp))
                if answer == 5:
                    items[5] = None
                    slips.append(dict(file=export.name, row=rows[-1], why="an answer of 5; PHQ-9 has 0 to 3"))
            truth.append(dict(rows=[rows[0], rows[-1]], person=person.id, date=day, scale="PHQ-9", items=items,
                              total=sum(items) if None not in items else None))
    return export, export.csv(delimiter=";"), truth


def totals(people, dice, slips):
    """`Scores totals.csv`: a row a total, years of two digits, names of measures as two people typed them."""
    export, truth = Export("Scores totals.csv"), []
    export.add("headings", "Student ID", "Measure", "Date", "Total")
    drawn = []
    for person in dice.some(people, 55):
        day = person.registered[0] + dice.whole(0, 10) * DAY
        for scale, largest in LARGEST.items():
            if dice.happens(0.75 if scale != "ReQoL-10" else 0.4):
                better = scale == "ReQoL-10"
                share = person.level / 5 if better else 1 - person.level / 5
                for moved, when in ((0, day), (0.07 if better else -0.07, day + dice.whole(84, 140) * DAY))[:dice.whole(1, 2)]:
                    if when < TODAY:
                        drawn.append((when, person, scale, max(0, min(largest, round(largest * dice.bell(share + moved, 0.12))))))
    drawn.sort(key=lambda score: (score[0], score[1].number, score[2]))
    late = next(place for place, score in enumerate(drawn) if place > 60 and score[2] == "GAD-7")
    for place, (day, person, scale, total) in enumerate(drawn):
        row = export.add("data", person.id, scale.replace("-", "") if dice.happens(0.15) else scale, day.strftime("%d/%m/%y"),
                         "71" if place == late else str(total))
        if place == late:
            slips.append(dict(file=export.name, row=row, why="a total of 71; GAD-7 has 0 to 21"))
            continue
        truth.append(dict(row=row, person=person.id, date=day, scale=scale, total=total))
    return export, export.csv(delimiter=";"), truth
