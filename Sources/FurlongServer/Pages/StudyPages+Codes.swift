import FurlongWorkflow

/// A code that is made while somebody reads.
extension StudyPages {
  /// Adds a code to the study's codebook, and gives it where that is asked for.
  func addCode(_ request: PageRequest) throws -> PageAnswer {
    let session = try session(on: .coding)
    let form = request.form
    let story = form["story"] ?? ""
    // Whether there are such words is known before anything is written.
    let place = try form["give"].map { _ in try Place(form, in: session.story(story)) }
    let under = form["under"].flatMap { $0.isEmpty ? nil : $0 }
    let added = try workflow.addCode(
      form["label"] ?? "", description: form["description"] ?? "", under: under)
    let grown = try session.withCodes(of: workflow)
    goOn(with: grown)
    var words = "\(added.code.label) is a code now, in \(added.file)"
    if let place {
      _ = try grown.give(added.code.id, to: place.span, of: story, quote: form["quote"])
      words += ", and is added to \(place.words)"
    }
    say(words)
    let path = grown.stories.contains(story) ? Route.path(of: story) : "/"
    return request.wantsJSON
      ? .json(["message": words, "again": path]) : .onward(to: path)
  }
}
