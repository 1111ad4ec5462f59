/// The words of dates: Malay, English and Indonesian, and the months of the languages in which feeds were seen.
enum DateWords {
    /// 1...12. Abbreviations of three letters and more are found by ``month(_:)``.
    private static let months: [String: Int] = byWord([
        """
        januari jan january janv janvier januar enero ene gennaio gen janeiro január jänner ιαν ιανουαρίου stycznia ஜனவரி
        """,
        """
        februari feb february févr févr fév février fevr februar febrero febbraio fevereiro fev február φεβ φεβρουαρίου lutego
        பிப்ரவரி
        """,
        """
        mac march mar maret mars märz mär marzo março maart mrt március márc μαρ μαρτίου μάρ marca மார்ச்
        """,
        """
        april apr avril avr abril abr aprile április ápr απρ απριλίου kwietnia ஏப்ரல்
        """,
        """
        mei may mai mayo maggio mag maio május máj μαι μαΐου μάι maja மே
        """,
        """
        jun june juni juin junio giugno giu junho június jún ιουν ιούν ιουνίου czerwca ஜூன்
        """,
        """
        julai jul july juli juil juillet julio luglio lug julho július júl ιουλ ιούλ ιουλίου lipca ஜூலை
        """,
        """
        ogos ogo ogs august aug agustus agu agt agos août aout agosto ago augustus augusztus αυγ αύγ αυγούστου sierpnia
        ஆகஸ்ட் ஆகஸ்டு
        """,
        """
        september sept sep septembre septiembre settembre set setembro szeptember szept σεπ σεπτ σεπτεμβρίου września
        செப்டம்பர் செப்டெம்பர்
        """,
        """
        oktober okt october oct octobre octubre ottobre ott outubro out október οκτ οκτωβρίου października
        அக்டோபர் ஒக்டோபர்
        """,
        """
        november nov nopember novembre noviembre novembro νοε νοεμβρίου listopada நவம்பர்
        """,
        """
        disember dis december dec desember des décembre déc dezember dez diciembre dic dicembre dezembro december δεκ δεκεμβρίου
        grudnia டிசம்பர் டிசெம்பர்
        """,
    ])

    /// 0 = Sunday ... 6 = Saturday.
    private static let weekdays: [String: Int] = byWord([
        "ahad ahd minggu sunday sun dimanche dim sonntag so domingo dom κυρ ஞாயிறு",
        "isnin isn senin sen monday mon lundi lun montag mo lunes δευ திங்கள்",
        "selasa sel tuesday tue tues mardi dienstag di martes τρι செவ்வாய்",
        "rabu rab wednesday wed weds mercredi mer mittwoch mi miércoles τετ புதன்",
        "khamis kha kamis kam thursday thu thur thurs jeudi jeu donnerstag do jueves πεμ வியாழன்",
        "jumaat jum jumat friday fri vendredi ven freitag fr viernes παρ வெள்ளி",
        "sabtu sab saturday sat samedi sam samstag sa sábado σαβ சனி",
    ]).mapValues { $0 - 1 }

    private static func byWord(_ lines: [String]) -> [String: Int] {
        var words: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            for word in line.split(whereSeparator: \.isWhitespace) { words[String(word)] = index + 1 }
        }
        return words
    }

    static func month(_ word: String) -> Int? { months[word] }
    static func weekday(_ word: String) -> Int? { weekdays[word] }

    /// Words that may stand between the parts of a date.
    static let fillers: Set<String> = [
        "pada", "pukul", "jam", "at", "on", "kol", "of", "de", "del", "um", "uhr", "à", "t", "the", "tahun",
        "haribulan",
        "hb", "st", "nd", "rd", "th", "hrs", "hours",
    ]

    /// The part of the day that a time of twelve hours is in.
    enum DayPart { case morning, noon, afternoon, night }

    static let dayParts: [String: DayPart] = [
        "am": .morning, "pagi": .morning, "pg": .morning, "subuh": .morning, "오전": .morning, "上午": .morning,
        "pm": .afternoon, "petang": .afternoon, "ptg": .afternoon, "sore": .afternoon, "siang": .noon, "오후": .afternoon,
        "下午": .afternoon, "凌晨": .morning, "早上": .morning, "中午": .noon, "傍晚": .afternoon,
        "晚上": .night, "காலை": .morning, "முற்பகல்": .morning, "நண்பகல்": .noon, "பிற்பகல்": .afternoon,
        "மாலை": .afternoon, "இரவு": .night, "tengahari": .noon, "tgh": .noon, "tengah": .noon, "noon": .noon,
        "malam": .night,
        "mlm": .night,
    ]

    /// Parts of the day that stand before the time.
    static let partsAhead: Set<String> = [
        "오전", "오후", "上午", "下午", "凌晨", "早上", "中午", "傍晚", "晚上", "காலை", "முற்பகல்", "நண்பகல்", "பிற்பகல்",
        "மாலை", "இரவு",
    ]

    /// Letters that follow a number and say what it is, in Korean, Chinese and Japanese.
    enum Unit { case year, month, day, hour, minute, second }

    static let units: [String: Unit] = [
        "년": .year, "월": .month, "일": .day, "시": .hour, "분": .minute, "초": .second,
        "年": .year, "月": .month, "日": .day, "号": .day, "時": .hour, "时": .hour, "点": .hour, "分": .minute, "秒": .second,
    ]
}
