import Foundation
import LoopbackServer

/// A paper of our own: a page that declares a feed, the feed, and whatever a test puts beside them.
func startPaper(_ more: [String: String] = [:]) throws -> LoopbackServer {
    let documents = [
        "/": """
        <html lang="ms"><head><title>Utama | Sinaran Ujian</title><link rel="alternate" type="application/rss+xml"
        href="/suapan"><link rel="alternate" type="application/rss+xml" title="Comments" href="/ulasan"></head></html>
        """,
        "/suapan": """
        <rss version="2.0"><channel><title>Sinaran Ujian \u{202E}</title><item><title>Ibu tunggal dan tiga anak hilang
        tempat tinggal selepas rumah mereka terbakar malam tadi</title><link>/berita/1</link>
        <pubDate>Fri, 20 Nov 2026 08:00:00 +0800</pubDate></item><item><title>Nelayan lumpuh tidak lagi mampu bekerja dan
        perlukan bantuan untuk anaknya</title><link>/berita/2</link></item></channel></rss>
        """,
        "/ulasan": "<rss version='2.0'><channel><title>x</title><item><title>setuju</title></item></channel></rss>",
    ].merging(more) { $1 }
    return try LoopbackServer { request in
        guard let text = documents[request.path] else { return .text("tiada", status: 404) }
        return .text(text, type: text.hasPrefix("<html") ? "text/html" : "application/xml")
    }
}

let ours = """
    # Ours.
    sources:
      - id: harian-rekaan
        outlet: Harian Rekaan # a remark
        kind: feed
        url: https://harian-rekaan.example/rss
        enabled: yes

      # The other.
      - id: warta-contoh
        outlet: Warta Contoh
        kind: page
        url: https://warta-contoh.example/

    """

extension Machine {
    private static let feeds = "config/pantau/Feeds/"

    /// A machine with a file of two sources, on which `server` may be asked without rests.
    convenience init(with server: LoopbackServer? = nil, sources: String = ours) throws {
        try self.init()
        let hosts = server.map { "\"\($0.authority)\"" } ?? ""
        try write("crawl:\n  gap: 0s\n  allow-hosts: [\(hosts)]\n", to: "config/pantau/config.yaml")
        try write(sources, to: Self.feeds + "ours.yaml")
    }

    func feeds(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path(Self.feeds + name))), as: UTF8.self)
    }

    var feedNames: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path(Self.feeds)).sorted() }
    }
}
