"""Chance that repeats: every draw comes from one uniform number, so that the same seed gives the same college."""
import datetime
import random


class Dice:
    """Draws from a seed; only `random()` is asked, which is the same in every Python 3."""

    def __init__(self, seed):
        self.source = random.Random(seed)

    def happens(self, share):
        return self.source.random() < share

    def whole(self, first, last):
        """A whole number from first to last, both included."""
        return first + int(self.source.random() * (last - first + 1))

    def one(self, choices):
        return choices[self.whole(0, len(choices) - 1)]

    def weighted(self, weights):
        """A key of `weights`, as often as its weight says."""
        left = self.source.random() * sum(weights.values())
        for choice, weight in weights.items():
            left -= weight
            if left < 0:
                return choice
        return choice

    def some(self, choices, count):
        """`count` different ones, in drawn order."""
        left = list(choices)
        return [left.pop(self.whole(0, len(left) - 1)) for _ in range(min(count, len(left)))]

    def bell(self, middle, spread):
        """Nearly normal: the sum of twelve uniform numbers."""
        return middle + spread * (sum(self.source.random() for _ in range(12)) - 6)

    def day(self, first, last):
        return first + datetime.timedelta(days=self.whole(0, (last - first).days))
