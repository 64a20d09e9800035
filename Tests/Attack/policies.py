"""The rules of disclosure, as a reader may know them: which counts fit what is printed."""
import dataclasses
import math

BEYOND = 10 ** 6


@dataclasses.dataclass
class Fits:
    """The counts that fit what is printed: from `low` to `high`, less a gap of those that would be printed otherwise."""

    low: int = 0
    high: int = BEYOND
    gap: tuple | None = None
    is_hidden: bool = False
    wrong: str = ""


def _is_withheld(text):
    return text == "[c]" or "not shown" in text or "would give" in text


def _limit(text):
    """The limit of "fewer than 5"; None for other words."""
    return int(text.split()[2]) if text.startswith("fewer than ") and text.split()[2].isdigit() else None


class SmallGroups:
    """`small-groups` of commit 0e3e1fe: exact numbers, 1 to 4 as "fewer than 5", others withheld at need."""

    threshold = 5
    least_people = 10          # for estimates
    least_with_events = 0      # people with any event, for sums and rates
    shares_of_rounded = False
    is_exact = True
    intervals_of_people = True  # intervals of means and effects are made from how many people there are
    leaves_out_noughts = True  # a reason of which nobody is the case is not named

    def half_unit(self, kind, value):
        """Numbers that are no counts have all their digits, except where a page says otherwise."""
        return None

    def fits(self, numbers, is_people):
        """The counts that fit all forms of one number."""
        shown = [number.shown[0] for number in numbers if number.shown]
        if shown:
            return Fits(round(shown[0]), round(shown[0]))
        limits = [_limit(number.text) for number in numbers if _limit(number.text)]
        if limits:
            return Fits(1, min(limits) - 1, is_hidden=True)
        if any(_is_withheld(number.text) for number in numbers):
            # A few people are "fewer than 5" everywhere: what is withheld is none or at least 5.
            return Fits(gap=(1, self.threshold - 1) if is_people else None, is_hidden=True)
        return None


class Rounded:
    """`nhs-round5` and `public`: few as "fewer than", nought too, the others rounded each by itself."""

    least_people = 10
    shares_of_rounded = True
    is_exact = False
    # Not so where a gate makes intervals of the rounded number of people: then they tell nothing more.
    intervals_of_people = True
    leaves_out_noughts = True
    tells_absence_of_shares = True  # two counts without a share: the rest is few

    def __init__(self, base, threshold):
        self.base, self.threshold = base, threshold
        self.least_with_events = threshold

    def fits(self, numbers, is_people):
        """The counts that fit all forms of one number; one that is no multiple of the base was not rounded."""
        shown = {number.shown[0] for number in numbers if number.shown}
        if shown:
            raw = [value for value in shown if value % self.base]
            if raw:
                return Fits(round(raw[0]), round(raw[0]), wrong=f"{raw[0]:g} was not rounded to {self.base}")
            fits = Fits(*self.interval(shown.pop()))
            for value in shown:
                low, high = self.interval(value)
                fits.low, fits.high = max(low, fits.low), min(high, fits.high)
            return fits
        limits = [_limit(number.text) for number in numbers if _limit(number.text)]
        if limits:
            return Fits(0, min(limits) - 1, is_hidden=True)
        if any(_is_withheld(number.text) for number in numbers):
            # What would give another number away is not few itself.
            least = self.threshold if any("would give" in number.text for number in numbers) else 0
            return Fits(low=least, is_hidden=True)
        return None

    def half_unit(self, kind, value):
        """Half a unit of the place to which a number of a kind is rounded; None where it was not."""
        if kind == "pounds":
            # Two figures, and no pence.
            unit = max(1.0, 10.0 ** (math.floor(math.log10(abs(value))) - 1)) if value else 1.0
        elif kind == "rate":
            unit = 10.0 ** (math.floor(math.log10(abs(value))) - 1) if value else 0.0
        else:
            unit = {"mean": 0.1, "ratio": 0.01, "share": 0.01, "years": float(self.base)}[kind]
        if unit and abs(value / unit - round(value / unit)) > 1e-6:
            return None
        return unit / 2

    def interval(self, value):
        """The counts that round to a value; a printed 0 is a 0."""
        if value == 0:
            return 0, 0
        low = math.ceil(value - self.base / 2)
        high = math.ceil(value + self.base / 2) - 1
        return max(low, self.threshold), high

    def round(self, count):
        """A count as it is printed: half of the base goes up."""
        return self.base * math.floor(count / self.base + 0.5)


POLICIES = {"small-groups": SmallGroups(), "nhs-round5": Rounded(5, 5), "public": Rounded(10, 10)}
