import Reading
public import Text

/// `consumers.yaml`: who gets prospects, how, and what they may see.
public struct ConsumerFile: Hashable, Sendable {
    /// In the order of the file.
    public private(set) var consumers: [Consumer] = []

    /// - Throws: every problem of the file at once.
    public init(_ document: DocumentNode, file: String) throws(DocumentProblems) {
        var top = FieldReader(document, file: file, describing: "a file of consumers", known: ["consumers"])
        var problems: [DocumentProblem] = []
        var seen = Set<String>()
        for node in top.items("consumers", form: "- name:") {
            var reader = FieldReader(
                node, file: file, describing: "a consumer",
                known: [
                    "name", "url", "secret-file", "agencies", "records", "recipients", "certificate", "certificate-key",
                    "token-url", "client-file",
                ])
            if let consumer = ConsumerFile.consumer(&reader) {
                if seen.insert(consumer.name).inserted {
                    consumers.append(consumer)
                } else {
                    reader.report("consumer \(consumer.name) stands twice")
                }
            }
            problems += reader.problems
        }
        problems = top.problems + problems
        guard problems.isEmpty else { throw DocumentProblems(problems) }
    }

    /// How much of a record a consumer gets.
    private enum Records: String, CaseIterable {
        case full, thin
    }

    private static func consumer(_ reader: inout FieldReader) -> Consumer? {
        let name = reader.value("name", isRequired: true, expected: "1 to 64 of a-z 0-9 . _ -") {
            contractCode($0) == $0 ? $0 : nil
        }
        let address = reader.value(
            "url", expected: "an https address without user name, query and fragment (http only for this machine)",
            ConsumerFile.address)
        let secretFile = reader.text("secret-file")
        if address != nil, secretFile == nil { reader.report("a consumer with a url needs a \"secret-file\"") }
        let agencies = reader.texts("agencies")
        let records = reader.word("records", as: Records.self)
        if records == .full, agencies.isEmpty {
            reader.report("whole records go only to \"agencies\" that a record names; write them, such as [PERKESO]")
        }
        let recipients = reader.text("recipients")
        let certificate = reader.text("certificate")
        let key = reader.text("certificate-key")
        if (certificate == nil) != (key == nil) {
            reader.report("\"certificate\" and \"certificate-key\" belong together")
        }
        let tokens = reader.value(
            "token-url",
            expected: "an https address without user name, query and fragment (http only for this machine)",
            ConsumerFile.address)
        let client = reader.text("client-file")
        if (tokens == nil) != (client == nil) { reader.report("\"token-url\" and \"client-file\" belong together") }
        guard reader.problems.isEmpty, let name else { return nil }
        var consumer = Consumer(
            name: name, address: address, secretFile: secretFile, agencies: agencies, isFull: records == .full,
            recipients: recipients, certificate: certificate, certificateKey: key)
        (consumer.tokenAddress, consumer.clientFile) = (tokens, client)
        return consumer
    }

    /// Plain http only to this machine: everybody on the way could read it.
    private static func address(_ text: String) -> WebURL? {
        guard let url = WebURL(text), !url.hasCredentials, url.query == nil, url.fragment == nil else { return nil }
        let isHere = ["127.0.0.1", "[::1]", "localhost"].contains(url.host)
        return url.scheme == .https || isHere ? url : nil
    }
}
