import Model

/// What the counting rules say besides their points.
extension Scorer {
    /// Needs by the points that speak for them, best first; equal ones in the order of the taxonomy.
    ///
    /// The need to act on first is named first, whatever is told of at more length: what happened at work before the state
    /// of the house and the purse. So the points of a need are weighed for its rank.
    ///
    /// - Parameters:
    ///   - words: what the common words of the text say for each need and against it. They name a need by themselves only
    ///     where they speak for it.
    ///   - isFlagged: a lead has a need; where no rule names one, the words do, however weakly.
    func needs(of counting: [Counting], words: [Need: Int], isFlagged: Bool) -> [NeedFinding] {
        var points: [Need: Int] = [:]
        for item in counting where item.points > 0 {
            if let need = item.rule.need { points[need, default: 0] += item.points }
        }
        for (need, value) in words where value > 0 && points[need] == nil { points[need] = 0 }
        if points.isEmpty, isFlagged {
            let likeliest = Need.allCases.filter { words[$0] != nil }.max { (words[$0] ?? 0) < (words[$1] ?? 0) }
            if let likeliest { points[likeliest] = 0 }
        }
        let ranked = Need.allCases.enumerated().compactMap { place, need in
            points[need].map { points in
                let spoken = 100 * (words[need] ?? Self.kindred[need].flatMap { words[$0] } ?? 0)
                return (need: need, points: points, rank: points * (Self.ranks[need] ?? 100) + spoken, place: place)
            }
        }
        return careFirst(ranked.sorted { ($1.rank, $0.place) < ($0.rank, $1.place) }).map {
            NeedFinding(need: $0.need, confidence: confidence(of: $0.points), weight: $0.rank)
        }
    }

    private typealias Ranked = (need: Need, points: Int, rank: Int, place: Int)

    /// Who lies in bed is ill or disabled in many words besides, and has to be cared for today; the pension or the card comes
    /// after. Of 729 labelled leads seven more had the right need first, and none lost it.
    private func careFirst(_ ranked: [Ranked]) -> [Ranked] {
        guard let care = ranked.firstIndex(where: { $0.need == .bedridden }),
            let state = ranked.firstIndex(where: { $0.need == .invalidity || $0.need == .disability }), state < care
        else { return ranked }
        var ordered = ranked
        ordered.insert(ordered.remove(at: care), at: state)
        ordered[state].rank = ranked[state].rank
        return ordered
    }

    /// In per cent; the others rank by their points. Few words speak of a homemaker or an occupational disease and they
    /// are sure; many speak of illness, poverty, food and the house, and stand beside every other need. Fitted by hand to
    /// labelled texts, in steps of a quarter.
    private static let ranks: [Need: Int] = [
        .occupationalDisease: 200, .homemaker: 200, .selfEmployed: 200, .childOrphan: 175, .commutingAccident: 150,
        .workInjury: 125, .fire: 125, .disaster: 125, .elderAlone: 125, .singleParent: 125, .invalidity: 75,
        .disability: 75, .homelessness: 75, .jobLoss: 75, .medicalCost: 75, .poverty: 50, .food: 50, .debt: 50,
        .unsafeHome: 50, .schooling: 50,
    ]

    /// Needs that few labelled texts name first are told in the words of another.
    private static let kindred: [Need: Need] = [
        .bedridden: .disability, .medicalCost: .invalidity, .fire: .disaster, .food: .poverty, .debt: .poverty,
        .unsafeHome: .poverty, .occupationalDisease: .workInjury, .foreignWorker: .workInjury, .distress: .abuse,
        .funeralCost: .survivors, .schooling: .childOrphan, .documents: .poverty,
    ]

    private func confidence(of points: Int) -> NeedFinding.Confidence {
        if points >= lexicon.settings.highConfidence { return .high }
        return points >= lexicon.settings.mediumConfidence ? .medium : .low
    }

    /// The greatest urgency that a counting rule names, with the label of the rule that brings most points to it.
    func urgency(of counting: [Counting]) -> (level: Urgency, english: String, malay: String) {
        let naming = counting.filter { $0.rule.urgency != nil }
        let level = naming.compactMap(\.rule.urgency).max() ?? .routine
        let reasons = naming.filter { $0.rule.urgency == level }
        let best = reasons.max { ($0.points, $1.number) < ($1.points, $0.number) }
        guard let rule = best?.rule else { return (level, "no sign of urgency", "tiada tanda kesegeraan") }
        return (level, rule.labelEnglish, rule.labelMalay)
    }

    /// An incident where the rules that rest on an event bring more than the others.
    func kind(of counting: [Counting]) -> LeadKind {
        let events = Set(lexicon.signs.indices.filter { lexicon.signs[$0].isIncident })
        var (incident, hardship) = (0, 0)
        for item in counting where item.points > 0 {
            let isIncident =
                item.rule.signs.contains(where: events.contains)
                || item.rule.conditions.with.contains { $0.contains(where: events.contains) }
            if isIncident { incident += item.points } else { hardship += item.points }
        }
        return incident > hardship ? .incident : .hardship
    }
}
