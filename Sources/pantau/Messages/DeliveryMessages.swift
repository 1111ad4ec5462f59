import Model
import Referring
import Storing

extension Message {
    static func consumerUnknown(_ name: String, known: [String]) -> Message {
        let list = known.joined(separator: ", ")
        return Message(
            "err.consumer", "No consumer is named \(name); there are: \(list). Write it into consumers.yaml.",
            "Tiada penerima bernama \(name); yang ada: \(list). Tulis dalam consumers.yaml.", exit: .configuration,
            hint: "consumers.yaml")
    }

    static func consumerTakesFiles(_ name: String) -> Message {
        Message(
            "err.consumer-files", "\(name) has no \"url\" and \"secret-file\" in consumers.yaml: it takes files only.",
            "\(name) tiada \"url\" dan \"secret-file\" dalam consumers.yaml: ia menerima fail sahaja.",
            exit: .configuration, hint: "pantau export --consumer \(name) --out DIR")
    }

    static let noConsumerTakesPushes = Message(
        "err.consumer-none", "No consumer has a \"url\" in consumers.yaml; there is nobody to push to.",
        "Tiada penerima dengan \"url\" dalam consumers.yaml; tiada destinasi untuk dihantar.", exit: .configuration,
        hint: "consumers.yaml")

    init(_ problem: SecretProblem) {
        switch problem {
        case .unreadable(let path, let why): self = .unreadable(path, why: why, exit: .configuration)
        case .tooOpen(let path, let mode):
            self = Message(
                "err.secret-mode", "Others may read the secret \(path) (mode \(mode)). Run: chmod 600 \(path)",
                "Rahsia \(path) boleh dibaca orang lain (mod \(mode)). Jalankan: chmod 600 \(path)",
                exit: .noPermission, hint: "chmod 600 \(path)")
        case .malformed(let path, let line, let expected):
            self = Message(
                "err.secret", "\(path):\(line): \(expected).", "\(path):\(line): bentuk yang betul: \(expected).",
                exit: .configuration)
        }
    }

    static let pushDone = Message("push.done", "All is delivered.", "Semua telah dihantar.")

    /// What a timer is told of a pass.
    init(_ report: PushReport) {
        let name = report.consumer
        switch report.end {
        case .stopped(let status):
            self = Message(
                "err.push-stopped",
                "\(name) told us to stop (HTTP \(status)); \(report.counts.waiting) events wait, none is lost. Mend the "
                    + "secret, the certificate or the address, then: pantau referral ping \(name) --resume",
                "\(name) meminta kita berhenti (HTTP \(status)); \(report.counts.waiting) peristiwa menunggu, tiada yang "
                    + "hilang. Betulkan, kemudian: pantau referral ping \(name) --resume",
                exit: .refused, hint: "pantau referral ping \(name) --resume")
        case .busy(let owner):
            self = Message(
                "push.busy", "Another push to \(name) is at work (\(owner)).",
                "Penghantaran lain ke \(name) sedang berjalan (\(owner)).", exit: .temporary)
        case .finished, .troubled, .leaseLost: self = .left(report)
        }
    }

    private static func left(_ report: PushReport) -> Message {
        let (name, counts) = (report.consumer, report.counts)
        if counts.dead > 0 || counts.late > 0 {
            return Message(
                "err.push-partial",
                "\(name): \(counts.dead) events refused for good, \(counts.late) not acknowledged in time. Look: pantau "
                    + "referral dead list. An emergency that is late: telephone.",
                "\(name): \(counts.dead) peristiwa ditolak, \(counts.late) belum diakui dalam masa. Lihat: pantau "
                    + "referral dead list. Kecemasan yang lewat: telefon.", exit: .partial,
                hint: "pantau referral dead list")
        }
        guard counts.waiting > 0 else { return .pushDone }
        let next = report.nextAt.map { String($0.rfc3339().dropFirst(11).prefix(5)) } ?? "?"
        return Message(
            "push.waiting", "\(name): \(counts.waiting) events wait; the next try is at \(next).",
            "\(name): \(counts.waiting) peristiwa menunggu; cubaan berikutnya \(next).", exit: .temporary)
    }

    static func pushed(_ report: PushReport) -> Message {
        let counts = report.counts
        return Message(
            "push.report",
            "\(report.consumer): \(report.delivered) delivered, \(counts.waiting) waiting, \(counts.dead) refused",
            "\(report.consumer): \(report.delivered) dihantar, \(counts.waiting) menunggu, \(counts.dead) ditolak")
    }

    static func knownThere(_ ref: ProspectRef, to name: String) -> Message {
        Message(
            "push.duplicate",
            "\(name) has \(ref) already under another number: pantau referral show \(ref). Another case after all? "
                + "pantau prospect reopen \(ref)",
            "\(name) sudah memegang \(ref) dengan nombor lain: pantau referral show \(ref). Kes lain? "
                + "pantau prospect reopen \(ref)")
    }

    static let deadNone = Message(
        "dead.none", "There are no dead letters.", "Tiada peristiwa yang ditolak.")

