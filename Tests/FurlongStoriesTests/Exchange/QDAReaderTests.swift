import FurlongArchives
import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Projects and codebooks of other tools")
struct QDAReaderTests {
  private static func read(_ project: WrittenProject) throws -> QDAProject {
    try QDAReader().read(project.bytes, name: "a.qdpx")
  }

  private static func text(_ path: String, file: String) throws -> QDAProject {
    var project = WrittenProject()
    project.sources = "<TextSource guid='\(WrittenProject.source)' name='S1' \(path)/>"
    project.files = [(file, "We had tea.")]
    return try read(project)
  }

  @Test(
    "Texts are found however they are named",
    arguments: [
      ("plainTextPath='internal://a.txt'", "sources/a.txt"),
      ("plainTextPath='internal:/a.txt'", "Sources/a.txt"),
      ("plainTextPath='a.txt'", "sources/a.txt"),
      ("plainTextPath='internal:a.txt'", "sources/a.txt"),
      ("plainTextPath='relative:///texts/A.txt'", "sources/a.txt"),
      ("plainTextPath='absolute:///C:\\texts\\a.txt'", "sources\\a.txt"),
      ("plainTextPath='internal://my%20a.txt'", "sources/my a.txt"),
      ("plainTextPath='' richTextPath='internal://a.txt'", "sources/a.txt"),
      ("plainTextPath='internal://a.txt' richTextPath='internal://a.docx'", "sources/a.txt"),
    ])
  func paths(path: String, file: String) throws {
    #expect(try Self.text(path, file: file).sources.map(\.text.text) == ["We had tea."])
  }

  @Test(
    "A text that is not in the file is counted, and no path leads out of it", .tags(.edge),
    arguments: [
      "plainTextPath='internal://../../etc/passwd'", "richTextPath='internal://a.docx'", "",
    ]
  )
  func elsewhere(path: String) throws {
    let project = try Self.text(path, file: "sources/a.docx")
    #expect(project.sources.isEmpty && project.losses == [QDALoss(.textsElsewhere, 1)])
  }

  @Test(
    "Words in the XML, a packed archive, other entries and another name of the XML", .tags(.edge))
  func form() throws {
    var project = WrittenProject()
    project.xmlName = "Trial.qde"
    project.sources =
      "<TextSource guid='{\(WrittenProject.source.uppercased())}'><PlainTextContent>We &lt;3 tea"
      + "</PlainTextContent>\(WrittenProject.selection(3, 5, "&lt;3"))</TextSource>"
    project.files = [(".DS_Store", "x"), ("sources/.root", ""), ("notes.txt", "y")]
    let packed = ZipPacking.pack(
      ([(project.xmlName, "\u{FEFF}" + project.xml)] + project.files).map {
        ($0.0, Array($0.1.utf8))
      })
    let inFolder = StoredZip.bytes([
      ("Tea/Trial.qde", project.xml), ("__MACOSX/Tea/._Trial.qde", "x"),
    ])
    for bytes in [project.bytes, inFolder, try #require(packed), Array(project.xml.utf8)] {
      let read = try QDAReader().read(bytes, name: "a.qdpx")
      let source = try #require(read.sources.first)
      #expect(source.text.text == "We <3 tea" && source.codings.count == 1)
      #expect(source.guid.description == WrittenProject.source)
    }
  }

