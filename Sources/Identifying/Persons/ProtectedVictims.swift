import Model

/// Whether an article tells of a victim of abuse, sexual crime, trafficking, bullying or an attempt on their own life: somebody
/// whose name and face stay hidden whatever the paper printed (Child Act 2001 section 15, and decency).
///
/// Errs on the side of hiding. One word of the class `victim` of `people.tsv` is enough. Papers also tell of abuse without
/// naming it: then marks of harm, somebody who should have cared (`keeper`) and an arrest or a shelter (`custody`) stand
/// together in the first paragraphs, and no crash explains them. Takes time linear in the length of the text.
public func tellsOfProtectedVictim(title: String, text: String, using gazetteer: Gazetteer) -> Bool {
    let passages = [Passage(title, field: .title), Passage(text, field: .text)]
    var told: PeopleTable.Classes = []
    for passage in passages {
        for index in passage.words.indices {
            let own = gazetteer.people[passage.words[index].folded]
            let phrase = gazetteer.people.words.match(passage.words, at: index)?.value ?? []
            if phrase.contains(.victim), passage.words[index].gap.isDisjoint(with: .dash) { return true }
            if index < farthestSign { told.formUnion(own.union(phrase).intersection(.signsOfAbuse)) }
        }
    }
    return told == .signsOfAbuse && !EventKind.kinds(in: passages).contains(.crash)
}

/// About the first four paragraphs; longer features speak of many people.
private let farthestSign = 120

extension PeopleTable.Classes {
    fileprivate static let signsOfAbuse: Self = [.harm, .keeper, .custody]
}
