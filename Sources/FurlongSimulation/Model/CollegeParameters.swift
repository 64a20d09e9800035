public import FurlongStudy

/// What a simulated college is made of: every number that the model draws with.
///
/// The values of ``saltmarsh`` are chosen so that the exports look like those of published studies of
/// recovery colleges; they describe no real college.
public struct CollegeParameters: Sendable {
  /// Who registers, and when.
  public var people = Intake()
  /// The Short Warwick–Edinburgh Mental Wellbeing Scale: 7 items from 1 to 5.
  public var swemwbs = ItemModel(
    // Chosen for a baseline of about 18.6 metric points, SD 3.9: Shah et al. 2018
    // (doi:10.1186/s12955-018-1060-2) print 19.28 (3.92), Allard et al. 2024
    // (doi:10.1192/bjo.2023.646) 17.3.
    thresholds: [-1.26, -0.24, 0.79, 1.76], shifts: [-0.20, 0.15, 0.05, 0.10, -0.05, -0.15, 0.10],
    loading: 0.775, lowest: 1)
  /// The 15-item Questionnaire about the Process of Recovery: items from 0 to 4.
  public var qpr15 = ItemModel(
    // Chosen for a baseline of about 28 points, SD 11: Allard et al. 2024 print 27.2 and an effect
    // size that implies about 11; α .89 as Law et al. 2014 and Williams et al. 2015.
    thresholds: [-1.08, -0.28, 0.50, 1.34],
    shifts: [
      -0.15, 0.10, 0.20, -0.10, 0.05, 0.0, -0.20, 0.15, 0.10, -0.05, 0.0, 0.15, -0.15, -0.05, -0.05,
    ],
    loading: 0.632, lowest: 0)
  /// How wellbeing and recovery differ between students and change.
  public var change = ChangeModel()
  /// Who fills in a form, when, and what is missing on it.
  public var forms = FormModel()
  /// Admissions and contacts.
  public var services = ServiceModel()
  /// The days that the service-use extracts cover, both included.
  public var extract = CalendarDay(2021, 9, 1)...CalendarDay(2025, 8, 31)

  /// The college of the example: `furlong example saltmarsh`.
  public static let saltmarsh = CollegeParameters()

  /// Makes the parameters of the example.
  public init() {}

  /// Who registers, and when.
  public struct Intake: Sendable {
    /// How many people register.
    public var registered = 600
    /// The first day of the first academic year.
    public var firstDay = CalendarDay(2022, 9, 1)
    /// The last day on which a registration counts.
    public var lastDay = CalendarDay(2025, 7, 31)
    /// Share of the people who register in each academic year.
    public var yearWeights = [0.30, 0.34, 0.36]
    /// Relative numbers of registrations from September to August: terms begin in September, January
    /// and April.
    public var monthWeights = [3.0, 1.6, 0.9, 0.5, 2.2, 1.2, 0.9, 1.5, 0.9, 0.7, 0.4, 0.3]
    /// Shares of service users, carers and staff.
    public var kindWeights = [0.75, 0.13, 0.12]
    /// Probability that somebody of an earlier year registers again in the next.
    public var registersAgain = 0.19
    /// Share who agree that their data are used.
    public var dataConsent = 0.96
    /// Share of service users whose NHS number the college holds.
    public var nhsNumberKnown = 0.97
    /// Share of service users whom the trust never knew.
    public var neverKnown = 0.03
    /// Share of service users whom the trust came to know in the year before they registered.
    public var newlyKnown = 0.12
    /// Share of service users who move away or die before the data end.
    public var leaves = 0.07
  }

