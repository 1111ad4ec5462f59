/// How a piece of text stands out. Never the only carrier of a meaning: every screen reads without colour.
public enum Style: Hashable, Sendable {
    case plain
    case heading
    case emergency
    case urgent
    case faint
    /// A phrase that matched.
    case mark
    /// A phrase that tells of a need, of money, of a place: the colour is beside the signs around it and its number.
    case markNeed, markMoney, markPlace
    /// A phrase that was cleared: negated, or covered by another.
    case cleared
    case good
    case bad

    /// Parameters of ECMA-48's SGR: the weight, line or strike, which say it also without colour.
    private var attributes: [String] {
        switch self {
        case .plain, .urgent, .good, .bad: []
        case .heading, .emergency: ["1"]
        case .faint: ["2"]
        case .mark, .markNeed, .markMoney, .markPlace: ["1", "4"]
        case .cleared: ["9"]
        }
    }

    /// One of the sixteen colours that every terminal has.
    private var color: String? {
        switch self {
        case .emergency, .bad: "31"
        case .urgent, .markMoney: "33"
        // The bright blue: the dark one cannot be read on black.
        case .markNeed: "94"
        case .markPlace: "35"
        case .good: "32"
        case .plain, .heading, .faint, .mark, .cleared: nil
        }
    }

    /// Whether it is a phrase of a score, counted or cleared.
    public var isPhrase: Bool {
        switch self {
        case .mark, .markNeed, .markMoney, .markPlace, .cleared: true
        case .plain, .heading, .emergency, .urgent, .faint, .good, .bad: false
        }
    }

    fileprivate var parameters: String? {
        let all = attributes + (color.map { [$0] } ?? [])
        return all.isEmpty ? nil : all.joined(separator: ";")
    }

    /// Switches a terminal to this style from any other. Without colour the attributes stay: NO_COLOR asks for no more.
    func sequence(inColor: Bool) -> String {
        let all = ["0"] + attributes + (inColor ? color.map { [$0] } ?? [] : [])
        return "\u{1B}[\(all.joined(separator: ";"))m"
    }
}

/// One line of text in pieces of different styles. Escape sequences exist only in what `rendered` returns, and each
/// piece is cleaned there, so that no text from outside can bring its own.
public struct StyledText: Hashable, Sendable, ExpressibleByStringInterpolation {
    public struct Piece: Hashable, Sendable {
        public var text: String
        public var style: Style
        public init(_ text: String, _ style: Style = .plain) { (self.text, self.style) = (text, style) }
    }

    public var pieces: [Piece]

    public init(_ pieces: [Piece]) { self.pieces = pieces }
    public init(_ text: String, _ style: Style = .plain) { pieces = [Piece(text, style)] }
    public init(stringLiteral value: String) { self.init(value) }

    public static func + (a: StyledText, b: StyledText) -> StyledText { StyledText(a.pieces + b.pieces) }

    /// The cleaned text without styles.
    public var plain: String { pieces.reduce(into: "") { $0 += sanitised($1.text) } }

    public var columns: Int { plain.columns }

    /// The line as bytes for a terminal (`inColor`) or for a file or pipe.
    public func rendered(inColor: Bool) -> String {
        guard inColor else { return plain }
        return pieces.reduce(into: "") { line, piece in
            let text = sanitised(piece.text)
            if let parameters = piece.style.parameters, !text.isEmpty {
                line += "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
            } else {
                line += text
            }
        }
    }
}
