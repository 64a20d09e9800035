import FurlongEvaluation
import FurlongForms

/// Reads one entry of `money:`.
struct ClaimedMoneyReader {
  func read(_ table: FormTable) throws(FormError) -> PublishedClaim.Money {
    var money = PublishedClaim.Money(
      label: try table.text("label"), amount: try table.required("amount").figure(),
      per: try table.required("per").word(PublishedClaim.Base.self))
    money.months = try table.count("months")
    money.delivery = try delivery(table)
    money.cashable =
      try table.optional("cashable")?.word(PublishedClaim.Cashable.self) ?? .notStated
    money.meant = try table.optional("meant")?.word(PublishedClaim.Meant.self) ?? .exactly
    money.people = try table.count("people")
    money.interval = try table.interval()
    money.priceYear = try table.optionalText("price_year")
    money.basis = try table.optional("rests_on")?.table { basis throws(FormError) in
      PublishedClaim.Basis(
        source: try ClaimReader().source(basis), amount: try basis.required("amount").figure(),
        per: try basis.required("per").word(PublishedClaim.Base.self),
        months: try basis.count("months"), delivery: try delivery(basis))
    }
    return money
  }

  private func delivery(_ table: FormTable) throws(FormError) -> PublishedClaim.Delivery {
    try table.optional("delivery")?.word(PublishedClaim.Delivery.self) ?? .notStated
  }
}
