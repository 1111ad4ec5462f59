import Foundation
import Testing

/// Every message there is, read from where they are written: each has both languages, with the same facts in both.
@Suite struct MessageTests {
    struct Found: CustomTestStringConvertible, Sendable {
        let id: String
        let english: String
        let malay: String
        var testDescription: String { id }
    }

    /// `Message("id", "English", "Malay"`, over one line or several, with parts joined by `+`.
    static let all: [Found] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/pantau")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let literal = #/"((?:[^"\\\n]|\\[^(]|\\\((?:[^()"]|\((?:[^()]|\([^()]*\))*\)|"[^"]*")*\))*)"/#
        return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }.flatMap { file in
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            return text.ranges(of: #/(?:Message|self\.init)\(\s*"[a-z]/#).compactMap { range -> Found? in
                var texts: [String] = []
                var rest = text[range.lowerBound...].drop { $0 != "\"" }
                while texts.count < 3, let match = rest.prefixMatch(of: literal) {
                    var whole = String(match.1)
                    rest = rest[match.range.upperBound...]
                    while let more = rest.prefixMatch(of: #/\s*\+\s*/#),
                        let part = rest[more.range.upperBound...].prefixMatch(of: literal)
                    {
                        whole += part.1
                        rest = rest[part.range.upperBound...]
                    }
                    texts.append(whole)
                    rest = rest.drop { $0 == "," || $0.isWhitespace }
                }
                return texts.count == 3 ? Found(id: texts[0], english: texts[1], malay: texts[2]) : nil
            }
        }
    }()

    @Test func thereAreMessagesToLookAt() { #expect(MessageTests.all.count > 120) }

    @Test func anIDIsOneMessagesOwnWording() {
        let groups = Dictionary(grouping: MessageTests.all, by: \.id)
        for (id, found) in groups where id != "err.usage" {
            #expect(Set(found.map(\.english)).count <= 3, "\(id)")
            #expect(id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "." || $0 == "-" }, "\(id)")
        }
    }

    @Test(arguments: all) func bothLanguagesSayTheSame(message: Found) {
        #expect(!message.english.isEmpty && !message.malay.isEmpty)
        // What is interpolated: a label in a language of its own counts as one.
        func facts(_ text: String) -> [String] {
            text.matches(of: #/\\\((.*?)\)/#).map { match in
                String(match.1).replacing(".malay", with: "").replacing(".english", with: "").replacing(".ms", with: "")
                    .replacing(".en", with: "")
            }.sorted()
        }
        #expect(facts(message.english).count == facts(message.malay).count, "\(message)")
        #expect(message.english != message.malay || message.english.contains("\\("), "\(message.id)")
    }
}
