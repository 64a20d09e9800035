"""Reads a workbook (openpyxl) or an SPSS file (pyreadstat) to its last cell, as its manual says is fastest.

usage: tables.py FILE [write ROWS]      prints seconds, rows, filled cells, the sum of numbers and the letters of texts
"""
import datetime
import random
import sys
import time


def write(path, rows):
    """A register of ten columns, or cases of 13 variables; drawn with a fixed seed."""
    draw = random.Random(20261129)
    first = datetime.date(2020, 9, 1)
    words = [f"Course {place}" for place in range(40)]
    if path.endswith(".xlsx"):
        import openpyxl

        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("export")
        sheet.append(["ID", "Day", "Course", "Status"] + [f"Q{place}" for place in range(1, 7)])
        for row in range(rows):
            sheet.append([f"S{100_000 + row}", first + datetime.timedelta(days=draw.randrange(1_826)), draw.choice(words),
                          draw.choice(["Attended", "DNA"])] + [draw.randrange(5) for _ in range(5)] + [draw.randrange(10_000) / 8])
        book.save(path)
        return
    import pandas
    import pyreadstat

    frame = {"id": [f"S{100_000 + row}" for row in range(rows)], "course": [draw.choice(words) for _ in range(rows)]}
    for place in range(10):
        frame[f"q{place}"] = [float(draw.randrange(5)) for _ in range(rows)]
    frame["share"] = [draw.randrange(10_000) / 8 for _ in range(rows)]
    pyreadstat.write_sav(pandas.DataFrame(frame), path)


def workbook(path):
    import openpyxl

    began = time.perf_counter()
    rows = filled = letters = 0
    total = 0.0
    sheet = openpyxl.load_workbook(path, read_only=True).active
    for row in sheet.iter_rows(min_row=2, values_only=True):
        rows += 1
        for cell in row:
            if cell is None:
                continue
            filled += 1
            if isinstance(cell, str):
                letters += len(cell)
            elif isinstance(cell, datetime.date):
                # As 2024-05-31.
                letters += 10
            else:
                total += cell
    return time.perf_counter() - began, rows, filled, total, letters


def spss(path):
    import pyreadstat

    began = time.perf_counter()
    frame, _ = pyreadstat.read_sav(path)
    texts = frame.select_dtypes(exclude="number")
    total = float(frame.select_dtypes("number").sum().sum())
    letters = int(sum(column.str.len().sum() for _, column in texts.items()))
    return time.perf_counter() - began, len(frame), int(frame.count().sum()), total, letters


if __name__ == "__main__":
    path = sys.argv[1]
    if sys.argv[2:3] == ["write"]:
        write(path, int(sys.argv[3]))
    else:
        print(*(workbook if path.endswith(".xlsx") else spss)(path))
