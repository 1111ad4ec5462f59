import Model
import Terminal

extension Comparison {
    /// Two leads side by side, what is equal marked with `=` (UX.md screen 07).
    func lines(_ width: Int, _ language: ScreenLanguage) -> [StyledText] {
        let facts = facts.prefix(4).map { $0.kind.label(in: language) }.joined(separator: ", ")
        let half = max(10, (width - 14) / 2)
        let title = language.phrase("\(left.id) and \(right.id)", "\(left.id) dan \(right.id)")
        var lines = [StyledText(title, .heading) + StyledText("    \(facts)")]
        for (heading, a, b) in pairs(language) {
            let (first, second) = (wrapped(a, width: half - 3), wrapped(b, width: half - 1))
            for row in 0..<max(first.count, second.count) {
                let mid = row == 0 && a == b && a != "-" ? "= " : "  "
                lines.append(
                    StyledText((row == 0 ? heading : "").padded(to: 11), .heading)
                        + StyledText((row < first.count ? first[row] : "").padded(to: half - 2) + mid)
                        + StyledText(row < second.count ? second[row] : ""))
            }
        }
        return lines + ["", StyledText(language.phrase("Esc goes back", "Esc untuk kembali"), .faint)]
    }

    private func pairs(_ language: ScreenLanguage) -> [(String, String, String)] {
        func row(_ heading: String, _ fact: (Lead) -> String) -> (String, String, String) {
            (heading, fact(left), fact(right))
        }
        return [
            ("", "\(left.id)", "\(right.id)"),
            row(language.phrase("Headline", "Tajuk")) {
                $0.isProtected ? Message.identityProtected.text(in: language) : $0.headline
            },
            row(language.phrase("Source", "Sumber")) { lead in
                lead.articles.first.map { joined in
                    [joined.article.outlet, joined.article.published?.words(in: language)].compactMap { $0 }
                        .joined(separator: ", ")
                } ?? "-"
            },
            row(language.phrase("Subject", "Subjek")) { $0.people(in: language).first ?? "-" },
            row(language.phrase("Place", "Tempat")) { lead in
                lead.identification.place.map { place in
                    [place.districtName ?? place.locality, place.stateName].compactMap { $0 }.joined(separator: ", ")
                } ?? "-"
            },
            row(language.phrase("Score", "Skor")) { "\($0.score.value)" },
            row(language.phrase("Status", "Status")) { $0.state.code },
        ]
    }
}
