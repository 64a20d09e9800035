/// The files of a study of five people and six stories: two of one teller, one that nobody may read, one withdrawn.
public enum StoryFiles {
  /// Writes them to a folder.
  public static func write(to folder: TestFolder) throws {
    try folder.write(plan, to: "study.yaml")
    try folder.write(peopleMap, to: "maps/people.map.yaml")
    try folder.write(storiesMap, to: "maps/stories.map.yaml")
    try folder.write(people, to: "exports/people.csv")
    try folder.write(stories, to: "exports/stories.csv")
  }

  private static let people = """
    Student,Registered
    RC-1,21/09/2024
    RC-2,22/09/2024
    RC-3,23/09/2024
    RC-4,24/09/2024
    RC-5,25/09/2024
    """

  private static let stories = """
    Story,Student,Told,Text,Level,Given,Withdrawn,By,On
    S1,RC-1,01/02/2025,"I sat by the door. Nobody asked why. A man passed me biscuits, and we laughed.",4,01/02/2025,,KM,10/02/2025
    S2,RC-2,02/02/2025,"The bus takes two hours. I went once 👩‍👧.",4,02/02/2025,,KM,10/02/2025
    S3,RC-3,03/02/2025,"Nothing to tell.",1,03/02/2025,,,
    S4,RC-4,04/02/2025,"Never read this.",0,,,,
    S5,RC-5,05/02/2025,"Gone again.",4,05/02/2025,06/03/2025,,
    S6,RC-1,06/02/2025,"I teach it now. I can imagine next summer.",5,06/02/2025,,KM,10/02/2025
    """

  private static let plan = """
    furlong: 1
    study:
      id: told
      title: Told
      about: A test.
      people: { one: student, many: students }
      registered: { from: 2024-09-01, to: 2024-12-31 }
      data_to: 2026-06-30
      design: before-after
      involvement: none
      seed: 1
    day_0: { what: first registration }
    stories: { codebook: chime-d, agreement: cohen-kappa, quotes: { purpose: public report, reviewed: yes } }
    steps:
      - { id: told, ask: experience }
    disclosure: internal
    report: { for: commissioner, prepared_by: A test, funded_by: nobody, decision: none, commentary: "" }
    """

  private static let peopleMap = """
    furlong_map: 1
    reads: exports/people.csv
    holds: people
    rows: one a registration
    format: { dates: day month year }
    person: [{ column: Student, kind: student_id }]
    registered_on: Registered
    """

  private static let storiesMap = """
    furlong_map: 1
    reads: exports/stories.csv
    holds: stories
    rows: one a story
    format: { dates: day month year }
    person: [{ column: Student, kind: student_id }]
    story: { id: Story, date: Told, text: Text }
    consent:
      purposes:
        column: Level
        values:
          0: []
          1: [analysis]
          4: [analysis, internal report, funder report, public report, sharing]
          5: [analysis, internal report, funder report, public report, web, training, sharing]
      given_on: Given
      withdrawn_on: Withdrawn
    reviewed: { by: By, on: On }
    missing: { "": not recorded }
    """
}
