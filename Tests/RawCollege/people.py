"""The invented students and carers, and the college's list of them."""
import dataclasses
import datetime

from export import Export

TODAY = datetime.date(2025, 11, 14)
DAY = datetime.timedelta(days=1)
FORENAMES = {
    "female": ["Zoë", "Chloé", "Siân", "Amara", "Bethan", "Fatima", "Grace", "Hélène", "Ines", "Joy", "Kirsty", "Leila", "Mary-Ann"],
    "male": ["René", "François", "Seán", "Ahmed", "Bryn", "Callum", "Dev", "Elijah", "Gareth", "Håkon", "Iain", "Kofi", "Luís"],
    None: ["Ash", "Robin", "Sky", "Kit", "Jules", "Noor", "Sam", "Alex"],
}
SURNAMES = ["O’Brien", "D’Arcy", "Müller", "Núñez", "Ångström", "Ellwood", "Farrow", "Garside", "Hallam", "Ibbotson", "Jessop",
            "Kettlewell", "Lumb", "Mbeki-Thorpe", "Naylor", "Oyelaran", "Priestley", "Quarmby", "Rushforth", "St John", "Thackray",
            "Umarji", "Varley", "Wadsworth", "Xavier", "Yeadon", "de la Croix"]
GENDER_WORDS = {"female": ["Female", "Female", "Female", "female", "F"], "male": ["Male", "Male", "M"],
                "non-binary": ["Non-binary"], None: [""]}
HEADINGS = ["Student ID", "Forename", "Surname", "DOB", "Gender", "Student type", "NHS No", "Postcode", "Email",
            "Date registered", "Date left"]


@dataclasses.dataclass
class Person:
    """One person as all exports know them."""

    id: str
    forename: str
    surname: str
    born: datetime.date
    gender: str | None
    type: str
    nhs: str | None
    registered: list
    left: datetime.date | None
    known_from: datetime.date | None
    trust_left: datetime.date | None
    level: float

    @property
    def number(self):
        return int(self.id[2:])


def nhs_number(dice, taken):
    """A number of the range 999, which is given to nobody, with a right check digit."""
    while True:
        digits = "999" + "".join(str(dice.whole(0, 9)) for _ in range(6))
        check = (11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1))) % 11) % 11
        if check < 10 and digits + str(check) not in taken:
            taken.add(digits + str(check))
            return digits + str(check)


def spaced(number):
    return f"{number[:3]} {number[3:6]} {number[6:]}" if number else ""


def uk(day):
    return day.strftime("%d/%m/%Y") if day else ""


def invent(dice, students=120, carers=15):
    """Students and carers, in the order of their ids, which is the order in which they first registered."""
    starts = [datetime.date(2024, 8, 5), datetime.date(2024, 9, 23), datetime.date(2025, 1, 6), datetime.date(2025, 5, 30)]
    spans = {0: 6, 1: 3, 2: 2}
    days = []
    for _ in range(students + carers):
        span = dice.weighted(spans)
        days.append(dice.day(starts[span], starts[span + 1] - DAY))
    kinds = ["Carer"] * carers + ["Student"] * students
    kinds = dice.some(kinds, len(kinds))
    people, taken = [], set()
    for number, (day, kind) in enumerate(zip(sorted(days), kinds), 1):
        gender = dice.weighted({"female": 58, "male": 32, "non-binary": 4, None: 6})
        nhs = nhs_number(dice, taken) if kind == "Student" and dice.happens(0.9) else None
        known = nhs is not None and dice.happens(0.8)
        again = dice.happens(0.16)
        gone = not again and dice.happens(0.12)
        people.append(Person(
            id=f"RC{number:04}", forename=dice.one(FORENAMES.get(gender, FORENAMES[None])), surname=dice.one(SURNAMES),
            born=dice.day(datetime.date(1947, 1, 1), datetime.date(2005, 12, 31)), gender=gender, type=kind, nhs=nhs,
            registered=[day] + ([dice.day(datetime.date(2025, 9, 1), datetime.date(2025, 10, 20))] if again else []),
            left=dice.day(max(day + 30 * DAY, datetime.date(2025, 1, 6)), TODAY - DAY) if gone else None,
            known_from=dice.day(datetime.date(2017, 1, 1), day - 60 * DAY) if known else None,
            trust_left=dice.day(datetime.date(2025, 4, 1), TODAY - DAY) if known and dice.happens(0.12) else None,
            level=dice.bell(2.7, 0.6)))
    return people


def student_list(people, dice):
    """`Students.csv`: a row a registration, so that who came back in the next academic year stands twice."""
    export = Export("Students.csv")
    for title in ("Willowbrook Recovery College", "Student list", f"Run on: {uk(TODAY)}"):
        export.add("title", title)
    export.add("headings", *HEADINGS)
    truth = {person.id: dict(
        id=person.id, type=person.type.lower(), gender=person.gender, born=person.born, nhs=person.nhs,
        registered=person.registered[0], registrations=person.registered, left=person.left, rows=[]) for person in people}
    registrations = sorted((day, person.number, place) for person in people for place, day in enumerate(person.registered))
    for day, number, place in registrations:
        person = people[number - 1]
        # Some left in summer and came back: they are not gone.
        came_back = len(person.registered) == 2 and place == 0 and number % 4 == 2
        left = datetime.date(2025, 7, 18) if came_back else person.left if place == len(person.registered) - 1 else None
        nhs = None if len(person.registered) == 2 and place == 0 and number % 3 == 0 else person.nhs  # asked for later
        email = f"student{number}@example.org" if number % 9 else ""
        truth[person.id]["rows"].append(export.add(
            "data", person.id, person.forename, person.surname, uk(person.born), dice.one(GENDER_WORDS[person.gender]), person.type,
            spaced(nhs), f"ZZ99 {number % 9 + 1}{chr(65 + number % 23)}{chr(70 + number % 17)}", email, uk(day), uk(left)))
    export.add("totals", "Total", str(len(registrations)), "Fees: £0.00")
    return export, export.csv(encoding="cp1252"), list(truth.values())
