import FurlongEvaluation
import FurlongForms
import FurlongScales
import FurlongStore

/// Any error of the way in the three parts that a person needs: what happened, where, and what mends it.
public struct ErrorPresentation: Sendable {
  /// What happened.
  public let what: String
  /// Where; nil where everywhere.
  public let place: String?
  /// What mends it.
  public let fix: String
  /// Whether it was refused, and not only failed.
  public let refused: Bool

  /// The presentation of an error.
  public init(_ error: any Error) {
    switch error {
    case let error as WorkflowError:
      (what, place, fix, refused) = (error.what, error.place, error.fix, error.kind == .refused)
    case let error as FormError:
      (what, place, fix, refused) = (
        error.what, "\(error.file):\(error.line):\(error.column)", error.fix, false
      )
    case let error as ScaleError:
      (what, place, fix, refused) = (error.what, nil, error.fix, false)
    case let error as StoreError:
      // A study file's errors say what happened and, after a semicolon, what mends it.
      let parts = error.description.split(separator: "; ", maxSplits: 1).map(String.init)
      (what, place, fix, refused) = (parts[0], nil, parts.count > 1 ? parts[1] : "", false)
    case let error as EvaluationError:
      // What happened and, after a colon, what mends it.
      let parts = error.description.split(separator: ": ", maxSplits: 1).map(String.init)
      // The correlation is an option of the command, not a line of the plan.
      let place =
        if case .correlationOutsideRange = error { "--correlation" } else { "study.yaml" }
      (what, self.place, fix, refused) = (
        parts[0], place, parts.count > 1 ? parts[1] : "", false
      )
    default:
      (what, place, fix, refused) = (
        "something went wrong that should not: \(type(of: error))", nil,
        "run `furlong doctor`; if it finds nothing, this is a fault of the tool: please report it",
        false
      )
    }
  }
}
