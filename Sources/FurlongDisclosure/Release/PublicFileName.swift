/// What a report that leaves the college calls an export: its file's name where each word of it is a plain one, else its number.
///
/// People call files after people: `Log of Nuala HL0003.xlsx`. A word that is not known to say what an export holds, or when, is
/// taken for a name or an id.
struct PublicFileName {
  let text: String

  /// - Parameters:
  ///   - file: the path in the study, with the sheet where there are several.
  ///   - number: the export's place among those of the study, from 1.
  init(of file: String, number: Int) {
    let words = file.lowercased().split { !($0.isLetter || $0.isNumber) }
    // June and April are people's names too: a time has a number beside it.
    let hasTimes = words.indices.allSatisfy { place in
      !Self.times.contains(String(words[place]))
        || [place - 1, place + 1].contains {
          words.indices.contains($0) && Self.isOfTime(words[$0])
        }
    }
    text = words.allSatisfy(Self.isPlain) && hasTimes ? file : "export \(number)"
  }

  /// Words for a time that people are called too.
  private static let times: Set<String> = [
    "april", "may", "june", "august", "jan", "summer", "autumn",
  ]

  private static func isPlain(_ word: Substring) -> Bool {
    let letters = word.prefix { $0.isLetter }
    let digits = word[letters.endIndex...]
    if letters.isEmpty { return isOfTime(digits) }
    // A letter may stand alone, as in `A&E`; `phq9` and `v2` have a digit or two behind.
    guard digits.count <= 2, digits.allSatisfy(\.isNumber) else { return false }
    return letters.count == 1 || plain.contains(String(letters))
  }

  /// A day, a month, a year, or a date of eight digits; longer numbers may be ids.
  private static func isOfTime(_ digits: Substring) -> Bool {
    guard !digits.isEmpty, digits.allSatisfy(\.isNumber) else { return false }
    switch digits.count {
    case 1, 2: return true
    case 4: return digits.hasPrefix("19") || digits.hasPrefix("20")
    case 8:
      return digits.hasPrefix("19") || digits.hasPrefix("20") || digits.dropFirst(4).hasPrefix("20")
    default: return false
    }
  }

  private static let plain: Set<String> = Set(
    """
    exports export extract extracts report reports return returns data dataset list lists register registers registration registrations
    enrolment enrolments student students learner learners people person persons participant participants member members client clients patient
    patients carer carers staff volunteer volunteers attendance attendances attendee attendees session sessions booking bookings course
    courses class classes workshop workshops event events form forms response responses questionnaire questionnaires survey surveys
    score scores outcome outcomes measure measures item items wellbeing well being recovery college academy feedback evaluation
    baseline start end before after follow up followup followups first second third last entry exit pre post mid six three nine twelve
    month months monthly week weeks weekly year years yearly term terms termly quarter day days autumn spring summer winter
    jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november
    dec december inpatient inpatients ward wards stay stays spell spells bed beds admission admissions discharge discharges detention
    detentions mha act legal status period periods contact contacts community cmht crisis line call calls team teams emergency
    department ed ecds ae referral referrals caseload trust known nhs mhsds rio systmone emis iapt talking therapies service services use
    used user users health mental story stories text texts coding codings coder coders code codes consent consents tag tags theme themes
    move moves housing home homes accommodation goal goals gbo ladder ladders cost costs budget budgets price prices unit units incident incidents restraint restraints
    swemwbs wemwbs qpr reqol phq gad core bdi wsas csq onsf ons who recollect honos dialog mansa inspire csri
    by of the and in for to with on at all new old final merged draft copy v version typed postal online paper google microsoft excel
    sheet sheets master live clean cleaned anonymised raw wide long csv tsv xlsx xlsm xls sav zsav txt
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
