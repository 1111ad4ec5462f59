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
