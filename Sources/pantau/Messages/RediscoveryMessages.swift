import Crawling
import Scheduling

extension Message {
    static let nothingIsGone = Message(
        "source.none-gone", "No source is away for a week; nothing was asked.",
        "Tiada sumber yang hilang selama seminggu; tiada apa ditanya.")

    static func rediscovered(_ id: String, _ verdict: Rediscovery.Verdict) -> Message {
        switch verdict {
        case .nothing:
            Message(
                "source.lost", "\(id): its site offers nothing that may be it.",
                "\(id): laman webnya tiada apa-apa yang sepadan.")
        case .several(let found):
            Message(
                "source.several",
                "\(id): may be one of \(found.joined(separator: ", ")). Choose: pantau source add ADDRESS",
                "\(id): mungkin salah satu daripada \(found.joined(separator: ", ")). Pilih: pantau source add ALAMAT")
        case .suggested(let found):
            Message(
                "source.suggested",
                "\(id): may be at \(found.address) now. If so: pantau source rediscover \(id) --take",
                "\(id): mungkin kini di \(found.address). Jika ya: pantau source rediscover \(id) --take",
                hint: "pantau source rediscover \(id) --take")
        case .taken(let found):
            Message(
                "source.found", "\(id): polled at \(found.address) from now on. Back: pantau source undo-move \(id)",
                "\(id): dibaca di \(found.address) mulai sekarang. Kembali: pantau source undo-move \(id)",
                hint: "pantau source undo-move \(id)")
        }
    }
}
