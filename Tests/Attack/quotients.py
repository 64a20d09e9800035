"""What a printed quotient tells of the whole numbers behind it.

A ratio of rates to 15 digits has one solution in whole numbers; an interval's width tells how many people it rests on;
a kappa leaves few tables. Each function gives back the numbers that fit.
"""
import math

import numpy
from scipy import stats

# A ratio goes through a handful of roundings of a double.
ROUNDINGS = 4e-15
MOST_CANDIDATES = 20_000_000


def people_of_mean(mean, half, unit, low, high):
    """How many people a mean of whole scores can rest on: their sum is a multiple of the unit."""
    fitting = []
    for people in range(low, high + 1):
        slack = people * max(half, 4e-15 * abs(mean)) / unit + 1e-9
        total = people * mean / unit
        if slack >= 0.5 or abs(total - round(total)) <= slack:
            fitting.append(people)
    return fitting


def people_of_interval(width, width_slack, deviation, deviation_slack, level, low, high):
    """How many people Student's interval of a mean rests on, from its width and the standard deviation."""
    fitting = []
    for people in range(max(2, low), high + 1):
        factor = 2 * stats.t.ppf((1 + level) / 2, people - 1) / math.sqrt(people)
        if (factor * (deviation - deviation_slack) <= width + width_slack + 1e-9 * width
                and factor * (deviation + deviation_slack) >= width - width_slack - 1e-9 * width):
            fitting.append(people)
    return fitting


def people_of_noncentral(effect, ends, low, high, level=0.95):
    """How many people an exact interval of d_z rests on: mean change over its deviation, and both ends, as printed.

    At either end of the interval the noncentral t leaves half of what the level leaves beyond what was seen.
    """
    tail = (1 - level) / 2
    (value, half), fitting = effect, []
    for people in range(max(3, low), high + 1):
        root = math.sqrt(people)

        def beyond(seen, end):
            return stats.nct.sf(seen * root, people - 1, end * root)
        (low_end, low_half), (high_end, high_half) = ends
        least = beyond(value + half, low_end - low_half), 1 - beyond(value - half, high_end + high_half)
        most = beyond(value - half, low_end + low_half), 1 - beyond(value + half, high_end - high_half)
        if all(a - 1e-6 <= tail <= b + 1e-6 for a, b in zip(least, most)):
            fitting.append(people)
    return fitting


def people_of_normal(effect, ends, correlation, low, high, level=0.95):
    """How many people an interval of d_rm rests on (Cooper, Hedges & Valentine 2009, eq. 12.21: a normal one)."""
    width, slack = ends[1][0] - ends[0][0], ends[0][1] + ends[1][1]
    biggest, smallest = abs(effect[0]) + effect[1], max(0.0, abs(effect[0]) - effect[1])
    fitting = []
    for people in range(max(2, low), high + 1):
        def full(size, together):
            return 2 * stats.norm.ppf((1 + level) / 2) * math.sqrt(
                (1 / people + size * size / (2 * people)) * 2 * max(0.0, 1 - together))
        if (full(smallest, correlation[0] + correlation[1]) <= width + slack + 1e-9
                and full(biggest, correlation[0] - correlation[1]) >= width - slack - 1e-9):
            fitting.append(people)
    return fitting


def people_of_level(level, half, low, high, asked=0.95):
    """How many people a median's interval rests on, from the level that it attains between two of the changes."""
    fitting = []
    for people in range(max(1, low), high + 1):
        place = int(stats.binom.ppf((1 - asked) / 2, people, 0.5))
        attained = [1 - 2 * stats.binom.cdf(rank - 1, people, 0.5) for rank in range(max(1, place - 1), place + 3)]
        attained = [one for one in attained if one >= asked - 1e-12]
        if attained and abs(min(attained) - level) <= half + 1e-9:
            fitting.append(people)
    return fitting


def people_of_quantile(value, half, unit, share, low, high):
    """How many people a quantile can rest on whose values are multiples of a unit: it lies between two of them, by a part that
    their number tells (type 7 of Hyndman and Fan)."""
    fitting = []
    for people in range(max(1, low), high + 1):
        part = (people - 1) * share % 1
        # What lies above a multiple of the unit is a multiple of the part of a unit.
        steps = [part * more % 1 for more in range(1, 41)] if part else [0.0]
        if any(abs(value - unit * (math.floor(value / unit) + whole + step)) <= half + 1e-9 for step in steps for whole in (-1, 0, 1)):
            fitting.append(people)
    return fitting


def ratio(value, events_after, events_before, days_after, days_before):
    """Whole numbers (events after, events before, days after, days before) whose ratio of rates is the value exactly.

    Each is given as a range (least, greatest). None where there are too many to try.
    """
    sizes = [high - low + 1 for low, high in (events_after, events_before, days_before)]
    if min(sizes) < 1 or numpy.prod([float(size) for size in sizes]) > MOST_CANDIDATES:
        return None
    days = numpy.arange(days_before[0], days_before[1] + 1, dtype=float)
    fitting = []
    for after in range(max(1, events_after[0]), events_after[1] + 1):
        for before in range(max(1, events_before[0]), events_before[1] + 1):
            exact = days * after / (value * before)
            whole = numpy.rint(exact)
            fits = ((numpy.abs(exact - whole) <= ROUNDINGS * exact) & (whole >= days_after[0])
                    & (whole <= days_after[1]) & (days > 0))
            fitting += [(after, before, int(whole[place]), int(days[place])) for place in numpy.flatnonzero(fits)]
    return fitting


def kappa_tables(kappa, half, stories):
    """Tables of two coders that give a kappa: pairs (stories in which both found it, in which one did)."""
    fitting = set()
    for total in range(stories[0], stories[1] + 1):
        both = numpy.arange(total + 1)[:, None, None]
        first = numpy.arange(total + 1)[None, :, None]
        second = numpy.arange(total + 1)[None, None, :]
        fits = both + first + second <= total
        yes_first, yes_second = (both + first) / total, (both + second) / total
        chance = yes_first * yes_second + (1 - yes_first) * (1 - yes_second)
        with numpy.errstate(divide="ignore", invalid="ignore"):
            value = (1 - (first + second) / total - chance) / (1 - chance)
        fits = fits & (numpy.abs(value - kappa) <= half + 1e-12)
        fitting |= {(int(a), int(b + c)) for a, b, c in zip(*numpy.nonzero(fits))}
    return fitting
