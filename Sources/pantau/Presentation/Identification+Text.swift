import Identifying
import Model
import Text

// What is known besides who and where, for `lead show` and `score`.

extension Identification {
    /// `Friday 20 November 2026`, in Malay `Jumaat 20 November 2026`.
    func dayOfEvent(in language: ScreenLanguage) -> String? {
        eventDay.map { day in
            let whole = day.greeting(in: language)
            return String(whole.prefix { $0 != "," })
        }
    }

    /// The household, the day of the event and the workplace as JSON; members that are not known are left out.
    var circumstances: [(String, JSONValue?)] {
        [
            ("household", household?.shown), ("event_day", eventDay.map { .string($0.isoDay) }),
            ("workplace", workplace.map { .string($0.name) }),
        ]
    }
}

extension Household {
    fileprivate var shown: JSONValue {
        .compact([
            ("size", size.map { .integer(Int64($0)) }), ("children", children.map { .integer(Int64($0)) }),
            ("child_ages", childAges.isEmpty ? nil : .array(childAges.map { .integer(Int64($0)) })),
        ])
    }
}

/// The PERKESO office that is nearest by the map: a guess, and shown as one.
struct NearestOffice: Hashable, Sendable {
    let name: String

    /// nil where no district is known.
    init?(to place: Place?, using gazetteer: Gazetteer) {
        guard let name = place.flatMap({ gazetteer.nearestOffice(to: $0) }) else { return nil }
        self.name = name
    }

    func words(in language: ScreenLanguage) -> String {
        language.phrase(
            "nearest PERKESO office: \(name) (a guess from the map)",
            "pejabat PERKESO terdekat: \(name) (anggaran daripada peta)")
    }

    /// Where there is little room: `PERKESO Klang (guess)`.
    func shortWords(in language: ScreenLanguage) -> String {
        "PERKESO \(name) " + language.phrase("(guess)", "(anggaran)")
    }

    /// A sentence to be heard.
    func spoken(in language: ScreenLanguage) -> String {
        language.phrase(
            "Nearest PERKESO office, a guess from the map: \(name).",
            "Pejabat PERKESO terdekat, anggaran daripada peta: \(name).")
    }

    var record: JSONValue { ["name": .string(name), "is_guess": true] }
}