  /// How wellbeing and recovery differ between students and change, in standard deviations of the
  /// latent trait at the start.
  ///
  /// Without the college the model's students would stay, on average, where they were: the whole mean
  /// change is the college's.
  public struct ChangeModel: Sendable {
    /// Correlation of wellbeing and recovery at the start.
    public var correlation = 0.7
    /// Variance of the passing state, drawn anew for every form; the trait has the rest of 1.
    public var stateVariance = 0.10
    /// Mean change of wellbeing at four months.
    public var meanAtFourMonths = 0.46
    /// What one standard deviation of engagement adds to that change.
    public var perEngagement = 0.14
    /// Standard deviation of the change between equally engaged students.
    public var sd = 0.36
    /// Share of the change that is still there after a year.
    public var keptAfterAYear = 0.90
    /// Standard deviation of what is added between four months and a year.
    public var laterSD = 0.22
    /// Recovery changes by this share of the change of wellbeing.
    public var recoveryShare = 0.74
    /// Mean of what recovery changes beside that.
    public var recoveryMean = 0.08
    /// Standard deviation of what recovery changes beside that.
    public var recoverySD = 0.28
    /// How much better than service users carers are at the start.
    public var carersAbove = 0.5
    /// How much better than service users staff are at the start.
    public var staffAbove = 1.0
  }

  /// Who fills in a form, when, and what is missing on it.
  public struct FormModel: Sendable {
    /// Probability of a form within 28 days of the first registration: service users, carers, staff.
    public var baseline = [0.88, 0.5, 0.25]
    /// Log odds that an average student hands in a form at about four months and at about a year.
    ///
    /// About half are lost: between the fifth of Allard et al. (2024) and the 87 % of Blenkiron and
    /// Goldsmith (2019).
    public var returns = [0.10, -0.45]
    /// What one SD of engagement adds to those log odds.
    public var perEngagement = 0.80
    /// What one SD of the baseline score adds to them.
    public var perBaseline = 0.30
    /// What one SD of the true change since the start adds to them.
    public var perChange = 0.75
    /// What a form at four months adds to them at a year.
    public var perEarlierForm = 0.90
    /// Probability that one item is left blank.
    public var blankItem = 0.006
    /// Probability that a form is given up half-way.
    public var givenUp = 0.025
    /// Probability that a form did not hold the recovery scale (written as 9).
    public var recoveryNotAsked = 0.04
    /// Probability of a second form in the first weeks.
    public var secondBaseline = 0.08
    /// Probability of a form between the occasions.
    public var between = 0.12
    /// Probability of a form when somebody registers again.
    public var atReturn = 0.6
  }

  /// Admissions and contacts: counts whose rate differs between people by a gamma factor.
  public struct ServiceModel: Sendable {
    /// Admissions per person-year, away from the peak.
    public var admissions = 0.24
    /// Shape of the gamma factor of admissions: most people have none, a few have many.
    public var admissionShape = 0.33
    /// Contacts per person-year, kept or not.
    public var contacts = 6.5
    /// Shape of the gamma factor of contacts.
    public var contactShape = 1.0
    /// How many days before registration the peak begins.
    ///
    /// It is shorter than three calendar months, so that leaving out three months leaves it out whole.
    public var peakDays = 88
    /// How much higher the rate of admissions is on the day before registration: people join after a
    /// crisis, and what follows a peak is lower with or without a college.
    public var admissionPeak = 3.5
    /// The same for contacts.
    public var contactPeak = 0.9
    /// What the college does to the rate of admissions from day 0 on.
    public var admissionEffect = 0.90
    /// What the college does to the rate of contacts from day 0 on.
    public var contactEffect = 0.95
    /// Shares of informal stays, section 2 and section 3.
    public var legalWeights = [0.60, 0.25, 0.15]
    /// Logarithms of the median stay in days, by legal status.
    public var stayLogMedian = [2.3, 3.0, 3.6]
    /// Standard deviations of the logarithm of the stay, by legal status.
    public var stayLogSD = [0.9, 0.5, 0.7]
    /// The longest stay in days.
    public var longestStay = 400
    /// Codes of attendance in the trust's extract and their shares; 5 and 6 are attended.
    public var attendedCodes = ["5", "6", "3", "2", "4", "7"]
    /// How often each code occurs.
    public var attendedWeights = [0.76, 0.05, 0.10, 0.05, 0.03, 0.01]
    /// Share of contacts that stand twice in the extract, once for each of two staff.
    public var twoStaff = 0.05
  }
}
