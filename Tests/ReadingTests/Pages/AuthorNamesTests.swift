import Testing

@testable import Reading

struct AuthorNamesTests {
    @Test(arguments: [
        ("Oleh Aminah Rekaan dan Tan Rekaan", ["Aminah Rekaan", "Tan Rekaan"]),
        ("By AMINAH REKAAN, LIM CONTOH and DEVI REKAAN", ["AMINAH REKAAN", "LIM CONTOH", "DEVI REKAAN"]),
        ("Analysis by Daniel Contoh, Harian Rekaan Editor-at-large", ["Daniel Contoh"]),
        ("Aminah Rekaan (Kuala Contoh)", ["Aminah Rekaan"]), ("Aminah Rekaan aminah@rekaan.example", ["Aminah Rekaan"]),
        ("Aminah Rekaan | aminah@rekaan.example", ["Aminah Rekaan"]), ("By Aminah Rekaan on Monday", ["Aminah Rekaan"]),
        ("Aminah Rekaan @aminah", ["Aminah Rekaan"]),
        ("Laporan: Kamal Rekaan & Siti Contoh", ["Kamal Rekaan", "Siti Contoh"]),
        ("Aminah Rekaan 5 Mac 2031", ["Aminah Rekaan"]), ("Daniel Contoh, Jr.", ["Daniel Contoh Jr."]),
        ("Aminah Rekaan, Harian Rekaan", ["Aminah Rekaan"]), ("Aminah Rekaan, Wartawan", ["Aminah Rekaan"]),
        ("Von Anna Contoh, Berlin", ["Anna Contoh"]), ("记者：林虚构、黄虚构", ["林虚构", "黄虚构"]),
        ("Dilaporkan oleh Kamal Rekaan", ["Kamal Rekaan"]),
        ("Siti Nur Contoh binti Rekaan", ["Siti Nur Contoh binti Rekaan"]),
        ("Aminah Rekaan / AKR / Updated: Mar 5, 2031, 09:12 IST", ["Aminah Rekaan"]),
        ("Aminah Rekaan, Wednesday 5 March 2031", ["Aminah Rekaan"]),
        ("Reporter: Aminah Rekaan | Editor: Devi Contoh", ["Aminah Rekaan"]),
        ("Story by Aminah Rekaan; photos by Devi Contoh", ["Aminah Rekaan"]), ("Editor: Devi Contoh", ["Devi Contoh"]),
        ("By AMINAH REKAAN Associated Press", ["AMINAH REKAAN"]),
        ("By Aminah Rekaan, Associated Press", ["Aminah Rekaan"]), ("Reuters", ["Reuters"]),
        ("JANE CONTOH Senior Staff Writer and JOHN REKAAN", ["JANE CONTOH", "JOHN REKAAN"]),
        ("Steve Contoh, AR National Political Writer", ["Steve Contoh"]),
        ("Penulis : Aminah Rekaan", ["Aminah Rekaan"]),
        ("di Mario Contoh", ["Mario Contoh"]), ("Di Contoh", ["Di Contoh"]),
        ("Penulis Aminah Rekaan", ["Aminah Rekaan"]),
        ("facebook.com/aminah.rekaan", []), ("Updated: Mar 5, 2031", []), ("March 5", []),
        ("April Contoh", ["April Contoh"]),
        ("admin", []), ("Staff Reporter", []), ("https://rekaan.example/penulis/aminah", []), ("", []), ("by", []),
        ("5 minutes", []), ("a@b.example", []), ("@rekaan", []), ("-", []), ("Oleh: ", []), ("null", []),
    ])
    func namesAreTakenOutOfBylines(text: String, names: [String]) {
        let outlet = PageTitle.letters("Harian Rekaan")
        #expect(AuthorNames.people(in: [text], outlets: [outlet]) == names)
    }

    @Test func aNameThatIsGivenTwiceIsOne() {
        #expect(AuthorNames.people(in: ["Aminah Rekaan", "By Aminah Rekaan"], outlets: []) == ["Aminah Rekaan"])
    }

    @Test(arguments: [
        ("By Staff Reports", "Staff Reports"), ("Redaksi", "Redaksi"), ("Oleh: Meja Berita", "Meja Berita"),
        ("admin", nil),
        ("by", nil), ("", nil), ("Aminah Rekaan", nil), ("null", nil), ("News/Desk.html", nil),
    ])
    func aNewsroomIsToldFromAnAccount(text: String, name: String?) {
        #expect(AuthorNames.newsroom(in: [text]) == name)
    }

    @Test(arguments: [
        ("By", true), ("Oleh:", true), ("Written by", true), ("", false), ("By Aminah", false), ("Bye", false),
    ])
    func aLabelAloneIsKnown(text: String, isLabel: Bool) {
        #expect(AuthorNames.isLabel(text) == isLabel)
    }

    @Test(arguments: [
        ("2031-03-05 18:30 来源：虚构网 作者：黄虚构 编辑：李", "黄虚构"), ("作者：", nil), ("by nobody", nil),
    ])
    func aLabelWithinALineNamesTheAuthor(line: String, name: String?) {
        #expect(AuthorNames.labelled(in: line) == name)
    }
}
