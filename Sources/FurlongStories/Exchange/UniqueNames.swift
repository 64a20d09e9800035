/// Names of which each is given once.
struct UniqueNames {
  private var taken: Set<String>
  private var next: [String: Int] = [:]

  /// - Parameter taken: names that are not given.
  init(taken: Set<String> = []) { self.taken = taken }

  /// Takes a name; whether it was free.
  mutating func take(_ name: String) -> Bool { taken.insert(name).inserted }

  /// A name where it is free, or else the name with the first number, from 2, that makes it so.
  mutating func unique(_ name: String, joint: String = " ") -> String {
    if take(name) { return name }
    while true {
      let number = next[name] ?? 2
      next[name] = number + 1
      if take("\(name)\(joint)\(number)") { return "\(name)\(joint)\(number)" }
    }
  }
}
