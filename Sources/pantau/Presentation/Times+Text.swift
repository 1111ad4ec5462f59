import Model

extension Instant {
    /// Hour and minute of Malaysia's clock: `08:46`.
    var clock: String { String(rfc3339().dropFirst(11).prefix(5)) }
}

extension PublishedDate {
    /// As precise as it is known, in few words: `Fri 20 Nov 21:14`, in Malay `Jum 20 Nov 21:14`.
    func words(in language: ScreenLanguage) -> String {
        let time = CivilTime(instant, offset: offset)
        let month = language.phrase(months.en, months.ms)[time.month - 1]
        let day = "\(language.phrase(weekdays.en, weekdays.ms)[time.weekday]) \(time.day) \(month)"
        return switch precision {
        case .second, .minute: "\(day) \(instant.rfc3339(offset: offset).dropFirst(11).prefix(5))"
        case .day: day
        case .month: "\(month) \(time.year)"
        case .year: "\(time.year)"
        }
    }
}

private let weekdays = (
    en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"], ms: ["Ahd", "Isn", "Sel", "Rab", "Kha", "Jum", "Sab"]
)
private let months = (
    en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ms: ["Jan", "Feb", "Mac", "Apr", "Mei", "Jun", "Jul", "Ogo", "Sep", "Okt", "Nov", "Dis"]
)
