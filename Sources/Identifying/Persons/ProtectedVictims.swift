import Model

/// Whether an article tells of a victim of abuse, sexual crime, trafficking, bullying or an attempt on their own life: somebody
/// whose name and face stay hidden whatever the paper printed (Child Act 2001 section 15, and decency); or of somebody who
/// was stabbed, robbed, beaten or cheated and lives. The names of the murdered are printed by everybody, and stay.
///
/// Errs on the side of hiding. One word of the class `victim` of `people.tsv` is enough, unless it stands in the name of a
/// campaign, is denied, or is a figure of speech. Papers also tell of abuse without
/// naming it: then marks of harm, somebody who should have cared (`keeper`) and an arrest or a shelter (`custody`) stand
/// together in the first paragraphs, and no crash explains them. Takes time linear in the length of the text.
public func tellsOfProtectedVictim(title: String, text: String, using gazetteer: Gazetteer) -> Bool {
    let passages = [Passage(title, field: .title), Passage(text, field: .text)]
    let readings = passages.map { VictimReading(passage: $0, people: gazetteer.people) }
    var told: PeopleTable.Classes = []
    for reading in readings {
        for index in reading.words.indices {
            let own = gazetteer.people[reading.words[index].folded]
            let phrase = gazetteer.people.words.match(reading.words, at: index)
            if let phrase, phrase.value.contains(.victim), reading.isSaidOfVictim(index..<(index + phrase.count)) {
                return true
            }
            if index < farthestSign { told.formUnion(own.union(phrase?.value ?? []).intersection(.signsOfAbuse)) }
        }
    }
    if told == .signsOfAbuse, !EventKind.kinds(in: passages).contains(.crash) { return true }
    let isDeadly = readings.contains { $0.tellsOfDeath(within: farthestSign) }
    return readings.contains { $0.tellsOfSurvivor(where: isDeadly) }
}

/// About the first four paragraphs; longer features speak of many people.
private let farthestSign = 120

extension PeopleTable.Classes {
    fileprivate static let signsOfAbuse: Self = [.harm, .keeper, .custody]
}
