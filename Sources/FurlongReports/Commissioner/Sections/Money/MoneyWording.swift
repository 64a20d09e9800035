import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says what the service cost, and what use of services cost before and after it.
struct MoneyWording {
  let found: MoneyFinding<Released>
  let window: MoneyFinding<Released>.Window
  let book: MoneyFinding<Released>.Book
  private let material: ReportMaterial
  private let pounds = AnswerWording(.pounds)

  init(
    _ found: MoneyFinding<Released>, _ window: MoneyFinding<Released>.Window,
    _ book: MoneyFinding<Released>.Book, _ material: ReportMaterial
  ) {
    self.found = found
    self.window = window
    self.book = book
    self.material = material
  }

  /// What may be said.
  var verdict: MoneyVerdict { MoneyVerdict(book, of: window.books) }

  /// The fact of a measure by this book.
  func fact(_ measure: Measure) -> String {
    "money.\(book.id).\(window.window.id).\(measure.word)"
  }

  private func fact(_ measure: MoneyMeasure) -> String { fact(measure.declared) }

  private var one: String { material.study.people.one }

  /// `days in hospital and community contacts`.
  var services: Prose { book.services.map { Prose($0.event.many) }.listed }

  /// The measure that leads: over the window where it can be, else a person-year.
  private var leading: MoneyMeasure {
    window.years == nil ? .difference : .differenceOverWindow
  }

  private var time: String {
    window.years == nil ? "for each year watched" : "over \(window.window.label)"
  }

  // MARK: Page one

  /// The lines of page one.
  var pageOne: Prose {
    ([DeliveryWording(found, material).pageOne] + (arms ?? [gross, net, hanging])).filter {
      !$0.isEmpty
    }.joined()
  }

  /// What the arms of a randomised study differ by; nil where none are compared.
  ///
  /// It leads, since before and after are of both arms together.
  private var arms: [Prose]? {
    let books = found.arms.filter { $0.window == window.window }
    guard let lead = books.first(where: { $0.book == book.id }) else { return nil }
    let said = ArmCostWording(lead, material).pageOne
    let worth = WorthWording(books).clause
    return [said, worth.isEmpty ? worth : "\(worth)."]
  }

  /// Whether use cost less, in strong words.
  private var gross: Prose {
    let answer = book[leading]
    switch verdict.call {
    case .notShown: return "What use of services cost is not shown."
    case .cannotTell:
      // Where what the service cost is known, the sum of both is what is asked.
      if isNetShown {
        return
          "\(strong: "No saving is shown"): with services used, \(sum(book[.net], fact(.net), verdict.net)).\(otherwise)"
      }
      return
        "\(strong: "No saving is shown"): use of services cost \(pounds.magnitude(answer, fact(leading))) \(less(answer)) a \(one) \(time)\(spread(answer, leading))."
    case .down:
      return
        "\(strong: "Use cost \(pounds.magnitude(answer, fact(leading))) less a \(one) \(time)")\(limits(answer, leading)): \(cash).\(runUp)"
    case .up:
      return
        "\(strong: "Use cost \(pounds.magnitude(answer, fact(leading))) more a \(one) \(time)")\(limits(answer, leading))."
    }
  }

  /// What becomes of a fall once the months before are left out, in the same weight.
  private var runUp: Prose {
    switch verdict.withoutRunUp {
    case .down: ""
    case .up: " \(strong: "Without the 3 months before, it cost more.")"
    case .cannotTell:
      " \(strong: "Without the 3 months before, we cannot tell.")"
    case .notShown:
      " \(strong: "The months before cannot be left out, so it may be the end of a bad time.")"
    }
  }

  /// Both together.
  private var net: Prose {
    guard isNetShown, verdict.call != .cannotTell else { return Prose() }
    return
      "With the service, \(sum(book[.net], fact(.net), verdict.net)).\(otherwise)"
  }

  private var isNetShown: Bool { book[.net].estimate != nil && verdict.net != .notShown }

  /// `£1,100 more over 12 months, perhaps none`.
  private func sum(_ answer: ReleasedAnswer, _ fact: String, _ call: Call) -> Prose {
    let well: Prose = call.isTold ? "" : ", perhaps none"
    return
      "\(pounds.magnitude(answer, fact)) \(less(answer)) over \(window.window.label)\(well)"
  }

