public import Foundation

/// What a `datapackage.json` (Frictionless Data, versions 1 and 2) says of the CSV files beside it.
///
/// It gives what a mapping needs: each file's format, the texts that mean "no value", and the type of each column.
/// Nothing is opened or fetched: paths are names of files beside the package.
public struct DataPackage: Equatable, Sendable {
  /// One CSV file.
  public struct Resource: Equatable, Sendable {
    /// Its name in the package.
    public let name: String
    /// Where it lies, from the package's folder; several where it is cut into pieces.
    public let paths: [String]
    /// Its encoding, delimiter and row of headings.
    public let format: CSVFormat
    /// Texts that mean "no value"; with what a value means, where the package says so.
    public let missing: [String: String?]
    /// Its columns.
    public let fields: [Field]

    /// The order of the parts in its dates: the word for a mapping's `dates`; nil where it has none, or several.
    public var dates: String? {
      let orders = Set(fields.compactMap(\.dateOrder))
      return orders.count == 1 ? orders.first : nil
    }

    /// The sign of its decimals: the word for a mapping's `decimal`; nil where its columns do not agree.
    public var decimal: String? {
      let signs = Set(fields.filter { $0.type == "number" }.map(\.decimalSign))
      guard signs.count <= 1 else { return nil }
      return signs.first == "," ? "comma" : "point"
    }
  }

  /// One column.
  public struct Field: Equatable, Sendable {
    /// Its heading.
    public let name: String
    /// What it is called in words; empty where nothing is said.
    public let title: String
    /// What it holds: `string`, `integer`, `number`, `date`, `boolean` and so on.
    public let type: String
    /// How it is written, such as `%d/%m/%Y`; `default` where nothing is said.
    public let format: String
    /// The sign of decimals.
    public let decimalSign: String
    /// The values that it may have; empty where nothing is said.
    public let values: [String]

    /// The order of the parts of a date, as a mapping says it; nil where it holds none or its format names no day.
    public var dateOrder: String? {
      guard type == "date" || type == "datetime" else { return nil }
      if ["default", "any", ""].contains(format) { return "year month day" }
      let places: [(word: String, place: String.Index)] = [
        ("day", ["%d"]), ("month", ["%m", "%b", "%B"]), ("year", ["%Y", "%y"]),
      ].compactMap { word, signs in
        signs.compactMap { format.range(of: $0)?.lowerBound }.first.map { (word, $0) }
      }
      guard places.count == 3 else { return nil }
      return places.sorted { $0.place < $1.place }.map(\.word).joined(separator: " ")
    }
  }

  /// The CSV files, in the package's order.
  public let resources: [Resource]

  /// The file at a path from the package's folder; nil where the package does not name it.
  public func resource(at path: String) -> Resource? {
    resources.first { $0.paths.contains(path) }
  }

  /// The package of a file's bytes.
  ///
  /// - Throws: an error where the bytes are no package, or a file is written as Furlong cannot read it.
  public static func read(_ bytes: Data) throws(DataPackageError) -> DataPackage {
    let written: WrittenPackage
    do {
      written = try JSONDecoder().decode(WrittenPackage.self, from: bytes)
    } catch {
      throw DataPackageError.notAPackage
    }
    var resources: [Resource] = []
    for resource in written.resources { resources.append(try resource.read()) }
    return DataPackage(resources: resources)
  }
}

/// Why a data package could not be used.
public enum DataPackageError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No JSON, or none of a package.
  case notAPackage
  /// A path that leaves the folder or lies on another machine; the resource's number, counted from 1.
  case path(resource: String)
  /// Something in a resource that Furlong does not read; with its key.
  case notRead(resource: String, key: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .notAPackage:
      "the file is no data package; look at datapackage.json, or write the mapping by hand"
    case .path(let name):
      "the path of resource '\(name)' is not a file beside the package; put the file there"
    case .notRead(let name, let key):
      "resource '\(name)' says '\(key)' in a way that is not read; write its mapping by hand"
    }
  }
}
