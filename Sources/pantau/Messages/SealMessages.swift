import Sealing

extension Message {
    init(_ error: SealError) {
        switch error {
        case .noAge:
            self = Message(
                "err.age", "The program age is not installed, so nothing can be encrypted or opened: apt install age",
                "Program age belum dipasang, jadi tiada apa dapat disulitkan atau dibuka: apt install age",
                exit: .configuration, hint: "apt install age")
        case .refused(let path, let why):
            self = Message(
                "err.seal", "age refused \(path): \(why). Nothing was changed.",
                "age menolak \(path): \(why). Tiada perubahan.", exit: .configuration)
        case .file(let path, let why):
            self = Message(
                "err.seal-file", "Cannot read or write \(path): \(why). Nothing was changed.",
                "Tidak dapat membaca atau menulis \(path): \(why). Tiada perubahan.", exit: .inputOutput)
        }
    }
}
