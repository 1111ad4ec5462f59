import Model
import Referring
import Storing

extension Message {
    static let noReferrals = Message("referral.list.empty", "No open referrals.", "Tiada rujukan terbuka.")
    static let noneReturned = Message(
        "referral.returned.empty", "No agency has returned anything.", "Tiada yang dipulangkan oleh agensi.")
    static let outboxEmpty = Message(
        "outbox.empty", "Nothing waits: everything that was accepted has left.",
        "Tiada yang menunggu: semua yang diterima telah dihantar.")
    static let leavesNext = Message(
        "outbox.next", "leaves with the next export or push", "dihantar dengan eksport atau penghantaran seterusnya")

    static func leavesAt(_ time: Instant) -> Message {
        Message("outbox.held", "held until \(clock(time))", "ditahan hingga \(clock(time))")
    }

    static func referralHeader(shown: Int, total: Int) -> Message {
        Message(
            "referral.list.header", "Showing \(shown) of \(total) referrals (by when the next act is due)",
            "Memaparkan \(shown) daripada \(total) rujukan (ikut tarikh tindakan seterusnya)")
    }

    static func prospectHeld(_ ref: ProspectRef, until time: Instant) -> Message {
        Message("prospect.held", "\(ref) stays here until \(clock(time)).", "\(ref) ditahan hingga \(clock(time)).")
    }

    static func prospectReleased(_ ref: ProspectRef) -> Message {
        Message(
            "prospect.released", "\(ref) leaves with the next export or push.",
            "\(ref) dihantar dengan eksport atau penghantaran seterusnya.")
    }

    static func prospectWithdrawn(_ ref: ProspectRef) -> Message {
        Message(
            "prospect.withdrawn", "Withdrew \(ref); receivers are told with the next export or push.",
            "\(ref) ditarik balik; penerima dimaklumkan dengan eksport atau penghantaran seterusnya.")
    }

    static func prospectEdited(_ ref: ProspectRef) -> Message {
        Message(
            "prospect.edited", "\(ref) is changed; its next revision leaves with the next export or push.",
            "\(ref) diubah; semakan baharu dihantar dengan eksport atau penghantaran seterusnya.")
    }

    static func prospectUnchanged(_ ref: ProspectRef) -> Message {
        Message("prospect.unchanged", "\(ref) says so already.", "\(ref) memang begitu.")
    }

    static func caseClosedAs(_ ref: ProspectRef, _ state: ReferralState) -> Message {
        Message(
            "referral.set.case", "\(ref): \(state.label(in: .english)).", "\(ref): \(state.label(in: .malay)).")
    }

    static func prospectReopened(_ ref: ProspectRef) -> Message {
        Message(
            "prospect.reopened", "\(ref) is open again; find it a door: pantau referral show \(ref)",
            "\(ref) dibuka semula; cari laluan: pantau referral show \(ref)")
    }

    static func consentNoted(_ ref: ProspectRef, _ status: Consent.Status) -> Message {
        status.stops
            ? Message(
                "prospect.consent.stopped", "\(ref): consent \(status.rawValue). Nothing more is sent of it.",
                "\(ref): persetujuan \(status.rawValue). Tiada lagi yang dihantar.")
            : Message(
                "prospect.consent", "\(ref): consent \(status.rawValue).", "\(ref): persetujuan \(status.rawValue).")
    }

    static func memberMade(_ ref: ProspectRef, number: Int) -> Message {
        Message("prospect.member", "Member \(number) is \(ref).", "Ahli \(number) ialah \(ref).")
    }

    static func referralSent(_ ref: ProspectRef, to agency: String) -> Message {
        Message(
            "referral.sent", "Sent \(ref) to \(agency); it leaves with the next export or push.",
            "\(ref) disalurkan kepada \(agency); dihantar dengan eksport atau penghantaran seterusnya.")
    }

    static func referralNudged(_ ref: ProspectRef) -> Message {
        Message("referral.nudged", "Reminded who has \(ref).", "Yang memegang \(ref) diingatkan.")
    }

    static func legSet(_ ref: ProspectRef, _ leg: ReferralLeg) -> Message {
        Message(
            "referral.set", "\(ref) at \(leg.to): \(leg.state.label(in: .english)).",
            "\(ref) di \(leg.to): \(leg.state.label(in: .malay)).")
    }

    static func reconciled(_ count: Int) -> Message {
        Message(
            "referral.reconcile",
            "\(count) open cases to ask about. Answers come back with: pantau referral import FILE",
            "\(count) kes terbuka untuk ditanya. Jawapan kembali dengan: pantau referral import FAIL")
    }

