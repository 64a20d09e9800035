import FurlongForms
import FurlongScales
import Testing

@Suite("Files of instruments")
struct ScaleFormTests {
  private let good = """
    furlong_scale: 1
    id: tiny
    name: TINY
    full_name: A tiny scale
    measures: nothing at all
    better: higher
    items: { count: 2, answers: { from: 0, to: 1 }, reversed: [2] }
    score: sum
    scores: { from: 0, to: 2, step: 1 }
    blank_items: { allow: 1 }
    source: nobody
    licence: none
    """

  private func message(_ old: String, _ new: String) -> String {
    #expect(good.contains(old))
    do throws(FormError) {
      _ = try Instrument.read(good.replacing(old, with: new), file: "tiny.yaml")
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test("A file in order is read")
  func reads() throws {
    let instrument = try Instrument.read(good, file: "tiny.yaml")
    let scale = try #require(instrument.scales.first)
    #expect(scale.id == "tiny" && scale.reversedItems == [2] && scale.blankItemsAllowed == 1)
    #expect(scale.reliabilities.isEmpty && scale.bands == nil && scale.cutOff == nil)
    #expect(scale.rawScores == 0...2)
  }

  @Test("A mistake is named with file, line and column, and how to mend it")
  func mistakes() {
    #expect(
      message("better: higher", "beter: higher").hasPrefix(
        "tiny.yaml:6:1: 'better' is missing from the file; is 'beter' meant for it?"))
    #expect(message("better: higher", "better: up").hasPrefix("tiny.yaml:6:9: unknown word 'up'"))
    #expect(
      message("reversed: [2]", "reversed: [3]")
        == "tiny.yaml:7:60: '3' at items.reversed[1]: an item is one of 1 to 2, each once; take it out or mend it"
    )
    #expect(
      message("{ from: 0, to: 2, step: 1 }", "{ from: 0, to: 3, step: 1 }").hasPrefix(
        "tiny.yaml:9:9: the items give scores from 0.0 to 2.0, not from 0.0 to 3.0"))
    #expect(
      message("score: sum", "score: { table: { \"0\": 0, \"2\": 2 } }").hasPrefix(
        "tiny.yaml:8:17: the table has no score for the sum 1"))
    #expect(
      message("score: sum", "score: { table: { \"0\": 0, \"1\": 0, \"2\": 2 } }").hasPrefix(
        "tiny.yaml:8:17: the table does not rise at the sum 1"))
    #expect(
      message("score: sum", "score: { table: { \"0\": 0, \"1\": 1.5, \"2\": 2 } }").hasPrefix(
        "tiny.yaml:10:23: blank items cannot be filled in"))
    #expect(message("allow: 1", "allow: 2").hasPrefix("tiny.yaml:10:23: not so many items"))
    #expect(message("id: tiny", "id: Tiny").hasPrefix("tiny.yaml:2:5: an id is small letters"))
    #expect(
      message(
        "source: nobody",
        "source: nobody\nreliabilities: [{ kind: alpha, coefficient: 1.2, source: x, checked: yes }]"
      ).hasPrefix("tiny.yaml:12:45: a reliability lies between 0 and 1"))
    #expect(
      message(
        "source: nobody",
        "source: nobody\ncut_offs: [{ score: 5, label: x, source: y, checked: yes }]"
      ).hasPrefix("tiny.yaml:12:21: the cut-off lies outside the scores"))
    #expect(
      message(
        "source: nobody", "source: nobody\ncut_offs: [{ score: 1, label: x, checked: yes }]"
      ).hasPrefix("tiny.yaml:12:12: 'source' is missing from cut_offs[1]"))
    #expect(
      message("licence: none", "licence: none\nwording: secret").hasPrefix(
        "tiny.yaml:13:1: unknown key 'wording'"))
  }
}
