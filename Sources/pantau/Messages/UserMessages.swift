import Model

extension Message {
    static let numbersNotKept = Message(
        "reveal.numbers",
        "Identity, telephone and account numbers were masked before anything was stored; there are none to reveal. "
            + "Where pages are archived: pantau archive show ARTICLE",
        "Nombor pengenalan, telefon dan akaun disembunyikan sebelum disimpan; tiada yang boleh didedahkan. "
            + "Jika halaman diarkib: pantau archive show ARTICLE",
        hint: "pantau archive show")

    static func awaitsSecond(_ id: LeadID) -> Message {
        Message(
            "lead.awaits-second",
            "\(id) waits for a second person. A colleague confirms it: pantau lead accept \(id.value)",
            "\(id) menunggu orang kedua. Rakan mengesahkannya: pantau lead accept \(id.value)",
            hint: "pantau lead accept \(id.value)")
    }

    static func secondActsThemselves(_ id: LeadID) -> Message {
        let command = "pantau lead accept \(id.value)"
        return Message(
            "err.second-self",
            "\(id): nothing was changed. Accept it without --second; then a colleague runs, in their own name: \(command)",
            "\(id): tiada perubahan. Terima tanpa --second; kemudian rakan menjalankan, atas nama sendiri: \(command)",
            exit: .usage, hint: command)
    }

    static func unknownField(_ name: String, known: [String]) -> Message {
        let list = known.joined(separator: ", ")
        return Message(
            "err.field", "There is no field \"\(name.prefix(40))\". One or more of: \(list)",
            "Tiada medan \"\(name.prefix(40))\". Satu atau lebih daripada: \(list)", exit: .usage, hint: "--fields")
    }

    /// Who may not read texts must not be able to ask whether a name stands in one.
    static let searchNeedsReading = Message(
        "err.search-role",
        "Words are looked for in articles, which you may not read. Search by conditions: pantau help search",
        "Perkataan dicari dalam berita yang tidak boleh anda baca. Cari dengan syarat: pantau help search",
        exit: .refused, hint: "pantau help search")

    static func noColleague(_ name: Actor, among colleagues: [Actor]) -> Message {
        // A squad has a handful; an agency's list is told from its beginning.
        let shown = colleagues.prefix(20).map(\.name).joined(separator: ", ")
        let list = shown.isEmpty ? "-" : shown + (colleagues.count > 20 ? ", ..." : "")
        return Message(
            "err.no-colleague",
            "Nobody called \(name) decides on leads here. Nothing was changed. One of: \(list)",
            "Tiada yang bernama \(name) memutuskan kes di sini. Tiada perubahan. Salah satu: \(list)", exit: .usage,
            hint: "pantau user list")
    }

    static func noUsers(_ owner: String) -> Message {
        Message(
            "user.none",
            "Nobody is registered, so \(owner) may do everything. Register the first: pantau user add NAME --role reviewer",
            "Tiada pengguna berdaftar, jadi \(owner) boleh membuat semuanya. Daftarkan: pantau user add NAMA --role reviewer",
            hint: "pantau user add")
    }

    static func userSaved(_ user: User) -> Message {
        let login = user.unixUser == user.name.name ? "" : " (\(user.unixUser))"
        func words(_ language: ScreenLanguage) -> String {
            guard !user.isDisabled else { return language.phrase("disabled", "dinyahaktifkan") }
            return user.roles.sorted().map { $0.label(in: language) }.joined(separator: ", ")
        }
        return Message(
            "user.saved", "\(user.name)\(login): \(words(.english)).", "\(user.name)\(login): \(words(.malay)).")
    }

    static func userSame(_ user: User) -> Message {
        Message(
            "user.same", "\(user.name) is already so; nothing was changed.",
            "\(user.name) sudah begitu; tiada perubahan.")
    }

    /// A mistake of ours: a command whose permission is `free` asks for the database.
    static let notAdmitted = Message(
        "err.not-admitted", "This command may not open the database. Nothing was read. Please report this.",
        "Arahan ini tidak boleh membuka pangkalan data. Tiada apa dibaca. Sila laporkan.", exit: .refused)

    static func notPermitted(_ who: Actor, _ roles: Set<Role>, _ permission: Permission, admin: Actor?) -> Message {
        let role = Role.holding(permission) ?? .admin
        let (asked, asking) = (admin?.name ?? "an admin", admin?.name ?? "pentadbir")
        let command = "pantau user role \(who.name) --add \(role.rawValue)"
        func list(_ language: ScreenLanguage) -> String {
            roles.isEmpty ? "-" : roles.sorted().map { $0.label(in: language) }.joined(separator: ", ")
        }
        return Message(
            "err.role",
            "\(who) (\(list(.english))) may not \(permission.label(in: .english)). "
                + "Ask \(asked) for the \(role.label(in: .english)) role: \(command)",
            "\(who) (\(list(.malay))) tidak boleh \(permission.label(in: .malay)). "
                + "Minta peranan \(role.label(in: .malay)) daripada \(asking): \(command)",
            exit: .refused, hint: command)
    }

    init(_ refusal: RightsRefusal, admin: Actor?) {
        let (asked, asking) = (admin?.name ?? "an admin", admin?.name ?? "pentadbir")
        switch refusal {
        case .unregistered(let user):
            let command = "pantau user add \(user) --role reviewer"
            self.init(
                "err.unregistered", "\(user) is not registered here. Ask \(asked): \(command)",
                "\(user) tidak berdaftar di sini. Minta \(asking): \(command)", exit: .refused, hint: command)
        case .disabled(let user):
            let command = "pantau user role \(user) --set reviewer"
            self.init(
                "err.disabled", "\(user) is disabled. Ask \(asked): \(command)",
                "\(user) dinyahaktifkan. Minta \(asking): \(command)", exit: .refused, hint: command)
        case .mayNotActAs(let user, let other):
            self.init(
                "err.act-as", "\(user) may not act as \(other); only an admin or a service may. Leave out --as.",
                "\(user) tidak boleh bertindak sebagai \(other); hanya pentadbir atau perkhidmatan. Buang --as.",
                exit: .refused, hint: "--as")
        case .unknownOther(let other):
            self.init(
                "err.act-as", "--as \(other): nobody of that name is registered here. See: pantau user list",
                "--as \(other): tiada pengguna bernama itu di sini. Lihat: pantau user list", exit: .refused,
                hint: "pantau user list")
        }
    }
}
