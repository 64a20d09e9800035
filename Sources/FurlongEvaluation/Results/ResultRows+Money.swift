import FurlongStudy

extension ResultRows {
  mutating func add<N: Numbers>(_ finding: MoneyFinding<N>) {
    for delivery in finding.deliveries {
      add(
        DeliveryMeasure.heading, stated: delivery.pounds,
        note: "paid by \(delivery.planned.paidBy)",
        at: Place(outcome: delivery.planned.what))
    }
    if !finding.deliveries.isEmpty {
      add(DeliveryMeasure.served, finding.served, at: Place())
      add(finding.delivery, at: Place())
    }
    if let improved = finding.improved {
      add(improved.answers, at: Place(improved.scale, improved.occasion))
    }
    for completers in finding.completers {
      for row in completers.rows {
        add(
          row.answers,
          at: Place(
            outcome: completers.book, label: completers.bookName, direction: "lower is better",
            occasion: completers.window.id, group: row.group.id))
      }
    }
    for window in finding.windows {
      for book in window.books {
        for service in book.services {
          let place = Place(
            outcome: "\(book.id): \(service.event.id)", label: service.event.many,
            role: service.event.role.rawValue, direction: "lower is better",
            occasion: window.window.id)
          add(
            ServiceCostMeasure.unitCost, stated: service.pounds,
            note: "\(service.unitCost.coverage.rawValue) cost", at: place)
          add(service.answers, at: place)
        }
        let place = Place(
          outcome: book.id, label: book.name, direction: "lower is better",
          occasion: window.window.id)
        add(book.answers, at: place)
        for wave in book.waves {
          add(
            wave.answers,
            at: Place(
              outcome: book.id, label: book.name, direction: "lower is better",
              occasion: "\(window.window.id): \(wave.from) to \(wave.to) days"))
        }
        for holder in book.holders {
          add(
            holder.answers,
            at: Place(
              outcome: "\(book.id): \(holder.name)", label: holder.name,
              direction: "lower is better", occasion: window.window.id))
        }
      }
    }
  }
}
