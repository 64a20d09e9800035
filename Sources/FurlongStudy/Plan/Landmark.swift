/// A day after day 0 on which people are told apart by whether they had completed by then, and from which they are followed.
///
/// Followed from day 0 instead, a completer is somebody who stayed well, free and out of hospital until they had completed:
/// time in which nothing could happen to them would be put down to completing.
public struct Landmark: Codable, Sendable, Equatable {
  /// What completing is.
  public enum Completing: Codable, Sendable, Equatable {
    /// To have attended at least this share, in percent, of one's places of a course that is over.
    case course(percent: Int)
    /// To have attended at least so many sessions.
    case sessions(Int)
    /// To have been at sessions for at least so many hours.
    case hours(Int)
  }

  /// It in days, a month as its longest.
  public var lastDay: Int { day.days ?? day.amount * 31 }

  /// Whether every form of an occasion is of the day itself or later.
  public func isBefore(_ occasion: Occasion) -> Bool {
    (occasion.window?.from).map { $0 >= lastDay } ?? false
  }

  /// What somebody had done by the day.
  public enum Standing: String, Codable, Sendable, CaseIterable {
    /// Completed.
    case completed
    /// Came to a session, and had not completed.
    case came
    /// Came to none.
    case absent
  }

  /// The name of the groups, as a step asks for them.
  public static let column = "completers"

  /// How long after day 0 it is.
  public var day: TimeLength
  /// What completing is.
  public var completing: Completing

  /// A landmark.
  public init(day: TimeLength, completing: Completing) {
    self.day = day
    self.completing = completing
  }
}

extension ServiceWindow {
  /// What stands between the id of a window and the landmark that it was moved to.
  public static let moved = "-from-"

  /// The id of the window that was moved, of a moved one's; nil of others.
  public static func original(of id: String) -> String? {
    id.ranges(of: moved).last.map { String(id[..<$0.lowerBound]) }
  }

  /// The same window with its time after day 0 counted from a landmark; the time before stays.
  public func moved(to landmark: Landmark) -> ServiceWindow {
    var window = self
    window.id = "\(id)\(Self.moved)\(landmark.day.amount)-\(landmark.day.unit.rawValue)"
    window.from = landmark.day
    return window
  }
}

extension CohortPlan {
  /// By which rules use is counted in a window, from the plan's own day 0 first: from a landmark by the usual ones alone.
  ///
  /// - Parameter otherLeave: what else may become of nights at home on leave than the plan says; nil where none are known.
  public func rules(
    in window: ServiceWindow, otherLeave: HomeLeave? = nil
  ) -> [ServiceUseRule] {
    guard countsEveryWay, window.from == nil else { return ServiceUseRule.usual }
    let others = ServiceUseRule.all(from: .plans).filter { !ServiceUseRule.usual.contains($0) }
    return ServiceUseRule.usual + others + (otherLeave.map(ServiceUseRule.all(homeLeave:)) ?? [])
      + (otherIndex.map(ServiceUseRule.all(from:)) ?? [])
  }

  /// The other day from which the exports could count; nil where the plan has no dates, or asks for one way alone.
  ///
  /// The day of completing is none of them: whoever completed had to stay well enough until then, and that time would lie
  /// before day 0, where nothing could happen to them.
  public var otherIndex: ServiceUseRule.Index? {
    guard countsEveryWay else { return nil }
    return switch dayZero {
    case .none: nil
    case .firstRegistration: .firstSession
    case .firstSessionAttended: .registration
    }
  }

  /// The windows, and each of them moved to the landmark where the plan has one.
  public var allWindows: [ServiceWindow] {
    windows + (landmark.map { landmark in windows.map { $0.moved(to: landmark) } } ?? [])
  }
}
