"""Asks by integer programming which values a hidden count can have.

HiGHS is called through `highspy`, not through scipy: a model stays loaded while only the objective changes, which is all
that a question here is.
"""
import dataclasses
import random

import highspy
import numpy
import scipy.sparse

from system import Contradiction

# The solver's time by the clock for one question: where it runs out, the question stays open.
SECONDS = 60.0
# How many unknowns may move while a value is sought near by, and for how long.
NEAR, SECONDS_NEAR = (60, 400, 1500), 2.0


@dataclasses.dataclass
class Answer:
    """What can be said of one hidden count: some of the values that fit, and whether these are all."""

    values: list
    is_all: bool
    is_sure: bool = True

    @property
    def is_safe(self):
        return len(self.values) >= 3


class Solver:
    """One connected part of a system, loaded once."""

    def __init__(self, system, members, rows):
        self.members = list(members)
        self.place = {name: place for place, name in enumerate(self.members)}
        self.system = system
        self.found = {name: set() for name in self.members}
        self.base = None  # the solution found last: the unknowns far from a question stay as they are there
        self.low, self.high = (numpy.array(ends, float) for ends in zip(*(system.bounds[name] for name in self.members)))
        starts, places, factors, lows, highs, sizes = [0], [], [], [], [], []
        for row in rows:
            fixed = 0.0
            for name, factor in row.factors.items():
                if name in self.place:
                    places.append(self.place[name])
                    factors.append(factor)
                else:
                    fixed += factor * system.bounds[name][0]
            starts.append(len(places))
            lows.append(row.low - fixed)
            highs.append(row.high - fixed)
            sizes.append(1 + sum(abs(factor) for factor in row.factors.values()))
        self.matrix = scipy.sparse.csr_array((numpy.array(factors, float), places, starts), (len(rows), len(self.members)))
        self.columns = self.matrix.tocsc()
        self.row_low, self.row_high = numpy.array(lows, float), numpy.array(highs, float)
        # A tolerance of the solver is no possibility: rounded values satisfy rows to so much.
        self.slack = 1e-9 * numpy.array(sizes, float)
        self.highs = _highs(SECONDS)
        self.highs.passModel(_model(self.matrix, self.low, self.high, self.row_low, self.row_high))

    def best(self, costs):
        """The least sum of costs, and keeps the values found of every unknown: whether one was found; None where nothing fits."""
        every = numpy.arange(len(self.members), dtype=numpy.int32)
        self.highs.changeColsCost(len(self.members), every, numpy.array(
            [costs.get(name, 0.0) for name in self.members]))
        self.highs.run()
        if self.highs.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
            return None
        return self._keep(self.highs, range(len(self.members)))

    def _fits(self, solution):
        """Whether rounded values satisfy every row."""
        sums = self.matrix @ solution
        return bool(numpy.all((self.row_low - self.slack <= sums) & (sums <= self.row_high + self.slack)))

    def answer(self, name):
        """The values of one unknown: all of them where they are one or two."""
        sure = True
        # A whole report is many times larger than what a count hangs on: where only its neighbours may move, a value is
        # found in no time. That none is found there says nothing: only the whole can.
        for size in [*NEAR, None]:
            if len(self.found[name]) >= 3:
                return Answer(sorted(self.found[name]), False)
            if size is None:
                sure = self._look(name, self.highs, self.place[name], range(len(self.members)))
            elif self.base is not None and size < len(self.members):
                near = self._near(self.place[name], size)
                self._look(name, self._nearby(near), 0, near)
        found = sorted(self.found[name])
        if not found:
            raise RuntimeError(f"nothing fits {name}")
        return Answer(found, sure and len(found) < 3, sure)

    def _look(self, name, highs, at, near):
        """Seeks values of an unknown that were not found yet, until there are three: whether it is sure that no others fit."""
        closed, sure = set(), True
        while len(self.found[name]) < 3:
            gap = next((gap for gap in self._gaps(name) if gap not in closed), None)
            if gap is None:
                break
            highs.changeColBounds(at, *gap)
            highs.run()
            status = highs.getModelStatus()
            closed.add(gap)
            if status != highspy.HighsModelStatus.kInfeasible:
                # Where its time ran out, the solver may still hold the solution before: no value of this gap.
                kept = self._keep(highs, near) and any(gap[0] <= value <= gap[1] for value in self.found[name])
                sure = kept and sure
        highs.changeColBounds(at, *map(float, self.system.bounds[name]))
        return sure

    def _keep(self, highs, near):
        """Whether the solver has a solution; keeps its values, those far from it as they were."""
        values = numpy.rint(numpy.array(highs.getSolution().col_value))
        if len(values) != len(near) or not highs.getInfo().valid:
            return False
        solution = values if len(near) == len(self.members) else self.base.copy()
        solution[near] = values
        if not self._fits(solution):
            return False
        for place in near:
            self.found[self.members[place]].add(int(solution[place]))
        self.base = solution
        return True

    def _nearby(self, near):
        """The solver with only some unknowns, the others as in the last solution."""
        highs = _highs(SECONDS_NEAR)
        part = self.columns[:, near]
        rows = numpy.unique(part.indices)
        part = part.tocsr()[rows]
        others = self.matrix[rows] @ self.base - part @ self.base[near]
        highs.passModel(_model(part, self.low[near], self.high[near], self.row_low[rows] - others, self.row_high[rows] - others))
        return highs

    def _near(self, place, size):
        """An unknown and those that stand in rows with it, the nearest first."""
        near, seen, done = [place], {place}, 0
        while done < len(near) and len(near) < size:
            column = near[done]
            done += 1
            for row in self.columns.indices[self.columns.indptr[column]:self.columns.indptr[column + 1]]:
                for other in self.matrix.indices[self.matrix.indptr[row]:self.matrix.indptr[row + 1]]:
                    if other not in seen:
                        seen.add(other)
                        near.append(int(other))
        return near

    def _gaps(self, name):
        """Where no value of an unknown was found yet: below, above and between."""
        low, high = self.system.bounds[name]
        ends = [low - 1, *sorted(self.found[name]), high + 1]
        return [(float(one + 1), float(other - 1)) for one, other in zip(ends, ends[1:]) if other - one > 1]


