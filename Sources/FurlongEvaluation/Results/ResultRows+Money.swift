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
    for arms in finding.arms { add(arms) }
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

  private mutating func add<N: Numbers>(_ arms: MoneyFinding<N>.Arms) {
    func place(_ outcome: String) -> Place {
      Place(
        outcome: outcome, label: "\(arms.bookName), \(arms.scale.name)",
        occasion: "\(arms.window.id): \(arms.comparison.time.id)",
        group: arms.comparison.arms.id)
    }
    add(arms.comparison.answers, at: place("\(arms.book): \(arms.scale.id)"))
    for worth in arms.worths {
      let own = place(
        "\(arms.book): \(arms.scale.id) at \(ResultRow.text(worth.point)) a point")
      add(PointWorthMeasure.pointValue, stated: worth.point, at: own)
      add(worth.answers, at: own)
    }
  }
}
