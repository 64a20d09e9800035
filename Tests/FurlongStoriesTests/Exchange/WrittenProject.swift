import FurlongTestSupport

/// A project as another tool might write it, put together by hand.
struct WrittenProject {
  var attributes = "name='Tea' origin='Tool 1'"
  var users = "<User guid='\(Self.ann)' name='Ann'/><User guid='\(Self.ben)' name='Ben'/>"
  var codes =
    "<Code guid='\(Self.hope)' name='Hope' isCodable='true'/><Code guid='\(Self.tea)' name='Tea' isCodable='true'/>"
  var sources = ""
  /// What stands behind the sources.
  var rest = ""
  var files: [(name: String, text: String)] = []
  var xmlName = "project.qde"

  static let ann = "11111111-1111-4111-8111-111111111111"
  static let ben = "22222222-2222-4222-8222-222222222222"
  static let hope = "aaaaaaaa-0000-4000-8000-000000000001"
  static let tea = "aaaaaaaa-0000-4000-8000-000000000002"
  static let source = "dddddddd-0000-4000-8000-000000000001"

  /// A project of one text with stretches that Ann gave the code Hope.
  static func oneText(
    _ text: String, _ stretches: [(start: Int, end: Int, name: String)], origin: String = "Tool 1"
  ) -> WrittenProject {
    var project = WrittenProject()
    project.attributes = "name='Tea' origin='\(origin)'"
    project.sources =
      "<TextSource guid='\(source)' name='S1' plainTextPath='internal://S1.txt'>"
      + stretches.map { selection($0.start, $0.end, $0.name) }.joined() + "</TextSource>"
    project.files = [("sources/S1.txt", text)]
    return project
  }

  static func selection(_ start: Int, _ end: Int, _ name: String, code: String = hope) -> String {
    "<PlainTextSelection guid='\(hope)' name='\(name)' startPosition='\(start)' endPosition='\(end)' creatingUser='\(ann)'>"
      + coding(code) + "</PlainTextSelection>"
  }

  static func coding(_ code: String, user: String? = nil, inside: String = "") -> String {
    "<Coding guid='\(source)'\(user.map { " creatingUser='\($0)'" } ?? "")>"
      + "<CodeRef targetGUID='\(code)'/>\(inside)</Coding>"
  }

  var xml: String {
    "<?xml version='1.0' encoding='utf-8'?><Project xmlns='urn:QDA-XML:project:1.0' \(attributes)>"
      + "<Users>\(users)</Users><CodeBook><Codes>\(codes)</Codes></CodeBook>"
      + (sources.isEmpty ? "" : "<Sources>\(sources)</Sources>") + rest + "</Project>"
  }

  var bytes: [UInt8] { StoredZip.bytes([(xmlName, xml)] + files) }
}
