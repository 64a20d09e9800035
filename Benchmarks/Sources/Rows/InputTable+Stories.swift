import FurlongStories
import FurlongStudy

extension InputTable {
  /// Stories that three coders read, a row a stretch: story, its length, coder, code, start, end; a coder of −1 coded
  /// nothing, so that a story without any stretch has a row.
  func stories(_ codes: [String]) -> [ReadStory] {
    let (numbers, lengths, coders) = (column("story"), column("length"), column("coder"))
    let (given, starts, ends) = (column("code"), column("start"), column("end"))
    var stories: [ReadStory] = []
    for row in numbers.indices {
      if row == 0 || numbers[row] != numbers[row - 1] {
        stories.append(
          ReadStory(length: Int(lengths[row]), coders: ["Ann": [], "Ben": [], "Cat": []]))
      }
      if coders[row] < 0 { continue }
      stories[stories.count - 1].coders[["Ann", "Ben", "Cat"][Int(coders[row])], default: []].append(
        ReadStory.Mark(
          code: codes[Int(given[row])], span: TextSpan(from: Int(starts[row]), to: Int(ends[row]))))
    }
    return stories
  }
}
