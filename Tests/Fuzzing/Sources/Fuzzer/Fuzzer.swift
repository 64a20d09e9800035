/// The bytes that an attempt is given.
public func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

/// The parts of some bytes, which NULs part: markup and YAML hold none.
public func parts(_ bytes: [UInt8]) -> [[UInt8]] {
  bytes.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
}

/// Ends the program where a law does not hold: libFuzzer keeps what broke it.
public func expect(_ isTrue: Bool, _ law: String) {
  if !isTrue { fatalError(law) }
}
