"""What a college cost, and prices of the services whose use it shows: books, an index, and the plan's lines."""
import dataclasses
import random

BEARERS = ["mental health trust", "integrated care board", "city council"]
# Each with what one of it may cost: a stay, its days and a detention are never priced together, being the same money.
PRICED = [["bed-day", "contact"], ["bed-day", "contact"], ["admission", "contact"], ["bed-day"], ["contact", "detention"]]
PRICES = {"bed-day": (310, 620), "admission": (3_000, 14_000), "contact": (42, 260), "detention": (900, 5_000)}
# What was paid for: three academic years, the last of them, or a part in which few registered.
PERIODS = [("2022-09-01", "2025-07-31"), ("2022-09-01", "2025-07-31"), ("2024-08-01", "2025-07-31"), ("2022-10-01", "2025-07-31"),
           ("2025-04-01", "2025-07-31")]


@dataclasses.dataclass
class Costs:
    """What the plan says of money."""

    events: list
    books: dict        # id -> [(event, pounds, year, coverage, who bears it)]
    deliveries: list   # (what, pounds, from, to, who paid)
    served: int | None
    worths: list = dataclasses.field(default_factory=list)  # pounds that a point may be worth, in a trial


def drawn(seed, delivery=False):
    """The costs of a college; None where it does not ask for money.

    With `delivery` what the service itself cost is all that the plan says of money.
    """
    draw = random.Random(f"money {seed}")
    if delivery:
        return Costs([], {}, _deliveries(draw, draw.choice(PERIODS), draw.choice([1, 2, 3])),
                     draw.choice([None, None, None, draw.randint(60, 700)]))
    if draw.random() > 0.85:
        return None
    events = draw.choice(PRICED)
    books = {}
    for book in ["our-trust", "national", "marginal"][:draw.choice([1, 2, 2, 3])]:
        coverage = "marginal" if book == "marginal" else "full"
        books[book] = [(event, _price(event, draw), draw.choice(["2023/24", "2024/25"]), coverage,
                        draw.choice(BEARERS[:draw.choice([1, 2, 3])])) for event in events]
    deliveries = _deliveries(draw, draw.choice(PERIODS), draw.choice([0, 1, 2, 3]))
    return Costs(events, books, deliveries, draw.choice([None, None, draw.randint(60, 700)]))


def of_trial(costs, draw):
    """The same for a trial, which says for how many it was paid, and what a point may be worth; None where no money is asked."""
    if costs is None or not costs.books:
        return costs
    return dataclasses.replace(costs, deliveries=costs.deliveries or _deliveries(draw, PERIODS[0], 1),
                               served=costs.served or draw.randint(30, 200),
                               worths=sorted(draw.sample([1, 5, 20, 50, 100, 200, 500, 1000], draw.choice([1, 3, 6]))))


def _deliveries(draw, period, lines):
    """What was paid for over some days, so many lines of it."""
    return [(what, draw.randrange(20, 4_000) * 100, *period, draw.choice(BEARERS)) for what in ["staff", "rooms", "materials"][:lines]]


def _price(event, draw):
    low, high = PRICES[event]
    pounds = draw.uniform(low, high)
    return round(pounds, 2) if draw.random() < 0.3 else round(pounds)


def write(costs, folder):
    """The books of prices, and the index that moves them."""
    if not costs.books:
        return
    (folder / "costs" / "indices").mkdir(parents=True)
    (folder / "costs" / "indices" / "prices.yaml").write_text(
        "furlong_index: 1\nid: prices\nname: an invented index\nedition: of nobody\nsource: nobody\n"
        "changes:\n  2023/24: 2.47\n  2024/25: 4.02\n  2025/26: 2.5\n", encoding="utf-8")
    for book, prices in costs.books.items():
        lines = "".join(
            f"  - event: {event}\n    pounds: {pounds}\n    price_year: {year}\n    counts: {coverage}\n    borne_by: {bearer}\n"
            f"    source: an invented letter\n" for event, pounds, year, coverage, bearer in prices)
        (folder / "costs" / f"{book}.yaml").write_text(
            f"furlong_costs: 1\nid: {book}\nname: the prices of {book}\nindex: prices\nunit_costs:\n{lines}", encoding="utf-8")


def plan(costs):
    """What study.yaml says: the costs, and the step."""
    # Without a book nothing moves a sum to another year.
    year = "" if costs.books else ", price_year: 2024/25"
    lines = "".join(f"    - {{ what: {what}, pounds: {pounds}, period: {{ from: {first}, to: {last} }}, paid_by: {payer}{year} }}\n"
                    for what, pounds, first, last, payer in costs.deliveries)
    text = "costs:\n  price_year: 2024/25\n"
    text += f"  books: [{', '.join(costs.books)}]\n" if costs.books else ""
    text += f"  delivery:\n{lines}" if lines else ""
    text += f"  served: {costs.served}\n" if lines and costs.served else ""
    text += f"  value_of_a_point: [{', '.join(map(str, costs.worths))}]\n" if costs.worths else ""
    events = f", events: [{', '.join(costs.events)}]" if costs.events else ""
    return text, f"  - {{ id: money,       ask: money{events} }}\n"
