import Model
import Terminal

/// Where the phrases of a score stand in its article, numbered in the order in which one reads them.
struct PhraseMarks {
    struct Mark {
        let number: Int
        let field: Evidence.Field
        /// In Unicode scalars.
        let range: Range<Int>
        /// What the phrase tells of; struck through where it took points off or was cleared.
        let style: Style
    }

    /// None overlaps another; the title's first.
    let marks: [Mark]
    /// The numbers of each contribution, in the order of `Score.contributions`. A phrase that lies within a heavier one has
    /// that one's number.
    let numbers: [[Int]]

    private struct Candidate {
        /// nil for a phrase that was cleared.
        let contribution: Int?
        let evidence: Evidence
        let points: Int
    }

    init(_ score: Score) {
        let candidates = PhraseMarks.candidates(of: score)
        var owners: [Evidence.Field: [Int]] = [:]
        for field in [Evidence.Field.title, .text] {
            let end = candidates.lazy.filter { $0.evidence.field == field }.map(\.evidence.range.upperBound).max() ?? 0
            owners[field] = Array(repeating: -1, count: max(0, end))
        }
        // The heavier first: on an overlap it is the one that is drawn.
        var drawn: [Int] = []
        var covering: [Int: Int] = [:]
        for (index, candidate) in candidates.enumerated() {
            let (field, range) = (candidate.evidence.field, candidate.evidence.range)
            guard !range.isEmpty, range.lowerBound >= 0 else { continue }
            if let owner = owners[field]?[range].first(where: { $0 >= 0 }) {
                covering[index] = owner
                continue
            }
            for place in range { owners[field]?[place] = index }
            drawn.append(index)
        }
        drawn.sort { PhraseMarks.isBefore(candidates[$0].evidence, candidates[$1].evidence) }
        let places = Dictionary(uniqueKeysWithValues: drawn.enumerated().map { ($1, $0 + 1) })
        marks = drawn.map { index in
            let candidate = candidates[index]
            return Mark(
                number: places[index] ?? 0, field: candidate.evidence.field, range: candidate.evidence.range,
                style: candidate.contribution.map { score.contributions[$0].style } ?? .cleared)
        }
        var numbers: [[Int]] = Array(repeating: [], count: score.contributions.count)
        for (index, candidate) in candidates.enumerated() {
            guard let contribution = candidate.contribution, let number = places[covering[index] ?? index],
                !numbers[contribution].contains(number)
            else { continue }
            numbers[contribution].append(number)
        }
        self.numbers = numbers.map { $0.sorted() }
    }

    private static func candidates(of score: Score) -> [Candidate] {
        let counted = score.contributions.enumerated().flatMap { index, contribution in
            (contribution.isOfWords ? [] : contribution.evidence).map {
                Candidate(contribution: index, evidence: $0, points: contribution.points)
            }
        }
        let cleared = score.cleared.filter { $0.reason != .covered }.map {
            Candidate(contribution: nil, evidence: $0.evidence, points: 0)
        }
        return counted.sorted { $0.points > $1.points } + cleared
    }

    private static func isBefore(_ a: Evidence, _ b: Evidence) -> Bool {
        if a.field != b.field { return a.field == .title }
        return a.range.lowerBound < b.range.lowerBound
    }

    /// A title or text with its phrases marked: by attribute, by signs around them, and by their number.
    func pieces(of text: String, _ field: Evidence.Field, glyphs: Glyphs, base: Style = .plain) -> [StyledText.Piece] {
        let scalars = Array(text.unicodeScalars)
        var pieces: [StyledText.Piece] = []
        var position = 0
        func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        for mark in marks where mark.field == field {
            let range = mark.range.clamped(to: position..<max(position, scalars.count))
            guard !range.isEmpty, range.upperBound <= scalars.count else { continue }
            pieces.append(.init(string(position..<range.lowerBound), base))
            let phrase = glyphs.markOpen + string(range) + glyphs.markClose
            pieces.append(.init(phrase, mark.style))
            pieces.append(.init("[\(mark.number)]", base))
            position = range.upperBound
        }
        pieces.append(.init(string(position..<scalars.count), base))
        return pieces.filter { !$0.text.isEmpty }
    }
}

extension Contribution {
    /// How its phrases stand out (UX.md 5.1): needs blue, money yellow, places magenta, what speaks against it struck.
    fileprivate var style: Style {
        guard points >= 0 else { return .cleared }
        if rule.contains(".place.") || rule.contains(".scope.") { return .markPlace }
        guard let need else { return .mark }
        return Contribution.money.contains(need) ? .markMoney : .markNeed
    }

    private static let money: Set<Need> = [.poverty, .unpaidWages, .debt, .medicalCost, .funeralCost]
}
