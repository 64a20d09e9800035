import FurlongNumerics
import FurlongTestSupport
import Testing

/// A record of `Reference/philox4x32.json`.
private struct KnownAnswer: Decodable {
  var counter: [String]
  var key: [String]
  var expected: [String]
}

private struct KnownAnswers: Decodable {
  var records: [KnownAnswer]
}

@Suite("Philox4x32-10")
struct PhiloxTests {
  private func words(_ hex: [String]) -> [UInt64] { hex.compactMap { UInt64($0, radix: 16) } }

  @Test("gives the known answers of Random123", .tags(.reference))
  func knownAnswers() throws {
    let answers = try reference("philox4x32.json", as: KnownAnswers.self).records
    #expect(answers.count == 3)
    for answer in answers {
      let counter = words(answer.counter)
      let key = words(answer.key)
      let block = Philox4x32.words(
        counter: (counter[0], counter[1], counter[2], counter[3]), key: (key[0], key[1]))
      #expect([block.0, block.1, block.2, block.3] == words(answer.expected))
    }
  }

  @Test("a stream starts with the block of its seed and number", .tags(.reference))
  func streamLayout() throws {
    let answers = try reference("philox4x32.json", as: KnownAnswers.self).records
    let expected = words(answers[0].expected)
    var stream = RandomStream(seed: 0, stream: 0)
    let (both, third, fourth) = (stream.next(), stream.word(), stream.word())
    #expect(both == expected[1] << 32 | expected[0])
    #expect(third == expected[2])
    #expect(fourth == expected[3])
  }
}
