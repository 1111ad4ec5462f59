import Model
import Scheduling

extension Note {
    /// What an operator should know of a source, in words that every person understands.
    func text(in language: ScreenLanguage) -> String {
        language.phrase(texts.0, texts.1)
    }

    private var texts: (String, String) {
        switch self {
        case .beganToFail(let cause):
            ("has begun to fail: \(cause.text(in: .english))", "mula gagal: \(cause.text(in: .malay))")
        case .recovered(let kind):
            ("is well again (was \(kind.rawValue))", "pulih semula (sebelum ini \(kind.rawValue))")
        case .fellAsleep: ("asleep: probed once a week from now on", "tidur: dicuba seminggu sekali mulai sekarang")
        case .needsAccess: ("needs access: somebody has to ask the outlet", "perlu akses: minta daripada penerbit")
        case .challenged:
            (
                "blocked by a challenge page; try its sitemap or ask",
                "disekat halaman cabaran; cuba peta laman atau minta"
            )
        case .deniedByRobots: ("robots.txt says no", "dilarang oleh robots.txt")
        case .goneForGood:
            ("gone (410 on three days); find its new address", "tiada lagi (410 tiga hari); cari alamat baharu")
        case .withheld: ("withheld for legal reasons (451)", "ditahan atas sebab undang-undang (451)")
        case .silent(let since, let expected):
            (
                "silent since \(since.rfc3339()), \(Int(expected)) items were expected",
                "senyap sejak \(since.rfc3339()), \(Int(expected)) berita dijangka"
            )
        case .unusualDay(let surprise):
            (
                "an unusual day: \(surprise.count) items, \(Int(surprise.expected)) expected",
                "hari luar biasa: \(surprise.count) berita, \(Int(surprise.expected)) dijangka"
            )
        case .gap(let new):
            (
                "none of its \(new) items was known: some may have been missed",
                "\(new) berita semuanya baharu: mungkin ada tertinggal"
            )
        case .moved(let address): ("moved for good to \(address)", "berpindah terus ke \(address)")
        case .moveGivenUp(let address):
            (
                "not found at its new address \(address): the address of its file is asked again",
                "tiada di alamat baharu \(address): alamat dalam fail dicuba semula"
            )
        case .falseUnchanged:
            (
                "said \"not changed\" when it was; not believed for 30 days",
                "kata \"tidak berubah\" sedangkan berubah; tidak dipercayai 30 hari"
            )
        case .hostBlocked(let until):
            ("asked for quiet until \(until.rfc3339())", "minta berhenti hingga \(until.rfc3339())")
        case .hostMissing: ("its host name is not known any more", "nama hosnya tidak dikenali lagi")
        }
    }
}
