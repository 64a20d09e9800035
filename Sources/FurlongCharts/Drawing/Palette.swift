/// The colours of every chart; the tests measure their contrast with white.
///
/// Orange and turquoise reach 3:1 against white, enough for a shape and too little for text: text
/// is `ink` or `soft`, always. Grey does not reach it, and stands in an outline.
enum Palette {
  static let ink = "#1b1b1b"
  static let soft = "#595959"
  static let blue = "#12436D"
  static let turquoise = "#28A197"
  static let orange = "#F46A25"
  static let grey = "#C9D1D8"
  static let grid = "#E1E5E8"
  static let wash = "#E8EEF3"
  static let paper = "#ffffff"
  static let outline = "#767676"
}