    static func changeStored(_ ref: ProspectRef, _ reason: NotApplied) -> Message {
        let why: (String, String) =
            switch reason {
            case .transition(let from, let to):
                (
                    "from \(from.rawValue) to \(to.rawValue) is no usual step; if it is right, say --anyway",
                    "dari \(from.rawValue) ke \(to.rawValue) bukan langkah biasa; jika betul, guna --anyway"
                )
            case .late(let known):
                (
                    "something later (\(known.rfc3339())) is known already",
                    "perkara lebih lewat (\(known.rfc3339())) sudah diketahui"
                )
            case .noLeg:
                (
                    "it was not sent there, or several agencies have it: say --agency",
                    "ia tidak disalurkan ke sana, atau beberapa agensi memegangnya: guna --agency"
                )
            }
        return Message(
            "err.not-applied", "\(ref): kept and not applied: \(why.0).",
            "\(ref): disimpan, tidak digunakan: \(why.1).",
            exit: .conflict, hint: "pantau referral show \(ref)")
    }

    /// What is missing from a change; the sentence says what to give.
    init(_ problem: ChangeProblem) {
        let door = "--to AGENCY, --back, --wait DATE, or --advice --signed-by WHO"
        let pintu = "--to AGENSI, --back, --wait TARIKH, atau --advice --signed-by SIAPA"
        switch problem {
        case .needsReason(let state):
            let codes = ReferralReason.allCases.map(\.rawValue).joined(separator: ", ")
            self = Message(
                "err.no-reason", "\"\(state.rawValue)\" needs --reason. One of: \(codes)",
                "\"\(state.rawValue)\" memerlukan --reason. Salah satu: \(codes)", exit: .usage)
        case .needsNextStep(let state):
            self = Message(
                "err.no-door", "\"\(state.rawValue)\" needs the next door: \(door)",
                "\"\(state.rawValue)\" memerlukan laluan seterusnya: \(pintu)", exit: .usage)
        case .needsRedirect:
            self = Message(
                "err.no-agency", "\"redirected\" needs the agency it went to: --to AGENCY",
                "\"redirected\" memerlukan agensi tujuan: --to AGENSI", exit: .usage)
        case .redirectedToItself(let agency):
            self = Message(
                "err.same-agency", "\(agency) cannot pass it on to itself.",
                "\(agency) tidak boleh menyalurkannya kepada diri.",
                exit: .usage)
        case .needsAdvice:
            self = Message(
                "err.no-advice", "--advice ends a case, so --note has to say which advice.",
                "--advice menamatkan kes, jadi --note mesti menyatakan nasihatnya.", exit: .usage)
        case .needsOutcome:
            self = Message(
                "err.no-outcome", "\"helped\" needs --programme: what help was given.",
                "\"helped\" memerlukan --programme: bantuan apa yang diberi.", exit: .usage)
        case .needsOriginal:
            self = Message(
                "err.no-original", "\"duplicate\" needs --duplicate-of: what it repeats.",
                "\"duplicate\" memerlukan --duplicate-of: apa yang diulangnya.", exit: .usage)
        case .neverSent:
            self = Message(
                "err.usage", "A leg cannot go back to before it was sent.",
                "Rujukan tidak boleh kembali ke sebelum ia dihantar.", exit: .usage)
        case .unknownProspect(let name):
            self = Message(
                "err.not-found", "There is no prospect \(name).", "Tiada prospek \(name).", exit: .failed,
                hint: "pantau prospect list")
        case .member(let pointer, let expected):
            self = Message(
                "err.data", "\(pointer) must be \(expected).", "\(pointer) mestilah \(expected).", exit: .badData)
        }
    }

