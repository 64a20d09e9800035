import FurlongArchives
import FurlongTables
import Fuzzer

// A zip archive: each of its entries unpacked, and the archive read as a workbook.

/// Reads what libFuzzer made, once.
@_cdecl("LLVMFuzzerTestOneInput")
public func attempt(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = bytes(start, count)
  var limits = ZipArchive.Limits()
  limits.unpacked = 1_000_000
  if let archive = try? ZipArchive(file, limits: limits) {
    for name in archive.names {
      do throws(ArchiveError) {
        let entry = try archive.entry(name)
        while try !entry.next().isEmpty {}
      } catch { expect(!error.what.isEmpty, "an error says what is wrong") }
    }
  }
  _ = try? WorkbookReader().read(file, name: "f.xlsx")
  return 0
}
