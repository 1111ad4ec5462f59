import Identifying
import Model
import Testing

/// Different events of one kind in one town and one week: each speaks of another person, road and circumstance, in the same
/// words of trade. All are invented.
@Suite struct LookAlikeTests {
    private struct Kind: Sendable {
        var name: String
        var texts: [String]
    }

    private static let kinds = [
        Kind(
            name: "crash",
            texts: [
                "seorang penunggang motosikal maut dirempuh lori di Jalan Satu",
                "pemandu van maut terbabas di Lebuh Dua",
                "pejalan kaki maut dilanggar bas di Jalan Tiga", "pembonceng maut bertembung teksi di Jalan Empat",
                "penghantar bungkusan maut dirempuh pacuan empat roda di Jalan Lima",
                "penunggang basikal maut digilis treler di Jalan Enam",
                "pemandu kereta maut rempuh pokok di Jalan Tujuh",
                "guru maut dilanggar kereta peronda di Jalan Lapan",
                "jururawat maut terbabas ke longkang di Jalan Sembilan",
                "nelayan maut dirempuh ambulans di Jalan Sepuluh",
            ]),
        Kind(
            name: "fire",
            texts: [
                "seorang warga emas maut rumah terbakar di Kampung Anggerik",
                "kedai runcit hangus dijilat api di Taman Bakawali",
                "dua beradik rentung dalam kebakaran di Kampung Cempaka", "stor getah terbakar di Kampung Dahlia",
                "surau usang musnah dalam kebakaran di Taman Embun", "gerai burger terbakar di Taman Flora",
                "asrama pekerja musnah terbakar di Kampung Gading", "rumah panjang hangus di Kampung Halia",
                "bengkel kereta terbakar di Taman Inai", "reban ayam terbakar di Kampung Jeruju",
            ]),
        Kind(
            name: "fall",
            texts: [
                "buruh maut jatuh perancah di Taman Satria", "juruteknik jatuh dari bumbung di Taman Bestari",
                "tukang cat terjatuh dari tangga di Kampung Melur", "pemanjat pokok petai terjatuh di Kampung Durian",
                "pengawal jatuh ke aci lif di Taman Kristal", "pekerja kuari jatuh ke lubang di Kampung Batuan",
                "tukang antena terjatuh dari menara di Taman Isyarat", "pelajar jatuh dari jejantas di Taman Ilmu",
                "pencuci cermin jatuh dari gondola di Taman Kaca", "pemetik kelapa terjatuh di Kampung Nyiur",
            ]),
        Kind(
            name: "drowning",
            texts: [
                "nelayan lemas bot karam di Kampung Muara", "pelajar lemas mandi di Kampung Lata",
                "buruh lemas dalam kolam di Taman Tasik", "bapa lemas selamatkan anak di Kampung Jeram",
                "pengail lemas terjatuh dari jambatan di Kampung Titi", "penyelam lemas di Kampung Terumbu",
                "warga emas lemas dalam parit di Kampung Terusan", "pendaki hanyut di Kampung Denai",
                "pemandu lemas kereta terjunam di Kampung Lombong", "remaja lemas dalam perigi di Kampung Telaga",
            ]),
    ]

    /// Forty articles: ten of each kind, told on two days of one week, each with its own name and age.
    private static let tellings: [Telling] = kinds.enumerated().flatMap { number, kind in
        kind.texts.enumerated().map { index, text in
            let name = victims[index] + " " + fathers[number]
            return Telling(
                "\(kind.name)-\(index)", day: index % 2, "\(text)",
                """
                KULIM: Dalam kejadian di sini, \(text), pagi tadi. Mangsa, \(name), \(21 + index * 4 + number), disahkan \
                meninggal dunia oleh pasukan perubatan. Ketua Polis Daerah Kulim berkata, siasatan diteruskan.
                """)
        }
    }

    private static let victims = [
        "Azrul Rekaan", "Salmah Contoh", "Lim Ah Rekaan", "Ramasamy Contoh", "Jabu Rekaan", "Rosnah Umpama",
        "Tan Mei Contoh",
        "Kumar Misalan", "Halimah Rekaan", "Bujang Contoh",
    ]

    private static let fathers = ["Satar", "Duman", "Tigor", "Belida"]

    @Test func lookAlikesOfOneTownAndWeekStayCasesOfTheirOwn() throws {
        let signatures = try Self.tellings.enumerated().map { try $0.element.signature($0.offset) }
        #expect(signatures.count == 40)
        for first in signatures.indices {
            for second in signatures.indices where second > first {
                let link = link(between: signatures[first], and: signatures[second])
                #expect(
                    link?.isSure != true,
                    "\(Self.tellings[first].title) / \(Self.tellings[second].title): \(link?.facts ?? [])")
            }
        }
    }
}
