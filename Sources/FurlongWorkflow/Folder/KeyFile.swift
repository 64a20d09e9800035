import Foundation
import FurlongDigests

/// A study's key as it is handed on: encrypted under a passphrase.
///
/// ```
/// AES-256-GCM(scrypt(passphrase, salt; N, r, p), nonce, header = form ‖ study id ‖ N ‖ r ‖ p ‖ salt, key)
/// ```
///
/// JSON; salt (16 bytes) and nonce (12) are random. The header is vouched for, so that neither the study's id nor the numbers can
/// be changed unseen.
struct KeyFile: Codable, Equatable {
  /// The form of the file.
  static let form = 1
  /// What is not beyond a machine of today; a file that asks for more is refused before anything is computed.
  private static let dearest = (n: 1 << 20, r: 16, p: 4)

  var furlongKey = KeyFile.form
  var study: String
  var cipher = "aes-256-gcm"
  var kdf = "scrypt"
  var n: Int
  var r: Int
  var p: Int
  var salt: String
  var nonce: String
  var sealed: String

  /// A passphrase has at least so many signs.
  static let shortest = 12

  /// Encrypts a key.
  ///
  /// - Parameter random: as many random bytes as asked for.
  init(
    key: [UInt8], studyID: String, passphrase: String, cost: Scrypt = Scrypt(),
    random: (Int) -> [UInt8] = KeyFile.random
  ) throws(WorkflowError) {
    study = studyID
    (n, r, p) = (cost.n, cost.r, cost.p)
    salt = Hexadecimal.text(of: random(16))
    let nonce = random(SealedBox.nonce)
    self.nonce = Hexadecimal.text(of: nonce)
    sealed = ""
    guard passphrase.count >= Self.shortest else {
      throw WorkflowError(
        "the passphrase is too short",
        fix: "take \(Self.shortest) signs or more, such as five words")
    }
    guard let secret = secret(passphrase) else { throw Self.noMemory }
    sealed = Hexadecimal.text(
      of: SealedBox.seal(key, key: secret, nonce: nonce, header: header))
  }

  /// Reads a file.
  init(_ bytes: [UInt8], name: String) throws(WorkflowError) {
    struct Form: Decodable { var furlongKey: Int }
    let data = Data(bytes)
    guard let form = try? JSONDecoder().decode(Form.self, from: data).furlongKey else {
      throw WorkflowError(
        "\(name) is no key that `furlong key export` wrote", at: name,
        fix: "name the file that it wrote")
    }
    guard form <= Self.form else {
      throw WorkflowError(
        "\(name) was written by a newer Furlong (form \(form), this one knows \(Self.form))",
        at: name, fix: "install the newer version")
    }
    let (most, file) = (Self.dearest, try? JSONDecoder().decode(KeyFile.self, from: data))
    guard let file, file.cipher == "aes-256-gcm", file.kdf == "scrypt", file.n <= most.n,
      file.r <= most.r, file.p <= most.p
    else {
      throw WorkflowError(
        "\(name) is damaged, or asks for more than a key needs", at: name,
        fix: "take another copy of it")
    }
    self = file
  }

  /// The key.
  ///
  /// - Throws: where the passphrase is not the one, or a byte of the file was changed; the two cannot be told apart.
  func key(passphrase: String, name: String) throws(WorkflowError) -> [UInt8] {
    guard let sealed = Hexadecimal.bytes(of: sealed), let nonce = Hexadecimal.bytes(of: nonce),
      Hexadecimal.bytes(of: salt) != nil
    else {
      throw WorkflowError("\(name) is damaged", at: name, fix: "take another copy of it")
    }
    guard let secret = secret(passphrase) else { throw Self.noMemory }
    guard let key = SealedBox.open(sealed, key: secret, nonce: nonce, header: header),
      key.count == 32
    else {
      throw WorkflowError(
        "the passphrase is not the one with which \(name) was written, or the file was changed since",
        at: name, fix: "try the passphrase again; capitals and blanks matter")
    }
    return key
  }

  /// The file's text.
  func text() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  private var header: [UInt8] {
    let parts = [
      "furlong/key-file/v\(furlongKey)", study, cipher, kdf, "\(n)", "\(r)", "\(p)", salt,
    ]
    return Array(parts.joined(separator: "\u{1F}").utf8)
  }

  private func secret(_ passphrase: String) -> [UInt8]? {
    Scrypt(n: n, r: r, p: p).key(
      passphrase: passphrase.precomposedStringWithCanonicalMapping,
      salt: Hexadecimal.bytes(of: salt) ?? [])
  }

  private static var noMemory: WorkflowError {
    WorkflowError(
      "the passphrase cannot be worked on: the machine has too little memory",
      fix: "close other programs and try again; 130 MB are needed")
  }

  static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
