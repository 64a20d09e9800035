"""Asks by integer programming which values a hidden count can have.

HiGHS is called through `highspy`, not through scipy: a model stays loaded while only the objective changes, which is all
that a question here is.
"""
import dataclasses
import random

import highspy
import numpy

from system import Contradiction

SECONDS = 20.0


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
        self.system, self.rows = system, rows
        self.found = {name: set() for name in self.members}
        self.highs = highspy.Highs()
        self.highs.silent()
        for option, value in [("log_to_console", False), ("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.5),
                              ("time_limit", SECONDS), ("primal_feasibility_tolerance", 1e-9),
                              ("mip_feasibility_tolerance", 1e-7)]:
            self.highs.setOptionValue(option, value)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.members), len(rows)
        low, high = zip(*(system.bounds[name] for name in self.members))
        model.col_cost_ = numpy.zeros(len(self.members))
        model.col_lower_, model.col_upper_ = numpy.array(low, float), numpy.array(high, float)
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(self.members)
        starts, places, factors, lows, highs = [0], [], [], [], []
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
        model.row_lower_ = numpy.maximum(numpy.array(lows, float), -highspy.kHighsInf)
        model.row_upper_ = numpy.minimum(numpy.array(highs, float), highspy.kHighsInf)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = numpy.array(starts)
        model.a_matrix_.index_ = numpy.array(places)
        model.a_matrix_.value_ = numpy.array(factors, float)
        self.highs.passModel(model)

    def best(self, costs):
        """The least sum of costs: solved or not, and keeps the values found of every unknown; None where nothing fits."""
        every = numpy.arange(len(self.members), dtype=numpy.int32)
        self.highs.changeColsCost(len(self.members), every, numpy.array(
            [costs.get(name, 0.0) for name in self.members]))
        self.highs.run()
        status = self.highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        solution = numpy.rint(numpy.array(self.highs.getSolution().col_value))
        if not len(solution) or not self._fits(solution):
            return False
        for name, value in zip(self.members, solution):
            self.found[name].add(int(value))
        return status == highspy.HighsModelStatus.kOptimal

    def _fits(self, solution):
        """Whether rounded values satisfy every row: a tolerance of the solver is no possibility."""
        for row in self.rows:
            total = sum(factor * (solution[self.place[name]] if name in self.place else self.system.bounds[name][0])
                        for name, factor in row.factors.items())
            size = 1 + sum(abs(factor) for factor in row.factors.values())
            if not row.low - 1e-9 * size <= total <= row.high + 1e-9 * size:
                return False
        return True

    def bound(self, name, low, high):
        """Sets the bounds of one unknown."""
        self.highs.changeColBounds(self.place[name], float(low), float(high))

    def answer(self, name):
        """The values of one unknown: all of them where they are one or two."""
        found, (low, high) = self.found[name], self.system.bounds[name]
        sure = True
        for cost in (1.0, -1.0):
            if len(found) >= 3:
                return Answer(sorted(found), False)
            done = self.best({name: cost})
            if done is None:
                raise RuntimeError(f"nothing fits around {name}")
            sure = sure and done
        least, most = min(found, default=low), max(found, default=high)
        # Between the least and the greatest not every number need fit.
        for value in range(least + 1, most):
            if len(found) >= 3:
                break
            if value not in found:
                self.bound(name, value, value)
                sure = self.best({}) is not False and sure
                self.bound(name, low, high)
        return Answer(sorted(found), sure and len(found) < 3, sure)


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
        # Any solution gives a value of every unknown: those drawn at random settle most, until they tell nothing new.
        idle = 0
        while idle < 4:
            open_names = [name for name in wanted if len(solver.found[name]) < 3]
            before = sum(len(solver.found[name]) for name in open_names)
            if not open_names:
                break
            solver.best({name: draw.choice([-1.0, 1.0]) for name in open_names})
            idle = idle + 1 if sum(len(solver.found[name]) for name in open_names) == before else 0
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
