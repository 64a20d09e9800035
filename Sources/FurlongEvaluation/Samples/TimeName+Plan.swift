import FurlongStudy

extension TimeName {
  init(_ occasion: Occasion) { self.init(id: occasion.id, label: occasion.label) }

  init(_ window: ServiceWindow) { self.init(id: window.id, label: window.label) }
}
