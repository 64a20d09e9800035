import FurlongEvaluation
import FurlongForms

/// Reads a published claim as people write it down (docs/guides/claims.md).
struct ClaimReader {
  /// Reads the text of a claim's file.
  ///
  /// - Throws: the first mistake, with its line and column.
  func read(_ text: String, file: String) throws(FormError) -> PublishedClaim {
    let node = try FormNode.read(text, file: file)
    return try node.table { table throws(FormError) in
      var claim = PublishedClaim(
        title: try table.text("claim"),
        source: try table.required("source").table { table throws(FormError) in
          try source(table)
        },
        people: try people(table),
        comparison: try table.required("compared_with").word(PublishedClaim.Comparison.self))
      claim.money = try each("money", table, ClaimedMoneyReader().read)
      claim.totals = try each("totals", table, total)
      claim.savings = try each("savings", table, saving)
      claim.scores = try each("scores", table, ClaimedScoreReader().read)
      claim.shares = try each("shares", table, share)
      claim.falls = try each("falls", table, fall)
      claim.notFound = try table.optional("not_found")?.texts() ?? []
      if claim.hasNoFigures {
        throw node.error(
          "the claim has no figures",
          fix: "write at least one of money, totals, savings, scores, shares, falls")
      }
      return claim
    }
  }

  private func each<Figure>(
    _ key: String, _ table: FormTable, _ read: (FormTable) throws(FormError) -> Figure
  ) throws(FormError) -> [Figure] {
    var figures: [Figure] = []
    for node in try table.optional(key)?.list() ?? [] {
      figures.append(try node.table { one throws(FormError) in try read(one) })
    }
    return figures
  }

  /// Who says it and where: a DOI or a place.
  func source(_ table: FormTable) throws(FormError) -> PublishedClaim.Source {
    let source = PublishedClaim.Source(
      who: try table.text("who"), doi: try table.optionalText("doi"),
      place: try table.optionalText("place"))
    if let doi = try table.optional("doi"), source.doi?.hasPrefix("10.") != true {
      throw doi.error("a DOI begins with 10.", fix: "leave out https://doi.org/ and doi: before it")
    }
    if source.doi == nil, source.place == nil {
      throw table.node.error(
        "nobody could find this source",
        fix: "add 'doi: 10.…', or 'place: …' in words where there is none")
    }
    return source
  }

  private func people(_ claim: FormTable) throws(FormError) -> PublishedClaim.People {
    guard let node = try claim.optional("people") else { return PublishedClaim.People() }
    return try node.table { table throws(FormError) in
      let people = PublishedClaim.People(
        count: try table.count("count"),
        who: try table.optional("who")?.word(PublishedClaim.Whom.self) ?? .notStated,
        all: try table.count("of"), began: try table.count("began"),
        isChosenForCare: try table.optional("chosen_for_care")?.yes() ?? false)
      for (key, whole) in [("of", people.all), ("began", people.began)] {
        if let whole, let count = people.count, count > whole, let node = try table.optional(key) {
          throw node.error(
            "\(count) people are counted, and '\(key)' says \(whole)",
            fix: "'count' is a part of '\(key)'")
        }
      }
      return people
    }
  }

  private func total(_ table: FormTable) throws(FormError) -> PublishedClaim.Total {
    PublishedClaim.Total(
      label: try table.text("label"), total: try table.required("total").figure(),
      count: try table.required("count").count(), of: try table.text("of"),
      median: try table.optional("median")?.figure())
  }

  private func saving(_ table: FormTable) throws(FormError) -> PublishedClaim.Saving {
    var saving = PublishedClaim.Saving(
      label: try table.text("label"),
      group: try table.optional("group")?.word(PublishedClaim.Subgroup.self) ?? .everyone)
    saving.with = try table.optional("with")?.figure()
    saving.without = try table.optional("without")?.figure()
    saving.saving = try table.optional("saving")?.figure()
    saving.interval = try table.interval()
    saving.probability = try table.percent("probability")?.value
    return saving
  }

  private func share(_ table: FormTable) throws(FormError) -> PublishedClaim.Share {
    var share = PublishedClaim.Share(label: try table.text("label"))
    share.count = try table.optional("count")?.count(from: 0)
    share.people = try table.count("people")
    // Of people it can be held against all of them; alone it is a slip of whoever wrote the file.
    share.percent = try table.percent("percent", to: share.people == nil ? 100 : 1_000)
    share.words = try table.optionalText("words")
    share.samePeople = try table.optionalText("same_people")
    return share
  }

  private func fall(_ table: FormTable) throws(FormError) -> PublishedClaim.Fall {
    PublishedClaim.Fall(
      label: try table.text("label"), percent: try table.required("percent").figure(),
      months: try table.required("months").count(), people: try table.count("people"))
  }
}

extension PublishedClaim {
  /// Whether nothing could be worked out.
  fileprivate var hasNoFigures: Bool {
    money.isEmpty && totals.isEmpty && savings.isEmpty && scores.isEmpty && shares.isEmpty
      && falls.isEmpty
  }
}
