extension ReleasedCount {
  /// What is left of a whole without a part; nil where one is not printed exactly, since the difference of two rounded
  /// numbers is not the rounded difference.
  public func without(_ part: ReleasedCount) -> ReleasedCount? {
    guard case .exactly(let whole) = shown, case .exactly(let number) = part.shown,
      number < whole
    else { return nil }
    return ReleasedCount(.exactly(whole - number))
  }
}
