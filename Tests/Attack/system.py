"""A system of whole unknowns: what is known of each, and of their sums."""
import dataclasses
import math

from policies import BEYOND


@dataclasses.dataclass
class Row:
    """`low` ≤ sum of factor times unknown ≤ `high`, and why."""

    factors: dict
    low: float
    high: float
    why: str


class Contradiction(Exception):
    """Nothing fits: the knowledge is wrong, or the report is."""


class System:
    """Unknowns with bounds, rows over them, and which of them are hidden."""

    def __init__(self):
        self.bounds = {}       # name -> [low, high], as narrow as rows make them
        self.printed = {}      # name -> [low, high], as the report itself says
        self.rows = []
        self.hidden = {}       # name -> what was attacked
        self.differences = {}  # name -> (whole, parts): hidden where its true value is small
        self._nested = set()

    def know(self, name, low=0, high=BEYOND):
        """An unknown, and narrower bounds for it."""
        bounds = self.bounds.setdefault(name, [0, BEYOND])
        for known in (self.printed.setdefault(name, list(bounds)), bounds):
            known[0], known[1] = max(known[0], low), min(known[1], high)
        if bounds[0] > bounds[1]:
            raise Contradiction(f"nothing fits {name}: {bounds}")
        return name

    def has(self, *names):
        """Whether all are unknowns of the report."""
        return all(name in self.bounds for name in names)

    def add(self, factors, low, high, why):
        """A row; names that are no unknown yet become one."""
        factors = {name: factor for name, factor in factors.items() if factor}
        for name in factors:
            self.know(name)
        self.rows.append(Row(factors, low, high, why))

    def sum(self, total, parts, why):
        """The parts add up to the total."""
        self.add({total: -1, **{part: 1 for part in parts}}, 0, 0, why)

    def within(self, part, whole, why):
        """One count is part of another; the difference is one that a reader can form."""
        if part == whole or (part, whole) in self._nested:
            return
        self._nested.add((part, whole))
        self.add({whole: 1, part: -1}, 0, math.inf, why)
        self.know(self.difference(whole, [part], why), low=0)

    def difference(self, whole, parts, why):
        """A difference that stands nowhere, as an unknown of its own: below 0 too, where the counts are not nested."""
        name = f"{whole} less {' and '.join(parts)}"
        if name in self.differences:
            return name
        self.bounds.setdefault(name, [-BEYOND, BEYOND])
        self.printed.setdefault(name, [-BEYOND, BEYOND])
        self.rows.append(Row({name: -1, whole: 1, **{part: -1 for part in parts}}, 0, 0, why))
        self.differences[name] = (whole, parts)
        return name

    def with_gap(self, name, gap):
        """No count in the gap fits: a switch says on which side it lies."""
        low, high = self.bounds[name]
        if low > gap[1] or high < gap[0]:
            return
        if low >= gap[0]:
            self.know(name, low=gap[1] + 1)
            return
        switch = self.know(f"above the gap: {name}", 0, 1)
        self.add({name: 1, switch: -(gap[1] + 1)}, 0, math.inf, "gap")
        self.add({name: 1, switch: -float(high)}, -math.inf, gap[0] - 1, "gap")

    def without(self, reasons):
        """The same report for a reader who does not think of some reasons."""
        other = System()
        other.rows = [row for row in self.rows if row.why not in reasons]
        other.printed = {name: list(bounds) for name, bounds in self.printed.items()}
        other.bounds = {name: list(bounds) for name, bounds in self.printed.items()}
        return other

    def narrow(self, rounds=60):
        """Narrows bounds by every row until nothing moves: what remains is for the solver."""
        rows_of = {}
        for row in self.rows:
            for name in row.factors:
                rows_of.setdefault(name, []).append(row)
        waiting = list(self.rows)
        seen = {id(row) for row in waiting}
        budget = rounds * max(1, len(self.rows))
        while waiting and budget > 0:
            budget -= 1
            row = waiting.pop()
            seen.discard(id(row))
            for name in self._narrowed_by(row):
                for other in rows_of[name]:
                    if id(other) not in seen:
                        seen.add(id(other))
                        waiting.append(other)

    def _narrowed_by(self, row):
        """Names whose bounds a row narrows."""
        least = greatest = 0.0
        ends = {}
        for name, factor in row.factors.items():
            low, high = self.bounds[name]
            ends[name] = (factor * low, factor * high) if factor > 0 else (factor * high, factor * low)
            least += ends[name][0]
            greatest += ends[name][1]
        noise = 1e-13 * max(abs(least), abs(greatest))
        changed = []
        for name, factor in row.factors.items():
            low_room = row.low - (greatest - ends[name][1])
            high_room = row.high - (least - ends[name][0])
            low, high = (low_room, high_room) if factor > 0 else (high_room, low_room)
            bounds, slack = self.bounds[name], 1e-7 + noise / abs(factor)
            new_low = math.ceil(low / factor - slack) if math.isfinite(low) else bounds[0]
            new_high = math.floor(high / factor + slack) if math.isfinite(high) else bounds[1]
            if new_low > bounds[0] or new_high < bounds[1]:
                bounds[0], bounds[1] = max(bounds[0], new_low), min(bounds[1], new_high)
                if bounds[0] > bounds[1]:
                    raise Contradiction(f"nothing fits {name} in: {row.why} ({row.factors})")
                changed.append(name)
        return changed
