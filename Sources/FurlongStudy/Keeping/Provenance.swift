/// Where numbers came from: enough to make them again, nothing that names a person, a folder or a day.
public struct Provenance: Codable, Sendable, Equatable {
  /// One export that was read.
  public struct Input: Codable, Sendable, Equatable {
    /// The export, as a path from the study folder.
    public var file: String
    /// SHA-256 of its lines in sorted order (`LC_ALL=C sort FILE | sha256sum`).
    public var sortedLinesSHA256: String
    /// Rows below the headings.
    public var rowsRead: Int
    /// Rows kept.
    public var rowsKept: Int
    /// Rows set aside.
    public var rowsSetAside: Int
    /// Rows that are no data.
    public var rowsSkipped: Int
    /// Why they are none, in the order of `SkippedRow`; how many of each is not told.
    public var skips: [SkippedRow]

    /// An input.
    public init(
      file: String, sortedLinesSHA256: String, rowsRead: Int, rowsKept: Int, rowsSetAside: Int,
      rowsSkipped: Int, skips: [SkippedRow] = []
    ) {
      self.file = file
      self.sortedLinesSHA256 = sortedLinesSHA256
      self.rowsRead = rowsRead
      self.rowsKept = rowsKept
      self.rowsSetAside = rowsSetAside
      self.rowsSkipped = rowsSkipped
      self.skips = skips
    }
  }

  /// What people decided of the data by hand (fixes/decisions.json), as far as it was carried out.
  public struct HandWork: Codable, Sendable, Equatable {
    /// Cells that are read otherwise than the export has them.
    public var cells: Int
    /// Rows that are left out.
    public var rowsLeftOut: Int
    /// Times that ids were made one person.
    public var merges: Int
    /// Times that one person was made two.
    public var splits: Int
    /// SHA-256 of fixes/decisions.json.
    public var sha256: String
    /// Whether the numbers may be told; else only that there is such a thing.
    public var isCounted = true

    /// Hand work; nil where there is none.
    public init?(cells: Int, rowsLeftOut: Int, merges: Int, splits: Int, sha256: String) {
      if cells + rowsLeftOut + merges + splits == 0 { return nil }
      self.cells = cells
      self.rowsLeftOut = rowsLeftOut
      self.merges = merges
      self.splits = splits
      self.sha256 = sha256
    }
  }

  /// The version of the tool, injected by the caller.
  public var tool: String
  /// SHA-256 of study.yaml.
  public var planSHA256: String
  /// The seed of everything that draws.
  public var seed: UInt64
  /// The exports, in order of file name.
  public var inputs: [Input]
  /// When the plan was frozen and how it changed since; nil where it never was.
  public var freeze: PlanFreeze?
  /// What people decided of the data by hand; nil where nothing was.
  public var byHand: HandWork?
  /// Whether a program drafted the plan, and nobody has said yet that it is the college's own.
  public var isDrafted: Bool
  /// What the plan asks for and the exports do not give.
  public var gaps: [DataGap]

  /// A provenance.
  public init(
    tool: String, planSHA256: String, seed: UInt64, inputs: [Input], freeze: PlanFreeze? = nil,
    byHand: HandWork? = nil,
    isDrafted: Bool = false, gaps: [DataGap] = []
  ) {
    self.tool = tool
    self.planSHA256 = planSHA256
    self.seed = seed
    self.inputs = inputs
    self.freeze = freeze
    self.byHand = byHand
    self.isDrafted = isDrafted
    self.gaps = gaps
  }
}
