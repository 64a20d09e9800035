"""A study in two states, and what may be found of it whatever happened to a run: wholly one state or wholly the other."""
import hashlib
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import time

FORMS = {"html": "report.html", "md": "report.md", "json": "report.json", "csv": "results.csv"}
IMPORT = ["import"]
REPORT = ["report", "--draft", "--as", ",".join(FORMS)]
DRY_RUN = ["import", "--dry-run"]


class Failure(Exception):
    pass


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


class Harness:
    def __init__(self, furlong, root):
        self.furlong, self.root = furlong, root
        self.study, self.keys, self.temporary = root / "study", root / "keys", root / "tmp"
        for folder in (self.keys, self.temporary):
            folder.mkdir()
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": str(root), "FURLONG_KEYS": str(self.keys),
                            "TMPDIR": str(self.temporary)}
        subprocess.run([furlong, "example", "greyfell", self.study], check=True, env=self.environment,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        whole = {file.name: file.read_bytes() for file in sorted((self.study / "exports").iterdir())}
        short = {name: b"".join(text.splitlines(keepends=True)[:-30]) for name, text in whole.items()}
        self.states = [whole, short]
        self.batches, self.reports = set(), {name: set() for name in FORMS.values()}
        self.seconds = {}
        for state in (0, 1):
            self.learn(state)

    def start(self, words, **how):
        return subprocess.Popen([self.furlong, words[0], str(self.study), *words[1:], "--quiet"],
                                env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                start_new_session=True, **how)

    def finish(self, words):
        began = time.monotonic()
        process = self.start(words)
        said = process.communicate()[1].decode()
        if process.returncode != 0:
            raise Failure(f"{' '.join(words)} ended with {process.returncode}: {said}")
        return time.monotonic() - began

    def set_state(self, state):
        for name, text in self.states[state].items():
            (self.study / "exports" / name).write_bytes(text)

    def learn(self, state):
        """Learns what a state's batches and forms are, and how long the commands take."""
        self.set_state(state)
        for words in (IMPORT, REPORT, DRY_RUN):
            self.seconds[tuple(words)] = max(self.finish(words), self.seconds.get(tuple(words), 0))
        self.batches |= self.kept()
        for name in self.reports:
            self.reports[name].add(digest(self.study / "reports" / name))

    def kept(self):
        """Each batch with how many rows it has in each table; of a copy, so that the tool itself mends the file."""
        if not (self.study / "study.furlong").exists():
            return set()
        with tempfile.TemporaryDirectory(dir=self.root) as scratch:
            for file in self.study.glob("study.furlong*"):
                shutil.copy(file, scratch)
            database = sqlite3.connect(pathlib.Path(scratch) / "study.furlong")
            try:
                sound = database.execute("PRAGMA integrity_check").fetchall()
                broken = database.execute("PRAGMA foreign_key_check").fetchall()
                if sound != [("ok",)] or broken:
                    raise Failure(f"the study file is damaged: {sound[:3]} {broken[:3]}")
                # What a row says hangs on its mention; which rows contradict each other hangs on the other exports too.
                tables = [name for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                          if name != "disputed"
                          and any(row[1] == "mention" for row in database.execute(f"PRAGMA table_info({name})"))]
                if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'batch'").fetchall():
                    return set()
                found = set()
                for identity, file, content in database.execute("SELECT id, file, content_digest FROM batch").fetchall():
                    counts = [database.execute("SELECT COUNT(*) FROM mention WHERE batch = ?", [identity]).fetchone()]
                    counts += [database.execute(f"SELECT COUNT(*) FROM {table} t JOIN mention m ON m.id = t.mention "
                                                "WHERE m.batch = ?", [identity]).fetchone() for table in sorted(tables)]
                    found.add((file, content, tuple(count for count, in counts)))
                return found
            finally:
                database.close()

    def check(self):
        strange = self.kept() - self.batches
        if strange:
            raise Failure(f"a batch is neither that of one state nor that of the other: {strange}")
        keys = [file for file in self.keys.iterdir() if not file.name.startswith(".")]
        if len(keys) > 1 or any(len(file.read_text().strip()) != 64 for file in keys):
            raise Failure("there are two keys, or half a key")
        found = []
        for name, known in self.reports.items():
            form = self.study / "reports" / name
            if form.exists():
                if digest(form) not in known:
                    raise Failure(f"{name} is that of neither state")
                found.append(digest(form))
        return found

    def left(self):
        """What killed runs left that is no part of a study."""
        folders = {"reports": self.study / "reports", "keys": self.keys}
        found = {word: [file for file in folder.iterdir() if file.name.startswith(".")]
                 for word, folder in folders.items() if folder.exists()}
        found["temporary folder"] = list(self.temporary.iterdir())
        return found
