import Testing

/// The notation of phrases, each with a text that it must find and one that it must not.
@Suite struct PhraseTests {
    @Test(arguments: [
        ("hilang kerja", "Dia hilang kerja", "Dia hilang sabar di tempat kerja"),
        ("hidup|keadaan daif", "dalam keadaan daif", "hidup senang"),
        ("hilang [satu-satunya] punca pendapatan", "hilang satu-satunya punca pendapatan", "hilang pendapatan"),
        ("hilang …2 pendapatan", "hilang semua punca pendapatan", "hilang arah, kawan dan punca pendapatan"),
        ("[meN|di]sewa[kan]", "mereka menyewa", "penyewa itu"),
        ("[meN]tanggung[nya]", "terpaksa menanggungnya", "bertanggungjawab"),
        ("(jatuh|ter[jatuh|hempas]) dari tingkat", "terhempas dari tingkat", "terbang dari tingkat"),
        ("burn[s|ed|t]", "He was burnt", "a burner"),
        ("upah {money -1500} sehari", "upah RM30 sehari", "upah RM3,000 sehari"),
        ("{age 21-59}", "Rokiah, 41, berkata", "bernombor 41 di sini"),
        ("{age 1-17}", "adiknya (9) berkata", "mengikut Seksyen 41(1), Akta itu"),
        ("<count> <kin>", "tiga anak", "tiga ekor"),
        ("ibu <count> anak", "ibu 5 anak", "ibu 50 anak"),
        ("AS", "kerajaan AS", "as soon as"),
        ("anak-anak kecil", "anak2 kecil", "anak besar"),
        ("tidak mampu", "kami xmampu", "kami mampu"),
        ("tak mampu", "kami tidak mampu", "kami mampu"),
    ])
    func aPhraseFindsWhatItMeans(phrase: String, hit: String, miss: String) throws {
        let lexicon = try lexicon(phrases: phrase, more: "negation: no")
        #expect(!found(hit, with: lexicon).isEmpty)
        #expect(found(miss, with: lexicon).isEmpty)
    }

    @Test func theWordsOfAPhraseStandInOneThought() throws {
        let lexicon = try lexicon(phrases: "hilang kerja")
        #expect(found("Dia hilang. Kerja menanti.", with: lexicon).isEmpty)
        #expect(found("Dia hilang, kerja terbengkalai", with: lexicon).isEmpty)
    }

    @Test func aGapDoesNotReachIntoTheNextSentence() throws {
        let lexicon = try lexicon(phrases: "hilang …4 pendapatan")
        #expect(found("Dia hilang. Punca pendapatan ada.", with: lexicon).isEmpty)
    }

    @Test(arguments: [
        ("[meN]pukul", "memukul"), ("[meN]tanggung", "menanggung"), ("[meN]kerja", "mengerja"),
        ("[meN]sara", "menyara"), ("[meN]bantu", "membantu"), ("[meN]cari", "mencari"), ("[meN]ambil", "mengambil"),
        ("[meN]rayu", "merayu"), ("[peN]derita", "penderita"),
    ])
    func theNasalAdaptsToTheRoot(phrase: String, word: String) throws {
        #expect(found(word, with: try lexicon(phrases: phrase)) == [word])
    }

    @Test(arguments: [
        ("hilang …9 kerja", "a gap is written …2, from 1 to 6 words"),
        ("…2 kerja", "a phrase cannot begin with a gap"),
        ("hilang …2", "a phrase cannot end with a gap"),
        ("(hilang kerja", "\"(\" is not closed"),
        ("hilang) kerja", "\")\" closes nothing"),
        ("<kim> maut", "there is no list <kim>; did you mean <kin>?"),
        ("{umur} tahun", "{umur} is none of {number}, {age}, {money}"),
        ("{number 9-2} tahun", "bounds are written {age 18-64}, {money -2000} or {number 3-}"),
        ("{number}", "a phrase needs a word besides its numbers"),
        ("!!", "\"!!\" holds no word"),
        ("a b c d e f g h i j k l m n o", "a phrase has at most 14 parts"),
        ("(a|b|c|d|e) (a|b|c|d|e) (a|b|c|d|e) (a|b|c|d|e) (a|b|c|d|e) (a|b|c|d|e)", "stands for more than 3000 forms"),
    ])
    func aPhraseThatCannotBeReadSaysWhy(phrase: String, reason: String) {
        let found = problems { try lexicon(phrases: phrase) }
        #expect(found.count == 1)
        #expect(found.first?.contains(reason) == true)
        #expect(found.first?.hasPrefix("test.yaml:13:") == true)
    }
}
