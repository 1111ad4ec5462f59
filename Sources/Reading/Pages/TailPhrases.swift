import Text

/// The set phrases around an article that its mark-up does not set apart: "Baca juga: …", "Sign up for our newsletter".
///
/// In lower case, in Malay, Indonesian, English or Chinese, gathered from the templates of outlets. A beginning that a sentence
/// of a story could have ("Copyright law …", "Iklan pekerjaan palsu …") is not here.
enum TailPhrases {
    /// Whether a short line leads a list of other articles. What follows is no longer the article.
    static func isListHeading(_ text: String) -> Bool {
        guard text.utf8.count <= 45, let last = text.last, !".?!".contains(last) else { return false }
        let line = text.lowercased()
        return listHeadings.contains(line.hasSuffix(":") ? String(line.dropLast()) : line)
            || begins(line, listBeginnings)
    }

    /// Whether a line speaks of the outlet or of another article, not of the story.
    static func isAside(_ text: String) -> Bool {
        guard text.utf8.count <= 250 else { return false }
        let line = text.lowercased()
        return lines.contains(line) || begins(line, beginnings)
    }

    /// Whether a line is the agency's name below its story: "-- AGENSI CONTOH".
    static func isSignature(_ text: String) -> Bool {
        guard text.utf8.count <= 45, let dash = ["--", "—", "–"].first(where: { text.hasPrefix($0) }) else {
            return false
        }
        let name = text.dropFirst(dash.count).drop { $0 == " " || $0 == "-" }
        // Readers who are quoted sign so too, but in small letters.
        return name.contains { $0.isUppercase } && !name.contains { $0.isLowercase || ".?!,:*".contains($0) }
    }

    private static let listHeadings = whole(
        """
        related|recommended|trending|comments|tags|tag|topics|terkini|berita terkini|popular|latest|latest news|top stories
        most read|most popular|up next|read next|see also|explore further|further reading|more|komen|komentar|kongsi artikel
        延伸阅读|延伸閱讀|相关新闻|相關新聞|相关报道|相關報道|热门新闻|推荐阅读|更多新闻
        """)

    private static let listBeginnings = byFirstByte(
        """
        baca juga|baca lagi|berita berkaitan|berita terkait|berita lain|artikel berkaitan|artikel terkait|artikel lain
        lagi berita|lihat juga|anda mungkin|cerita berkaitan|topik berkaitan|pilihan editor|komen anda|tinggalkan komen
        read also|also read|related stor|related article|related news|related post|related topic|related read|related video
        more from|more great|more stories|more news|more on|more in|more like this|you may also|you might also
        recommended for|what to read|next article|previous article|leave a comment|leave a reply|add comment|filed under
        about the author|don't miss|editor's picks|most read|most popular|trending now
        """)

    private static let lines = whole(
        """
        advert|advertisement|iklan|sponsored|subscribe|sign in|log in|log masuk|read more|baca selanjutnya|share|kongsi
        print|email|back to gallery|back to top|play video|load more|show more|view comments|follow us
        """)

    private static let beginnings = byFirstByte(
        """
        baca juga|baca lagi:|baca:|baca selanjutnya|lihat juga|ikuti kami|ikuti saluran|ikuti perkembangan|langgan sekarang
        langgan surat|langgan untuk|dapatkan berita|muat turun aplikasi|sertai saluran|sertai kami|klik di sini
        artikel ini disiarkan|artikel ini diterbitkan|berita ini disiarkan|berita ini diterbitkan|jom sertai|jangan lupa ikuti
        ikuti berita|sertai grup|langgani|dapatkan perkembangan|muat turun apl|simak berita|cek berita|baca berita|nak baca lagi
        join our telegram|join our whatsapp|follow our
        untuk berita lanjut|hak cipta terpelihara|© |teruskan membaca|simak juga|baca artikel
        read also|also read|read more:|read:|see also:|related:|more:|watch:|listen:|subscribe to|subscribe now|subscribe for
        sign up for|sign up to|sign up now|click here|follow us|follow me on|follow him on|follow her on|like us on|join us on
        get the latest|get our newsletter|download the app|download our|like this story|share this article|share this story
        share it with|have a tip?|want more stories|copyright ©|copyright (c)|copyright 20|all rights reserved
        this document is subject to copyright|continue reading|story continues below|article continues|this slideshow requires
        please enable|your email address|enter your email|support our journalism|tell us what you|view comments|show comments
        post a comment|[button|photo:|image:|image credit|citation:|stay up to date|stay informed
        this article originally appeared
        """)

    private static func begins(_ line: String, _ table: [UInt8: [String]]) -> Bool {
        guard let first = line.utf8.first else { return false }
        return (table[first] ?? []).contains { line.hasPrefix($0) }
    }

    private static func phrases(_ text: String) -> [String] { text.split { $0 == "|" || $0 == "\n" }.map(String.init) }

    private static func whole(_ text: String) -> Set<String> { Set(phrases(text)) }

    private static func byFirstByte(_ text: String) -> [UInt8: [String]] {
        Dictionary(grouping: phrases(text)) { $0.utf8.first ?? 0 }
    }
}
