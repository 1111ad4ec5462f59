public import Model

/// How long ago something was, in one number and a unit: `5h`, in Malay `5 j`.
///
/// Units: minute, hour, day, week, year (`m h d w y`; Malay `m j h mg t`, UX.md section 5.7). Rounds down; what lies in
/// the future counts as now, because clocks differ.
public func age(since instant: Instant, at now: Instant, in language: ScreenLanguage) -> String {
    let minutes = max(0, (now - instant).milliseconds / 60_000)
    let unit = units.last { minutes >= $0.from } ?? units[0]
    let count = minutes / unit.minutes
    switch language {
    case .english: return "\(count)\(unit.english)"
    case .malay: return "\(count) \(unit.malay)"
    }
}

private let day: Int64 = 24 * 60

/// Each with the minutes from which it is used: a fortnight is still told in days.
private let units: [(from: Int64, minutes: Int64, english: String, malay: String)] = [
    (0, 1, "m", "m"), (60, 60, "h", "j"), (day, day, "d", "h"), (14 * day, 7 * day, "w", "mg"),
    (365 * day, 365 * day, "y", "t"),
]