  @Test("Who, when, with what note")
  func codings() throws {
    let (ann, ben) = (WrittenProject.ann, WrittenProject.ben)
    var project = WrittenProject.oneText("We had tea.", [])
    project.attributes += " creatingUserGUID='\(ben)'"
    let note = "bbbbbbbb-0000-4000-8000-000000000001"
    project.sources = """
      <TextSource guid='\(WrittenProject.source)' name='S1' plainTextPath='S1.txt'>
      <PlainTextSelection guid='x' startPosition='0' endPosition='2' creatingUser='\(ann)' creationDateTime='2026-01-02T03:04:05Z'>
      <Description>On the stretch</Description>
      \(WrittenProject.coding(WrittenProject.hope.uppercased(), inside: "<NoteRef targetGUID='\(note)'/>"))
      \(WrittenProject.coding("{\(WrittenProject.tea)}", user: ben))</PlainTextSelection>
      <PlainTextSelection guid='y' startPosition='3' endPosition='6'>\(WrittenProject.coding(WrittenProject.tea))</PlainTextSelection>
      \(WrittenProject.coding(WrittenProject.tea, user: "unheard of"))
      </TextSource>
      """
    project.rest =
      "<Notes><Note guid='\(note)' name='n' plainTextPath='internal://n.txt'/><Note guid='z'/></Notes>"
    project.files.append(("sources/n.txt", "On the coding"))
    let stories = try Self.read(project).codedStories(codebook: "book")
    let span = TextSpan(from: 0, to: 2).flatMap { TextAnchor($0, in: StoryText("We had tea.")) }
    let had = TextSpan(from: 3, to: 6).flatMap { TextAnchor($0, in: StoryText("We had tea.")) }
    let read = Coding(story: "S1", mark: .read)
    #expect(
      stories.codings == [
        "Ann": [
          read,
          Coding(
            story: "S1", mark: .code("hope", try #require(span)),
            memo: "On the stretch\n\nOn the coding", at: "2026-01-02T03:04:05Z"),
        ],
        "Ben": [
          read,
          Coding(
            story: "S1", mark: .code("tea", try #require(span)), memo: "On the stretch",
            at: "2026-01-02T03:04:05Z"),
          Coding(story: "S1", mark: .code("tea", try #require(had))),
        ],
        "coder 3": [read, Coding(story: "S1", mark: .whole("tea"))],
      ])
    #expect(stories.losses == [QDALoss(.otherNotes, 1)])
  }

  @Test("What has no place in Furlong is counted, and a PDF's text is taken")
  func losses() throws {
    let (hope, source) = (WrittenProject.hope, WrittenProject.source)
    var project = WrittenProject()
    project.codes = "<Code guid='\(hope)' name='Hope' isCodable='true' color='#112233'/>"
    project.sources = """
      <PictureSource guid='a'><TextDescription guid='b'><PlainTextContent>x</PlainTextContent></TextDescription>
      <PictureSelection guid='c' firstX='1' firstY='1' secondX='2' secondY='2'>\(WrittenProject.coding(hope))</PictureSelection></PictureSource>
      <PDFSource guid='d' name='A leaflet'><PDFSelection guid='e' page='1'>\(WrittenProject.coding(hope))</PDFSelection>
      <Representation guid='\(source)'><PlainTextContent>We had tea.</PlainTextContent>\(WrittenProject.selection(0, 2, "We"))</Representation>
      \(WrittenProject.coding(hope))</PDFSource>
      <AudioSource guid='f'/><VideoSource guid='g'><Transcript guid='h'><PlainTextContent>x</PlainTextContent></Transcript></VideoSource>
      <TextSource guid='i' name='S1'><PlainTextContent>Tea</PlainTextContent>
      <PlainTextSelection guid='j' startPosition='0' endPosition='1'><Description>A thought</Description></PlainTextSelection>
      \(WrittenProject.selection(0, 3, "Tea", code: "case"))\(WrittenProject.selection(0, 3, "Tea", code: "none"))
      <VariableValue><VariableRef targetGUID='k'/></VariableValue></TextSource>
      """
    project.rest = """
      <Links><Link guid='l'/></Links><Sets><Set guid='m' name='Best'><MemberSource targetGUID='i'/></Set></Sets>
      <Graphs><Graph guid='n'/></Graphs>
      """
    project.users +=
      "</Users><Cases><Case guid='case' name='P1'><SourceRef targetGUID='i'/></Case></Cases><Users>"
    let read = try Self.read(project)
    #expect(read.sources.map(\.name) == ["A leaflet", "S1"])
    #expect(read.sources.map(\.cases) == [[], ["P1"]])
    #expect(read.sources.map(\.codings.count) == [2, 0])
    let kinds: [(QDALoss.Kind, Int)] = [
      (.pictures, 1), (.pdfs, 1), (.recordings, 2), (.regions, 1), (.comments, 1), (.links, 1),
      (.sets, 1), (.graphs, 1), (.variables, 1), (.colours, 1), (.codesToCases, 1),
      (.codesUnknown, 1),
    ]
    #expect(read.losses == kinds.map { QDALoss($0, $1) })
    for kind in QDALoss.Kind.allCases { #expect(!QDALoss(kind, 1).what.isEmpty) }
  }

  @Test(
    "Codes get ids of their names, each another; folders are not given; texts of one name stay apart"
  )
  func names() throws {
    var project = WrittenProject()
    project.users =
      "<User guid='\(WrittenProject.ann)' name='Ann'/><User guid='\(WrittenProject.ben)' name='Ann'/>"
    project.codes = """
      <Code guid='1' name='Who helps?' isCodable='false'><Code guid='2' name='Friends' isCodable='true'/>
      <Code guid='3' name='Other' isCodable='true'/><Code guid='4' name='Other' isCodable='true'/></Code>
      <Code guid='5' name='Other' isCodable='true'/><Code guid='6' name='READ' isCodable='true'/><Code guid='7' name='…' isCodable='true'/>
      """
    project.sources =
      "<TextSource guid='8' name='S1'><PlainTextContent>a</PlainTextContent></TextSource>"
      + "<TextSource guid='9' name='S1'><PlainTextContent>b</PlainTextContent></TextSource>"
      + "<TextSource guid='0'><PlainTextContent>c</PlainTextContent></TextSource>"
    let stories = try Self.read(project).codedStories(codebook: "book")
    #expect(
      stories.codebook.codes.map(\.id)
        == ["who-helps", "friends", "other", "who-helps-other", "other-2", "read-2", "code"])
    #expect(stories.codebook.codes.map(\.isRetired) == [true] + Array(repeating: false, count: 6))
    #expect(stories.codebook.codes[1].parent == "who-helps")
    #expect(stories.codebook.id == "book" && stories.codebook.name == "Tea")
    #expect(stories.stories.map(\.id) == ["S1", "S1 2", "story 3"])
    #expect(stories.codings.keys.sorted() == ["Ann", "Ann 2"])
  }

  @Test("A codebook with an empty set and no descriptions, as Taguette writes it")
  func codebook() throws {
    let file = """
      <?xml version="1.0" encoding="utf-8"?>
      <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.4.1"><Codes>
      <Code guid="0D62985D-B147-5D01-A9B5-CAE5DCD98342" name="interesting" isCodable="true"/>
      </Codes><Sets/></CodeBook>
      """
    let codebook = try QDAReader().read(Array(file.utf8), name: "a.qdc").codebook(id: "book")
      .codebook
    #expect(codebook.codes.map(\.id) == ["interesting"] && codebook.source == "Taguette 1.4.1")
  }

  @Test("Files of Furlong say what was read; where another tool coded on, coding says it")
  func readings() throws {
    let codebook = try #require(try Codebook.shipped("chime-d"))
    let text = StoryText("We met for tea.")
    let stories = CodedStories(
      codebook: codebook, stories: [.init(id: "S1", text: text), .init(id: "S2", text: text)],
      codings: [
        "Ann": [
          Coding(story: "S1", mark: .read, memo: "twice", at: "2026-11-29T14:05:30Z"),
          Coding(story: "S2", mark: .whole("hope")),
        ]
      ])
    var project = try RoundTripTests.there(stories)
    #expect(project.codedStories(codebook: "x").codings == stories.codings)
    project.origin = "NVivo 15"
    #expect(
      project.codedStories(codebook: "x").codings["Ann"]?.filter { $0.mark == .read }
        == [
          Coding(story: "S1", mark: .read, memo: "twice", at: "2026-11-29T14:05:30Z"),
          Coding(story: "S2", mark: .read),
        ])
  }

  @Test("Sets of what was read that another tool trimmed, changed or emptied", .tags(.edge))
  func trimmedReadings() throws {
    var project = WrittenProject()
    project.attributes = "name='Tea' origin='Furlong 0'"
    project.sources = ["S1", "S2", "S3"].map {
      "<TextSource guid='\($0)' name='\($0)'><PlainTextContent>We had tea.</PlainTextContent></TextSource>"
    }.joined()
    project.rest = """
      <Sets><Set guid='1' name='Read to the end: Ann'><Description>S1\t2026-11-29T14:05:30Z\r
      S3\t2026-11-29T14:05:31Z\ttwice
      not a line</Description><MemberSource targetGUID='S1'/><MemberSource targetGUID='S2'/></Set></Sets>
      """
    #expect(
      try Self.read(project).codedStories(codebook: "book").codings["Ann"]
        == [
          Coding(story: "S1", mark: .read, at: "2026-11-29T14:05:30Z"),
          Coding(story: "S2", mark: .read),
        ])
  }
}
