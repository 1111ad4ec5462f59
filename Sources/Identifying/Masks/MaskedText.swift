public import Model

/// A text whose identity numbers, telephones, accounts and addresses of electronic mail have been replaced by marks.
public struct MaskedText: Hashable, Sendable {
    /// The text with marks such as `[account ******]`, the same in every language; masking it again changes nothing.
    public var text: String
    /// The kinds that were found: mail addresses, then plates, then the numbers in words, then those in digits, each in the order
    /// of the text.
    public var found: [MaskedIdentifier.Kind]

    public init(text: String, found: [MaskedIdentifier.Kind]) { (self.text, self.found) = (text, found) }
}

/// Masks every identifier in `text`: MyKad numbers with a valid date, old identity cards, passports, telephones, bank
/// accounts with a bank or account word near, addresses of electronic mail, number plates that a word announces. Digits of other
/// scripts, in pieces, in words or with invisible characters between them are digits too.
///
/// Amounts of money, dates, years, times, casualty numbers and the numbers in web addresses stay as they are. Where a run
/// of digits could be an account or something harmless, a word such as `Maybank` or `no. akaun` near it decides, because a
/// number shown by mistake cannot be taken back and a number masked by mistake can be read at the source.
/// Takes time linear in the length of the text.
public func maskIdentifiers(in text: String) -> MaskedText {
    var scalars = Array(text.unicodeScalars)
    var found: [MaskedIdentifier.Kind] = []
    // Numbers last: what is a plate or stands in a mail address is none of them.
    // A mark sets free what was glued to its number (`0123456789WXY 1234`), so a text with marks is looked over again.
    for _ in 0..<mostRounds {
        let before = found.count
        for pass in [maskMailAddresses, maskPlates, maskSpokenNumbers, maskNumbers] {
            let (masked, masks) = pass(scalars)
            scalars = masked
            found += masks.map(\.kind)
        }
        if found.count == before { break }
    }
    guard !found.isEmpty else { return MaskedText(text: text, found: []) }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return MaskedText(text: String(result), found: found)
}

/// Each round frees at most what stood beside a mark; a text that needs more is made to.
private let mostRounds = 8

/// One stretch of a text that a mark replaces.
struct Mask {
    var kind: MaskedIdentifier.Kind
    /// In scalars of the text before masking.
    var range: Range<Int>

    /// Holds no digit, so no rule can find anything in it again.
    var mark: String { "[\(kind.rawValue) ******]" }
}

/// `scalars` with each mask's range replaced by its mark; `masks` are in order and do not overlap.
func applying(_ masks: [Mask], to scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard !masks.isEmpty else { return scalars }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var next = 0
    for mask in masks {
        result.append(contentsOf: scalars[next..<mask.range.lowerBound])
        result.append(contentsOf: mask.mark.unicodeScalars)
        next = mask.range.upperBound
    }
    result.append(contentsOf: scalars[next...])
    return result
}

/// Letters between two numbers may belong to either; what is left over is looked at in the next round.
///
/// - Parameter masks: in order.
func disjoint(_ masks: [Mask]) -> [Mask] {
    var end = 0
    return masks.filter { mask in
        guard mask.range.lowerBound >= end else { return false }
        end = mask.range.upperBound
        return true
    }
}

/// The marks that stand in a text, in its order, each with where it stands.
func marks(in scalars: [Unicode.Scalar]) -> [Mask] {
    var found: [Mask] = []
    var index = 0
    while index < scalars.count {
        if scalars[index] == "[", let known = knownMarks.first(where: { scalars[index...].starts(with: $0.mark) }) {
            found.append(Mask(kind: known.kind, range: index..<(index + known.mark.count)))
            index += known.mark.count
        } else {
            index += 1
        }
    }
    return found
}

/// The kinds of the marks in `text`, in its order: what was masked when it came, without looking for it again.
func kindsOfMarks(in text: String) -> [MaskedIdentifier.Kind] {
    text.utf8.contains(UInt8(ascii: "[")) ? marks(in: Array(text.unicodeScalars)).map(\.kind) : []
}

private let knownMarks: [(kind: MaskedIdentifier.Kind, mark: [Unicode.Scalar])] = {
    let kinds: [MaskedIdentifier.Kind] = [.identityCard, .passport, .phone, .bankAccount, .email, .plate]
    return kinds.map { ($0, Array(Mask(kind: $0, range: 0..<0).mark.unicodeScalars)) }
}()
