import Crawling
import Fetching
import Model
import Settings
import Sources
import Terminal
import Text

/// What `source test` tells of one look at a source: what it is, whether its dates can be read, and what looks wrong.
struct ProbeReport {
    let probe: Probe
    let source: Source
    let context: Context

    private var language: ScreenLanguage { context.language }

    private var listed: (items: [Probe.ProbedItem], damage: FailureCause?)? {
        if case .listed(let items, let damage) = probe.outcome { (items, damage) } else { nil }
    }

    private var dated: Int { listed?.items.count { $0.published != nil } ?? 0 }

    /// What the site offers in its place, shown as `source add` shows it.
    private func choice(_ discovery: Discovery) -> SourceChoice {
        let known = (try? context.sourceFiles().addresses) ?? [:]
        return SourceChoice(found: discovery.found, known: known, context: context)
    }

    // MARK: For people

    func write() {
        let output = context.output
        for hop in probe.hops { output.line(StyledText("\(hop.status)  \(hop.url)")) }
        if let robots = probe.robots { output.line(StyledText("robots.txt: " + robots.words(in: language))) }
        writeOffers()
        guard let (items, damage) = listed else { return }
        output.line(
            StyledText(
                "\(probe.contentType ?? "-"), \(probe.bytes) "
                    + language.phrase("bytes in", "bait dalam") + " \(probe.elapsed.milliseconds) ms, \(items.count) "
                    + language.phrase("items", "berita")))
        if !items.isEmpty { output.line(StyledText(dateWords(of: items.count) + languageWords)) }
        if let damage { output.line(StyledText(damage.text(in: language), .bad)) }
        for warning in warnings { output.line(StyledText(warning, .urgent)) }
        for item in items.prefix(10) {
            let date = item.published.map { String($0.iso.prefix(10)) } ?? "          "
            output.line(
                StyledText("  \(date)  \(item.title.isEmpty ? item.url ?? "-" : item.title)").cut(
                    to: output.terminal.columns, ellipsis: output.terminal.glyphs.ellipsis))
        }
    }

    private func dateWords(of count: Int) -> String {
        language.phrase(
            "\(dated) of \(count) have a date that can be read",
            "\(dated) daripada \(count) mempunyai tarikh yang dapat dibaca")
    }

    private var languageWords: String {
        guard let guess = probe.language else { return "" }
        let percent = Int((guess.confidence * 100).rounded())
        return language.phrase("; language ", "; bahasa ") + "\(guess.language.rawValue) (\(percent)%)"
    }

    private func writeOffers() {
        guard let discovery = probe.discovery else { return }
        guard !discovery.found.isEmpty else {
            context.output.line(
                StyledText(
                    language.phrase(
                        "Nothing else was found on the site either; \(discovery.asked.count) addresses were asked.",
                        "Tiada yang lain ditemui di laman itu; \(discovery.asked.count) alamat dicuba.")))
            return
        }
        context.output.line(
            StyledText(
                language.phrase(
                    "The site offers instead (pantau source add):", "Laman itu menawarkan (pantau source add):")))
        choice(discovery).write()
    }

    /// What reads well and still looks wrong.
    private var warnings: [String] {
        guard let (items, _) = listed else { return [] }
        guard !items.isEmpty else {
            return [
                language.phrase(
                    "Warning: it can be read, and lists nothing; a source without items is of no use.",
                    "Amaran: boleh dibaca, tetapi kosong; sumber tanpa berita tidak berguna.")
            ]
        }
        var warnings: [String] = []
        if source.kind != .page, dated * 2 < items.count {
            warnings.append(
                language.phrase(
                    "Warning: most items have no date that can be read; the page's own date will have to do.",
                    "Amaran: kebanyakan berita tiada tarikh yang dapat dibaca; tarikh halaman akan digunakan."))
        }
        if let told = source.language, let guess = probe.language, guess.confidence >= 0.6, guess.language != told {
            let found = guess.language.rawValue
            warnings.append(
                language.phrase(
                    "Warning: its file says \(told.rawValue), and the items read like \(found).",
                    "Amaran: failnya mengatakan \(told.rawValue), tetapi beritanya seperti \(found)."))
        }
        if probe.left > 0 {
            warnings.append(
                language.phrase(
                    "\(probe.left) more are left out by a crawl: old, or on another site.",
                    "\(probe.left) lagi ditinggalkan oleh rayapan: lama, atau di laman lain."))
        }
        return warnings
    }

    // MARK: For scripts

    var json: JSONValue {
        .compact([
            ("schema", "pantau.source.test/1"), ("source", .string(source.id.value)),
            (
                "hops",
                .array(probe.hops.map { ["url": .string($0.url), "status": .integer(Int64($0.status))] })
            ),
            ("robots", probe.robots.map { .string($0.code) }),
            ("content_type", probe.contentType.map { .string($0) }), ("bytes", .integer(Int64(probe.bytes))),
            ("milliseconds", .integer(probe.elapsed.milliseconds)),
            ("damage", listed?.damage.map { .string($0.code) }), ("dated", .integer(Int64(dated))),
            ("language", probe.language.map { .string($0.language.rawValue) }),
            ("language_confidence", probe.language.map { .number(($0.confidence * 100).rounded() / 100) }),
            ("items", .array((listed?.items ?? []).map(itemRecord))), ("left_out", .integer(Int64(probe.left))),
            ("found", probe.discovery.map { .array(choice($0).items) }),
            ("warnings", .array(warnings.map { .string($0) })),
        ])
    }

    private func itemRecord(_ item: Probe.ProbedItem) -> JSONValue {
        .compact([
            ("title", .string(item.title)), ("url", item.url.map { .string($0) }),
            ("published_at", item.published.map { .string($0.iso) }),
        ])
    }
}
