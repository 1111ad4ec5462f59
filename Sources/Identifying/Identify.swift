public import Model

/// Who, where and when: the persons, the household, the place, the day and the workplace that an article tells of.
///
/// - Parameters:
///   - title: one line, masked by ``maskIdentifiers(in:)``.
///   - text: masked too, so that positions of evidence are those of what is kept. The marks in either are counted in
///     `identifiers`, whenever they were made; a number that has no mark is none.
///   - published: nil where it is not known; then no day can be told from words such as `semalam`, or from a date without
///     a year.
/// - Returns: persons in the order a reviewer needs them: those whom the story is about, with an age first; speakers and
///   accused last; then those without a name. At most three names, more only where each has an age.
///   Names are as printed, without titles. Sex is given only where a word for the person says it.
///
/// Takes time linear in the length of the text (names beyond the first 400 are not compared).
public func identify(
    title: String, text: String, published: Instant?, using gazetteer: Gazetteer
) -> Identification {
    identify(title: title, text: text, publishedWithin: published.map { $0...$0 }, using: gazetteer)
}

/// The same where only the month or the year of publication may be known.
///
/// - Parameter publishedWithin: the first and last instant at which it may have been published.
public func identify(
    title: String, text: String, publishedWithin: ClosedRange<Instant>?, using gazetteer: Gazetteer
) -> Identification {
    let titlePassage = Passage(title, field: .title)
    let textPassage = Passage(text, field: .text)
    let identifiers = maskedIdentifiers(in: title, field: .title) + maskedIdentifiers(in: text, field: .text)
    return Identification(
        persons: PersonFinder(gazetteer: gazetteer, title: titlePassage, text: textPassage).persons(),
        household: HouseholdFinder(passage: textPassage).household()
            ?? HouseholdFinder(passage: titlePassage).household(),
        place: PlaceOfEvent(gazetteer: gazetteer, title: titlePassage, text: textPassage).place(),
        eventDay: EventDay(passage: textPassage, published: publishedWithin).day(),
        workplace: WorkplaceFinder(gazetteer: gazetteer, passage: textPassage).workplace()
            ?? WorkplaceFinder(gazetteer: gazetteer, passage: titlePassage).workplace(),
        identifiers: identifiers,
        isAppeal: identifiers.contains { $0.kind == .bankAccount || $0.kind == .phone }
            && (isAppealing(textPassage) || isAppealing(titlePassage)))
}

private func maskedIdentifiers(in text: String, field: Evidence.Field) -> [MaskedIdentifier] {
    kindsOfMarks(in: text).map { MaskedIdentifier(kind: $0, field: field) }
}

/// Asks for money or help.
private func isAppealing(_ passage: Passage) -> Bool {
    passage.words.contains { appealWords.contains($0.folded) }
}

private let appealWords: Set<String> = [
    "sumbangan", "sumbang", "menyumbang", "sumbangkan", "derma", "dermakan", "menderma", "infaq", "infak", "sedekah",
    "hulurkan", "menghulurkan", "hulur", "salurkan", "menyalurkan", "bantuan", "membantu", "tolong", "donate",
    "donation",
    "donations", "contribute", "contributions", "help",
]
