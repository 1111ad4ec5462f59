import Sealing

/// How what is written for a consumer is kept from everybody else. There is no default: nothing leaves unless it is sealed
/// or a person says in words why it need not be.
public enum Protection: Hashable, Sendable {
    /// Encrypted with age (Debian package `age`) to the recipients in that file.
    case sealed(recipients: String)
    /// Readable by whoever finds it.
    case plain(reason: String)

    /// - Parameters:
    ///   - recipients: what the command line names.
    ///   - reason: why it may be plain; nil where that was not asked for.
    /// - Throws: `ExportError.unprotected` where neither the command line nor the consumer says how.
    public init(for consumer: Consumer, recipients: String?, plainBecause reason: String?) throws(ExportError) {
        if let reason {
            self = .plain(reason: reason)
        } else if let recipients = recipients ?? consumer.recipients {
            self = .sealed(recipients: recipients)
        } else {
            throw .unprotected(consumer: consumer.name)
        }
    }

    /// Seals nothing into nothing, to know before anything is done whether it can be.
    func check() throws(ExportError) {
        guard let recipients else { return }
        do throws(SealError) {
            _ = try AgeProcess.output(of: ["-R", recipients], from: .empty, path: recipients, limit: 10_000)
        } catch {
            throw .seal(error)
        }
    }

    /// The recipients' file; nil where it is plain.
    var recipients: String? {
        switch self {
        case .sealed(let recipients): recipients
        case .plain: nil
        }
    }

    /// Why it is plain.
    var plainReason: String? {
        switch self {
        case .sealed: nil
        case .plain(let reason): reason
        }
    }
}
