extension TimeSpan {
    /// Reads a duration as people write it: a whole number and `s`, `m`, `h`, `d` or `w`, such as `15m` or `7d`.
    ///
    /// - Returns: nil for anything else, for zero, and for more than ten years.
    public init?(_ text: String) {
        let units: [Character: TimeSpan] = [
            "s": .seconds(1), "m": .minutes(1), "h": .hours(1), "d": .days(1), "w": .days(7),
        ]
        guard let last = text.last, let unit = units[last], let count = Int64(text.dropLast()), count > 0,
            count <= TimeSpan.days(3660).milliseconds / unit.milliseconds
        else { return nil }
        self.init(milliseconds: count * unit.milliseconds)
    }

    /// As people write it, in the largest unit that leaves no rest up to days: `15m`, `30d`; below a second `0s`.
    public var text: String {
        let units: [(Int64, String)] = [(86_400_000, "d"), (3_600_000, "h"), (60_000, "m")]
        let unit = units.first { milliseconds > 0 && milliseconds.isMultiple(of: $0.0) } ?? (1000, "s")
        return "\(milliseconds / unit.0)\(unit.1)"
    }
}
