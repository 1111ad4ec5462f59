/// One thing that somebody may do here. Each command names the one it needs; ``Role`` says who has it.
public enum Permission: String, Labelled {
    /// What shows nothing of the database: help, a text one brings oneself.
    case free
    /// The board, reports, how crawls and sources fare: numbers without names.
    case seeNumbers = "see-numbers"
    /// The masked list of leads.
    case seeList = "see-list"
    /// A lead with the names of its people, each look journaled.
    case seeLead = "see-lead"
    /// Who a protected lead is about, with a reason.
    case seeProtected = "see-protected"
    /// A page as it came, unmasked.
    case seeUnmasked = "see-unmasked"
    /// Accept, reject, snooze and everything else that changes a lead.
    case decide
    /// What becomes of prospects: referrals, consent, outcomes.
    case refer
    /// Let prospects leave: exports, pushes.
    case push
    /// Erase a person's data.
    case erase
    /// Fetch and read the news.
    case crawl
    /// Which sources are read.
    case editSources = "edit-sources"
    /// Who did what.
    case seeLog = "see-log"
    /// Back up, tidy, purge what is due.
    case maintain
    /// Set up, and change settings.
    case configure
    /// Who may do what.
    case manageUsers = "manage-users"
    /// Act in the name of another registered user.
    case actAs = "act-as"

    public var labels: (en: String, ms: String) {
        switch self {
        case .free: ("ask for help", "meminta bantuan")
        case .seeNumbers: ("see the numbers", "melihat angka")
        case .seeList: ("see the list of leads", "melihat senarai kes")
        case .seeLead: ("open leads", "membuka kes")
        case .seeProtected: ("see protected identities", "melihat identiti yang dilindungi")
        case .seeUnmasked: ("see unmasked pages", "melihat halaman tanpa sembunyian")
        case .decide: ("decide on leads", "memutuskan kes")
        case .refer: ("refer prospects", "merujuk prospek")
        case .push: ("send prospects", "menghantar prospek")
        case .erase: ("erase personal data", "memadam data peribadi")
        case .crawl: ("crawl", "merayap")
        case .editSources: ("change sources", "mengubah sumber")
        case .seeLog: ("see the log", "melihat log")
        case .maintain: ("look after the database", "menyelenggara pangkalan data")
        case .configure: ("change settings", "mengubah tetapan")
        case .manageUsers: ("manage users", "mengurus pengguna")
        case .actAs: ("act for others", "bertindak bagi pihak lain")
        }
    }
}
