/// The codes of what can be wrong with data, all of them; one is never used for anything else.
///
/// What each means, with an example and what to do, is its `explanation`.
public enum ProblemCode: String, Codable, Sendable, CaseIterable {
  /// The file is not what its name says.
  case anotherFormat = "I001"
  /// A workbook with a password, or of an old kind.
  case lockedWorkbook = "I002"
  /// No rows, or no headings.
  case noRows = "I003"
  /// Which sheet of a workbook is meant.
  case sheet = "I020"
  /// UTF-16.
  case utf16 = "I004"
  /// Read in another encoding than the mapping says.
  case encoding = "I005"
  /// Bytes that are not text.
  case invalidBytes = "I006"
  /// Letters that were decoded wrongly before the file was written.
  case wronglyDecoded = "I007"
  /// NUL bytes.
  case nulBytes = "I008"
  /// Values that the file itself calls missing.
  case userMissing = "I009"
  /// Another delimiter.
  case delimiter = "I010"
  /// More fields than headings.
  case tooManyFields = "I011"
  /// Fewer fields than headings.
  case tooFewFields = "I012"
  /// A quote that does not close, or closes too early.
  case quote = "I013"
  /// A line of totals.
  case totals = "I015"
  /// Headings again, among the rows.
  case headingsAgain = "I016"
  /// The key of a register's marks, among the rows.
  case registerKey = "I085"
  /// Two columns with the same heading.
  case duplicateHeadings = "I017"
  /// Columns without heading.
  case blankHeadings = "I018"
  /// A column that the mapping names is missing, or one that it does not name is there.
  case columns = "I019"
  /// Dates of which none shows the order of its parts.
  case undecidedOrder = "I021"
  /// A date whose parts stand in another order.
  case dateOrder = "I022"
  /// No date.
  case notADate = "I023"
  /// A day as Excel counts it.
  case serialDate = "I024"
  /// A workbook that counts its days from 1904.
  case daysFrom1904 = "I025"
  /// A year of two digits.
  case shortYear = "I026"
  /// A date that cannot be, beside the others or beside the plan.
  case implausibleDate = "I027"
  /// Times of day an hour before midnight: days that may be one too early.
  case hourBeforeMidnight = "I028"
  /// Commas and points that both stand before decimals.
  case bothCommas = "I029"
  /// Signs of money, per cent or thousands in numbers.
  case signsInNumbers = "I030"
  /// Odd blanks around cells.
  case oddBlanks = "I031"
  /// A number whose last digits a spreadsheet has lost.
  case digitsLost = "I032"
  /// A score out of range.
  case scoreRange = "I033"
  /// A total that is not the sum of its items.
  case totalDiffers = "I034"
  /// Answers or totals in another coding than the scale's.
  case coding = "I035"
  /// A blank where a count of a period stands.
  case blankCount = "I088"
  /// A word or number for "no answer" that the mapping does not have.
  case missingWord = "I036"
  /// A word that the mapping does not have.
  case unknownWord = "I037"
  /// Rows that say the same; one is counted.
  case sameEvent = "I038"
  /// Rows that contradict one another.
  case contradiction = "I039"
  /// An identifier is missing or cannot be right.
  case identifier = "I040"
  /// Ids that were filled down from the row above.
  case filledDown = "I089"
  /// Not a number.
  case notANumber = "I041"
  /// A blank cell where a value is needed.
  case blank = "I042"
  /// An end before its start.
  case endBeforeStart = "I043"
  /// A value that should repeat and does not.
  case repeatsDiffer = "I044"
  /// A raw sum where a converted score belongs.
  case notConverted = "I046"
  /// A mapping reads an export that is not there.
  case missingExport = "I049"
  /// The mapping names something that the plan or the catalogue does not have.
  case mapping = "I050"
  /// Rows of items or measures that the mapping does not name.
  case otherMeasures = "I063"
  /// Rows that the mapping leaves out by what stands in a column.
  case leftOut = "I075"
  /// Not one row of an export belongs to anybody in the register.
  case nobodyLinked = "I064"
  /// A review without a day or a name.
  case halfReviewed = "I051"
  /// Not read because the register of people stopped.
  case registerStopped = "I052"
  /// A mapping that cannot be read.
  case unreadableMapping = "I053"
  /// A mapping reads an export outside the study folder.
  case outsideTheFolder = "I054"
  /// Two mappings read one export.
  case twoMappings = "I055"
  /// No mapping reads a file of exports/.
  case notRead = "I056"
  /// The identifiers of a row belong to two people.
  case twoPeople = "I057"
  /// Two NHS numbers are tied to one person.
  case twoNumbers = "I058"
  /// Rows of the register that may be of one person under two ids.
  case likelyDuplicates = "I087"
  /// Rows of one person differ in what they say of the person.
  case peopleDiffer = "I059"
  /// A coding of a story that is not there.
  case unknownStory = "I060"
  /// A code whose words are no longer in the story.
  case lostPlace = "I076"
  /// Stories that a coder has begun and not read to their ends.
  case notReadToEnd = "I077"
  /// Codings that were not read because the stories stopped.
  case storiesStopped = "I078"
  /// The words of a story that was withdrawn.
  case withdrawnStory = "I079"
  /// A file of a story that cannot be read.
  case storyFile = "I080"
  /// Stays of one person that overlap.
  case overlap = "I061"
  /// One NHS number is tied to two ids that do not fit together.
  case sharedNumber = "I062"
  /// A scale of which no form can be scored.
  case neverScored = "I065"
  /// An occasion of the plan that gets no form.
  case noForms = "I066"
  /// People with two baselines long apart, and no later form.
  case onlyBaselines = "I086"
  /// Forms of no occasion of the plan.
  case betweenOccasions = "I067"
  /// Something that only the plan asks for, or that only a mapping reads.
  case outcomeNotRead = "I068"
  /// A condition that nobody meets, or almost nobody.
  case nobodyMeets = "I069"
  /// People of whom an export of service use has no row.
  case noRowsOfPeople = "I070"
  /// Headings of another form among the rows.
  case otherHeadings = "I071"
  /// Cells that were corrected, rows that were left out by hand.
  case correctedByHand = "I081"
  /// A decision of which no row or identifier is left.
  case decisionWithoutRow = "I082"
  /// An identifier that cannot be right beside one that can.
  case identifierNotUsed = "I083"
  /// A row that is kept without one of its forms or places.
  case formLeftOut = "I084"
}
