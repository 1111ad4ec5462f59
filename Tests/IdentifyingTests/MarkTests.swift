import Identifying
import Model
import Testing

/// What the marks of masked numbers tell. All digits are invented.
@Suite struct MarkTests {
    private func kinds(_ text: String, title: String = "") throws -> [MaskedIdentifier] {
        try identified(text, title: title).identifiers
    }

    @Test func marksTellWhatWasMaskedInTheOrderOfTheText() throws {
        let text = maskIdentifiers(in: "Telefon 012-345 6789, Maybank 512345678901, plat WXY 2345, a@contoh.my.").text
        let kinds: [MaskedIdentifier.Kind] = [.phone, .bankAccount, .plate, .email]
        #expect(try self.kinds(text) == kinds.map { MaskedIdentifier(kind: $0, field: .text) })
    }

    @Test func theTitlesMarksComeFirst() throws {
        let title = maskIdentifiers(in: "Pasport A12345678").text
        let text = maskIdentifiers(in: "IC 900220-10-5566").text
        #expect(
            try kinds(text, title: title) == [
                MaskedIdentifier(kind: .passport, field: .title), MaskedIdentifier(kind: .identityCard, field: .text),
            ])
    }

    /// A kept text is masked once more wherever somebody is not sure of it.
    @Test func aKeptTextTellsTheSameAsWhenItCame() throws {
        let once = maskIdentifiers(in: "Sumbangan ke Maybank 512345678901 atau hubungi 012-345 6789.").text
        let twice = maskIdentifiers(in: once).text
        #expect(try identified(once) == identified(twice))
        #expect(try identified(once).isAppeal)
    }

    @Test(arguments: ["[", "[phone", "[phone *****]", "[nobody ******]", "[[phone", "(phone ******)", "phone ******]"])
    func bracketsThatAreNoMarkTellNothing(text: String) throws {
        #expect(try kinds(text).isEmpty)
        #expect(try !identified("Sumbangan " + text).isAppeal)
    }

    @Test func marksThatTouchAreTwo() throws {
        #expect(try kinds("[[phone ******][account ******]").map(\.kind) == [.phone, .bankAccount])
    }
}
