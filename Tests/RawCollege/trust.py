"""What the trust sends: contacts, stays in hospital, and who is known to it."""
import datetime

from export import Export
from people import DAY, TODAY, spaced, uk

ATTENDED = {"5", "6"}
DIRECT = {"01", "02", "04", "11"}
COVER_FROM = datetime.date(2023, 8, 1)


def last_day(person):
    return min(TODAY, person.trust_left or TODAY) - DAY


def contacts(people, dice):
    """`Trust contacts.csv`: a row a contact, some exactly twice, in the order in which the trust's system gave them."""
    export, truth = Export("Trust contacts.csv"), []
    export.add("headings", "NHSNumber", "ReferralID", "CareContDate", "Team", "AttendStatus", "ConsMechanism")
    drawn = {}
    for person in people:
        if not person.known_from or dice.happens(0.15):
            continue
        referral = f"R{7000 + person.number * 13}"
        team = dice.one(["CMHT North", "CMHT South", "Early Intervention"])
        for _ in range(dice.whole(1, 18)):
            crisis = dice.happens(0.1)
            row = (person.nhs, referral + "C" if crisis else referral, dice.day(max(COVER_FROM, person.known_from), last_day(person)),
                   "Crisis Team" if crisis else team, dice.weighted({"5": 70, "6": 5, "2": 7, "3": 9, "4": 6, "7": 3}),
                   dice.weighted({"01": 60, "02": 20, "03": 5, "04": 5, "11": 10}))
            drawn[row] = person
    rows = dice.some(sorted(drawn), len(drawn))
    for contact in rows:
        nhs, referral, day, team, status, mechanism = contact
        copies = [("copy", contact)] if dice.happens(0.05) else []
        row = export.add("data", nhs, referral, day.isoformat(), team, status, mechanism)
        truth.append(dict(row=row, person=drawn[contact].id, date=day, referral=referral, team=team, status=status, mechanism=mechanism,
                          attended=status in ATTENDED, attended_and_direct=status in ATTENDED and mechanism in DIRECT))
        for kind, _ in copies:
            export.add(kind, nhs, referral, day.isoformat(), team, status, mechanism)
    return export, export.csv(delimiter="\t", encoding="utf-16-le", mark=b"\xff\xfe"), truth


def stays(people, dice, slips):
    """`Trust inpatient.csv`: a row a stay; who is still in hospital has no discharge date."""
    export, truth = Export("Trust inpatient.csv"), []
    export.add("headings", "NHS No", "Admission date", "Discharge date", "Ward", "Legal status")
    midnight = lambda day: f"{uk(day)} 00:00" if day else ""
    drawn = []
    for person in people:
        day = max(COVER_FROM, person.known_from) + dice.whole(0, 200) * DAY if person.known_from else TODAY
        if not dice.happens(0.2):
            continue
        for _ in range(dice.whole(1, 3)):
            left = day + dice.whole(2, 45) * DAY
            if left >= last_day(person):
                break
            drawn.append([person, day, left])
            day = left + dice.whole(20, 250) * DAY
    open_ended = [stay for place, stay in enumerate(drawn)
                  if stay[0].trust_left is None and (place + 1 == len(drawn) or drawn[place + 1][0] is not stay[0])][:2]
    for stay in open_ended:  # the last stay of each, moved to where it can still be going on
        stay[1], stay[2] = max(stay[2] + 10 * DAY, TODAY - dice.whole(4, 25) * DAY), None
    drawn.sort(key=lambda stay: (stay[1], stay[0].number))
    wrong, twice = len(drawn) // 2, len(drawn) // 4
    for place, (person, day, left) in enumerate(drawn):
        legal = dice.weighted({"Informal": 5, "Section 2": 3, "Section 3": 2, "Section 136": 1})
        if place == wrong:
            left = day - 9 * DAY
        cells = spaced(person.nhs), midnight(day), midnight(left), dice.one(["Alder", "Birch", "Rowan PICU"]), legal
        row = export.add("data", *cells)
        if place == wrong:
            slips.append(dict(file=export.name, row=row, why="discharged nine days before admission"))
            continue
        if place == twice:
            export.add("copy", *cells)
        truth.append(dict(row=row, person=person.id, admitted=day, discharged=left, ward=cells[3], legal_status=legal,
                          detained=legal != "Informal"))
    return export, export.csv(), truth


def caseload(people):
    """`Trust caseload list.csv`: whom the trust knows, and until when; nothing about the college."""
    export, truth = Export("Trust caseload list.csv"), []
    export.add("headings", "NHS No", "Known from", "Left or died")
    for person in sorted((person for person in people if person.known_from), key=lambda person: person.nhs):
        row = export.add("data", person.nhs, uk(person.known_from), uk(person.trust_left))
        truth.append(dict(row=row, person=person.id, known_from=person.known_from, left_or_died=person.trust_left))
    return export, export.csv(), truth
