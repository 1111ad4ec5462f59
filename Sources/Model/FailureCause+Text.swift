extension FailureCause {
    /// A stable word for logs and scripts, without any text of the page.
    public var code: String {
        switch self {
        case .dnsNotFound: "dns-not-found"
        case .dnsTemporary: "dns-temporary"
        case .connect: "connect"
        case .tls: "tls"
        case .timeout: "timeout"
        case .status(let status): "http-\(status)"
        case .tooLarge: "too-large"
        case .headersTooLarge: "headers-too-large"
        case .empty: "empty"
        case .truncated: "truncated"
        case .badEncoding: "bad-encoding"
        case .protocolError: "protocol"
        case .tooManyRedirects: "too-many-redirects"
        case .badRedirect: "bad-redirect"
        case .refusedAddress: "refused-address"
        case .refusedScheme: "refused-scheme"
        case .invalidURL: "invalid-url"
        case .robotsUnreachable: "robots-unreachable"
        case .notAFeed: "not-a-feed"
        case .unreadable: "unreadable"
        case .noLinks: "no-links"
        case .cancelled: "cancelled"
        }
    }

    /// What happened, as the second half of a sentence: "example.com: timed out (total)".
    public func text(in language: ScreenLanguage) -> String {
        language.phrase(texts.0, texts.1)
    }

    private var texts: (String, String) {
        switch self {
        case .dnsNotFound: ("the name is not known (DNS)", "nama tidak dikenali (DNS)")
        case .dnsTemporary: ("the name could not be looked up (DNS)", "nama tidak dapat dicari (DNS)")
        case .connect(let why): ("cannot connect: \(why)", "tidak dapat bersambung: \(why)")
        case .tls(let why): ("the certificate or TLS is not right: \(why)", "sijil atau TLS tidak betul: \(why)")
        case .timeout(let which): ("timed out (\(which))", "tamat masa (\(which))")
        case .status(let status): ("HTTP \(status)", "HTTP \(status)")
        case .tooLarge(let limit):
            ("too large: over \(limit) bytes after decompression", "terlalu besar: melebihi \(limit) bait")
        case .headersTooLarge(let limit): ("headers over \(limit) bytes", "pengepala melebihi \(limit) bait")
        case .empty: ("the answer is empty", "jawapan kosong")
        case .truncated: ("closed before the end", "ditutup sebelum tamat")
        case .badEncoding(let why): ("the encoding is not right: \(why)", "pengekodan tidak betul: \(why)")
        case .protocolError(let why): ("not proper HTTP: \(why)", "bukan HTTP yang betul: \(why)")
        case .tooManyRedirects(let limit): ("more than \(limit) redirects", "lebih \(limit) ubah hala")
        case .badRedirect: ("a redirect that leads nowhere", "ubah hala tanpa alamat yang sah")
        case .refusedAddress(let address):
            (
                "refused: \(address) is not a public address; --allow-host opens one host:port",
                "ditolak: \(address) bukan alamat awam; --allow-host membuka satu hos:port"
            )
        case .refusedScheme(let scheme):
            ("refused: only http and https, not \(scheme)", "ditolak: hanya http dan https, bukan \(scheme)")
        case .invalidURL: ("not a proper address", "alamat tidak sah")
        case .robotsUnreachable:
            ("robots.txt does not answer, which forbids", "robots.txt tidak menjawab, jadi dilarang")
        case .notAFeed(let what): ("not a feed but \(what)", "bukan suapan tetapi \(what)")
        case .unreadable(let why): ("cannot be read: \(why)", "tidak dapat dibaca: \(why)")
        case .noLinks(hadSome: true):
            (
                "no links to articles any more: the page was rebuilt; mend its `links:` and try `pantau source test`",
                "tiada lagi pautan berita: halaman telah diubah; betulkan `links:` dan cuba `pantau source test`"
            )
        case .noLinks(hadSome: false):
            (
                "no links to articles were found; try another `links:`, or a feed of the site",
                "tiada pautan berita ditemui; cuba `links:` lain, atau suapan laman itu"
            )
        case .cancelled: ("stopped", "dihentikan")
        }
    }
}

extension FailureCause: Error {}