  /// ` Clearly more by marginal prices.`, ` Clearly more in two other ways.`: what does not say the same, which the section names;
  /// nothing where all do.
  private var otherwise: Prose {
    var ways: [(how: String, call: Call)] = []
    if verdict.netWithoutRunUp != verdict.net {
      ways.append(("without the three months before", verdict.netWithoutRunUp))
    }
    for other in window.books {
      let call = Call(other[.net], printedAs: pounds, noChange: 0)
      if call != verdict.net { ways.append(("by \(other.name)", call)) }
    }
    func said(_ call: Call, _ words: String) -> Prose {
      let how = ways.filter { $0.call == call }.map(\.how)
      switch how.count {
      case 0: return Prose()
      case 1: return Prose(" \(words) \(how[0]).")
      case 2: return Prose(" \(words) in two other ways.")
      default: return Prose(" \(words) in several other ways.")
      }
    }
    return said(.up, "Clearly more") + said(.down, "Clearly less")
      + said(.cannotTell, "We cannot tell")
  }

  private var hanging: Prose {
    guard verdict.hangsOnFive else { return Prose() }
    return verdict.isOfFive
      ? "\(strong: "This hangs on five people"), whose use cost most."
      : "\(strong: "Without the five whose use cost most \(verdict.withoutFive.left).")"
  }

  private var cash: String {
    found.cashable == nil
      ? "this could be freed, not saved" : "the plan calls it cash, and Question 5 says why"
  }

  private func less(_ answer: ReleasedAnswer) -> String {
    (answer.estimate?.value ?? 0) < 0 ? "less" : "more"
  }

  /// ` (95% interval £2,300 to £5,200)`, the nearer limit first, where the words before say which way.
  private func limits(_ answer: ReleasedAnswer, _ measure: MoneyMeasure) -> Prose {
    guard let level = answer.level,
      let range = pounds.range(answer, fact(measure), isMagnitude: true)
    else { return Prose() }
    return " (\(level) interval \(range))"
  }

  /// ` (95% interval: £500 less to £210 more)`.
  func spread(_ answer: ReleasedAnswer, _ measure: MoneyMeasure) -> Prose {
    pounds.spread(answer, fact(measure))
  }

  // MARK: The section

  /// What use cost before and after, in full.
  var comparison: Prose {
    let before = book[.costBefore]
    guard before.estimate != nil else {
      return
        "What use of \(services) cost \(pounds.predicate(before, fact(.costBefore)))."
    }
    let people = material.people
    let who = people.part(before.used, of: before.eligible, "\(fact(.costBefore)).people")
    return
      "\(who.capitalised) are counted; of any others nothing is known. Use of \(services) cost \(pounds.value(before, fact(.costBefore))) a \(one) and year before \(material.study.dayZero), and \(pounds.value(book[.costAfter], fact(.costAfter))) after, by \(Prose(book.name))."
  }

  /// The difference in both time bases, and what it may be called.
  var difference: Prose {
    let yearly = book[.difference]
    guard yearly.estimate != nil else {
      // That nothing of it is shown is said already.
      if book[.costBefore].estimate == nil { return Prose() }
      return "The difference \(pounds.predicate(yearly, fact(.difference)))."
    }
    let first: Prose =
      "That is \(pounds.magnitude(yearly, fact(.difference))) \(less(yearly)) for each \(one) and year watched\(spread(yearly, .difference))"
    let whole = book[.differenceOverWindow]
    let over: Prose =
      whole.estimate == nil || window.years == 1
      ? ""
      : "; over \(window.window.label), \(pounds.magnitude(whole, fact(.differenceOverWindow))) \(less(whole))"
    let told: Prose =
      verdict.call == .cannotTell
      ? " \(strong: "We cannot tell from these data whether cost changed.")"
      : ""
    return "\(first)\(over).\(told)"
  }

