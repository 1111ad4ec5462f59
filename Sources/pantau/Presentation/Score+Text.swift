import Model

extension Score.Band {
    /// How high a score is.
    var malay: String {
        switch self {
        case .low: "rendah"
        case .medium: "sederhana"
        case .high: "tinggi"
        }
    }
}

extension LeadKind {
    /// What a case is: something that happened, or a life in want.
    func words(in language: ScreenLanguage) -> String {
        switch self {
        case .incident: language.phrase("incident", "kejadian")
        case .hardship: language.phrase("hardship", "kesempitan hidup")
        }
    }
}
