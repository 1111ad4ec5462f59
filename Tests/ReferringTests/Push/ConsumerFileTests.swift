import Documents
import Testing
import Text

@testable import Referring

@Suite struct ConsumerFileTests {
    private func read(_ yaml: String) throws -> [Consumer] {
        try ConsumerFile(try readYAML(yaml, file: "consumers.yaml"), file: "consumers.yaml").consumers
    }

    @Test func aConsumerIsReadWithAllThatItHas() throws {
        let consumer = try #require(
            try read(
                """
                consumers:
                  - name: jkm-contoh
                    url: https://rujukan.example/pantau
                    secret-file: /etc/pantau/jkm.secret
                    agencies: [JKM]
                    records: full
                    recipients: /etc/pantau/jkm.age
                    certificate: /etc/pantau/cert.pem
                    certificate-key: /etc/pantau/key.pem
                """
            ).first)
        #expect(consumer.address.map { "\($0)" } == "https://rujukan.example/pantau")
        #expect(consumer.isFull && consumer.agencies == ["JKM"] && consumer.recipients == "/etc/pantau/jkm.age")
        #expect(consumer.mayHaveWhole(shareWith: ["PERKESO", "JKM"]))
        #expect(!consumer.mayHaveWhole(shareWith: ["PERKESO"]))
    }

    @Test func whoSaysNothingOfRecordsGetsThinOnes() throws {
        #expect(try read("consumers: [{name: a}]").first?.isFull == false)
    }

    @Test(arguments: [
        "consumers: [{name: A}]", "consumers: [{}]", "consumers: [{name: a}, {name: a}]", "consumers: {}",
        "consumers: [{name: a, url: 'http://rujukan.example/', secret-file: x}]",
        "consumers: [{name: a, url: 'https://u:p@rujukan.example/', secret-file: x}]",
        "consumers: [{name: a, url: 'https://rujukan.example/?k=1', secret-file: x}]",
        "consumers: [{name: a, url: 'https://rujukan.example/'}]", "consumers: [{name: a, records: full}]",
        "consumers: [{name: a, certificate: x}]", "consumers: [{name: a, secret: whsec_x}]",
    ])
    func whatWouldLeakOrCannotBeIsRefused(yaml: String) {
        #expect(throws: DocumentProblems.self) { try read(yaml) }
    }
}
