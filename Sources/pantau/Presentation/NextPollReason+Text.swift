import Model
import Scheduling

extension NextPollReason {
    /// Why the next poll is when it is, as the second half of a sentence: "next poll 14:20: as its news comes".
    func text(in language: ScreenLanguage) -> String {
        language.phrase(texts.0, texts.1)
    }

    private var texts: (String, String) {
        switch self {
        case .firstPoll: ("it was never polled", "belum pernah dicuba")
        case .learnt: ("as its news comes", "mengikut kekerapan beritanya")
        case .hint: ("it asks for so much time itself", "sumber sendiri minta jarak itu")
        case .gap: ("sooner, for some news may have been missed", "lebih awal, mungkin ada berita tertinggal")
        case .every: ("\"every\" in its file", "\"every\" dalam failnya")
        case .cron: ("\"cron\" in its file", "\"cron\" dalam failnya")
        case .backingOff(1): ("backing off after a failure", "dijarakkan selepas sekali gagal")
        case .backingOff(let failures):
            (
                "backing off after \(failures) failures in a row",
                "dijarakkan selepas \(failures) kali gagal berturut-turut"
            )
        case .asleep: ("asleep: probed once a week", "tidur: dicuba seminggu sekali")
        case .goneUnconfirmed: ("gone (410), to be confirmed on another day", "tiada lagi (410), akan disahkan esok")
        case .gone: ("gone: probed once a month", "tiada lagi: dicuba sebulan sekali")
        case .robots: ("robots.txt says no and is asked every day", "dilarang robots.txt, ditanya setiap hari")
        case .hostBlocked(let until):
            ("its host asked for quiet until \(until.rfc3339())", "hosnya minta berhenti hingga \(until.rfc3339())")
        case .hostMissing: ("its host name is not found", "nama hosnya tidak ditemui")
        case .outage: ("our own line was down", "talian kita sendiri terputus")
        }
    }
}
