public import FurlongStudy

/// Coded texts as tools for qualitative data exchange them (REFI-QDA 1.0), as far as Furlong takes and gives them.
public struct QDAProject: Sendable, Equatable {
  /// Somebody who coded.
  public struct User: Sendable, Equatable {
    /// What codings name them by.
    public var guid: QDAGUID
    /// Their name; may be empty.
    public var name: String
  }

  /// A code, with those that stand below it.
  public struct Code: Sendable, Equatable {
    /// What codings name it by.
    public var guid: QDAGUID
    /// Its name.
    public var name: String
    /// Whether it may be given; a folder of codes may not.
    public var isCodable = true
    /// Its colour, `#RRGGBB`; nil where it has none.
    public var colour: String?
    /// What belongs to it.
    public var description = ""
    /// The codes below it.
    public var children: [Code] = []
  }

  /// A code that somebody gave.
  public struct Coding: Sendable, Hashable {
    /// The code.
    public var code: QDAGUID
    /// Who gave it; nil where nobody noted it.
    public var user: QDAGUID?
    /// The stretch; nil for the whole text.
    public var span: TextSpan?
    /// When; empty where nobody noted it.
    public var at = ""
    /// A note.
    public var memo = ""
    /// Who decided it, where coders did not agree; empty otherwise.
    public var decidedBy = ""
  }

  /// That a text was read to its end, which only Furlong's own files say.
  public struct Reading: Sendable, Equatable {
    /// The name of the reader.
    public var user: String
    /// The source.
    public var source: QDAGUID
    /// When; empty where nobody noted it.
    public var at = ""
    /// A note.
    public var memo = ""
    /// Who decided it, where coders did not agree; empty otherwise.
    public var decidedBy = ""
  }

  /// A text.
  public struct Source: Sendable, Equatable {
    /// What others name it by.
    public var guid: QDAGUID
    /// Its name; may be empty.
    public var name: String
    /// Its words.
    public var text: StoryText
    /// What was found in it.
    public var codings: [Coding] = []
    /// The names of the cases that it belongs to.
    public var cases: [String] = []
  }

  /// Its name.
  public var name: String
  /// The program that wrote it, as that calls itself.
  public var origin: String
  /// What a codebook of Furlong is called; nil where the file holds none.
  public var heading: CodebookHeading?
  /// Who coded.
  public var users: [User] = []
  /// The codes that stand for themselves.
  public var codes: [Code] = []
  /// The texts.
  public var sources: [Source] = []
  /// Which texts were said to be read to their end.
  public var readings: [Reading] = []
  /// How places were counted; nil where there were none.
  public var positions: QDAPositions?
  /// What could not be taken.
  public var losses: [QDALoss] = []

  /// Whether Furlong itself wrote it, so that what it does not say is so.
  public var isOurs: Bool { origin.hasPrefix(Self.ourName) }

  /// How Furlong calls itself as the origin of a file.
  static let ourName = "Furlong"
}

/// What a codebook is called and where it is from.
public struct CodebookHeading: Sendable, Equatable {
  /// Its id in plans.
  public var id: String
  /// Its name.
  public var name: String
  /// Where it was published.
  public var source: String
  /// Its DOI.
  public var doi: String?
}