  /// What both come to, and what it would take for the service to cost nothing.
  var together: Prose {
    let net = book[.net]
    guard net.estimate != nil else { return Prose() }
    let told: Prose =
      verdict.net == .cannotTell
      ? " We cannot tell whether it is less or more." : ""
    // The service's own cost is the same by each book of prices.
    let byOthers = window.books.filter { $0.id != book.id && $0[.net].estimate != nil }
      .map { other -> Prose in
        let words = MoneyWording(found, window, other, material)
        let answer = other[.net]
        return
          " By \(Prose(other.name)) it is \(pounds.magnitude(answer, words.fact(.net))) \(less(answer))\(words.spread(answer, .net))."
      }.reduce(Prose()) { $0 + $1 }
    let sum: Prose =
      "Use and the service together cost \(pounds.magnitude(net, fact(.net))) \(less(net)) a \(one) over \(window.window.label) than use before\(spread(net, .net)).\(told)\(byOthers)"
    let share = book[.breakEven]
    guard let estimate = share.estimate else { return sum }
    let percent = ReportedNumber(
      NumberWording().percentage(estimate.value, decimals: 0), fact: fact(.breakEven),
      value: .released(estimate.value))
    return estimate.value > 1
      ? "\(sum) Even without any use after, the fall would be worth less than the service cost."
      : "\(sum) Use must fall by \(percent) over \(window.window.label) for the fall to be worth what the service cost."
  }

  /// What both come to, or use alone where that is not shown: in a sentence.
  var inShort: Prose {
    let isNet = book[.net].estimate != nil
    let measure = isNet ? MoneyMeasure.net : leading
    let answer = book[measure]
    let what = isNet ? "use and the service together cost" : "use of services cost"
    guard answer.estimate != nil else {
      return "What use of services cost \(pounds.predicate(answer, fact(measure)))."
    }
    let isTold = isNet ? verdict.net.isTold : verdict.call.isTold
    let each: Prose = !isNet && window.years == nil ? " and year watched" : ""
    let told: Prose = isTold ? "" : "; we cannot tell whether it is less or more"
    return
      "\(Prose(what)) \(pounds.magnitude(answer, fact(measure))) \(less(answer)) a \(one)\(each) than use before\(spread(answer, measure))\(told)."
  }

  /// In how many of the draws cost fell: how sure the data are, with nothing said of cause.
  var draws: Prose {
    guard let fell = book[.fell].estimate else { return Prose() }
    // Draws of these people alone never show that it is all, or none.
    func share(_ estimate: ReleasedEstimate, _ measure: MoneyMeasure) -> ReportedNumber {
      ReportedNumber(
        NumberWording().percentage(min(max(estimate.value, 0.001), 0.999), decimals: 0),
        fact: fact(measure), value: .released(estimate.value))
    }
    // Where the data do not tell, a share of draws must not tell it after all.
    let more: Prose =
      !verdict.net.isTold
      ? ""
      : book[.fellByMore].estimate.map {
        ", and by more than the service cost in \(share($0, .fellByMore))"
      } ?? ""
    return
      "Of many samples drawn from these \(material.study.people.many), use cost less after than before in \(share(fell, .fell))\(more). This says how far chance could go, not what caused it."
  }

  /// Whether it hangs on the five whose use cost most.
  var five: Prose {
    guard let share = book[.shareOfFive].estimate else { return Prose() }
    let percent = ReportedNumber(
      NumberWording().percentage(share.value, decimals: 0), fact: fact(.shareOfFive),
      value: .released(share.value))
    let without = book[.differenceWithoutFive]
    // That it is held back says nothing of them.
    let rest: Prose =
      without.estimate == nil
      ? ""
      : "; without them it is \(pounds.magnitude(without, fact(.differenceWithoutFive))) \(less(without)) for each year watched\(spread(without, .differenceWithoutFive))"
    let hangs: Prose =
      verdict.isOfFive
      ? " \(strong: "So this hangs on five people.")"
      : verdict.hangsOnFive ? " \(strong: "Without these five \(verdict.withoutFive.left).")" : ""
    return "The five whose use cost most have \(percent) of all cost\(rest).\(hangs)"
  }
}

extension ReportedNumber {
  /// Pounds that the plan or a book of prices states: whole, and with pence only where they are a small price.
  static func stated(pounds: Double, _ fact: String) -> ReportedNumber {
    let hasPence = pounds < 100 && pounds != pounds.rounded()
    return ReportedNumber(
      NumberWording().pounds(pounds, decimals: hasPence ? 2 : 0), fact: fact,
      value: .released(pounds))
  }
}
