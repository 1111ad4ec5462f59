import Model
import Testing
import Text

struct LanguageDetectorTests {
    @Test(arguments: [
        (
            """
            Seorang ibu tunggal yang menghidap strok memerlukan bantuan kerana tidak lagi mampu bekerja dan menyara empat
            anaknya yang masih bersekolah di kampung itu.
            """, Language.malay
        ),
        ("tlg la, mak sy dah takde duit nak beli susu adik, bapak pun kena buang keja", .malay),
        (
            """
            Seorang ibu yang menderita stroke membutuhkan bantuan karena tidak bisa bekerja lagi, kata warga kabupaten itu.
            Petugas dinas sosial sudah datang ke rumahnya hari Jumat lalu.
            """, .indonesian
        ),
        (
            """
            A lorry driver was killed when his vehicle skidded and crashed into a tree, and his widow says that she has not
            been told about the benefits she could claim.
            """, .english
        ),
        ("一名47岁园丁昨早在公园工作时，不幸被掉落的树枝压中头部，当场身亡，遗下妻子和四名孩子。", .chinese),
        ("தோட்டத் தொழிலாளி ஒருவர் வேலை செய்யும் போது மரக்கிளை விழுந்து உயிரிழந்தார் என்று போலீசார் தெரிவித்தனர்.", .tamil),
        ("公園で働いていた男性が、落ちてきた枝に当たって亡くなりました。家族が残されています。", .other),
        ("Мужчина погиб на работе, когда на него упала ветка дерева в парке города.", .other),
        ("El hombre murió cuando una rama cayó sobre él mientras trabajaba en el parque de la ciudad.", .other),
        ("Người đàn ông đã chết khi đang làm việc trong công viên của thành phố vào sáng hôm qua.", .other),
    ])
    func languagesAreTold(text: String, language: Language) {
        let guess = Language.guess(of: text)
        #expect(guess.language == language)
        #expect(guess.confidence > 0.4)
    }

    @Test(arguments: ["", "   ", "12345 678", "!!! ???", "😀😀"])
    func nothingTellsNothing(text: String) {
        #expect(Language.guess(of: text) == LanguageGuess(.other, confidence: 0))
    }

    @Test func oneIndonesianNameDoesNotMakeAMalayTextIndonesian() {
        let text = """
            Pasukan itu akan berlepas ke Jakarta pada hari Sabtu untuk perlawanan yang dijangka sengit dan mereka sudah lama
            menunggu peluang ini, manakala jurulatih kata semua pemain dalam keadaan baik serta bersedia di sana nanti.
            """
        #expect(Language.guess(of: text).language == .malay)
    }

    @Test func aShortLineIsLessSureThanALongOne() {
        let short = Language.guess(of: "Rumah terbakar").confidence
        let long = Language.guess(
            of: "Rumah keluarga itu terbakar kerana litar pintas dan mereka tinggal sehelai sepinggang")
        #expect(short < long.confidence)
    }

    @Test func aFewChineseWordsInAMalayTextAreQuoted() {
        let text =
            "Encik Tan menulis 平安 di pintu rumahnya kerana percaya bahawa itu akan melindungi keluarga dan anak-anaknya."
        #expect(Language.guess(of: text).language == .malay)
    }
}
