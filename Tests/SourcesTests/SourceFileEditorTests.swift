import Documents
import Model
import Sources
import Testing
import Text

/// A file as a person keeps it, with remarks and habits of their own.
private let kept = """
    # Papers of the north. Ask Aminah before you change this.
    sources:   # one a block
      - id: utara-rekaan
        outlet: "Utara: Rekaan"   # quoted for its colon
        kind: feed
        url: https://utara-rekaan.example/rss
        status: verified
        enabled: yes  # since March
        note: |
          # this is text, and no remark
          second line

      # The next one is slow.
      - id: kedah-contoh
        outlet: Kedah Contoh
        kind: feed
        url: https://kedah-contoh.example/rss
        # a remark of the same source

      - {id: perlis-contoh, outlet: Perlis Contoh, kind: page, url: "https://perlis-contoh.example"}
    # The end.

    """

private func editor(_ text: String) throws -> SourceFileEditor {
    SourceFileEditor(text, try readYAML(text, file: "f.yaml"), named: "f.yaml")
}

private func sources(_ text: String) throws -> [Source] {
    try SourceFile(try readYAML(text, file: "f.yaml"), named: "f.yaml").sources
}

private func id(_ text: String) throws -> SourceID { try #require(SourceID(text)) }

private func switched(_ text: String, _ name: String, _ isEnabled: Bool) throws -> String {
    let editor = try editor(text)
    return editor.applying(try editor.setting(isEnabled, of: id(name)).map { [$0] } ?? [])
}

private func problem(_ body: () throws -> Void) -> String {
    do {
        try body()
        return ""
    } catch {
        return "\(error)"
    }
}

@Suite struct SwitchingTests {
    @Test func onlyTheWordOfTheLineChanges() throws {
        let off = try switched(kept, "utara-rekaan", false)
        #expect(off == kept.replacing("enabled: yes  # since", with: "enabled: no  # since"))
        #expect(try switched(off, "utara-rekaan", true) == kept)
    }

    @Test func aMissingLineIsPutBehindTheFirstSettings() throws {
        let off = try switched(kept, "kedah-contoh", false)
        let line = "    url: https://kedah-contoh.example/rss\n"
        #expect(off == kept.replacing(line, with: line + "    enabled: false\n"))
        #expect(try sources(off).map(\.isEnabled) == [true, false, true])
    }

    @Test func whatIsSoAlreadyIsNoChange() throws {
        let editor = try editor(kept)
        #expect(try editor.setting(true, of: id("utara-rekaan")) == nil)
        #expect(try editor.setting(true, of: id("kedah-contoh")) == nil)
        #expect(try editor.setting(true, of: id("perlis-contoh")) == nil)
    }

    @Test(
        arguments: [
            ("true", "false"), ("on", "off"), ("\"yes\"", "\"no\""), ("'true'", "'false'"), ("TRUE", "false"),
            ("true#x", nil),
        ] as [(String, String?)])
    func aWordKeepsItsSortAndItsQuotes(word: String, expected: String?) throws {
        let text = kept.replacing("enabled: yes", with: "enabled: \(word)")
        guard let expected else {
            #expect(problem { _ = try switched(text, "utara-rekaan", false) }.hasPrefix("f.yaml:8:"))
            return
        }
        #expect(
            try switched(text, "utara-rekaan", false) == kept.replacing("enabled: yes", with: "enabled: \(expected)"))
    }

    @Test func bracesWithoutTheWordAreForAPersonWhoIsToldTheLine() throws {
        #expect(problem { _ = try switched(kept, "perlis-contoh", false) }.hasPrefix("f.yaml:20:5: "))
    }

    @Test func aWordInBracesCanBeChangedAlone() throws {
        let text = kept.replacing("kind: page,", with: "kind: page, enabled: true,")
        let off = try switched(text, "perlis-contoh", false)
        #expect(off == text.replacing("enabled: true", with: "enabled: false"))
    }

    @Test func anIDThatStandsTwiceIsForAPersonWhoIsToldBothLines() throws {
        let text = kept.replacing("id: kedah-contoh", with: "id: utara-rekaan")
        #expect(problem { _ = try switched(text, "utara-rekaan", false) }.contains("lines 3, 14"))
    }

    @Test(arguments: ["\r\n", "\r", "\u{2028}"]) func otherLineBreaksAreKept(lineBreak: String) throws {
        let text = kept.replacing("\n", with: lineBreak)
        let off = try switched(text, "kedah-contoh", false)
        let line = "    url: https://kedah-contoh.example/rss" + lineBreak
        #expect(
            off.unicodeScalars.elementsEqual(
                text.replacing(line, with: line + "    enabled: false" + lineBreak).unicodeScalars))
    }

    @Test func aFileWithoutALastLineBreakStaysReadable() throws {
        let text = "sources:\n- id: a1\n  outlet: A\n  kind: feed\n  url: https://a.example/rss"
        let off = try switched(text, "a1", false)
        #expect(off == text + "\n  enabled: false")
        #expect(try sources(off).map(\.isEnabled) == [false])
    }

    @Test func aTextThatGoesOnBelowIsNotBrokenApart() throws {
        let text =
            "sources:\n  - id: a1\n    kind: feed\n    url: https://a.example/rss\n    outlet: A\n      and more\n"
        let off = try switched(text, "a1", false)
        #expect(try sources(off).map(\.outlet) == ["A and more"])
        #expect(try sources(off).map(\.isEnabled) == [false])
    }
}

