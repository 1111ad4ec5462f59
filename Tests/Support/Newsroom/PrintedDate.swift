import Model

/// The ways in which Malaysian sites print a moment, on Malaysia's clock unless a format demands UTC.
struct PrintedDate {
    let instant: Instant

    init(_ instant: Instant) { self.instant = instant }

    private var local: CivilTime { CivilTime(instant) }

    /// `2026-11-23T08:03:11+08:00`
    var rfc3339: String { instant.rfc3339() }

    /// `Mon, 23 Nov 2026 08:03:11 +0800`, for RSS.
    var rfc822: String { Self.rfc822(local, zone: "+0800") }

    /// `Mon, 23 Nov 2026 00:03:11 GMT`, for HTTP headers.
    var http: String { Self.rfc822(CivilTime(instant, offset: 0), zone: "GMT") }

    /// `Isnin, 23 November 2026, 8:03 pagi`
    var malayLine: String {
        let t = local
        let part = t.hour < 12 ? "pagi" : t.hour < 14 ? "tengah hari" : t.hour < 19 ? "petang" : "malam"
        let clock = "\(t.hour % 12 == 0 ? 12 : t.hour % 12):\(two(t.minute)) \(part)"
        return "\(Self.malayDays[t.weekday]), \(t.day) \(Self.malayMonths[t.month - 1]) \(t.year), \(clock)"
    }

    /// `Monday, 23 Nov 2026 8:03 AM MYT`
    var englishLine: String {
        let t = local
        let clock = "\(t.hour % 12 == 0 ? 12 : t.hour % 12):\(two(t.minute)) \(t.hour < 12 ? "AM" : "PM") MYT"
        return "\(Self.englishDays[t.weekday]), \(t.day) \(Self.englishMonths[t.month - 1]) \(t.year) \(clock)"
    }

    /// `23/11/2026 08:03`
    var figures: String {
        let t = local
        return "\(two(t.day))/\(two(t.month))/\(t.year) \(two(t.hour)):\(two(t.minute))"
    }

    private static func rfc822(_ t: CivilTime, zone: String) -> String {
        let day = englishDays[t.weekday].prefix(3)
        let clock = "\(two(t.hour)):\(two(t.minute)):\(two(t.second))"
        return "\(day), \(two(t.day)) \(englishMonths[t.month - 1]) \(t.year) \(clock) \(zone)"
    }

    private static let englishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    private static let malayDays = ["Ahad", "Isnin", "Selasa", "Rabu", "Khamis", "Jumaat", "Sabtu"]
    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let malayMonths = [
        "Januari", "Februari", "Mac", "April", "Mei", "Jun", "Julai", "Ogos", "September", "Oktober", "November",
        "Disember",
    ]
}

private func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
