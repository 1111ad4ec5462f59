import Text

/// The set phrases around an article that its mark-up does not set apart: "Baca juga: …", "Sign up for our newsletter".
///
/// Each is the beginning of a line, in lower case, in Malay, Indonesian, English or Chinese. They were gathered from the
/// templates of outlets; a phrase that a sentence of an article could begin with is left out, or asks for a colon or a link.
enum TailPhrases {
    /// A short line that begins so leads a list of other articles. What follows is no longer the article.
    private static let listHeadings = beginnings(
        """
        baca juga|baca lagi|baca selanjutnya|berita berkaitan|berita terkait|berita lain|berita lanjut|artikel berkaitan
        artikel terkait|artikel lain|lagi berita|lihat juga|anda mungkin|mungkin anda|cerita berkaitan|topik berkaitan
        artikel popular|berita popular|pilihan editor|terkini|komen anda|tinggalkan komen|kongsi artikel
        read also|also read|read more|read next|read this next|related|more from|more great|more stories|more news|more on
        more in|more like this|you may also|you might also|recommended|see also|further reading|explore further|most read
        most popular|trending|what to read|next article|previous article|leave a comment|leave a reply|comments|add comment
        tags|topics|filed under|about the author|up next|don't miss|editor's picks|latest news|top stories
        延伸阅读|延伸閱讀|相关新闻|相關新聞|相关报道|相關報道|热门新闻|推荐阅读|更多新闻
        """)

    /// A line that begins so speaks of the outlet, not of the story.
    private static let asides = beginnings(
        """
        baca juga|baca lagi:|baca:|baca selanjutnya|lihat juga|ikuti kami|ikuti saluran|ikuti perkembangan|langgan|dapatkan berita
        muat turun aplikasi|sertai saluran|sertai kami|klik di sini|untuk berita lanjut|hak cipta|© |iklan|teruskan membaca
        read also|also read|read more|read:|read next|see also:|related:|more:|watch:|listen:|subscribe|sign up|sign in|log in
        click here|follow us|follow the|follow me on|follow him on|follow her on|like us on|join us on|join our|get the latest
        get our|download the|download our|like this story|share this|share it|have a tip|want more stories|copyright|(c) 20
        all rights reserved|this document is subject to copyright|advertisement|advert|sponsored|continue reading
        story continues below|this slideshow requires|please enable|your email address|enter your email|support our|back to gallery
        tell us what you|view comments|show comments|post a comment|print this|email this|[button|photo:|image:|image credit
        citation:|keep up with|stay up to date|stay informed|this article is part of|this article originally appeared
        """)

    static func isListHeading(_ text: String) -> Bool {
        text.utf8.count <= 45 && !".?!".contains(text.last ?? ".") && begins(text, listHeadings)
    }

    static func isAside(_ text: String) -> Bool { text.utf8.count <= 250 && begins(text, asides) }

    private static func begins(_ text: String, _ table: [UInt8: [String]]) -> Bool {
        let line = text.lowercased()
        guard let first = line.utf8.first else { return false }
        return (table[first] ?? []).contains { line.hasPrefix($0) }
    }

    private static func beginnings(_ phrases: String) -> [UInt8: [String]] {
        let all = phrases.split { $0 == "|" || $0 == "\n" }.map(String.init)
        return Dictionary(grouping: all) { $0.utf8.first ?? 0 }
    }
}
