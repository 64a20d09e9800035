/// Why a request is not let in: the status that says so, and what a person can do.
enum Refusal: Error, Sendable, Equatable, CaseIterable {
  case otherHost, method, headers, broken, target, body, noKey, usedKey, otherSite, contentType,
    readOnly

  /// The status of the answer.
  var status: Int {
    switch self {
    case .otherHost: 421
    case .method: 405
    case .headers: 431
    case .broken, .target: 400
    case .body: 413
    case .noKey, .usedKey, .otherSite, .readOnly: 403
    case .contentType: 415
    }
  }

  /// What happened and what to do; nothing of the request is in it.
  var words: String {
    switch self {
    case .otherHost: "This page answers to its own address alone, as `furlong serve` printed it."
    case .method: "This page knows GET and POST alone."
    case .headers: "The head of the request is too long."
    case .broken: "The request cannot be read: it is not what a browser sends."
    case .target: "The address cannot be read. Go back to the list of stories."
    case .body: "What was sent is too long, and nothing of it was written."
    case .noKey:
      "This browser was not let in yet. Open the whole address that `furlong serve` printed, with its key."
    case .usedKey:
      "The key in this address was used already, and opens once. The browser that used it goes on at this address without "
        + "the key; for another browser end `furlong serve` and start it again."
    case .otherSite: "The request came from another page, so nothing was done."
    case .contentType: "Only the forms of this page are taken."
    case .readOnly: "Nothing can be changed: `furlong serve` was started with --read-only."
    }
  }
}
