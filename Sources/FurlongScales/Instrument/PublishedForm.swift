import FurlongForms

/// Reads what has been published about a score; `not published` and a key that is not there are none.
struct PublishedForm {
  /// The least and the greatest score.
  let scores: ClosedRange<Double>

  func reliabilities(_ node: FormNode?) throws(FormError) -> [Reliability] {
    var found: [Reliability] = []
    for node in try published(node)?.list() ?? [] {
      let next = try node.table { (table: FormTable) throws(FormError) -> Reliability in
        let coefficient = try table.required("coefficient")
        let value = try coefficient.number()
        if value <= 0 || value >= 1 {
          throw coefficient.error("a reliability lies between 0 and 1", fix: "write it like 0.89")
        }
        let error = try table.optional("error")
        if let error, try error.number() <= 0 {
          throw error.error(
            "a standard error of measurement is above 0", fix: "write it like 1.03")
        }
        // A second of a kind is called `alpha-2`.
        let kind = try table.text("kind")
        let before = found.count { $0.kind == kind || $0.kind.hasPrefix("\(kind)-") }
        return Reliability(
          kind: before == 0 ? kind : "\(kind)-\(before + 1)", coefficient: value,
          error: try error?.number(),
          source: try table.text("source"), checked: try checked(table))
      }
      if found.contains(where: { $0.kind == next.kind }) {
        throw node.error("two reliabilities are called '\(next.kind)'", fix: "name their kinds")
      }
      found.append(next)
    }
    return found
  }

  func norms(_ node: FormNode?) throws(FormError) -> [Norm] {
    var found: [Norm] = []
    for node in try published(node)?.list() ?? [] {
      found.append(
        try node.table { (table: FormTable) throws(FormError) -> Norm in
          let mean = try table.optional("mean")
          if let mean, !scores.contains(try mean.number()) {
            throw mean.error("the mean lies outside the scores", fix: "check it, and the scale")
          }
          let sd = try table.optional("sd")
          if let sd {
            let value = try sd.number()
            if value <= 0 || value > scores.upperBound - scores.lowerBound {
              throw sd.error(
                "a standard deviation is above 0 and below the range of scores",
                fix: "write it in points of the score, like 3.92")
            }
          }
          if mean == nil, sd == nil {
            throw node.error("a norm has a mean or an sd", fix: "add one of them")
          }
          return Norm(
            of: try table.text("of"), mean: try mean?.number(), sd: try sd?.number(),
            people: try table.optionalWhole("people"), source: try table.text("source"),
            checked: try checked(table))
        })
    }
    return found
  }

  func bands(_ node: FormNode?) throws(FormError) -> ScoreBands? {
    guard let node = try published(node) else { return nil }
    return try node.table { (table: FormTable) throws(FormError) -> ScoreBands in
      var list: [ScoreBands.Band] = []
      for node in try table.required("list").list() {
        let band = try node.table { (table: FormTable) throws(FormError) -> ScoreBands.Band in
          let from = try table.number("from")
          let to = try table.number("to")
          let last = list.last?.scores.upperBound ?? -.infinity
          if from > to || from <= last || !scores.contains(from) || !scores.contains(to) {
            throw node.error(
              "the band lies outside the scores, or does not follow the one before it",
              fix: "write bands from the lowest to the highest, without overlap")
          }
          return ScoreBands.Band(label: try table.text("label"), scores: from...to)
        }
        list.append(band)
      }
      return ScoreBands(
        list: list, source: try table.text("source"), checked: try checked(table))
    }
  }

  func cutOffs(_ node: FormNode?) throws(FormError) -> [CutOff] {
    var found: [CutOff] = []
    for node in try published(node)?.list() ?? [] {
      found.append(
        try node.table { (table: FormTable) throws(FormError) -> CutOff in
          let score = try table.required("score")
          let value = try score.number()
          if !scores.contains(value) {
            throw score.error(
              "the cut-off lies outside the scores",
              fix: "write a score from \(scores.lowerBound) to \(scores.upperBound)")
          }
          return CutOff(
            score: value, label: try table.text("label"), source: try table.text("source"),
            checked: try checked(table))
        })
    }
    return found
  }

  func changes(_ node: FormNode?) throws(FormError) -> [ChangeThreshold] {
    var found: [ChangeThreshold] = []
    for node in try published(node)?.list() ?? [] {
      found.append(
        try node.table { (table: FormTable) throws(FormError) -> ChangeThreshold in
          let points = try table.optional("points")
          let percent = try table.optional("percent")
          let size = points ?? percent
          guard let size, points == nil || percent == nil else {
            throw node.error("a change has points or a percent", fix: "write one of the two")
          }
          let most = points == nil ? 100 : scores.upperBound - scores.lowerBound
          let value = try size.number()
          if value <= 0 || value > most {
            throw size.error(
              "a change is above 0 and at most \(most)", fix: "write it in points of the score")
          }
          let level = try table.optional("level")
          if let level {
            let percent = try level.number()
            if percent <= 50 || percent >= 100 {
              throw level.error("a level is a percent, like 95", fix: "write 90 or 95")
            }
          }
          return ChangeThreshold(
            kind: try table.word("kind", ChangeThreshold.Kind.self),
            size: points == nil ? .percent(value) : .points(value), level: try level?.number(),
            source: try table.text("source"), checked: try checked(table))
        })
    }
    return found
  }

  private func checked(_ table: FormTable) throws(FormError) -> Checked {
    try table.word("checked", Checked.self)
  }
}
