/// What cells turned out to be, by their bytes: a word or a number that comes a million times is read once.
///
/// Holds so many different cells; others are read each time that they come, so a column in which no two are alike fills
/// no memory.
final class CellMemo<Value> {
  private struct Slot {
    var hash: UInt64 = 0
    var start: UInt32 = 0
    var length: UInt32 = 0
    /// The place among the values; -1 in a free slot.
    var value: Int32 = -1
  }

  /// No longer cell is remembered.
  private static var longest: Int { 64 }
  /// So many slots are looked at: cells that were made to fall together cost no more.
  private static var mostSteps: Int { 16 }

  private let most: Int
  private var slots: [Slot] = []
  private var keys: [UInt8] = []
  private var values: [Value] = []

  /// A memo that holds at most so many different cells.
  init(most: Int = 4_096) { self.most = most }

  /// What a cell is; `read` says so when it was not seen before.
  func value<Refusal: Error>(
    of cell: UnsafeBufferPointer<UInt8>, _ read: () throws(Refusal) -> Value
  ) throws(Refusal) -> Value {
    if cell.count > Self.longest { return try read() }
    let hash = Self.hash(cell)
    if let place = place(of: cell, hash) { return values[place] }
    let value = try read()
    remember(cell, hash, value)
    return value
  }

  private func place(of cell: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
    if slots.isEmpty { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    for _ in 0..<Self.mostSteps {
      let found = slots[slot]
      if found.value < 0 { return nil }
      if found.hash == hash, Int(found.length) == cell.count, holds(cell, at: Int(found.start)) {
        return Int(found.value)
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func holds(_ cell: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for place in cell.indices where cell[place] != keys[start + place] { return false }
    return true
  }

  private func remember(_ cell: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ value: Value) {
    guard values.count < most else { return }
    if values.count * 2 >= slots.count { grow() }
    guard let slot = free(for: hash) else { return }
    slots[slot] = Slot(
      hash: hash, start: UInt32(keys.count), length: UInt32(cell.count),
      value: Int32(values.count))
    keys.append(contentsOf: cell)
    values.append(value)
  }

  private func free(for hash: UInt64) -> Int? {
    let mask = slots.count - 1
    let first = Int(truncatingIfNeeded: hash) & mask
    return (0..<Self.mostSteps).lazy.map { (first + $0) & mask }.first { slots[$0].value < 0 }
  }

  private func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: max(64, old.count * 2))
    for slot in old where slot.value >= 0 {
      if let place = free(for: slot.hash) { slots[place] = slot }
    }
  }

  private static func hash(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(cell.count) &* 0x9E37_79B9_7F4A_7C15
    let raw = UnsafeRawBufferPointer(cell)
    var place = 0
    while place + 8 <= cell.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < cell.count {
      rest = rest << 8 | UInt64(cell[place])
      place += 1
    }
    return mixed(hash ^ rest)
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let (high, low) = word.multipliedFullWidth(by: 0x9FB2_1C65_1E98_DF25)
    return high ^ low
  }
}
