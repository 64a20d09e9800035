import FurlongStudy

/// Stories with their codebook and what each coder wrote down: what Furlong exchanges with other tools.
public struct CodedStories: Sendable, Equatable {
  /// A story.
  public struct Story: Sendable, Equatable {
    /// Its id.
    public var id: String
    /// Its words.
    public var text: StoryText

    /// A story.
    public init(id: String, text: StoryText) {
      self.id = id
      self.text = text
    }
  }

  /// What coders look for.
  public var codebook: Codebook
  /// The stories, each id once.
  public var stories: [Story]
  /// What each coder wrote down, by the coder's name.
  public var codings: [String: [Coding]]
  /// What could not be taken.
  public var losses: [QDALoss] = []

  /// Coded stories.
  public init(codebook: Codebook, stories: [Story], codings: [String: [Coding]]) {
    self.codebook = codebook
    self.stories = stories
    self.codings = codings
  }

  /// The project that other tools read.
  ///
  /// Codings whose words do not stand in their story any more, or whose story or code is not there, are left out and counted
  /// in its losses. A coding under an earlier name of a code is one of the code.
  ///
  /// - Parameter name: what the project is called.
  public func project(name: String) -> QDAProject {
    var project = QDAProject(name: name, origin: QDAProject.ourName)
    var losses = QDALossCount()
    project.heading = codebook.heading
    project.codes = codebook.exchanged
    project.sources = stories.map {
      QDAProject.Source(guid: QDAGUID("source", [$0.id]), name: $0.id, text: $0.text)
    }
    let places = Dictionary(
      zip(stories.map(\.id), stories.indices), uniquingKeysWith: { first, _ in first })
    for coder in codings.keys.sorted(by: Coding.inOrder) {
      let user = QDAProject.User(guid: QDAGUID("user", [coder]), name: coder)
      project.users.append(user)
      for coding in Set(codings[coder] ?? []).sorted() {
        guard let place = places[coding.story] else {
          losses.add(.otherStories)
          continue
        }
        if coding.mark == .read {
          project.readings.append(
            QDAProject.Reading(
              user: coder, source: project.sources[place].guid, at: coding.at, memo: coding.memo,
              decidedBy: coding.by))
        } else if let given = given(coding, by: user.guid, in: stories[place].text, &losses) {
          project.sources[place].codings.append(given)
        }
      }
    }
    project.losses = losses.losses
    return project
  }

  private func given(
    _ coding: Coding, by user: QDAGUID, in text: StoryText, _ losses: inout QDALossCount
  ) -> QDAProject.Coding? {
    guard let code = coding.code.flatMap(codebook.code) else {
      losses.add(.otherCodes)
      return nil
    }
    let span = coding.anchor?.hold(in: text).span
    if coding.anchor != nil, span == nil {
      losses.add(.orphans)
      return nil
    }
    if !coding.at.isEmpty, !QDAMoment.isOne(coding.at) { losses.add(.dates) }
    return QDAProject.Coding(
      code: codebook.guid(of: code.id), user: user, span: span,
      at: QDAMoment.isOne(coding.at) ? coding.at : "", memo: coding.memo, decidedBy: coding.by)
  }
}

extension QDAProject {
  /// The stories of a project.
  ///
  /// A story's id is the text's name, a coder's the user's; where several have one name, the later get a number. In files
  /// of other tools, which cannot say that a text was read to its end, a text in which somebody coded anything counts as read by them.
  ///
  /// - Parameter id: the id of the codebook where the file does not say one.
  public func codedStories(codebook id: String) -> CodedStories {
    let (codebook, codes) = codebook(id: id)
    var names = UniqueNames()
    let stories = sources.enumerated().map { place, source in
      CodedStories.Story(
        id: names.unique(source.name.isEmpty ? "story \(place + 1)" : source.name),
        text: source.text)
    }
    names = UniqueNames()
    var coders: [QDAGUID: String] = [:]
    var codings: [String: [FurlongStories.Coding]] = [:]
    for (place, user) in users.enumerated() where coders[user.guid] == nil {
      let coder = names.unique(user.name.isEmpty ? "coder \(place + 1)" : user.name)
      coders[user.guid] = coder
      codings[coder] = []
    }
    let nobody = names.unique("unnamed")
    for (source, story) in zip(sources, stories) {
      for coding in source.codings {
        guard let code = codes[coding.code] else { continue }
        let mark: FurlongStories.Coding.Mark =
          coding.span.flatMap { TextAnchor($0, in: source.text) }.map { .code(code, $0) }
          ?? .whole(code)
        codings[coding.user.flatMap { coders[$0] } ?? nobody, default: []].append(
          FurlongStories.Coding(
            story: story.id, mark: mark, memo: coding.memo, at: coding.at, by: coding.decidedBy))
      }
    }
    let ids = Dictionary(
      zip(sources.map(\.guid), stories.map(\.id)), uniquingKeysWith: { first, _ in first })
    for reading in readings {
      guard let story = ids[reading.source] else { continue }
      codings[reading.user, default: []].append(
        FurlongStories.Coding(
          story: story, mark: .read, memo: reading.memo, at: reading.at, by: reading.decidedBy))
    }
    var coded = CodedStories(codebook: codebook, stories: stories, codings: codings)
    coded.codings = codings.mapValues { Set(isOurs ? $0 : Self.withReadings($0)).sorted() }
    coded.losses = losses
    return coded
  }

  /// Codings, and that each story in which there is one was read.
  private static func withReadings(
    _ codings: [FurlongStories.Coding]
  ) -> [FurlongStories.Coding] {
    let told = Set(codings.filter { $0.mark == .read }.map(\.story))
    return codings
      + Set(codings.map(\.story)).subtracting(told).map { .init(story: $0, mark: .read) }
  }
}
