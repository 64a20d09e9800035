public import Testing

/// Expects two numbers to agree within a relative tolerance (absolute below a magnitude of one).
///
/// The tolerance is relative to the larger of 1 and the expected magnitude unless `strict`, when it is
/// relative to the expected value alone.
public func expectClose(
  _ actual: Double, _ expected: Double, relative tolerance: Double = 1e-10, strict: Bool = false,
  _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  let size = strict ? abs(expected) : max(1, abs(expected))
  let distance = actual == expected ? 0 : abs(actual - expected) / size
  AgreementLedger.current?.note(distance: distance)
  if distance == 0 { return }
  #expect(
    distance <= tolerance,
    "\(what) \(actual) is not \(expected): apart by \(distance), allowed \(tolerance)",
    sourceLocation: sourceLocation)
}