def _highs(seconds):
    """The solver, to be right rather than quick."""
    highs = highspy.Highs()
    highs.silent()
    for option, value in [("log_to_console", False), ("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.5),
                          ("time_limit", seconds), ("primal_feasibility_tolerance", 1e-9),
                          ("mip_feasibility_tolerance", 1e-7)]:
        highs.setOptionValue(option, value)
    return highs


def _model(matrix, low, high, row_low, row_high):
    """Whole unknowns between bounds, and rows over them."""
    model = highspy.HighsLp()
    model.num_row_, model.num_col_ = matrix.shape
    model.col_cost_ = numpy.zeros(len(low))
    model.col_lower_, model.col_upper_ = low, high
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(low)
    model.row_lower_ = numpy.maximum(row_low, -highspy.kHighsInf)
    model.row_upper_ = numpy.minimum(row_high, highspy.kHighsInf)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = matrix.indptr
    model.a_matrix_.index_ = matrix.indices
    model.a_matrix_.value_ = matrix.data
    return model


def solve(system, sought):
    """Answers for every sought unknown: name to Answer."""
    system.narrow()
    answers = {}
    for members, rows in _parts(system):
        wanted = [name for name in members if name in sought]
        if not wanted:
            continue
        solver = Solver(system, members, rows)
        draw = random.Random(1)
        # Any solution gives a value of every unknown: those drawn at random settle most, until they tell little new.
        while True:
            open_names = [name for name in wanted if len(solver.found[name]) < 3]
            before = sum(len(solver.found[name]) for name in open_names)
            if not open_names:
                break
            solver.best({name: draw.choice([-1.0, 1.0]) for name in open_names})
            if sum(len(solver.found[name]) for name in open_names) - before <= len(open_names) // 4:
                break
        for name in wanted:
            answers[name] = solver.answer(name)
    for name in sought:
        if name in system.bounds and name not in answers:
            low, high = system.bounds[name]
            answers[name] = Answer([low] if low == high else list(range(low, min(high, low + 2) + 1)), low == high)
    return answers


def explain(system, count):
    """Reasons that together leave a count fewer than three values, none of them to spare."""
    gone = set()
    for reason in dict.fromkeys(row.why for row in system.rows):
        fewer = system.without(gone | {reason})
        if not solve(fewer, {count})[count].is_safe:
            gone.add(reason)
    return [reason for reason in dict.fromkeys(row.why for row in system.rows) if reason not in gone]


def fits(system, values):
    """Rows that given values break, and whether all together leave a solution for the other unknowns."""
    broken = []
    for row in system.rows:
        if all(name in values for name in row.factors):
            total = sum(factor * values[name] for name, factor in row.factors.items())
            size = 1e-9 * sum(abs(factor * values[name]) for name, factor in row.factors.items())
            if not row.low - size - 1e-9 <= total <= row.high + size + 1e-9:
                broken.append(f"{row.why}: {row.factors} gives {total:g}, not {row.low:g} to {row.high:g}")
    for name, (low, high) in system.bounds.items():
        if name in values and not low <= values[name] <= high:
            broken.append(f"{name} is {values[name]}, not {low} to {high}")
    return broken


def leaves_possible(system, values):
    """Whether the other unknowns, such as days at risk, have values that go with given ones: what does not fit, or ""."""
    other = system.without(set())
    for name, (low, high) in other.bounds.items():
        if name in values and low <= values[name] <= high:
            other.bounds[name] = [values[name], values[name]]
    try:
        other.narrow()
    except Contradiction as error:
        return str(error)
    for members, rows in _parts(other):
        if Solver(other, members, rows).best({}) is None:
            return f"nothing fits {', '.join(members[:3])} and {len(members) - 3} others"
    return ""


def _parts(system):
    """Connected parts of a system, with what is known already put in: (unknowns, rows)."""
    parent = {name: name for name, (low, high) in system.bounds.items() if low < high}

    def root(name):
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    rows_with = []
    for row in system.rows:
        open_names = [name for name in row.factors if name in parent]
        if open_names:
            rows_with.append((row, open_names[0]))
            for name in open_names[1:]:
                parent[root(name)] = root(open_names[0])
    members, rows = {}, {}
    for name in parent:
        members.setdefault(root(name), []).append(name)
    for row, name in rows_with:
        rows.setdefault(root(name), []).append(row)
    return [(names, rows.get(key, [])) for key, names in members.items()]
