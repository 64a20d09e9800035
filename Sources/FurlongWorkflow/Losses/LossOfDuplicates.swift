import FurlongImport
import FurlongStore
import FurlongStudy

/// Rows of the registers that may be of people who are in them already under another id: each counts as somebody of their own.
struct LossOfDuplicates {
  let file: StudyFile
  /// The rows of the registers alone.
  let registers: StudyRows

  var losses: [Loss] {
    get throws {
      let pairs = try registers.likelyPairs(in: file).pairs
      let rows = Set(pairs.map { "\($0.one.file):\($0.one.row)" }).count
      guard rows > 0 else { return [] }
      let files = Set(pairs.flatMap { [$0.one.file, $0.other.file] })
      return [
        Loss(
          .warning, .likelyDuplicates, at: files.count == 1 ? pairs[0].one.file : "study.yaml",
          rows == 1
            ? "1 row of the register may be of somebody who is in it already under another id: born on the same day, and nothing that is known of both differs. Nobody is merged alone, so they count as two people."
            : "\(rows) rows of the register may be of people who are in it already under another id: born on the same day, and nothing that is known of both differs. Nobody is merged alone, so each counts as somebody of their own.",
          fix:
            "`furlong people duplicates` lists them two by two, with the command that makes two rows one person; where they are two people, `furlong people split` says so.",
          gap: .likelyDuplicates)
      ]
    }
  }
}
