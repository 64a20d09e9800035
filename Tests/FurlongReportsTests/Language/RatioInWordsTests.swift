import FurlongReports
import FurlongTestSupport
import Testing

@Suite("A ratio in words that ask for no arithmetic")
struct RatioInWordsTests {
  @Test(
    "of fewer: the fraction that is gone, near it, or the side on which it lies",
    arguments: [
      (0.49, "about half as many", "by about half"),
      (0.65, "about a third fewer", "by about a third"),
      (0.74, "about a quarter fewer", "by about a quarter"),
      (0.81, "about a fifth fewer", "by about a fifth"),
      (0.85, "about a sixth fewer", "by about a sixth"),
      (0.92, "about a tenth fewer", "by about a tenth"),
      (0.57, "more than two fifths fewer", "by more than two fifths"),
      (0.70, "nearly a third fewer", "by nearly a third"),
      (0.54, "more than half as many", "by nearly half"),
      (0.46, "fewer than half as many", "by more than half"),
      (0.33, "about two thirds fewer", "by about two thirds"),
      (0.99, "slightly fewer", "slightly"), (0.05, "next to none", "to next to none"),
    ])
  func fewer(ratio: Double, compared: String, moved: String) {
    #expect(RatioInWords(ratio).compared == compared)
    #expect(RatioInWords(ratio).moved == moved)
  }

  @Test(
    "of more: the fraction that is added, and from twice on how many times",
    arguments: [
      (1.25, "about a quarter more", "by about a quarter"),
      (1.18, "about a sixth more", "by about a sixth"),
      (1.53, "more than half more", "by more than half"),
      (1.93, "more than nine tenths more", "by more than nine tenths"),
      (2.04, "about twice as many", "to about twice as many"),
      (2.23, "more than twice as many", "to more than twice as many"),
      (2.9, "about three times as many", "to about three times as many"),
      (12, "more than five times as many", "to more than five times as many"),
    ])
  func more(ratio: Double, compared: String, moved: String) {
    #expect(RatioInWords(ratio).compared == compared)
    #expect(RatioInWords(ratio).moved == moved)
  }

  @Test("one is as many, and nothing is none", .tags(.edge))
  func ends() {
    #expect(RatioInWords(1).compared == "as many")
    #expect(RatioInWords(0).compared == "none")
    #expect(RatioInWords(0).moved == "to none")
  }

  @Test("more is never said of fewer", .tags(.law))
  func sides() {
    for hundredths in 6...194 where hundredths != 100 {
      let words = RatioInWords(Double(hundredths) / 100).compared
      if hundredths < 98 {
        #expect(words.hasSuffix("fewer") || words.hasSuffix("half as many"), "\(words)")
      }
      if hundredths > 102 { #expect(words.hasSuffix("more"), "\(words)") }
    }
  }
}
