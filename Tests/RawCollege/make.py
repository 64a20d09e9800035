#!/usr/bin/env python3
"""Writes the exports of Willowbrook, an invented recovery college, and truth.json: what the exports mean, read rightly.

usage: Tests/RawCollege/make.py [--check]     --check: write nothing, fail where a file differs
"""
import io
import json
import pathlib
import sys
import zipfile

import forms
import people
import registers
import scores
import trust
from drawing import Dice

FOLDER = pathlib.Path(__file__).resolve().parent
SEED = 1114


def college():
    """All exports as {name: bytes}, and the truth."""
    slips, files, truth = [], {}, {}
    everyone = people.invent(Dice(SEED))

    def take(name, made):
        export, content, rows = made
        files[export.name] = content
        truth[name] = dict(file=export.name, counts=export.counts(), rows=rows)

    take("people", people.student_list(everyone, Dice(SEED + 1)))
    take("forms", forms.responses(everyone, Dice(SEED + 2), slips))
    take("phq9", scores.items_of_phq9(everyone, Dice(SEED + 3), slips))
    take("totals", scores.totals(everyone, Dice(SEED + 4), slips))
    take("ladder", forms.ladder(everyone, Dice(SEED + 5), slips))
    take("register_autumn", registers.autumn(everyone, Dice(SEED + 6)))
    take("register_spring", registers.spring(everyone, Dice(SEED + 7)))
    take("contacts", trust.contacts(everyone, Dice(SEED + 8)))
    take("inpatient", trust.stays(everyone, Dice(SEED + 9), slips))
    take("caseload", trust.caseload(everyone))
    truth["forms"]["swemwbs"] = forms.summary(truth["forms"]["rows"])
    return files, {"slips": slips} | truth


def lines(truth):
    """JSON with a line an entry, so that a change can be read in a diff."""
    plain = lambda value: json.dumps(value, ensure_ascii=False, default=str)

    def entries(values):
        return "[\n" + ",\n".join(f"    {plain(value)}" for value in values) + "]"

    parts = [f' "slips": {entries(truth["slips"])}']
    for name, part in truth.items():
        if name != "slips":
            inner = ",\n".join(f'  "{key}": {entries(value) if key == "rows" else plain(value)}' for key, value in part.items())
            parts.append(f' "{name}": {{\n{inner}}}')
    return "{\n" + ",\n".join(parts) + "}\n"


def contents(data):
    """What is compared: of a workbook its parts, since compressors differ."""
    if data[:2] != b"PK":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main():
    files, truth = college()
    wanted = {FOLDER / "exports" / name: content for name, content in files.items()}
    wanted[FOLDER / "truth.json"] = lines(truth).encode()
    if sys.argv[1:] == ["--check"]:
        stale = [path.name for path, content in wanted.items()
                 if not path.exists() or contents(path.read_bytes()) != contents(content)]
        if stale:
            sys.exit(f"RawCollege: not as make.py writes them: {', '.join(stale)}")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        (FOLDER / "exports").mkdir(exist_ok=True)
        for path, content in wanted.items():
            path.write_bytes(content)


if __name__ == "__main__":
    main()
