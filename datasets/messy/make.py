#!/usr/bin/env python3
"""Writes exports/: one small export a fault. Each begins with the same ten forms and has one thing done to it.

usage: datasets/messy/make.py [--check]     --check: write nothing; fail where a file differs, or where faults.csv, which is
                                            written by hand, names a file, row or column that is not there
"""
import csv
import datetime
import io
import pathlib
import re
import sys
import zipfile

FOLDER = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(FOLDER.parent.parent / "Tests/RawCollege"))
from workbook import workbook  # noqa: E402

ITEMS = [f"Q{number}" for number in range(1, 16)]
HEADINGS = ["Student ID", "Date completed", "Form", "Gender", *ITEMS]
# Student, day, form, gender, fifteen answers from 0 to 4.
FORMS = [line.split() for line in """
    RC0001 17/09/2024 Start Female      121021132021120
    RC0002 18/09/2024 Start Male        210132201312201
    RC0003 24/09/2024 Start Female      011002101120110
    RC0004 24/09/2024 Start Non-binary  232123321232213
    RC0005 30/09/2024 Start Female      322313242323322
    RC0006 15/10/2024 Start Male        100121011210102
    RC0001 21/01/2025 End   Female      232132243132231
    RC0002 22/01/2025 End   Male        221232312322302
    RC0003 28/01/2025 End   Female      122113212231221
    RC0004 28/01/2025 End   Non-binary  233234332343324
    """.strip().splitlines()]
# Born, and a number of the range 999, which is given to nobody, with a right check digit.
BORN = dict(RC0001="14/02/1985", RC0002="03/09/1967", RC0003="27/11/1990", RC0004="30/06/2001", RC0005="19/05/1958", RC0006="08/12/1979")
NHS = dict(RC0001="9990000018", RC0002="9990000026", RC0003="9990000034", RC0004="9990000042", RC0005="9990000050", RC0006="9990000069")


def forms():
    """The headings and ten forms without a fault: the headings are row 1, the forms rows 2 to 11."""
    return [list(HEADINGS)] + [form[:4] + list(form[4]) for form in FORMS]


def put(rows, row, heading, value):
    """Sets a cell by its row as a spreadsheet shows it and its heading."""
    rows[row - 1][rows[0].index(heading)] = value
    return rows


def with_column(heading, values, place=None):
    """The ten forms with one more column."""
    return [row[:place] + [cell] + row[place:] if place else row + [cell] for row, cell in zip(forms(), [heading, *values])]


def of_student(table):
    return [table[form[0]] for form in FORMS]


def text(rows, delimiter=",", encoding="utf-8"):
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return made.getvalue().encode(encoding)


def cells(rows):
    """For a workbook: answers are numbers, days are days."""
    def cell(value):
        if re.fullmatch(r"\d\d/\d\d/\d{4}", value):
            return datetime.datetime.strptime(value, "%d/%m/%Y")
        return int(value) if re.fullmatch(r"\d", value) else value or None
    return [[cell(value) for value in row] for row in rows]


def days(change):
    """The ten forms with every day written otherwise."""
    rows = forms()
    for row in rows[1:]:
        row[1] = change(datetime.datetime.strptime(row[1], "%d/%m/%Y"))
    return rows


def locked():
    """What Excel writes when a workbook has a password: a compound file of two streams. The streams are zeros: nothing to unlock."""
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    number = lambda value: value.to_bytes(4, "little")

    def entry(name, kind, child=free, right=free, start=end, size=0):
        coded = (name + "\0").encode("utf-16-le")
        return (coded.ljust(64, b"\0") + len(coded).to_bytes(2, "little") + bytes([kind, 1]) + number(free) + number(right)
                + number(child) + bytes(36) + number(start) + size.to_bytes(8, "little"))

    head = (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + bytes.fromhex("3E000300FEFF09000600") + bytes(6) + number(0) + number(1)
            + number(1) + number(0) + number(4096) + number(end) + number(0) + number(end) + number(0) + number(0) + number(free) * 108)
    chain = [0xFFFFFFFD, end] + [*range(3, 10), end] + [*range(11, 18), end]
    table = b"".join(map(number, chain + [free] * (128 - len(chain))))
    folder = (entry("Root Entry", 5, child=1) + entry("EncryptionInfo", 2, right=2, start=2, size=4096)
              + entry("EncryptedPackage", 2, start=10, size=4096) + bytes(128))
    return head + table + folder + bytes(2 * 4096)


