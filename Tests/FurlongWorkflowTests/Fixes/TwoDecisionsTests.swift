import Foundation
import FurlongTestSupport
import FurlongWorkflow
import Synchronization
import Testing

@Suite("Two commands that decide at once")
struct TwoDecisionsTests {
  private let rows = ["exports/forms.csv:3", "exports/people.csv:3"]

  @Test("The second waits for the first, sees its decision, and says so: none is lost")
  func waits() throws {
    let study = try DecidedStudy()
    _ = try study.workflow.importExports()
    // What another command writes while this one waits.
    _ = try study.workflow.mergePeople(rows, maker: DecidedStudy.maker)
    let other = try #require(study.decisions)
    _ = try study.workflow.undoDecision()
    let fixes = study.folder.url.appendingPathComponent("fixes")
    let lock = open(fixes.path, O_RDONLY | O_DIRECTORY)
    #expect(lock >= 0 && flock(lock, LOCK_EX) == 0)
    let workflow = try study.workflow
    let told = Mutex<WorkflowError?>(nil)
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread { [rows] in
      do {
        _ = try workflow.mergePeople(rows, maker: DecidedStudy.maker)
      } catch {
        told.withLock { $0 = error as? WorkflowError }
      }
      done.signal()
    }
    #expect(done.wait(timeout: .now() + 3) == .timedOut)
    #expect(study.decisions == nil)
    try study.folder.write(other, to: "fixes/decisions.json")
    close(lock)
    done.wait()
    #expect(
      told.withLock { $0 }?.what.contains("another command decided something meanwhile") == true)
    #expect(study.decisions == other)
  }

  @Test("Of many at once each is kept, or says that it was not")
  func many() throws {
    let study = try DecidedStudy()
    _ = try study.workflow.importExports()
    let workflow = try study.workflow
    let kept = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 6) { [rows] place in
      let maker = DecisionMaker(by: "J. Okafor", why: "Checked, \(place).")
      if (try? workflow.mergePeople(rows, maker: maker)) != nil { kept.withLock { $0 += 1 } }
    }
    let written = (study.decisions ?? "").components(separatedBy: "\"why\"").count - 1
    #expect(written == kept.withLock { $0 } && written > 0)
  }
}
