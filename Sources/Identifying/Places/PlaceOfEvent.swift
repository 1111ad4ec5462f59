import Model

/// Tells which of the places a text names is the event's.
///
/// Every mention votes for its district and state, the more the nearer it stands to the beginning. A dateline alone is
/// weak, because papers write of a district from the state's capital; `di sini` in the lead makes it strong.
struct PlaceOfEvent {
    let gazetteer: Gazetteer
    let title: Passage
    let text: Passage

    func place() -> Place? {
        let mentions =
            PlaceFinder(gazetteer: gazetteer, passage: title).mentions()
            + PlaceFinder(gazetteer: gazetteer, passage: text).mentions()
        guard !mentions.isEmpty else { return nil }
        let dateline = Set(mentions.first(where: \.isDateline)?.entries.map(\.state) ?? [])
        let isHere = text.speaksOfHere
        let weights = mentions.map { weight(of: $0, isHere: isHere, dateline: dateline) }
        let (votes, standsIn) = withUnplaced(mentions, weights, in: votes(of: mentions, weights))
        let states = stateVotes(mentions, votes)
        let resolved = mentions.map { entry(of: $0, states: states) }
        let district = winner(
            mentions.indices.compactMap { index in
                resolved[index].flatMap {
                    districtVote(
                        $0, votes[index], states: states, isBareDateline: mentions[index].isDateline && !standsIn)
                }
            }, states: states)
        let state = district.flatMap { Int($0.prefix { $0 != "_" }) } ?? strongestState(resolved, votes)
        let locality = locality(mentions, weights, resolved, district: district, state: state)
        guard district != nil || state != nil || locality != nil else { return nil }
        let shown =
            locality ?? mentions.indices.first { resolved[$0]?.district == district && district != nil }
            ?? mentions.indices.first { resolved[$0]?.state == state && state != nil }
        return Place(
            stateCode: state.map { $0 < 10 ? "MY-0\($0)" : "MY-\($0)" },
            stateName: state.flatMap { gazetteer.places.stateNames[$0] }, districtCode: district,
            districtName: district.flatMap { gazetteer.places.districtNames[$0] },
            locality: locality.map { passage(mentions[$0]).text(of: mentions[$0].words) },
            evidence: shown.flatMap { passage(mentions[$0]).evidence(of: mentions[$0].words) })
    }

    private func passage(_ mention: PlaceMention) -> Passage { mention.field == .title ? title : text }

    /// - Parameter dateline: the states that the dateline may lie in; what lies in another is not `di sini`.
    private func weight(of mention: PlaceMention, isHere: Bool, dateline: Set<Int>) -> Double {
        if mention.isDateline { return isHere ? 6 : 3 }
        if mention.isHere, !mention.isOfBody, !mention.isLocality,
            dateline.isEmpty || mention.entries.contains(where: { dateline.contains($0.state) })
        {
            return 8
        }
        var weight: Double
        switch (mention.field, mention.sentence) {
        case (.title, _): weight = 4
        case (.text, 0...1): weight = 4
        case (.text, 2...3): weight = 2
        case (.text, 4...8): weight = 1
        case (.text, _): weight = 0.4
        }
        // A hospital stands where the district ends, and roads are named for where they lead.
        if mention.isOfBody { weight *= 0.5 }
        if mention.isLocality { weight *= 0.5 }
        if mention.isHospital { weight *= 0.25 }
        // `to Contoh Hospital` says where somebody was taken, not where anything happened.
        if mention.isPlaced, !mention.isHospital { weight *= 1.5 }
        if mention.isOfJourney { weight *= 0.3 }
        // `Rekaan, 34, dari Contoh, maut di sini`: where somebody lives, not where it happened.
        if mention.isOrigin, isHere, !dateline.isEmpty { weight *= 0.5 }
        if mention.isBirthplace { weight *= 0.3 }
        if mention.isAroundLocality { weight *= 2 }
        if mention.isOfCourt { weight *= 0.3 }
        return weight
    }

    /// A village or road of which the sentence does not say where it lies, lies where the report is from: what it weighs
    /// speaks for the dateline, as much at most as a bare dateline does itself. With this, ``PlaceMention/isAroundLocality``,
    /// ``PlaceMention/isOfCourt`` and the rule for newsrooms, of the places of leads in 16 lots of labelled texts 9 more
    /// were right and 1 fewer.
    private func withUnplaced(
        _ mentions: [PlaceMention], _ weights: [Double], in votes: [Double]
    ) -> (votes: [Double], standsIn: Bool) {
        guard let dateline = mentions.firstIndex(where: \.isDateline) else { return (votes, false) }
        let unplaced = mentions.indices.filter { index in
            let mention = mentions[index]
            return mention.field == .text && mention.isLocality && mention.entries.isEmpty && !mention.isBirthplace
                && !mentions.contains { other in
                    other.field == .text && other.sentence == mention.sentence && !other.isDateline
                        && !other.entries.isEmpty
                }
        }
        var votes = votes
        votes[dateline] += min(3, unplaced.reduce(0) { $0 + weights[$1] })
        return (votes, !unplaced.isEmpty)
    }

