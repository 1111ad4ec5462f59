import Foundation
import Identifying
import Model
import Reading
import Text

/// The readers of foreign bytes, each with what must hold for any input beyond not crashing.
enum Reader: String, CaseIterable {
    case charset, date, feed, html, json, people, robots, sitemap, text, url

    private static let now = Instant(seconds: 1_725_000_000)

    func read(_ bytes: [UInt8]) {
        switch self {
        case .charset: readCharset(bytes)
        case .date: readDates(bytes)
        case .feed:
            _ = try? readFeed(bytes, from: "https://berita.example/rss", headers: [], zone: 480, now: Reader.now)
        case .html: readHTML(bytes)
        case .json: readJSON(bytes)
        case .people: identifyPeople(String(decoding: bytes, as: UTF8.self))
        case .robots: readRobots(bytes)
        case .sitemap: _ = try? readSitemap(bytes, from: "https://berita.example/sitemap.xml", now: Reader.now)
        case .text: readText(String(decoding: bytes, as: UTF8.self))
        case .url: readURL(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// The first byte chooses a label, so that every decoder is reached; the rest is the document.
    private func readCharset(_ bytes: [UInt8]) {
        let labels = [
            nil, "big5", "euc-jp", "euc-kr", "gb18030", "iso-2022-jp", "shift_jis", "utf-16le", "utf-16be", "utf-32",
            "windows-1252", "windows-1255", "koi8-u",
        ]
        let label = labels[Int(bytes.first ?? 0) % labels.count]
        let document = Array(bytes.dropFirst())
        for kind in [DocumentKind.html, .xml, .text] {
            guard
                let text = try? decodedText(document, kind: kind, contentType: label.map { "text/html; charset=\($0)" })
            else { continue }
            precondition(String(validating: text.utf8, as: UTF8.self) != nil, "what is handed on is valid UTF-8")
        }
    }

    private func readDates(_ bytes: [UInt8]) {
        guard let date = readDate(String(decoding: bytes, as: UTF8.self), now: Reader.now) else { return }
        let again = readDate(date.iso, now: Reader.now)
        precondition(again?.iso == date.iso, "what we write is what we read: \(date.iso)")
    }

    private func readHTML(_ bytes: [UInt8]) {
        _ = try? readPage(bytes, url: WebURL("https://berita.example/kes/1"), now: Reader.now)
    }

    /// The tables of the project, read once.
    private static let gazetteer: Gazetteer = {
        let folder = "../Lexicons"
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            return try Gazetteer(
                files: names.filter { !$0.hasSuffix(".yaml") && $0 != "rules" }.map { name in
                    (path: name, text: try String(contentsOfFile: folder + "/" + name, encoding: .utf8))
                })
        } catch {
            preconditionFailure("start it in the folder Fuzz, beside Lexicons: \(error)")
        }
    }()

    /// The first line is the title.
    private func identifyPeople(_ article: String) {
        let parts = article.nfc.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let (title, text) = (maskIdentifiers(in: String(parts[0])), maskIdentifiers(in: String(parts.last ?? "")))
        for masked in [title.text, text.text] {
            precondition(maskIdentifiers(in: masked).text == masked, "masking once is enough: \(masked)")
        }
        let found = identify(title: title.text, text: text.text, published: Reader.now, using: Reader.gazetteer)
        precondition(found.persons.allSatisfy { $0.age.map { (0...130).contains($0.years) } ?? true }, "an age is one")
    }

    private func readJSON(_ bytes: [UInt8]) {
        guard let value = try? JSONValue(parsing: bytes) else { return }
        precondition((try? JSONValue(parsing: value.text.utf8)) == value, "what we write is what we read")
    }

    private func readRobots(_ bytes: [UInt8]) {
        let rules = RobotsRules(parsing: bytes)
        let target = String(decoding: bytes.suffix(64), as: UTF8.self)
        let permission = rules.permission(for: "Pantau", to: target)
        precondition(permission.isAllowed || permission.rule != nil, "only a rule forbids")
    }

    private func readText(_ text: String) {
        let guess = Language.guess(of: text)
        precondition((0...1).contains(guess.confidence), "a confidence: \(guess.confidence)")
        // A reference that was encoded twice is undone once, so what it was may be one still.
        let plain = String(text.unicodeScalars.filter { $0 != "&" })
        let clean = plain.cleanedParagraphs(limit: 200)
        precondition(clean.count <= 200, "a limit is one")
        precondition(
            clean.unicodeScalars.elementsEqual(clean.nfc.unicodeScalars), "NFC: \(Array(clean.unicodeScalars))")
        let again = clean.cleanedParagraphs(limit: 200)
        precondition(again.unicodeScalars.elementsEqual(clean.unicodeScalars), "once: \(Array(clean.unicodeScalars))")
    }

    private func readURL(_ text: String) {
        let base = WebURL("https://berita.example/edisi/kedah?x=1")
        _ = canonicalReference(text, base: base)
        guard let url = WebURL(text, base: base) else { return }
        precondition(WebURL(url.href) == url, "an address is read as it is written: \(url.href)")
        let canonical = url.canonical()
        precondition(canonical.canonical() == canonical, "cleaning once is enough: \(canonical.href)")
        let identity = url.identity()
        precondition(WebURL(identity)?.identity() == identity, "an identity is its own: \(identity)")
        _ = (url.storyKey, url.registrableSite)
    }
}
