/// What cells turned out to be, by their bytes: a word or a number that comes a million times is read once.
///
/// Holds so many different cells; others are read each time that they come, so a column in which no two are alike fills
/// no memory.
final class CellMemo<Value> {
  /// A cell that was seen: one of up to 16 bytes stands in its slot, of a longer one its hash and where it stands.
  private struct Slot {
    var key: Key
    /// The place among the values; -1 in a free slot.
    var value: Int32 = -1
  }

  private struct Key: Equatable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var length: Int32 = 0
  }

  /// No longer cell is remembered.
  private static var longest: Int { 64 }
  /// So many slots are looked at: cells that were made to fall together cost no more.
  private static var mostSteps: Int { 16 }

  private let most: Int
  private var slots: [Slot] = []
  private var longCells: [UInt8] = []
  private var values: [Value] = []

  /// A memo that holds at most so many different cells.
  init(most: Int = 4_096) { self.most = most }

  /// What a cell is; `read` says so when it was not seen before.
  func value<Refusal: Error>(
    of cell: UnsafeBufferPointer<UInt8>, _ read: () throws(Refusal) -> Value
  ) throws(Refusal) -> Value {
    if cell.count > Self.longest { return try read() }
    let key = Self.key(of: cell)
    if let place = place(of: cell, key) { return values[place] }
    let value = try read()
    remember(cell, key, value)
    return value
  }

  private func place(of cell: UnsafeBufferPointer<UInt8>, _ key: Key) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      if slots.isEmpty { return nil }
      var slot = Self.hash(key) & (slots.count - 1)
      for _ in 0..<Self.mostSteps {
        let found = slots[slot]
        if found.value < 0 { return nil }
        if found.key.first == key.first, found.key.length == key.length,
          cell.count > 16 ? holds(cell, at: Int(found.key.second)) : found.key == key
        {
          return Int(found.value)
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  private func holds(_ cell: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for place in cell.indices where cell[place] != longCells[start + place] { return false }
    return true
  }

  private func remember(_ cell: UnsafeBufferPointer<UInt8>, _ key: Key, _ value: Value) {
    guard values.count < most else { return }
    if values.count * 2 >= slots.count { grow() }
    guard let slot = free(for: key) else { return }
    var key = key
    if cell.count > 16 {
      key.second = UInt64(longCells.count)
      longCells.append(contentsOf: cell)
    }
    slots[slot] = Slot(key: key, value: Int32(values.count))
    values.append(value)
  }

  private func free(for key: Key) -> Int? {
    let mask = slots.count - 1
    let first = Self.hash(key) & mask
    return (0..<Self.mostSteps).lazy.map { (first + $0) & mask }.first { slots[$0].value < 0 }
  }

  private func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(key: Key()), count: max(64, old.count * 2))
    for slot in old where slot.value >= 0 {
      if let place = free(for: slot.key) { slots[place] = slot }
    }
  }

  /// A cell of up to 16 bytes as two numbers, which with its length are the cell; of a longer one a hash.
  private static func key(of cell: UnsafeBufferPointer<UInt8>) -> Key {
    let raw = UnsafeRawBufferPointer(cell)
    var key = Key(length: Int32(cell.count))
    switch cell.count {
    case 8...16:
      key.first = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      key.second = raw.loadUnaligned(fromByteOffset: cell.count - 8, as: UInt64.self)
    case 0..<8:
      for byte in cell { key.first = key.first << 8 | UInt64(byte) }
    default:
      for start in stride(from: 0, to: cell.count, by: 8) {
        let place = min(start, cell.count - 8)
        key.first = mixed(key.first ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      }
    }
    return key
  }

  /// Where the search for a key begins; of a long cell the second number is not part of it.
  private static func hash(_ key: Key) -> Int {
    let second = key.length > 16 ? 0 : key.second
    return Int(truncatingIfNeeded: mixed(key.first ^ mixed(second ^ UInt64(key.length))))
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let (high, low) = (word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return high ^ low
  }
}
