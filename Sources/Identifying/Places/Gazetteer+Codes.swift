public import Model

extension Gazetteer {
    /// The code of a state (`MY-10`) that somebody named, in any of its spellings, or by the code itself.
    ///
    /// - Returns: nil where no state is called so.
    public func stateCode(named name: String) -> String? {
        let number = name.lowercased().split(separator: "my-", maxSplits: 1).last.flatMap { Int($0) }
        if name.lowercased().hasPrefix("my-"), let number, (1...16).contains(number) { return code(ofState: number) }
        return places.byName[placeKey(of: Substring(name))]?.first { $0.kind == .state }.map { code(ofState: $0.state) }
    }

    /// The code of a district (`10_2`) that somebody named, in any of its spellings, or by the code itself.
    ///
    /// - Returns: nil where no district is called so.
    public func districtCode(named name: String) -> String? {
        if places.districtNames[name] != nil { return name }
        return places.byName[placeKey(of: Substring(name))]?.first { $0.kind == .district }?.district
    }

    private func code(ofState number: Int) -> String { number < 10 ? "MY-0\(number)" : "MY-\(number)" }
}

extension Gazetteer {
    /// The place that somebody wrote, the most exact first: `Kapar, Klang, Selangor`, `Klang`, `10_2`.
    ///
    /// - Returns: nil where neither a state nor a district in it is known.
    public func place(written text: String) -> Place? {
        var place = Place()
        var localities: [Substring] = []
        for part in text.split(separator: ",").reversed() {
            let name = String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
            if place.stateCode == nil, place.districtCode == nil, let code = stateCode(named: name) {
                place.stateCode = code
            } else if place.districtCode == nil, let code = districtCode(named: name) ?? districtCode(ofTown: name) {
                place.districtCode = code
                if districtCode(named: name) == nil { localities.append(Substring(name)) }
            } else if !name.isEmpty {
                localities.append(Substring(name))
            }
        }
        let state = place.districtCode?.prefix { $0 != "_" } ?? place.stateCode?.dropFirst(3)
        guard let number = state.flatMap({ Int($0) }) else { return nil }
        place.stateCode = code(ofState: number)
        place.stateName = places.stateNames[number]
        place.districtName = place.districtCode.flatMap { places.districtNames[$0] }
        if !localities.isEmpty { place.locality = localities.reversed().joined(separator: ", ") }
        return place
    }

    /// The district of a town or mukim whose name means one place only.
    private func districtCode(ofTown name: String) -> String? {
        let districts = Set((places.byName[placeKey(of: Substring(name))] ?? []).compactMap(\.district))
        return districts.count == 1 ? districts.first : nil
    }
}
