import FurlongStudy

extension TimeName {
  init(_ occasion: Occasion) {
    self.init(id: occasion.id, label: occasion.label, day: occasion.window?.nearestTo)
  }

  init(_ window: ServiceWindow) { self.init(id: window.id, label: window.label) }
}
