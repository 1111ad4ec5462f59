public import Model

/// A scheme or aid that may fit, with what a person has to check. Never a promise.
public struct Programme: Hashable, Sendable {
    /// Such as `PERKESO.PENAKAT`.
    public var code: String
    public var agency: Door
    public var nameMalay: String
    public var nameEnglish: String
    /// What to find out before anybody is told of it, in both languages.
    public var checkMalay: String
    public var checkEnglish: String
    public var conditions: [Condition]
    /// Other names: of the law, before and after a change of name, short forms. Texts mix them all.
    public var alsoKnownAs: [String] = []
    /// So many days after the event an application must be in; nil where no such clock runs.
    public var deadlineDays: Int?
    /// Where the rules were read, and when.
    public var evidence: String
    public var asOf: String

    /// Who runs it: one agency, or the one of a kind that serves the person's state.
    public enum Door: Hashable, Sendable {
        case agency(String)
        case byState(Agency.Kind)
    }

    /// What the text must say, or must not, for the programme to be worth a check.
    public enum Condition: Hashable, Sendable {
        /// Of the person the lead is about, in whole years.
        case subjectBelow(Int)
        case subjectAtLeast(Int)
        /// Of a breadwinner who died.
        case deceasedBelow(Int)
        case sex(Person.Sex)
        /// The event was on that day or later: before it the law was not in force.
        case eventSince(CivilTime)
        /// The case shows one of these needs too. Where it does not, the text may only have left it out.
        case withNeed([Need])
        case states([String])
        /// One of these words or phrases stands in the text. A name is never looked at.
        case says([String])
        /// None of them does: "resigned" ends a claim for lost work.
        case doesNotSay([String])
    }

    public func name(in language: ScreenLanguage) -> String {
        switch language {
        case .malay: nameMalay
        case .english: nameEnglish
        }
    }

    /// Whether the code or one of its names is this, whatever the case of its letters.
    public func isNamed(_ name: String) -> Bool {
        ([code, nameMalay, nameEnglish] + alsoKnownAs).contains { $0.lowercased() == name.lowercased() }
    }

    public func check(in language: ScreenLanguage) -> String {
        switch language {
        case .malay: checkMalay
        case .english: checkEnglish
        }
    }
}
