import Model
import Testing
import Text

@testable import Referring

/// A text that somebody told: no page, and under the contract all the same (1.1).
@Suite struct ToldTests {
    private let text = """
        Jiran memaklumkan Siti Rekaan binti Contoh, 31, tidak mampu bekerja selepas jatuh. Telefon ***-*** **89.
        """

    private func lead(outlet: String, finder: String = "aminah") throws -> Lead {
        var article = Invented.article(title: "Panggilan jiran", text: text)
        let name = Article.toldAddress + String(repeating: "0", count: 32)
        (article.url, article.canonicalURL, article.outlet) = (name, name, outlet)
        article.provenance = .init(
            status: 0, contentType: nil, etag: nil, rawSHA256: String(repeating: "0f", count: 32), rawBytes: 90)
        let rules = [
            Invented.rule("ms.work.unable", .invalidity, 60, [Invented.evidence("tidak mampu bekerja", in: text)])
        ]
        var lead = Invented.lead(articles: [article], score: Invented.score(rules), persons: [], place: nil)
        lead.handling.foundBy = Actor(finder)
        return lead
    }

    @Test func aToldLeadHasARecordThatSaysSo() throws {
        let lead = try lead(outlet: "Radio Rekaan")
        let record = try ReferringTests.record(lead)
        expectConsistent(record, lead)
        #expect(try ContractSchema("prospect.schema.json").problems(of: record) == [])
        #expect(try ContractSchema("prospect.open.schema.json").problems(of: record) == [])
        #expect(record["schema_version"]?.string == "1.1.0")
        let article = try #require(record["articles"]?[0])
        #expect(article["url"] == article["canonical_url"] && article["http"] == nil && article["raw"] == nil)
        #expect(article["publisher"] == ["name": "Radio Rekaan", "domain": ""])
        #expect(ProspectEvent.schema(of: record) == "urn:pantau:schema:prospect:1.1")
        #expect(record["evidence"]?[0]?["quote"]?["exact"]?.string == "tidak mampu bekerja")
    }

    /// The name under which it is kept is made of the words before numbers were masked.
    @Test func nobodyCanTryOutAMaskedNumberByTheNameOfTheText() throws {
        let lead = try lead(outlet: "Radio Rekaan")
        let name = try ReferringTests.record(lead)["articles"]?[0]?["url"]?.string
        #expect(name != lead.articles[0].article.url && name?.hasPrefix(Article.toldAddress) == true)
        #expect(name == (try ReferringTests.record(lead)["articles"]?[0]?["url"]?.string))
    }

    @Test func whoTookTheCallIsNotNamed() throws {
        let record = try ReferringTests.record(lead(outlet: "aminah"))
        #expect(!record.text.contains("aminah"))
        #expect(record["articles"]?[0]?["publisher"]?["name"]?.string == "Skuad PERKESO Prihatin")
    }

    @Test func aPageBesideItKeepsItsAddressAndTheRecordIsOfTheLaterVersion() throws {
        var lead = try lead(outlet: "Radio Rekaan")
        lead.articles += Invented.lead().articles
        let record = try ReferringTests.record(lead)
        #expect(record["schema_version"]?.string == "1.1.0" && record["articles"]?.items?.count == 2)
        #expect(try ContractSchema("prospect.schema.json").problems(of: record) == [])
        #expect(try ReferringTests.record()["schema_version"]?.string == "1.0.0")
    }

    @Test(arguments: ["1.0.0", "1.0.9", "1.1.0", "1.12.3"])
    func theSchemaIsNamedByItsMinorVersionWhereThatMatters(version: String) {
        let minor = version.split(separator: ".")[1]
        let expected = "urn:pantau:schema:prospect:1" + (minor == "0" ? "" : ".\(minor)")
        #expect(ProspectEvent.schema(of: ["schema_version": .string(version)]) == expected)
    }
}
