/// What a person may need. Open list: a receiver maps an unknown code to its own "other".
public enum Need: String, Labelled {
    case poverty
    case jobLoss = "job-loss"
    case unpaidWages = "unpaid-wages"
    case workInjury = "work-injury"
    case commutingAccident = "commuting-accident"
    case occupationalDisease = "occupational-disease"
    case survivors
    case invalidity
    case disability
    case bedridden
    case childOrphan = "child-orphan"
    case elderAlone = "elder-alone"
    case homelessness
    case unsafeHome = "unsafe-home"
    case fire
    case disaster
    case food
    case schooling
    case medicalCost = "medical-cost"
    case singleParent = "single-parent"
    case distress
    case abuse
    case debt
    case selfEmployed = "self-employed"
    case foreignWorker = "foreign-worker"
    case funeralCost = "funeral-cost"
    case documents
    case homemaker
    case other

    public var labels: (en: String, ms: String) {
        switch self {
        case .poverty: ("Cannot meet basic needs", "Hidup daif / miskin tegar")
        case .jobLoss: ("Lost job or income", "Hilang kerja")
        case .unpaidWages: ("Wages or contributions unpaid", "Gaji tidak dibayar")
        case .workInjury: ("Hurt or killed at work", "Kemalangan di tempat kerja")
        case .commutingAccident: ("Hurt or killed on the way to or from work", "Kemalangan pergi/balik kerja")
        case .occupationalDisease: ("Disease caused by work", "Penyakit khidmat")
        case .survivors: ("Breadwinner died, dependants left", "Kematian pencari nafkah")
        case .invalidity: ("Cannot work through illness", "Sakit kronik / ilat")
        case .disability: ("Disability (OKU)", "OKU")
        case .bedridden: ("Bedridden, needs a carer", "Terlantar")
        case .childOrphan: ("Orphan or child in need", "Anak yatim / kanak-kanak")
        case .elderAlone: ("Older person alone or neglected", "Warga emas terbiar")
        case .homelessness: ("Homeless or evicted", "Gelandangan / dihalau")
        case .unsafeHome: ("Unfit home, no water or power", "Rumah uzur")
        case .fire: ("Home lost to fire", "Kebakaran")
        case .disaster: ("Flood, storm or landslide victim", "Banjir / bencana")
        case .food: ("Not enough food", "Putus bekalan makanan")
        case .schooling: ("Cannot afford or go to school", "Cicir sekolah")
        case .medicalCost: ("Treatment or equipment cost", "Kos rawatan")
        case .singleParent: ("Lone parent, widow or widower", "Ibu tunggal / balu")
        case .distress: ("Mental distress", "Tekanan / bunuh diri")
        case .abuse: ("Violence, abuse or trafficking", "Dera / keganasan / pemerdagangan")
        case .debt: ("Debt, arrears or cut utilities", "Hutang / tertunggak")
        case .selfEmployed: ("Self-employed or gig worker hurt or without income", "Pekerja gig / sendiri cedera")
        case .foreignWorker: ("Foreign worker in trouble", "Pekerja asing")
        case .funeralCost: ("Cannot pay a funeral", "Kos pengurusan jenazah")
        case .documents: ("No identity papers", "Tiada dokumen")
        case .homemaker: ("Homemaker ill, hurt or dead", "Suri rumah sakit atau cedera")
        case .other: ("Other", "Lain-lain")
        }
    }
}
