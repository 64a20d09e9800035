import CZip

/// Packs files into a zip archive in memory: the same files give the same bytes, whatever the clock says.
public enum ZipPacking {
  /// An archive.
  ///
  /// - Parameter entries: names, each but once, and what stands in them.
  /// - Returns: nil where there is too little memory.
  public static func pack(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
    let names = entries.map { copy($0.name.utf8CString.map(\.self)) }
    let contents = entries.map { copy($0.bytes) }
    defer {
      for name in names { name.deallocate() }
      for content in contents { content.deallocate() }
    }
    var total = 0
    guard
      let packed = furlong_zip_pack(
        names.map { UnsafePointer($0.baseAddress) }, contents.map { UnsafePointer($0.baseAddress) },
        entries.map(\.bytes.count), entries.count, &total)
    else { return nil }
    defer { furlong_zip_free(packed) }
    return Array(UnsafeBufferPointer(start: packed, count: total))
  }

  private static func copy<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(elements.count, 1))
    _ = copy.initialize(from: elements)
    return copy
  }
}
