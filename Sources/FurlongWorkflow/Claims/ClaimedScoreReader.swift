import FurlongEvaluation
import FurlongForms

/// Reads one entry of `scores:`.
struct ClaimedScoreReader {
  func read(_ table: FormTable) throws(FormError) -> PublishedClaim.Score {
    var score = PublishedClaim.Score(
      scale: try table.text("scale"), people: try table.required("people").count(to: 1_000_000),
      before: try table.required("before").figure(), range: try range(table))
    score.sdBefore = try sd("sd_before", table)
    score.after = try table.optional("after")?.figure()
    score.sdAfter = try sd("sd_after", table)
    score.size = try table.optional("size")?.table { size throws(FormError) in
      PublishedClaim.Score.Size(
        name: try size.required("name").word(PublishedClaim.Score.SizeName.self),
        value: try size.required("value").figure())
    }
    return score
  }

  private func sd(_ key: String, _ table: FormTable) throws(FormError) -> PrintedFigure? {
    guard let node = try table.optional(key) else { return nil }
    let figure = try node.figure()
    if figure.units < 0 {
      throw node.error("a standard deviation is 0 or more", fix: "write it without a minus")
    }
    return figure
  }

  private func range(_ score: FormTable) throws(FormError) -> PublishedClaim.Score.Range {
    guard let node = try score.optional("range") else { return .notStated }
    if !node.isTable {
      _ = try node.word(UnevenRange.self)
      return .uneven
    }
    return try node.table { table throws(FormError) in
      let (low, high) = (try table.required("low").figure(), try table.required("high").figure())
      let step = try table.optional("step")?.figure() ?? PrintedFigure("1")
      let items = try table.count("items_averaged") ?? 1
      guard let step,
        let even = PublishedClaim.EvenRange(low: low, high: high, step: step, itemsAveraged: items)
      else {
        throw node.error(
          "from 'low' to 'high' is no whole number of steps, or more than 100,000",
          fix:
            "write the lowest and highest score of a person; 'range: uneven' for a table of scores")
      }
      return .even(even)
    }
  }
}

/// The one word that a range can be.
private enum UnevenRange: String, CaseIterable {
  case uneven
}
