"""Runs the tool on an invented college and keeps what it writes."""
import dataclasses
import os
import pathlib
import shutil
import subprocess
import tempfile

import colleges
import trials


class ToolError(Exception):
    """The tool ended with an error: what it said."""


class Refused(ToolError):
    """The gate found no way to keep a small count, and the tool wrote no report."""


@dataclasses.dataclass
class Output:
    """Everything that came out for one college: the report's forms, and the results that are not released."""

    forms: dict      # file name -> text
    results: str
    people: list
    also: dict = dataclasses.field(default_factory=dict)  # what only the people as they were drawn tell: count -> number


def _call(furlong, arguments, keys):
    run = subprocess.run([furlong, *arguments], env={**os.environ, "FURLONG_KEYS": str(keys)}, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode == 3:
        raise Refused(run.stderr.strip())
    if run.returncode != 0:
        raise ToolError(f"{' '.join(arguments)}: {run.stderr.strip() or run.stdout.strip()}")
    return run.stdout


def make(furlong, college, truth=True):
    """Writes the college, imports and reports it, and deletes everything again.

    Of a report's forms those that the tool knows are read: one that has no results.csv yet is asked for the others.
    """
    folder = pathlib.Path(tempfile.mkdtemp(prefix="furlong-attack-"))
    try:
        study, keys, out = folder / "study", folder / "keys", folder / "out"
        keys.mkdir()
        people, also = (([], trials.write(college, study)) if isinstance(college, trials.Trial)
                        else (colleges.write(college, study), {}))
        _call(furlong, ["import", str(study), "--quiet"], keys)
        results = _call(furlong, ["evaluate", str(study), "--as", "csv", "--quiet"], keys) if truth else ""
        try:
            _call(furlong, ["report", str(study), "--as", "html,md,json,csv", "-o", str(out), "--quiet"], keys)
        except Refused:
            raise
        except ToolError:
            _call(furlong, ["report", str(study), "--as", "html,md,json", "-o", str(out), "--quiet"], keys)
        forms = {file.name: file.read_text(encoding="utf-8") for file in sorted(out.iterdir()) if file.is_file()}
        return Output(forms, results, people, also)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
