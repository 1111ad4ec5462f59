import Model

extension Need {
    /// In at most 13 columns, for the tables of leads: UX.md, screens 02 and 05. English has the code where that fits.
    func short(in language: ScreenLanguage) -> String {
        switch self {
        case .poverty: language.phrase("poverty", "daif")
        case .jobLoss: language.phrase("job-loss", "hilang kerja")
        case .unpaidWages: language.phrase("unpaid-wages", "gaji tertahan")
        case .workInjury: language.phrase("work-injury", "kemalangan k.")
        case .commutingAccident: language.phrase("commuting", "ke tempat k.")
        case .occupationalDisease: language.phrase("occup. dis.", "peny. khidmat")
        case .survivors: language.phrase("survivors", "waris")
        case .invalidity: language.phrase("invalidity", "ilat")
        case .disability: language.phrase("disability", "OKU")
        case .bedridden: language.phrase("bedridden", "terlantar")
        case .childOrphan: language.phrase("child-orphan", "anak yatim")
        case .elderAlone: language.phrase("elder-alone", "warga emas")
        case .homelessness: language.phrase("homelessness", "gelandangan")
        case .unsafeHome: language.phrase("unsafe-home", "rumah uzur")
        case .fire: language.phrase("fire", "kebakaran")
        case .disaster: language.phrase("disaster", "bencana")
        case .food: language.phrase("food", "makanan")
        case .schooling: language.phrase("schooling", "persekolahan")
        case .medicalCost: language.phrase("medical-cost", "kos rawatan")
        case .singleParent: language.phrase("single-parent", "ibu tunggal")
        case .distress: language.phrase("distress", "tekanan")
        case .abuse: language.phrase("abuse", "dera")
        case .debt: language.phrase("debt", "hutang")
        case .selfEmployed: language.phrase("self-empl.", "kerja sendiri")
        case .foreignWorker: language.phrase("foreign w.", "pekerja asing")
        case .funeralCost: language.phrase("funeral-cost", "kos jenazah")
        case .documents: language.phrase("documents", "dokumen")
        case .homemaker: language.phrase("homemaker", "suri rumah")
        case .other: language.phrase("other", "lain-lain")
        }
    }
}

extension NeedFinding.Confidence {
    func label(in language: ScreenLanguage) -> String {
        switch self {
        case .low: language.phrase("low", "rendah")
        case .medium: language.phrase("medium", "sederhana")
        case .high: language.phrase("high", "tinggi")
        case .confirmed: language.phrase("confirmed", "disahkan")
        }
    }
}

extension Language {
    func label(in language: ScreenLanguage) -> String {
        switch self {
        case .malay: language.phrase("Malay", "bahasa Melayu")
        case .english: language.phrase("English", "bahasa Inggeris")
        case .indonesian: language.phrase("Indonesian", "bahasa Indonesia")
        case .chinese: language.phrase("Chinese", "bahasa Cina")
        case .tamil: language.phrase("Tamil", "bahasa Tamil")
        case .other: language.phrase("another language", "bahasa lain")
        }
    }
}
