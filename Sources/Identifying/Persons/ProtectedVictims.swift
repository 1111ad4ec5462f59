import Model

/// Whether an article tells of a victim of abuse, sexual crime, trafficking, bullying or an attempt on their own life: somebody
/// whose name and face stay hidden whatever the paper printed (Child Act 2001 section 15, and decency).
///
/// Errs on the side of hiding. The words are the class `victim` of `people.tsv`. Takes time linear in the length of the text.
public func tellsOfProtectedVictim(title: String, text: String, using gazetteer: Gazetteer) -> Bool {
    [Passage(title, field: .title), Passage(text, field: .text)].contains { passage in
        passage.words.indices.contains { index in
            passage.words[index].gap.intersection(.dash).isEmpty
                && gazetteer.people.words.match(passage.words, at: index)?.value.contains(.victim) == true
        }
    }
}
