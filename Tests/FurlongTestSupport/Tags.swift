public import Testing

extension Tag {
  /// Agrees with numbers that another program or a paper computed.
  @Tag public static var reference: Self
  /// An identity that holds for any data: shift, scale, order, sign.
  @Tag public static var law: Self
  /// The ends: empty, one, constant, ties, huge, missing.
  @Tag public static var edge: Self
  /// Text out, bytes compared.
  @Tag public static var golden: Self
  /// Simulations; run by `make test-slow`.
  @Tag public static var slow: Self
}
