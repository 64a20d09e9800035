import FurlongTables
import Fuzzer

// A CSV file, in each encoding and by the delimiter that is found: read at once and in pieces it is the same table.

/// What a table counts, all pieces together.
struct Count: Equatable {
  var rows = 0
  var letters = 0
  var faults = 0
  var skipped = 0

  mutating func add(_ piece: SourceTable) {
    rows += piece.rowCount
    faults += piece.faults.count + piece.totals.count
    skipped += piece.skipped
    for row in 0..<piece.rowCount {
      for column in piece.header.indices {
        letters += piece.text(row: row, column: column).utf8.count
      }
    }
  }
}

/// Reads what libFuzzer made, once.
@_cdecl("LLVMFuzzerTestOneInput")
public func attempt(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = bytes(start, count)
  var formats = CSVFormat.Encoding.allCases.map { CSVFormat(encoding: $0) }
  if let shape = try? TableSniffer().shape(of: file, name: "f.csv") {
    if shape.container == .csv { formats.append(shape.format) }
    _ = try? shape.read(file, name: "f.csv")
  }
  for format in formats {
    let reader = CSVReader(format: format)
    var whole: Count?
    do throws(TableError) {
      var count = Count()
      count.add(try reader.read(file, name: "f.csv"))
      whole = count
    } catch { expect(!error.what.isEmpty && !error.fix.isEmpty, "an error says what to do") }
    var walked: Count? = Count()
    do {
      let walk = try reader.walk(BytesInMemory(file), name: "f.csv", rows: 2)
      try walk.each { walked?.add($0) }
    } catch { walked = nil }
    expect(whole == walked, "a table read in pieces is the table read at once")
  }
  return 0
}