    /// Why a prospect was left as it is.
    init(_ problem: SendingProblem, _ ref: ProspectRef) {
        switch problem {
        case .closed(let state):
            self = Message(
                "err.closed", "\(ref) is over: \(state.label(in: .english)).",
                "\(ref) telah tamat: \(state.label(in: .malay)).", exit: .conflict)
        case .isThere(let agency, let since):
            self = Message(
                "err.is-there", "\(agency) has \(ref) since \(day(since)). Remind it: pantau referral nudge \(ref)",
                "\(agency) memegang \(ref) sejak \(day(since)). Ingatkan: pantau referral nudge \(ref)",
                exit: .conflict,
                hint: "pantau referral nudge \(ref)")
        case .wasThere(let agency, let on, let state):
            self = Message(
                "err.loop",
                "\(agency) had \(ref) (\(state.label(in: .english)), \(day(on))). Send again only with --again.",
                "\(agency) pernah memegang \(ref) (\(state.label(in: .malay)), \(day(on))). Hantar semula hanya dengan --again.",
                exit: .conflict, hint: "--again")
        case .othersHaveIt(let agencies):
            let names = agencies.joined(separator: ", ")
            self = Message(
                "err.others", "\(names) has \(ref). Say --also (in addition) or --instead (they give it up).",
                "\(names) memegang \(ref). Guna --also (tambahan) atau --instead (ganti).", exit: .conflict,
                hint: "--also")
        case .isHelping(let agency):
            self = Message(
                "err.helping", "\(agency) helps already; ask it before you take \(ref) away.",
                "\(agency) sedang membantu; tanya dahulu sebelum \(ref) diambil.", exit: .conflict)
        case .noMoreDoors:
            self = Message(
                "err.doors", "Nine doors were tried for \(ref); the coordinator has to end it with advice.",
                "Sembilan pintu telah dicuba untuk \(ref); penyelaras perlu menamatkannya dengan nasihat.",
                exit: .conflict)
        case .held(let until):
            self = Message(
                "err.held", "\(ref) is held until \(clock(until)). Let it go: pantau prospect release \(ref)",
                "\(ref) ditahan hingga \(clock(until)). Lepaskan: pantau prospect release \(ref)", exit: .conflict,
                hint: "pantau prospect release \(ref)")
        case .notAccepted:
            self = Message(
                "err.not-accepted", "The acceptance of \(ref) was undone.", "Penerimaan \(ref) telah dibuat asal.",
                exit: .conflict)
        case .needsConsent(let agency):
            self = Message(
                "err.consent",
                "Names leave PERKESO for \(agency) only when the person agrees: pantau prospect consent \(ref) --status given "
                    + "--method phone. Where that cannot wait: --without-consent WHY",
                "Nama keluar dari PERKESO ke \(agency) hanya dengan persetujuan: pantau prospect consent \(ref) --status given "
                    + "--method phone. Jika tidak boleh menunggu: --without-consent SEBAB", exit: .conflict,
                hint: "pantau prospect consent \(ref) --status given --method phone")
        case .nobodyHasIt:
            self = Message(
                "err.nobody-has-it",
                "No agency has \(ref), so nobody was reminded. Send it: pantau referral send \(ref) --to AGENCY",
                "Tiada agensi memegang \(ref), jadi tiada yang diingatkan. Hantar: pantau referral send \(ref) --to AGENSI",
                exit: .conflict, hint: "pantau referral send \(ref) --to AGENCY")
        case .hasLeft:
            self = Message(
                "err.sent",
                "\(ref) has already left. It can only be withdrawn: pantau prospect withdraw \(ref) --reason other",
                "\(ref) sudah dihantar. Hanya boleh ditarik balik: pantau prospect withdraw \(ref) --reason other",
                exit: .conflict, hint: "pantau prospect withdraw \(ref) --reason other")
        case .isOpen:
            self = Message(
                "err.is-open", "\(ref) is not over; there is nothing to open again.",
                "\(ref) belum tamat; tiada yang perlu dibuka semula.", exit: .conflict,
                hint: "pantau referral show \(ref)")
        case .cannotBeSplit:
            self = Message(
                "err.split", "\(ref) cannot be split: it names fewer than two persons, was split already, or has left.",
                "\(ref) tidak boleh dipecah: kurang dua orang, sudah dipecah, atau sudah dihantar.", exit: .conflict)
        }
    }

    static func unknownAgency(_ code: String, near known: String?) -> Message {
        let guess = known.map { (" Did you mean \($0)?", " Maksud anda \($0)?") } ?? ("", "")
        return Message(
            "err.agency", "There is no agency \(code).\(guess.0) List them: pantau agency list",
            "Tiada agensi \(code).\(guess.1) Senarai: pantau agency list", exit: .failed, hint: "pantau agency list")
    }

    static func agencyAdded(_ code: String) -> Message {
        Message("agency.added", "\(code) can be sent to.", "\(code) boleh dirujuk.")
    }

    static func unknownProgramme(_ code: String, near known: String?) -> Message {
        let guess = known.map { (" Did you mean \($0)?", " Maksud anda \($0)?") } ?? ("", "")
        return Message(
            "err.programme", "There is no programme \(code).\(guess.0) List them: pantau programme list",
            "Tiada program \(code).\(guess.1) Senarai: pantau programme list", exit: .failed,
            hint: "pantau programme list")
    }

    static func noProgramme(_ lead: LeadID) -> Message {
        Message(
            "programme.none", "No programme is known for \(lead); Talian Kasih 15999 takes every case.",
            "Tiada program diketahui untuk \(lead); Talian Kasih 15999 menerima semua kes.")
    }

    /// Stands under every list of programmes.
    static let onlyHints = Message(
        "programme.hints", "Hints to check, no decision: the agency decides. Nobody is promised anything.",
        "Petunjuk untuk disemak, bukan keputusan: agensi yang menentukan. Jangan janjikan apa-apa.")
}

/// `2026-11-23 09:42`, for a sentence.
private func clock(_ time: Instant) -> String { String(time.rfc3339().prefix(16)).replacing("T", with: " ") }

/// `2026-11-23`, for a sentence.
private func day(_ time: Instant) -> String { String(time.rfc3339().prefix(10)) }
