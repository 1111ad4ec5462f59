import Model

extension SourceCondition {
    /// A few words for a table or a line: `failing since 2026-11-21 (timed out)`.
    func text(in language: ScreenLanguage, at now: Instant) -> String {
        let (english, malay) = words(language, now)
        return language.phrase(english, malay)
    }

    private func words(_ language: ScreenLanguage, _ now: Instant) -> (String, String) {
        switch self {
        case .ok: return ("ok", "baik")
        case .neverPolled: return ("not polled yet", "belum dicuba")
        case .quiet(let since): return ("quiet since \(day(since))", "senyap sejak \(day(since))")
        case .moved(let address): return ("moved to \(address)", "berpindah ke \(address)")
        case .blocked(let until):
            let time = SourceCondition.time(until, at: now)
            return ("blocked until \(time)", "disekat hingga \(time)")
        case .failing(let since, let code):
            let why = cause(code, language)
            return ("failing since \(day(since))\(why)", "gagal sejak \(day(since))\(why)")
        case .challenge(let since):
            return ("challenge page since \(day(since))", "halaman cabaran sejak \(day(since))")
        case .denied(let since):
            return ("robots.txt says no since \(day(since))", "dilarang robots.txt sejak \(day(since))")
        case .needsAccess(let since): return ("needs access since \(day(since))", "perlu akses sejak \(day(since))")
        case .withheld(let since):
            return ("withheld by law since \(day(since))", "ditahan undang-undang sejak \(day(since))")
        case .asleep(let since, let code):
            let why = cause(code, language)
            return (
                "asleep, asked weekly, since \(day(since))\(why)", "tidur, dicuba mingguan, sejak \(day(since))\(why)"
            )
        case .gone(let since, isConfirmed: true):
            return ("gone since \(day(since)), asked monthly", "tiada lagi sejak \(day(since)), dicuba bulanan")
        case .gone(let since, isConfirmed: false):
            return ("perhaps gone since \(day(since))", "mungkin tiada sejak \(day(since))")
        case .disabled: return ("disabled", "dimatikan")
        case .unlisted: return ("in no file any more", "tiada lagi dalam fail")
        case .twin(let other):
            return (
                "moved to where \(other.value) is polled; that one is enough",
                "berpindah ke alamat \(other.value); cukup satu sahaja"
            )
        }
    }

    private func day(_ instant: Instant) -> String { CivilTime(instant).isoDay }

    private func cause(_ code: String?, _ language: ScreenLanguage) -> String {
        code.map { " (\(outcomeWords($0, in: language)))" } ?? ""
    }

    /// The time of day where it is today, else with its date; Malaysia's clock.
    static func time(_ instant: Instant, at now: Instant) -> String {
        let text = instant.rfc3339()
        let isToday = CivilTime(instant).isoDay == CivilTime(now).isoDay
        return isToday
            ? String(text.dropFirst(11).prefix(5)) : String(text.prefix(16)).replacing("T", with: " ")
    }
}

/// What a poll's code (`FetchRecord.outcome`) means to a person; the code itself where it is of a later program.
func outcomeWords(_ code: String, in language: ScreenLanguage) -> String {
    if let words = outcomeTable[code] { return language.phrase(words.0, words.1) }
    if code.hasPrefix("http-") { return "HTTP \(code.dropFirst(5))" }
    return code
}

private let outcomeTable: [String: (String, String)] = [
    "fresh": ("read", "dibaca"), "unchanged status304": ("not changed (304)", "tidak berubah (304)"),
    "unchanged bodyHash": ("not changed", "tidak berubah"), "rate-limited": ("asked for quiet", "minta berhenti"),
    "challenge": ("challenge page", "halaman cabaran"), "denied": ("robots.txt says no", "dilarang robots.txt"),
    "gone": ("gone (410)", "tiada lagi (410)"), "local-outage": ("our line was down", "talian kita terputus"),
    "cut": ("stopped by us", "dihentikan"), "dns-not-found": ("name not known", "nama tidak dikenali"),
    "dns-temporary": ("name not found now", "nama tidak dapat dicari"), "connect": ("no connection", "tiada sambungan"),
    "tls": ("certificate not right", "sijil tidak betul"), "timeout": ("timed out", "tamat masa"),
    "too-large": ("too large", "terlalu besar"), "headers-too-large": ("headers too large", "pengepala terlalu besar"),
    "empty": ("empty answer", "jawapan kosong"), "truncated": ("cut off", "terputus"),
    "bad-encoding": ("encoding not right", "pengekodan tidak betul"),
    "protocol": ("not proper HTTP", "bukan HTTP yang betul"),
    "too-many-redirects": ("too many redirects", "terlalu banyak ubah hala"),
    "bad-redirect": ("redirect to nowhere", "ubah hala tidak sah"),
    "refused-address": ("private address refused", "alamat peribadi ditolak"),
    "refused-scheme": ("not http or https", "bukan http atau https"), "invalid-url": ("not an address", "bukan alamat"),
    "robots-unreachable": ("robots.txt does not answer", "robots.txt tidak menjawab"),
    "not-a-feed": ("not a feed", "bukan suapan"), "unreadable": ("not readable", "tidak boleh dibaca"),
    "no-links": ("no articles found", "tiada berita ditemui"), "cancelled": ("stopped by us", "dihentikan"),
]