def files():
    """Every export as {name: bytes}."""
    made = {}
    comments = ["Good", "Liked the tea", "", "More please", "", "Kind tutors", "", "Too short", "", "Thanks"]
    courses = ["Sleep well", "Mindful walking", "Sleep well", "Budgeting", "Sleep well", "Budgeting"] + ["Sleep well"] * 4
    accented = ["Café talk"] * 5 + ["Don’t panic", "Café talk", "Free: £0", "Café talk", "Café talk"]

    made["i001-named-csv-is-workbook.csv"] = workbook(cells(forms()))
    made["i001-named-xls-is-web-page.xls"] = ("<html><body><table>\n" + "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in forms()) + "</table></body></html>\n").encode()
    made["i002-locked.xlsx"] = locked()
    made["i003-headings-only.csv"] = text(forms()[:1])
    made["i004-unicode-text.csv"] = b"\xff\xfe" + text(forms(), "\t", "utf-16-le")
    made["i005-windows-1252.csv"] = text(with_column("Course", accented), encoding="cp1252")
    made["i006-invalid-bytes.csv"] = text(with_column("Course", accented)).replace("Free: £0".encode(), b"Free: \x810")
    broken = accented[:5] + ["Donâ€™t panic", "CafÃ© talk"] + accented[8:] + ["Budgeting"]
    made["i007-decoded-wrongly.csv"] = text(with_column("Course", broken))
    many = [form[:4] + list(form[4]) for form in FORMS[:6] for _ in range(20)]
    for place, row in enumerate(many):
        row[0] = f"RC{place + 1:04}"
    made["i008-nul-byte.csv"] = text([HEADINGS] + many).replace(b"RC0060,", b"RC0060,\0")
    made["i008-many-nul-bytes.csv"] = text(forms()).replace(b"/2024", b"/2\x00024\0").replace(b",2,", b",\x002,")
    made["i009-byte-order-mark.csv"] = b"\xef\xbb\xbf" + text(forms())
    made["i010-sep-line.csv"] = b"sep=;\r\n" + text(forms(), ";")
    made["i010-semicolons.csv"] = text(forms(), ";")
    made["i011-more-cells.csv"] = text(with_column("Comments", comments)).replace(b"Kind tutors", b"Kind tutors, good tea, warm room")
    short = forms()
    short[5] = short[5][:9]
    made["i012-fewer-cells.csv"] = text(short)
    made["i012-cut-off.csv"] = text(forms())[:-14]
    made["i013-quote-never-closed.csv"] = text(with_column("Comments", comments)).replace(b",More please", b',"More please')
    made["i014-titles-above.csv"] = text([["Willowbrook Recovery College"], ["Forms completed"], ["Run on: 31/01/2025"]] + forms())
    sums = [str(sum(map(int, answers))) for answers in zip(*(form[4] for form in FORMS))]
    made["i015-totals-row.csv"] = text(forms() + [["Total", "", "", "", *sums]])
    made["i016-headings-again.csv"] = text(forms()[:5] + [HEADINGS] + forms()[5:9] + [HEADINGS] + forms()[9:])
    made["i017-two-of-one-name.csv"] = text(with_column("Score", "2321032121", 4)).replace(b",Q15", b",Score", 1)
    made["i018-no-heading.csv"] = text(with_column("", ["jb", "jb", "", "kt", "kt", "jb", "", "kt", "jb", "jb"], 4))
    marks = [["RC0001", "/", "/", "A", "/"], ["RC0002", "/", "A", "/", "/"], ["RC0003", "A", "/", "/", "/"], ["RC0004", "/", "/", "/", "A"],
             ["RC0005", "/", "/", "/", "/"], ["RC0006", "A", "A", "/", "/"], ["RC0007", "/", "/", "/", "/"], ["RC0008", "/", "A", "A", "A"]]
    made["i018-merged-headings.xlsx"] = workbook(
        [["Student ID", "Term 1", None, "Term 2", None], [None, "Week 1", "Week 2", "Week 1", "Week 2"]] + marks, merged=("B1:C1", "D1:E1"))
    made["i019-heading-before.csv"] = text(with_column("Date of Birth", of_student(BORN), 2))
    made["i019-heading-renamed.csv"] = text(with_column("DOB", of_student(BORN), 2))
    rows = cells(forms())
    later = {"Spring": rows[:1] + rows[5:9], "Summer": rows[:1] + rows[9:]}
    made["i020-several-sheets.xlsx"] = workbook(rows[:5], sheet="Autumn", more=later)
    early = iter(["03/04/2024", "05/04/2024", "08/04/2024", "02/05/2024", "07/05/2024", "09/05/2024", "04/09/2024", "06/09/2024",
                  "10/10/2024", "11/10/2024"])
    made["i021-day-or-month-first.csv"] = text(days(lambda _: next(early)))
    made["i022-two-orders.csv"] = text(days(lambda day: f"{day:%m/%d/%Y}" if day.year == 2025 else f"{day:%d/%m/%Y}"))
    made["i023-no-such-day.csv"] = text(put(put(forms(), 5, "Date completed", "31/06/2024"), 9, "Date completed", "29/02/2025"))
    made["i024-serial-numbers.csv"] = text(put(put(forms(), 4, "Date completed", "45559"), 7, "Date completed", "45580"))
    made["i025-from-1904.xlsx"] = workbook(cells(forms()), from_1904=True)
    short_years = of_student({student: day[:6] + day[8:] for student, day in BORN.items()} | dict(RC0005="03/09/31"))
    made["i026-two-digit-years.csv"] = text(with_column("DOB", short_years, 2))
    rows = with_column("DOB", of_student(BORN), 2)
    for row, day in ((3, "12/05/2042"), (4, "24/09/1824"), (5, "24/09/1999"), (8, "21/08/2024")):
        put(rows, row, "Date completed", day)
    made["i027-impossible-order.csv"] = text(rows)
    times = iter(f"2024-05-{13 + place} {'00' if place == 6 else '23'}:00:00" for place in range(10))
    made["i028-hour-before-midnight.csv"] = text(days(lambda _: next(times)))
    made["i029-decimal-comma.csv"] = text(with_column("Hours", "3,5 12 7,25 4 10,5 2 3,5 6 8,75 1,5".split()), ";")
    made["i029-comma-means-both.csv"] = text(with_column("Cost", "3,5 1,250.00 7,25 1.250,50 10,5 2,000.00 3,5 6 8,75 1,5".split()), ";")
    made["i030-signs-in-numbers.csv"] = text([row + [cost] for row, cost in zip(
        with_column("Attendance", "85% 90% 40% 100% 75% 60% 85% 95% 50% 100%".split()),
        ["Cost", "£1,250", "£980", "£1,040", "£2,300.50", "£760", "£1,120", "£0", "£45", "£1,005", "£310"])])
    rows = forms()
    for row, heading, value in ((2, "Student ID", "RC0001 "), (3, "Gender", "Male\u00a0"), (4, "Q3", " 1"), (6, "Gender", "Female\u200b"),
                                (8, "Student ID", "\u00a0RC0001"), (10, "Form", "End  ")):
        put(rows, row, heading, value)
    made["i031-spaces.csv"] = text(rows)
    rows = cells(forms())
    for row in rows[3:8]:
        row[5] = f"{row[5]}\u00a0"
    made["i031-numbers-as-text.xlsx"] = workbook(rows)
    rows = with_column("NHS No", of_student(NHS), 1)
    made["i032-digits-lost.csv"] = text(put(put(rows, 4, "NHS No", "9.99E+09"), 10, "NHS No", "9.99E+09"))
    made["i033-out-of-range.csv"] = text(put(forms(), 6, "Q7", "55"))
    sums = [str(sum(map(int, form[4]))) for form in FORMS]
    sums[3] = str(int(sums[3]) - 2)
    made["i034-total-differs.csv"] = text(with_column("Total", sums))
    made["i035-answers-from-1.csv"] = text([HEADINGS] + [row[:4] + [str(int(item) + 1) for item in row[4:]] for row in forms()[1:]])
    rows = forms()
    for row in (2, 4, 6, 7, 9, 11):
        put(rows, row, "Q5", "99")
        put(rows, row, "Q11", "99")
    made["i036-missing-99.csv"] = text(rows)
    rows = forms()
    for row, heading, value in ((2, "Q2", "N/A"), (3, "Q9", "-"), (5, "Q4", "refused"), (6, "Q13", "#N/A"), (8, "Q1", "-9"),
                                (10, "Q15", "#REF!")):
        put(rows, row, heading, value)
    made["i036-missing-words.csv"] = text(rows)
    rows = forms()
    for row, value in ((2, "F"), (4, "female "), (6, "Female."), (7, "M"), (8, "FEMALE"), (11, "Non-binry")):
        put(rows, row, "Gender", value)
    made["i037-spellings.csv"] = text(rows)
    made["i038-exact-copies.csv"] = text(forms()[:5] + forms()[3:4] + forms()[5:] + forms()[2:3])
    made["i039-disagree.csv"] = text(put(forms() + [list(forms()[4])], 12, "Q6", "0"))
    rows = with_column("NHS No", of_student(NHS), 1)
    made["i083-check-digit.csv"] = text(put(rows, 4, "NHS No", "9990000035"))
    made["i040-no-identifier.csv"] = text(put(forms(), 6, "Student ID", ""))
    made["i040-two-days-of-birth.csv"] = text(put(with_column("DOB", of_student(BORN), 2), 9, "DOB", "09/03/1967"))
    made["i040-students.csv"] = text([["Student ID", "DOB", "NHS No", "Date registered"]] + [
        [student, BORN[student], NHS[student], "09/09/2024"] for student in BORN])
    rows = forms()
    for row, student in ((4, "RC0093"), (7, "RC006"), (8, "XC0001")):
        put(rows, row, "Student ID", student)
    made["i040-forms-of-nobody.csv"] = text(rows)
    made.update(losses())
    return made


def losses():
    """Exports of which no row is at fault, and what they hold is in no number all the same."""
    made = {}
    rows = forms()
    for row in rows[1:]:
        row[9:] = [""] * 10
    made["i065-too-few-answers.csv"] = text(rows)
    made["i066-no-form-at-the-end.csv"] = text(forms()[:7])
    rows = forms()
    for row, day in ((8, "02/04/2025"), (9, "07/04/2025")):
        put(rows, row, "Date completed", day)
    made["i067-between-windows.csv"] = text(rows)
    made["i068-another-scale.csv"] = text([["Student ID", "Date completed", "Form", "Hours"]] + [
        [*form[:3], hours] for form, hours in zip(FORMS, "4 2 7 1 3 5 6 4 8 2".split())])
    made["i069-nobody-meets.csv"] = text([["Student ID", "Date registered", "Type"]] + [
        [student, "01/09/2024", "Service user"] for student in BORN])
    made["i070-two-have-no-row.csv"] = text([["Student ID", "Date of contact"]] + [
        [student, day] for student in list(BORN)[:4] for day in ("23/06/2024", "14/02/2025")])
    other = [["Student ID", "Date completed", "Form", "Gender", *(f"P{item}" for item in range(1, 10)), *[""] * 6]]
    other += [form[:4] + list(form[4][:9]) + [""] * 6 for form in FORMS]
    made["i071-another-form-below.csv"] = text(forms() + other)
    return made


def shape(data):
    """Rows and headings of an export as a spreadsheet shows them; None for what no spreadsheet opens as text."""
    if data[:2] in (b"PK", b"\xd0\xcf", b"<h"):
        return None
    coded = "utf-16" if data[:2] == b"\xff\xfe" else "utf-8-sig" if data[:3] == b"\xef\xbb\xbf" else "latin-1"
    lines = data.decode(coded).replace("\0", "").split("\r\n")
    rows = [row for row in csv.reader(lines[1:] if lines[0] == "sep=;" else lines, delimiter=max("\t;,", key=lines[-2].count))]
    return len(rows), {cell for row in rows for cell in row}


def wrong(made):
    """What is wrong in faults.csv, as sentences."""
    said = []
    with open(FOLDER / "faults.csv", encoding="utf-8", newline="") as source:
        faults = list(csv.DictReader(source))
    for number, fault in enumerate(faults, 2):
        where = f"faults.csv row {number}"
        if fault["action"] not in ("note", "warn", "set aside", "stop", "skip"):
            said.append(f"{where}: no such action")
        if fault["file"] not in made:
            said.append(f"{where}: no such file")
        elif not fault["file"].startswith(fault["code"].lower()):
            said.append(f"{where}: a file of another fault")
        elif found := shape(made[fault["file"]]):
            if fault["row"] and not 1 <= int(fault["row"]) <= found[0]:
                said.append(f"{where}: no such row")
            if len(fault["column"]) > 1 and fault["column"] not in found[1]:
                said.append(f"{where}: no such column")
    missing = {f"I{code:03}" for code in range(1, 41)} - {fault["code"] for fault in faults}
    return said + [f"faults.csv: nothing of {code}" for code in sorted(missing)]


def contents(data):
    """What is compared: of a workbook its parts, since compressors differ."""
    if data[:2] != b"PK":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main():
    made, folder = files(), FOLDER / "exports"
    if sys.argv[1:] == ["--check"]:
        there = {path.name: path.read_bytes() for path in folder.iterdir()}
        stale = [name for name in sorted(made.keys() | there.keys())
                 if name not in made or name not in there or contents(made[name]) != contents(there[name])]
        said = wrong(made) + [f"{name}: not as make.py writes it" for name in stale]
        if said:
            sys.exit("messy: " + "\nmessy: ".join(said))
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        folder.mkdir(exist_ok=True)
        for name, data in made.items():
            (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
