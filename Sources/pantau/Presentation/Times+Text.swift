import Model

extension Instant {
    /// Hour and minute of Malaysia's clock: `08:46`.
    var clock: String { String(rfc3339().dropFirst(11).prefix(5)) }
}

extension CivilTime {
    /// `Monday 23 November 2026, 08:31`, in Malay `Isnin 23 November 2026, 08:31`.
    func greeting(in language: ScreenLanguage) -> String {
        let day = language.phrase(longWeekdays.en, longWeekdays.ms)[weekday]
        let name = language.phrase(longMonths.en, longMonths.ms)[month - 1]
        let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
        return "\(day) \(self.day) \(name) \(year), \(hour < 10 ? "0" : "")\(hour):\(minutes)"
    }

    /// The day in few words: `20 Oct 2026`, in Malay `20 Okt 2026`.
    func shortDay(in language: ScreenLanguage) -> String {
        "\(day) \(language.phrase(months.en, months.ms)[month - 1]) \(year)"
    }

    /// What one says at that hour.
    func salute(in language: ScreenLanguage) -> String {
        switch hour {
        case ..<12: language.phrase("Good morning", "Selamat pagi")
        case ..<14: language.phrase("Good afternoon", "Selamat tengah hari")
        case ..<19: language.phrase("Good afternoon", "Selamat petang")
        default: language.phrase("Good evening", "Selamat malam")
        }
    }
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

private let longWeekdays = (
    en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    ms: ["Ahad", "Isnin", "Selasa", "Rabu", "Khamis", "Jumaat", "Sabtu"]
)
private let longMonths = (
    en: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ],
    ms: [
        "Januari", "Februari", "Mac", "April", "Mei", "Jun", "Julai", "Ogos", "September", "Oktober", "November",
        "Disember",
    ]
)
