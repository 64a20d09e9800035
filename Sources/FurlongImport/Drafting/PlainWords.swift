/// Ordinary words of exports, in small letters, which say nothing of who somebody is: what kinds of people, teams, marks and answers
/// are called by.
///
/// Words that people are called by as well (may, hope, grace, june) are left out.
enum PlainWords {
  /// Whether a word is one of them; so are a single letter and a number.
  static func has(_ word: String) -> Bool {
    let word = word.lowercased()
    return word.count == 1 || word.allSatisfy(\.isNumber) || words.contains(word)
  }

  /// Whether a text is made of them alone.
  static func areAll(of text: String) -> Bool { HeadingText(text).words.allSatisfy(has) }

  private static let words: Set<String> = Set(
    """
    a an and or of the in on at to for from by with without as is are be been was not no yes any all other another none some only also
    student students learner learners carer carers supporter supporters family friend friends relative parent parents partner staff member
    members professional professionals employee employees volunteer volunteers public service services user users client clients patient
    patients person people participant participants attendee attendees tutor tutors trainer trainers peer peers worker workers support
    supporting recovery college academy wellbeing well being health mental physical social care community clinical nhs trust council
    charity third sector voluntary general local national external internal former current new returning existing young adult adults older
    child children woman women man men female male trans transgender non binary gender fluid queer prefer say said self describe
    described stated known unknown recorded disclosed given including identify identifies different different same
    white british irish english welsh scottish northern ireland mixed multiple asian black arab chinese indian pakistani bangladeshi
    caribbean african gypsy roma traveller background group groups ethnic ethnicity european latin american eastern western polish jewish
    sikh muslim christian hindu buddhist heritage origin uk
    team teams crisis home treatment early intervention psychosis assertive outreach liaison psychiatry inpatient outpatient ward unit
    primary secondary tertiary north south east west central city town rural urban district county area region hospital clinic surgery
    practice centre hub cmht mdt iapt talking therapies therapy psychology psychological eating disorders perinatal forensic learning
    disability disabilities autism memory rehabilitation addiction alcohol drug drugs substance misuse homeless housing employment
    prescriber prescribing prescriptions occupational nurse nurses nursing doctor consultant specialist advisor adviser manager admin lead
    attended attend attending attendance present here came come late early absent missed did didn does show shown apologies apology sent
    excused authorised unauthorised cancelled canceled withdrawn withdrew left leaver dropped out joined online person remote remotely
    virtual zoom teams telephone video partly part partial whole half full session sessions course courses class classes workshop
    workshops event events term week month year booked booking confirmed registered registration waiting waitlist list pending place
    places declined refused accepted invited awaiting started finished completed complete incomplete progress open closed discharged
    discharge referral referred referrer referrals gp school university education work job moved area away died deceased
    start end before after beginning first second last final follow up baseline middle pre post during
    i me my you your we our us it this that have has had do don can may will would agree agreed agrees consent consents consented permission
    happy ok okay information info data record records linked linkage linking link use used share shared sharing evaluation evaluate
    evaluated research report reports answers answer sure unsure never rarely sometimes often always usually time times little lot bit
    quite very most mostly none slightly moderately extremely strongly disagree neither nor agree much many more less better worse
    good fair poor excellent nearly every day days several than hardly ever
    thank thanks leave give gives giving given granted grant decline declines withdrawn withdraw look looks looked see contact contacted keep kept so these
    those them study project purposes purpose understand read explained about what when where how which who whose please anyone anything
    though but except only happy unhappy object objects allow allows permit accept accepts
    provisional survey preview house lodge court villa building park suite place safety section day hospital nursing crisis
    test draft deleted void duplicate online paper postal form forms type category status level one two three four five
    """.split(whereSeparator: \.isWhitespace).map(String.init)
      .filter { $0 != "may" && $0 != "will" })
}
