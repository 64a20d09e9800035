"""Writes an Excel workbook by hand, as Excel or Microsoft Forms would.

A cell is None, a text, a whole number, or a datetime (a number with a date style). The same rows give the same bytes.
"""
import datetime
import io
import xml.sax.saxutils as xml
import zipfile

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DAY_ZERO = datetime.datetime(1899, 12, 30)
# Style 0 is general, style 1 a date with time as Microsoft Forms shows it.
STYLES = (f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="m/d/yy\\ h:mm:ss"/></numFmts>'
          '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
          '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
          '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
          '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
          '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
          '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
          '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>')


def column(place):
    """The letters of a column counted from 0: A, B, … Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def serial(moment, from_1904=False):
    """Days since the end of 1899, as Excel counts them, or since the first day of 1904, as it did on old Macs."""
    gone = moment - (datetime.datetime(1904, 1, 1) if from_1904 else DAY_ZERO)
    return gone.days + gone.seconds / 86400


def workbook(rows, sheet="Sheet1", merged=(), shared=True, from_1904=False, more=None):
    """The bytes of a workbook.

    - merged: areas of the first sheet, as "B1:D1".
    - shared: texts in a table of their own, else within their cells.
    - more: further sheets, rows by name.
    """
    sheets = {sheet: rows} | (more or {})
    texts = {}

    def cell(value, name):
        if value is None or value == "":
            return ""
        if isinstance(value, datetime.datetime):
            return f'<c r="{name}" s="1"><v>{serial(value, from_1904)!r}</v></c>'
        if isinstance(value, int):
            return f'<c r="{name}"><v>{value}</v></c>'
        if shared:
            return f'<c r="{name}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
        return f'<c r="{name}" t="inlineStr"><is>{text(value)}</is></c>'

    def text(value):
        return f'<t xml:space="preserve">{xml.escape(value)}</t>'

    def lines(rows):
        return "".join(f'<row r="{number}">' + "".join(cell(value, f"{column(place)}{number}") for place, value in enumerate(row))
                       + "</row>" for number, row in enumerate(rows, 1))

    merges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    merges = f'<mergeCells count="{len(merged)}">{merges}</mergeCells>' if merged else ""
    named = "".join(f'<sheet name="{xml.escape(name)}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(sheets, 1))
    epoch = '<workbookPr date1904="1"/>' if from_1904 else ""
    parts = {"xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{epoch}<sheets>{named}</sheets></workbook>'}
    kinds = {"workbook": "sheet.main"}
    for number, each in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = (f'<worksheet xmlns="{MAIN}"><sheetData>{lines(each)}</sheetData>'
                                                     f'{merges if number == 1 else ""}</worksheet>')
        kinds[f"worksheets/sheet{number}"] = "worksheet"
    parts["xl/styles.xml"] = STYLES
    kinds["styles"] = "styles"
    links = list(kinds)[1:]
    if shared:
        parts["xl/sharedStrings.xml"] = (f'<sst xmlns="{MAIN}" uniqueCount="{len(texts)}">'
                                         + "".join(f"<si>{text(value)}</si>" for value in texts) + "</sst>")
        kinds["sharedStrings"] = "sharedStrings"
        links.append("sharedStrings")
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kinds[link]}" Target="{link}.xml"/>'
        for number, link in enumerate(links, 1)) + "</Relationships>"
    parts["_rels/.rels"] = (f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
                            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    overrides = "".join(f'<Override PartName="/xl/{part}.xml" ContentType="{CONTENT}.{kind}+xml"/>' for part, kind in kinds.items())
    first = {"[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
             'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (first | parts).items():
            entry = zipfile.ZipInfo(name, (2025, 11, 14, 9, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, HEAD + part)
    return made.getvalue()
