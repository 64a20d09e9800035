import FurlongForms
import Fuzzer

// A file that a person writes: read, or refused with a place in it.

/// Reads what libFuzzer made, once.
@_cdecl("LLVMFuzzerTestOneInput")
public func attempt(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let text = String(validating: bytes(start, count), as: UTF8.self) else { return 0 }
  do throws(FormError) {
    _ = try FormNode.read(text, file: "f.yaml")
  } catch {
    expect(!error.what.isEmpty && !error.fix.isEmpty, "an error says what to do")
  }
  return 0
}
