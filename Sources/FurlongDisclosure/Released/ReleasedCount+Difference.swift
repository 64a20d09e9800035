extension ReleasedCount {
  /// What is left of a whole without a part, both as they are printed; nil where one is not.
  ///
  /// It says no more than the two numbers do. A difference that would be small is not said at all.
  public func without(_ part: ReleasedCount) -> ReleasedCount? {
    guard let whole = number, let number = part.number, number < whole else { return nil }
    return isRounded || part.isRounded
      ? ReleasedCount(.about(whole - number)) : ReleasedCount(.exactly(whole - number))
  }
}
