"""Measures drawings: a mark that lies elsewhere than the printed number tells more than its label.

Counts are held against their table, as bars and points in order. Other numbers are held against the axis: its labels
say where a number would lie, and every mark must lie where some printed number does.
"""
import math

COUNTS = ("flow", "attendance", "timeline", "themes")
# With one axis; that of ratios stands beside rates that have none, which on a phone lie one below the other.
ON_AN_AXIS = ("missing", "sensitivity", "rates", "time")
# A coordinate has two decimals; an axis is read from labels whose places are rounded too.
SLACK = 0.03


def wrong(figures):
    """What drawings tell beyond their labels, a line each."""
    lines = []
    for figure in figures:
        kind = figure["id"].split("-")[1] if "-" in figure["id"] else ""
        if kind not in COUNTS + ON_AN_AXIS:
            continue
        tells = _counts_tell if kind in COUNTS else _marks_tell
        for drawing in figure["drawings"][:1 if kind == "rates" else None]:
            if beyond := tells(figure, drawing):
                lines.append(f"drawing {figure['id']}: {beyond}")
    return sorted(set(lines))


def _numbers(figure):
    """Every number of the table: the value behind its text where there is one."""
    return [number.shown[0] for row in figure["rows"] for cell in row for number in cell if number.shown]


def _counts_tell(figure, drawing):
    """Whether bars or points in order fit the first column on no straight line; of periods that differ in length the last, rates."""
    misfits = []
    for column in (0, -1):
        shown = [row[column][0].shown for row in figure["rows"] if row and row[column]]
        printed = [number[0] for number in shown if number]
        if len(printed) < 3 or len(set(printed)) < 2:
            continue
        misfits += [_misfit(measured, printed) for measured in _measured(drawing)
                    if len(measured) == len(printed) and _resembles(measured, printed)]
    # Of several kinds of marks those that carry the numbers fit best.
    return "marks tell more than the labels" if misfits and min(misfits) > SLACK else ""


def _measured(drawing):
    """The lengths and heights of a drawing that may be numbers, in order."""
    # A pattern of hatching has a rectangle of its own, which stands nowhere.
    bars = [given for tag, given in drawing if tag == "rect" and "x" in given and "url" not in given.get("fill", "")]
    for side in ("width", "height"):
        yield [float(given[side]) for given in bars if side in given]
    lines = [given["points"] for tag, given in drawing if tag == "polyline"]
    yield [float(pair.split(",")[1]) for line in lines for pair in line.split()]
    circles = [given for tag, given in drawing if tag == "circle"]
    for side in ("cx", "cy"):
        yield [float(given[side]) for given in circles if side in given]


def _line(measured, printed):
    """Slope and start of the best straight line of the printed numbers."""
    mean_x, mean_y = sum(printed) / len(printed), sum(measured) / len(measured)
    spread = sum((x - mean_x) ** 2 for x in printed)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(printed, measured)) / spread if spread else 0.0
    return slope, mean_y - slope * mean_x


def _misfit(measured, printed):
    """How far the marks lie from the best straight line of the printed numbers, in units of the drawing."""
    slope, start = _line(measured, printed)
    return max(abs(y - start - slope * x) for x, y in zip(printed, measured))


def _resembles(measured, printed):
    """Whether marks go with the numbers at all."""
    slope, _ = _line(measured, printed)
    reach = max(printed) - min(printed)
    return slope != 0 and _misfit(measured, printed) < abs(slope) * max(6.0, 0.1 * reach)


def _axis(drawing):
    """Where a number lies by the labels under an axis: a function, and the axis' ends; None where no axis is labelled."""
    labels = {}
    for tag, given in drawing:
        if tag == "text" and given.get("text-anchor") == "middle":
            try:
                value = float(given.get("words", "").replace("\u2212", "-").replace(",", "").replace("%", "e-2"))
            except ValueError:
                continue
            labels.setdefault(given["y"], []).append((value, float(given["x"])))
    for ticks in labels.values():
        values, places = [value for value, _ in ticks], [place for _, place in ticks]
        if len(set(values)) < 3:
            continue
        if _misfit(places, values) <= SLACK:
            slope, start = _line(places, values)
            return (lambda value: start + slope * value), min(places), max(places)
        if min(values) > 0 and _misfit(places, [math.log(value) for value in values]) <= SLACK:
            slope, start = _line(places, [math.log(value) for value in values])
            return (lambda value: start + slope * math.log(value) if value > 0 else -math.inf), min(places), max(places)
    return None


def _marks(drawing):
    """Where dots, diamonds and the ends of intervals lie."""
    for tag, given in drawing:
        if tag == "circle":
            yield float(given["cx"])
        elif tag == "polygon" and len(given["points"].split()) == 4:
            places = [float(pair.split(",")[0]) for pair in given["points"].split()]
            yield (min(places) + max(places)) / 2
        elif tag == "line" and float(given.get("stroke-width", 0)) >= 2.5 and given["y1"] == given["y2"]:
            yield from (float(given["x1"]), float(given["x2"]))


def _marks_tell(figure, drawing):
    """Whether a mark beside an axis lies where no printed number does."""
    axis = _axis(drawing)
    if axis is None:
        return ""
    place_of, first, last = axis
    printed = [place_of(number) for number in _numbers(figure)]
    strange = [mark for mark in _marks(drawing) if first < mark < last and printed
               and min(abs(mark - place) for place in printed) > 2 * SLACK]
    return f"{len(strange)} marks lie where no printed number does" if strange else ""
