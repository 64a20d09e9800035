"""One export: rows of known kinds, so that the truth can say how many of each there are and where a row stands."""
import csv
import io

from workbook import workbook

KINDS = {"title": "title_rows", "headings": "heading_rows", "data": "data_rows", "copy": "exact_copies",
         "totals": "totals_rows", "blank": "blank_rows"}


class Export:
    """Rows as a spreadsheet shows them, the first being row 1."""

    def __init__(self, name):
        self.name = name
        self.rows = []
        self.kinds = []

    def add(self, kind, *cells):
        """Adds a row and says its number."""
        self.rows.append(list(cells))
        self.kinds.append(kind)
        return len(self.rows)

    def counts(self):
        """How many rows of each kind; an exact copy of a row is not a data row."""
        return {"rows": len(self.rows)} | {name: self.kinds.count(kind) for kind, name in KINDS.items()}

    def csv(self, delimiter=",", encoding="utf-8", mark=b"", padded=True):
        """The bytes of a text file with Excel's line ends; `padded`: short rows end in empty cells, as Excel saves them."""
        width = max(map(len, self.rows))
        made = io.StringIO()
        writer = csv.writer(made, delimiter=delimiter, lineterminator="\r\n")
        for row in self.rows:
            writer.writerow(row + [""] * (width - len(row)) if padded else row)
        return mark + made.getvalue().encode(encoding)

    def xlsx(self, **choices):
        return workbook(self.rows, **choices)
