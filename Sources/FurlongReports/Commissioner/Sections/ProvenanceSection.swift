import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// How the report was made: enough to make it again and to check each export.
struct ProvenanceSection {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The section.
  var section: Section {
    Section(
      id: "provenance", label: "How this was made", heading: "Check it yourself",
      blocks: [.definitions(definitions)] + GapWording(provenance.gaps).blocks + exports + [words])
  }

  private var provenance: Provenance { material.findings.provenance }

  private var definitions: [Definition] {
    [
      Definition("Tool", Prose(provenance.tool)),
      Definition(
        "Plan",
        "study.yaml, SHA-256 \(Prose.code(provenance.planSHA256)). \(FreezeWording(provenance, material.days).record)"
      ),
      Definition(
        "Chance",
        Prose(
          "Whatever is drawn by chance starts from the number \(String(provenance.seed)), so that it comes out the same again."
        )),
      Definition(
        "Personal data",
        "pseudonymised: still personal data. The report holds counts and averages, no row of any person."
      ),
      Definition(
        "Small numbers", Prose(material.policy.sentences(heldBack: material.heldBack.count))),
      Definition("Steps", Prose(steps)),
    ] + (provenance.byHand.map { [Definition("By hand", HandWorkWording($0).prose)] } ?? [])
  }

  /// All steps in one sentence where they are alike, else one by one.
  private var steps: String {
    let steps = material.findings.steps
    let words = steps.map { step in
      switch step.planned {
      case .yes: "in the plan"
      case .frozen: "as frozen"
      case .no: "not planned"
      case .added: "added after the freeze"
      case .amended: "amended"
      }
    }
    if let first = words.first, steps.count > 1, words.allSatisfy({ $0 == first }) {
      return "All \(NumberWording().count(steps.count)) are \(first)."
    }
    return zip(steps, words).map { "\($0.id): \($1)" }.joined(separator: "; ") + "."
  }

  /// The exports with their rows and digests, and how to check a digest.
  private var exports: [Block] {
    guard !provenance.inputs.isEmpty else { return [] }
    let check: [Block] = [
      .paragraph(
        "To check that an export is the one that was read, compare its digest in this list with what this command prints: \(Prose.code("LC_ALL=C sort FILE | sha256sum")). Lines are sorted first, so that the order of rows does not matter."
      ),
      .definitions(
        digests.map { Definition($0.files, Prose.code($0.digest)) }),
    ]
    let unnamed: [Block] =
      provenance.inputs.contains { $0.file.hasPrefix("export ") }
      ? [
        .paragraph(
          "An export whose file name could tell of somebody is told by a number here; who holds the study finds its name by its digest."
        )
      ] : []
    return [
      .details(Details("The exports that were read", [.table(rows)] + unnamed + skipped)),
      .details(Details("How to check an export against its digest", isSeldomRead: true, check)),
    ]
  }

  /// Each digest once, with what was read of that file: its sheets have it in common.
  private var digests: [(files: String, digest: String)] {
    var digests: [(files: [String], digest: String)] = []
    for input in provenance.inputs {
      if let place = digests.firstIndex(where: { $0.digest == input.sortedLinesSHA256 }) {
        digests[place].files.append(input.file)
      } else {
        digests.append(([input.file], input.sortedLinesSHA256))
      }
    }
    return digests.map { (Self.bySheets($0.files).joined(separator: ", "), $0.digest) }
  }

  /// Files by their names, and of a workbook of which several sheets were read how many.
  private static func bySheets(_ files: [String]) -> [String] {
    func workbook(_ file: String) -> String {
      guard file.hasSuffix(")"), let sheet = file.ranges(of: " (").last else { return file }
      return String(file[..<sheet.lowerBound])
    }
    var books: [(name: String, sheets: [String])] = []
    for file in files {
      if let place = books.firstIndex(where: { $0.name == workbook(file) }) {
        books[place].sheets.append(file)
      } else {
        books.append((workbook(file), [file]))
      }
    }
    return books.map { name, sheets in
      sheets.count == 1 ? sheets[0] : "\(name) (\(NumberWording().count(sheets.count)) sheets)"
    }
  }

  private var rows: Table {
    let numbers = NumberWording()
    let isRounded = material.policy.rounding != nil
    func cell(_ count: Int, _ fact: String) -> Prose {
      // The gate leaves no few rows where it rounds: with a row a person they would be few people.
      if isRounded, count == 0 { return Prose(ReportedNumber.small("[c]", fact)) }
      return Prose(
        ReportedNumber(numbers.count(count), fact: fact, value: .released(Double(count))))
    }
    // Columns of which every number is held back tell nothing, and go.
    let hasOther = provenance.inputs.contains { $0.rowsSetAside > 0 || $0.rowsSkipped > 0 }
    let isNarrow = isRounded && !hasOther
    return Table(
      caption: isRounded
        ? "Exports: rows read, each number rounded by itself"
        : "Exports: rows read = kept + set aside + skipped", rowsHeading: "Export",
      columns: [
        Table.Column("Rows read"), Table.Column("Kept"),
      ] + (isNarrow ? [] : [Table.Column("Set aside"), Table.Column("Skipped")]),
      rows: provenance.inputs.map { input in
        let fact = "provenance.\(input.file)"
        return Table.Row(
          Prose(input.file),
          [cell(input.rowsRead, "\(fact).rows_read"), cell(input.rowsKept, "\(fact).rows_kept")]
            + (isNarrow
              ? []
              : [
                cell(input.rowsSetAside, "\(fact).rows_set_aside"),
                cell(input.rowsSkipped, "\(fact).rows_skipped"),
              ]))
      }
    ).withNotes
  }

  /// What was skipped of which export, by name.
  private var skipped: [Block] {
    let inputs = provenance.inputs.filter { !$0.skips.isEmpty }
    guard !inputs.isEmpty else { return [] }
    var alike: [(what: String, files: [String])] = []
    for input in inputs {
      let what = input.skips.map(Self.name).joined(separator: ", ")
      if let place = alike.firstIndex(where: { $0.what == what }) {
        alike[place].files.append(input.file)
      } else {
        alike.append((what, [input.file]))
      }
    }
    let each = alike.map { what, files -> Prose in
      "\(Prose(what)) of \(Self.bySheets(files).map { Prose($0) }.listed)"
    }
    return [.paragraph("Skipped rows are no data: \(each.joined("; ")).")]
  }

  private static func name(_ skip: SkippedRow) -> String {
    switch skip {
    case .blank: "blank rows"
    case .totals: "lines of totals or averages"
    case .headings: "headings that stand again"
    case .key: "the key of a register's marks"
    case .named: "rows that the mapping names"
    case .leftOut: "rows that the mapping leaves out"
    case .otherMeasures: "rows of other measures"
    case .notRead: "codes of stories that were not read to their ends"
    case .lostPlace: "codes whose words are no longer in the story"
    case .notInRegister: "people who are not in the register"
    case .byHand: "rows left out by hand"
    }
  }

  private var words: Block {
    .details(Details("Words used in this report", [.definitions(Glossary(material).definitions)]))
  }
}