@Suite struct RemovingTests {
    @Test func aSourceGoesWithItsLinesAndTheRemarksOfOthersStay() throws {
        let editor = try editor(kept)
        let after = editor.applying(try editor.removing([id("kedah-contoh")]))
        #expect(try sources(after).map(\.id.value) == ["utara-rekaan", "perlis-contoh"])
        #expect(after.contains("# The next one is slow.") && after.contains("# The end."))
        #expect(!after.contains("a remark of the same source"))
    }

    @Test func aTextThatLooksLikeARemarkGoesWithItsSource() throws {
        let editor = try editor(kept)
        let after = editor.applying(try editor.removing([id("utara-rekaan")]))
        #expect(!after.contains("this is text") && !after.contains("second line"))
        #expect(after.hasPrefix("# Papers of the north."))
        #expect(try sources(after).count == 2)
    }

    @Test func aFileOfNothingCanStillBeReadAndAddedTo() throws {
        let editor1 = try editor(kept)
        let ids = try ["utara-rekaan", "kedah-contoh", "perlis-contoh"].map(id)
        let empty = editor1.applying(try editor1.removing(ids))
        #expect(empty.contains("sources: []   # one a block\n"))
        #expect(try sources(empty).isEmpty)
        let editor2 = try editor(empty)
        let source = Source(id: try id("baharu"), outlet: "Baharu", kind: .feed, url: "https://baharu.example/rss")
        let again = editor2.applying(try editor2.adding([SourceEntry(source)]))
        #expect(try sources(again) == [source])
        #expect(again.contains("sources:   # one a block\n"))
    }

    @Test(arguments: [
        "sources: [{id: a1, outlet: A, kind: feed, url: 'https://a.example'}]\n",
        "sources: [\n  {id: a1, outlet: A, kind: feed, url: 'https://a.example'},\n"
            + "  {id: b1, outlet: B, kind: feed, url: 'https://b.example'}]\n",
    ])
    func listsInBracketsAreForAPerson(text: String) throws {
        let editor = try editor(text)
        let source = Source(id: try id("c1"), outlet: "C", kind: .feed, url: "https://c.example")
        #expect(problem { _ = try editor.removing([id("a1")]) }.contains("by hand"))
        #expect(problem { _ = try editor.adding([SourceEntry(source)]) }.contains("by hand"))
    }

    @Test func aDiffShowsWhatChangesWithItsSurroundings() throws {
        let editor = try editor("sources:\n- id: a1\n  outlet: A\n  kind: feed\n  url: https://a.example/rss\n")
        let edit = try #require(try editor.setting(false, of: id("a1")))
        #expect(
            editor.diff([edit]) == [
                "--- f.yaml", "+++ f.yaml", "@@ -3,3 +3,4 @@", "   outlet: A", "   kind: feed",
                "   url: https://a.example/rss", "+  enabled: false",
            ])
    }
}

@Suite struct AddingTests {
    @Test func aSourceIsAddedAtTheEndInTheLayoutOfTheFile() throws {
        let text = "sources:\n- id: a1\n  outlet: A\n  kind: feed\n  url: https://a.example/rss\n# end\n"
        let editor = try editor(text)
        let source = Source(
            id: try id("b1"), outlet: "B", kind: .sitemap, url: "https://b.example/s.xml", language: .malay,
            state: "MY-02")
        let after = editor.applying(
            try editor.adding([SourceEntry(source, heading: "Kumpulan: utara", note: "baharu")]))
        #expect(after.hasPrefix(text + "# Kumpulan: utara\n- id: b1\n  outlet: B\n"))
        #expect(try sources(after).last == source)
    }

    @Test(arguments: [
        "Harian: Rekaan", "- tanda", "#1 Berita", "true", "null", "'petik'", "\"petik\" \\ garis", "Rekaan 日报", "5",
        "*alias", "a: b", "hujung:", "{kurung}", "%arah", "tab\tdi sini", "garis\u{2028}baharu", "& anchor", "~",
        "@at", "`tick`", "=", "yes", "1e5", "0x1F", "2026-11-21", "!tag", "a #b",
    ])
    func whateverAnOutletIsCalledIsReadBackAsItWas(name: String) throws {
        let source = Source(id: try id("a1"), outlet: name, kind: .feed, url: "https://a.example/rss?a=1&b=%20#x")
        let text = SourceEntry.newFile([SourceEntry(source, note: name)], saying: "Ujian.")
        #expect(try sources(text) == [source])
    }

    @Test func theEndMarkOfADocumentStaysTheEnd() throws {
        let text = "sources:\n- id: a1\n  outlet: A\n  kind: feed\n  url: https://a.example/rss\n...\n"
        let editor = try editor(text)
        let source = Source(id: try id("b1"), outlet: "B", kind: .feed, url: "https://b.example")
        let after = editor.applying(try editor.adding([SourceEntry(source)]))
        #expect(try sources(after).count == 2)
        #expect(after.hasSuffix("...\n"))
    }

    @Test func everyOneOfManySourcesIsSwitchedOffAndNothingElse() throws {
        let all = try (1...300).map { number in
            Source(
                id: try id("akhbar-\(number)"), outlet: "Akhbar \(number)", kind: .feed,
                url: "https://akhbar-\(number).example/rss")
        }
        let text = SourceEntry.newFile(all.map { SourceEntry($0) }, saying: "Banyak.")
        let editor = try editor(text)
        let edits = try all.compactMap { try editor.setting(false, of: $0.id) }
        let after = try sources(editor.applying(edits))
        #expect(after.count == 300 && after.allSatisfy { !$0.isEnabled })
    }
}