    static func deadUnknown(_ event: String) -> Message {
        let short = String(event.prefix(40))
        return Message(
            "err.dead-unknown", "No such dead letter: \(short). List them: pantau referral dead list",
            "Tiada peristiwa ditolak seperti itu: \(short). Senarai: pantau referral dead list", exit: .failed,
            hint: "pantau referral dead list")
    }

    static func deadOvertaken(_ event: String) -> Message {
        Message(
            "err.dead-overtaken", "\(event) was overtaken by a newer event of its prospect. Nothing was changed.",
            "\(event) telah diatasi peristiwa lebih baharu. Tiada perubahan.", exit: .conflict)
    }

    static func deadChanged(_ count: Int, isDropped: Bool) -> Message {
        isDropped
            ? Message("dead.dropped", "\(count) dead letters given up.", "\(count) peristiwa ditolak dilepaskan.")
            : Message(
                "dead.retried", "\(count) events go again with the next push.",
                "\(count) peristiwa akan dihantar semula.")
    }

    static func pingGood(_ name: String, isResumed: Bool) -> Message {
        isResumed
            ? Message("ping.resumed", "\(name) is ready; pushing goes on.", "\(name) sedia; penghantaran diteruskan.")
            : Message("ping.good", "\(name) is ready.", "\(name) sedia.")
    }

    static func pingClock(_ name: String, seconds: Int64) -> Message {
        Message(
            "ping.clock",
            "The clock of \(name) is \(seconds) s before ours. At 300 s it refuses every signature; set the clock.",
            "Jam \(name) \(seconds) s di hadapan jam kita. Pada 300 s semua tandatangan ditolak; betulkan jam.")
    }

    static func pingFailed(_ name: String, why: String) -> Message {
        Message(
            "err.ping", "\(name) is not ready: \(why).", "\(name) belum sedia: \(why).", exit: .unavailable,
            hint: "consumers.yaml")
    }
}

// MARK: What comes back

extension Message {
    init(_ failure: SyncFailure, from name: String, in language: ScreenLanguage) {
        switch failure {
        case .noAnswer(let cause): self = .pingFailed(name, why: cause.text(in: language))
        case .refused(let status, _) where status == 401 || status == 403:
            self = Message(
                "err.sync-refused", "\(name) does not let us read its feed (HTTP \(status)). The cursor stays.",
                "\(name) tidak membenarkan kita membaca suapannya (HTTP \(status)). Kursor kekal.", exit: .refused)
        case .refused(let status, let rest):
            let later = rest.map { ", again in \($0.milliseconds / 1000) s" } ?? ""
            self = .pingFailed(name, why: "HTTP \(status)\(later)")
        case .unreadable(let why): self = .pingFailed(name, why: why)
        case .stuck: self = .pingFailed(name, why: "it says that there is more, and its cursor does not move")
        }
    }

    init(_ problem: StatusFile.Problem, in file: String) {
        switch problem {
        case .tooLong(let limit): self = .unreadable(file, why: "it has over \(limit) bytes")
        case .line(let line, let reason): self = .unreadable(line > 0 ? "\(file):\(line)" : file, why: reason)
        case .missingColumns(let names):
            self = .unreadable(
                file,
                why: "it has no column named \(names.map { "\"\($0)\"" }.joined(separator: ", ")); "
                    + "where its columns have other names, say them with --map")
        }
    }

    static func syncTooSoon(_ name: String, until next: Instant) -> Message {
        let time = next.rfc3339().dropFirst(11).prefix(5)
        return Message(
            "sync.soon", "\(name) was read a moment ago; again from \(time) on, or with --now.",
            "\(name) baru dibaca; semula dari \(time), atau dengan --now.")
    }

    static func changesTaken(_ counts: ChangeCounts, from name: String, isDry: Bool) -> Message {
        let dry = isDry ? ("Nothing was changed. ", "Tiada perubahan dibuat. ") : ("", "")
        return Message(
            "sync.report",
            "\(dry.0)\(name): \(counts.applied) applied, \(counts.stored) kept to be judged, \(counts.repeated) known, "
                + "\(counts.refused.count) refused",
            "\(dry.1)\(name): \(counts.applied) digunakan, \(counts.stored) disimpan untuk dinilai, \(counts.repeated) "
                + "diketahui, \(counts.refused.count) ditolak")
    }

    static let changesRefused = Message(
        "err.sync-partial", "Some changes could not be accepted; ask there. List: pantau referral sync --refused",
        "Sebahagian perubahan tidak dapat diterima. Senarai: pantau referral sync --refused", exit: .partial,
        hint: "pantau referral sync --refused")

    static func rowsRefused(_ path: String) -> Message {
        Message(
            "err.import-partial", "Refused rows are in \(path); mend them and import that file.",
            "Baris yang ditolak ada dalam \(path); betulkan dan import fail itu.", exit: .partial, hint: path)
    }

    static let rowsWouldBeRefused = Message(
        "err.import-partial", "Some rows would be refused.", "Sebahagian baris akan ditolak.", exit: .partial)
}
