import Model

/// Who is accused, and of what is done to whom.
extension NameContext {
    /// `Suspek, Rekaan`, `didakwa, Rekaan`, `Polis menahan seorang lelaki, Rekaan`, `hukuman penjara ke atas Rekaan`.
    func isAccused(before index: Int) -> Bool {
        let isNamed = (max(0, index - 4)...index).contains { position in
            people[words[position].folded].contains(.accused) && isSameSentence(position, index)
                && !isOfKin(position) && !isDoneToAnother(between: position, and: index)
        }
        return isNamed || isArrested(before: index) || isSentenced(before: index)
    }

    /// `didakwa membunuh isterinya, Rekaan`: who follows is the victim.
    private func isDoneToAnother(between position: Int, and index: Int) -> Bool {
        position < index
            && words[(position + 1)...index].contains {
                harmingWords.contains($0.folded) || arrestingWords.contains($0.folded)
                    || ["mangsa", "victim"].contains($0.folded)
            }
    }

    /// `membunuh Rekaan`, `didakwa membunuh isterinya, Rekaan`; not `cuba membunuh Rekaan`.
    func isKilled(before index: Int) -> Bool {
        let start = max(0, index - 2)
        guard
            let verb = (start...index).last(where: {
                ["membunuh", "killing", "murdering"].contains(words[$0].folded) && isSameSentence($0, index)
            }), verb == index || !people[words[index].folded].isDisjoint(with: [.anyKin, .subject])
        else { return false }
        return verb == 0 || !["cuba", "mengugut", "ugut", "mahu", "of", "tidak"].contains(words[verb - 1].folded)
    }

    /// `Police arrested a man, Rekaan`, `bomba berkata, Rekaan`: who is named before the verb is another.
    func isDoneByAnother(_ index: Int) -> Bool {
        let word = words[index].folded
        return harmingWords.contains(word) || arrestingWords.contains(word) || people[word].contains(.said)
    }

    /// `isteri suspek, Rekaan`
    private func isOfKin(_ position: Int) -> Bool {
        position > 0 && words[position].gap.isPlain && !people[words[position - 1].folded].isDisjoint(with: .anyKin)
    }

    private func isArrested(before index: Int) -> Bool {
        let start = description(endingAt: index).lowerBound
        guard start > 0, arrestingWords.contains(words[start - 1].folded), isSameSentence(start - 1, index) else {
            return false
        }
        return (max(0, start - 7)..<start).contains {
            ["polis", "police"].contains(words[$0].folded) && isSameSentence($0, index)
        }
    }

    private func isSentenced(before index: Int) -> Bool {
        guard index > 1, ["atas", "terhadap"].contains(words[index].folded), words[index + 1].gap.isPlain else {
            return false
        }
        return (max(0, index - 8)..<index).contains {
            ["hukuman", "pertuduhan", "penjara"].contains(words[$0].folded) && isSameSentence($0, index)
        }
    }

    /// `didakwa` is both charged and alleged, `mengaku` both pleads and admits; of a crime where a court stands in the
    /// sentence or a crime follows. Who is `ditahan` may lie in a ward: there too the crime decides.
    func isCharge(_ index: Int) -> Bool {
        let word = words[index].folded
        let next = words[(index + 1)..<min(words.count, index + (heldWords.contains(word) ? 8 : 4))]
            .prefix { $0.sentence == words[index].sentence }
        let isOfCrime = next.contains { harmingWords.contains($0.folded) || suspicions.contains($0.folded) }
        if heldWords.contains(word) { return isOfCrime }
        guard ["didakwa", "mengaku"].contains(word) else { return true }
        let nearby = max(0, index - 20)..<min(words.count, index + 20)
        return isOfCrime
            || nearby.contains {
                isSameSentence(index, $0)
                    && ["mahkamah", "pertuduhan", "bersalah", "salah", "court"].contains(words[$0].folded)
            }
    }
}

/// Held by the police, or in a hospital.
let heldWords: Set<String> = ["ditahan", "ditangkap", "diberkas", "dicekup", "arrested", "detained"]

private let suspicions: Set<String> = ["disyaki", "suspected", "allegedly"]

private let arrestingWords: Set<String> = [
    "menahan", "menangkap", "memberkas", "mencekup", "mereman", "arrested", "detained",
]

/// What one does to another: who is named after it suffered it.
private let harmingWords: Set<String> = [
    "membunuh", "menikam", "menetak", "menembak", "mendera", "merogol", "mencabul", "meliwat", "memukul", "membelasah",
    "mencederakan", "menculik", "merompak", "menyamun", "meragut", "mencuri", "menipu", "memeras", "mengugut",
    "membakar",
    "melanggar", "merempuh", "menganiaya", "menyerang", "mencekik", "menyimbah", "menampar", "menendang", "pembunuhan",
    "murder", "murdering", "killing", "stabbing", "raping", "robbing", "abusing", "assaulting", "attacking", "hurting",
    "molesting", "beating", "slashing", "kidnapping", "manslaughter", "cheating", "stealing",
]