    /// What each mention says for its district and state. A road that bears the name of a town elsewhere is no more than a
    /// hint, whatever is shown of it; so is a village or town whose name is known elsewhere, where the report is from a town
    /// without a newsroom: every state has a Kampung Baru, and many districts have.
    private func votes(of mentions: [PlaceMention], _ weights: [Double]) -> [Double] {
        let dateline = mentions.first(where: \.isDateline)?.entries ?? []
        let local = dateline.contains(where: \.hasNewsroom) ? [] : dateline
        let (states, districts) = (Set(local.map(\.state)), Set(local.compactMap(\.district)))
        return zip(mentions, weights).map { mention, weight in
            if mention.isRoadOfTown { return weight * 0.5 }
            let isElsewhere = mention.entries.allSatisfy { entry in
                let isNear =
                    states.contains(entry.state)
                    && (!mention.isLocality || districts.isEmpty || entry.district.map(districts.contains) ?? true)
                return isVillage(entry) && !isNear
            }
            return isElsewhere && !local.isEmpty ? weight * 0.5 : weight
        }
    }

    private func isVillage(_ entry: PlaceTable.Entry) -> Bool {
        switch entry.kind {
        case .mukim, .town: true
        case .district, .state: false
        }
    }

    /// A name of several states speaks for each, for that of a district thrice as loud as for that of a village or town.
    private func stateVotes(_ mentions: [PlaceMention], _ weights: [Double]) -> [Int: Double] {
        var votes: [Int: Double] = [:]
        for (mention, weight) in zip(mentions, weights) {
            var shares: [Int: Double] = [:]
            for entry in mention.entries {
                shares[entry.state] = max(shares[entry.state] ?? 0, isVillage(entry) ? 1 : 3)
            }
            let sum = shares.values.reduce(0, +)
            for (state, share) in shares { votes[state, default: 0] += weight * share / sum }
        }
        return votes
    }

    private func strongestState(_ entries: [PlaceTable.Entry?], _ weights: [Double]) -> Int? {
        var votes: [Int: Double] = [:]
        for (entry, weight) in zip(entries, weights) {
            if let entry { votes[entry.state, default: 0] += weight }
        }
        return votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }

    /// What an ambiguous name means: the state that the text speaks of most, then the greater place, then the usual one.
    private func entry(of mention: PlaceMention, states: [Int: Double]) -> PlaceTable.Entry? {
        mention.entries.max { a, b in
            let (first, second) = (states[a.state] ?? 0, states[b.state] ?? 0)
            // A state is preferred to a town of its name in another state: Perlis, Melaka.
            if first != second { return first < second }
            return a.kind != b.kind ? a.kind.rawValue < b.kind.rawValue : !a.isUsual && b.isUsual
        }
    }

    /// Kuala Lumpur is a state; without a vote for its only district it would give way to any town that is named beside it.
    /// Half a vote, for ministers speak there of the whole country, and none where another state is spoken of more; nor has
    /// the dateline of a newsroom one then.
    private func districtVote(
        _ entry: PlaceTable.Entry, _ weight: Double, states: [Int: Double], isBareDateline: Bool
    ) -> (String, Double)? {
        let isSpokenOfMost = states.allSatisfy { $0.value <= states[entry.state] ?? 0 }
        if let district = entry.district {
            return isBareDateline && entry.hasNewsroom && !isSpokenOfMost ? nil : (district, weight)
        }
        guard isSpokenOfMost else { return nil }
        return gazetteer.places.onlyDistricts[entry.state].map { ($0, weight * (entry.hasNewsroom ? 0.5 : 1)) }
    }

    private func winner(_ votes: [(String, Double)], states: [Int: Double]) -> String? {
        var sums: [String: Double] = [:]
        for (district, weight) in votes { sums[district, default: 0] += weight }
        let scored = sums.map { district, sum in
            (district, sum + min(2, 0.5 * (states[Int(district.prefix { $0 != "_" }) ?? 0] ?? 0)))
        }
        return scored.max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
    }

    /// The village, road or town to show: the weightiest that does not lie elsewhere.
    private func locality(
        _ mentions: [PlaceMention], _ weights: [Double], _ entries: [PlaceTable.Entry?], district: String?, state: Int?
    ) -> Int? {
        let candidates = mentions.indices.filter { index in
            guard mentions[index].isLocality || entries[index]?.kind == .town || entries[index]?.kind == .mukim else {
                return false
            }
            // A village may be named for a town that lies elsewhere.
            if mentions[index].isLocality { return true }
            return entries[index].map { district == nil ? $0.state == state : $0.district == district } ?? true
        }
        // `di Kampung Rekaan, Contoh, di sini`: the village is shown, not the town, whose weight of 8 is for the district.
        func rank(_ index: Int) -> Double {
            min(7, weights[index]) * (mentions[index].isLocality ? 2.6 : 1) * (mentions[index].isOfBody ? 0.3 : 1)
        }
        return candidates.max { (rank($0), $1) < (rank($1), $0) }
    }
}

extension Passage {
    /// `di sini`, `dekat sini`, `here` among the first 160 words: the event is where the report is from.
    var speaksOfHere: Bool {
        let words = words.prefix(160)
        return words.indices.dropFirst().contains { index in
            let word = words[index].folded
            return word == "here"
                || (word == "sini" && ["di", "dekat", "ke", "daerah"].contains(words[index - 1].folded))
                || (word == "ini" && words[index - 1].folded == "daerah")
        }
    }
}
