import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The tables of money: quantities by prices first, then what it comes to, then who pays.
struct MoneyTables {
  let wording: MoneyWording
  private let material: ReportMaterial
  private let pounds = AnswerWording(.pounds)
  private let rate = AnswerWording(.rate)

  init(_ wording: MoneyWording, _ material: ReportMaterial) {
    self.wording = wording
    self.material = material
  }

  private var found: MoneyFinding<Released> { wording.found }
  private var book: MoneyFinding<Released>.Book { wording.book }
  private var one: String { material.study.people.one }

  private func fact(_ service: MoneyFinding<Released>.Service, _ measure: ServiceCostMeasure)
    -> String
  {
    "\(wording.fact(measure.declared)).\(service.event.id)"
  }

  /// What was used, what one of it costs, and what that makes.
  var quantities: Table {
    Table(
      caption:
        "Use of services before and after, what it costs, and what that comes to for each \(Prose(one)) and year watched, \(Prose(book.name)), prices of \(Prose(found.priceYear.text))",
      rowsHeading: "Service",
      columns: [
        Table.Column("Before"), Table.Column("After"),
        Table.Column("Price of one", isContext: true),

        Table.Column("Cost before"), Table.Column("Cost after"), Table.Column("Difference"),
      ],
      rows: book.services.map { service in
        Table.Row(
          Prose(service.event.many.capitalised),
          [
            rate.cell(service[.quantityBefore], fact(service, .quantityBefore)),
            rate.cell(service[.quantityAfter], fact(service, .quantityAfter)),
            price(service),
            pounds.cell(service[.costBefore], fact(service, .costBefore)),
            pounds.cell(service[.costAfter], fact(service, .costAfter)),
            pounds.cell(service[.difference], fact(service, .difference)),
          ])
      } + [
        Table.Row(
          "All together",
          [
            "–", "–", "–", plainTotal(.costBefore), plainTotal(.costAfter), plainTotal(.difference),
          ])
      ], notes: notes
    ).withNotes
  }

  private func total(_ measure: MoneyMeasure) -> Prose {
    pounds.cell(book[measure], wording.fact(measure.declared))
  }

  /// Without its interval, for which a wide table has no room.
  private func plainTotal(_ measure: MoneyMeasure) -> Prose {
    book[measure].estimate == nil
      ? total(measure) : pounds.value(book[measure], wording.fact(measure.declared))
  }

  private func price(_ service: MoneyFinding<Released>.Service) -> Prose {
    Prose(
      ReportedNumber.stated(
        pounds: service.pounds,
        "\(wording.fact(ServiceCostMeasure.unitCost)).\(service.event.id)"))
  }

  /// Where each price comes from, and what it holds.
  private var notes: [Prose] {
    let sources = book.services.map { service -> Prose in
      let price = service.unitCost
      let kind = price.coverage.words
      let moved: Prose =
        price.priceYear == found.priceYear ? "" : " of \(Prose(price.priceYear.text)), moved"
      return
        "\(Prose(service.event.one.capitalised)): \(Prose(kind))\(moved), \(Prose(price.source))."
    }
    let index: [Prose] =
      book.index.map {
        [
          "Prices are moved by \(Prose($0))\(book.isProvisional ? ", whose last change is provisional" : "")."
        ]
      } ?? []
    return [
      "Each number is rounded by itself, so rows and columns need not add."
    ] + sources + index
  }

  /// What one of each costs by every book, as published and in the plan's year.
  var prices: Table {
    Table(
      caption:
        "What one of each costs by every book of prices, in prices of \(Prose(found.priceYear.text))",
      rowsHeading: "Book and service",
      columns: [
        Table.Column("As the source has it"), Table.Column("Here"), Table.Column("What it holds"),
      ],
      rows: wording.window.books.flatMap { book in
        book.services.map { service in
          let price = service.unitCost
          func number(_ pounds: Double, _ what: String) -> ReportedNumber {
            .stated(pounds: pounds, "money.\(book.id).\(service.event.id).\(what)")
          }
          return Table.Row(
            "\(Prose(book.name.capitalised)): \(Prose(service.event.one))",
            [
              "\(number(price.pounds, "price_as_published")) (\(Prose(price.priceYear.text)), \(Prose(price.source)))",
              Prose(number(service.pounds, "price")), "\(Prose(price.coverage.words))",
            ])
        }
      })
  }

  /// What the change comes to a person: gross, the service itself and net, a year and the window apart.
  var perPerson: Table {
    func row(_ label: Prose, _ yearly: MoneyMeasure?, _ window: MoneyMeasure?) -> Table.Row {
      Table.Row(label, [yearly.map(total) ?? "–", window.map(total) ?? "–"])
    }
    return Table(
      caption: "What it comes to for each \(Prose(one)): after minus before",
      rowsHeading: "What",
      columns: [
        Table.Column("For each year watched (interval)"),
        Table.Column("Over \(wording.window.window.label) (interval)"),
      ],
      rows: [
        row("Use of services (gross)", .difference, .differenceOverWindow),
        Table.Row(
          "The service itself",
          ["–", pounds.cell(found.delivery[.perPerson], "money.delivery_per_person")]),
        row("Both (net)", nil, .net),
        row("Both, without the 3 months before", nil, .netWithoutLastThreeMonths),
        row("Both, without the five who cost most", nil, .netWithoutFive),
      ],
      notes: [
        "Below 0: less after. The service's own cost is counted once, as what it cost for one \(Prose(one)) who registered."
      ]
    ).withNotes
  }

  /// Who pays for what, and whose budget the change falls on.
  var holders: Table {
    let names = { (holder: MoneyFinding<Released>.Holder) in
      book.services.filter { holder.events.contains($0.event.id) }.map { Prose($0.event.many) }
    }
    return Table(
      caption:
        "Who pays, and on whose budget the change falls, for each \(Prose(one)) over \(Prose(wording.window.window.label))",
      rowsHeading: "Budget",
      columns: [
        Table.Column("Pays for"), Table.Column("Change in cost of use"),
        Table.Column("Paid for the service"),
      ],
      rows: book.holders.map { holder in
        func fact(_ measure: HolderMeasure) -> String {
          "\(wording.fact(measure.declared)).\(holder.name)"
        }
        func cell(_ measure: HolderMeasure) -> Prose {
          holder[measure].notEstimable == .paysForNothing
            ? "–" : pounds.cell(holder[measure], fact(measure))
        }
        let services = names(holder) + (holder.paid == nil ? [] : ["the service itself"])
        return Table.Row(
          Prose(holder.name.capitalised),
          [
            services.isEmpty ? "–" : services.listed, cell(.difference), cell(.delivery),
          ])
      }
    ).withNotes
  }
}

extension UnitCost.Coverage {
  /// What a price holds, in words.
  fileprivate var words: String {
    switch self {
    case .full: "full cost"
    case .marginal: "marginal cost"
    }
  }
}
