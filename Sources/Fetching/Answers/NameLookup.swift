import Dispatch
import Glibc
import Model

/// Finds out what a failed name lookup meant.
enum NameLookup {
    /// An answer that there is no such name comes at once; after this time nobody answered.
    private static let longestAnswer: TimeSpan = .seconds(4)
    /// The C library's lookup blocks, and must block no thread of Swift's pool.
    private static let queue = DispatchQueue(label: "name lookup", attributes: .concurrent)

    /// Whether the name does not exist or the name service could not be asked.
    ///
    /// - Parameter elapsed: how long the lookup that failed took.
    static func failure(of host: String, after elapsed: TimeSpan) async -> FailureCause {
        guard elapsed < longestAnswer else { return .dnsTemporary }
        return await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: isKnownToBeMissing(host) ? .dnsNotFound : .dnsTemporary) }
        }
    }

    private static func isKnownToBeMissing(_ host: String) -> Bool {
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, nil, &list)
        if code == 0 { freeaddrinfo(list) }
        return code == EAI_NONAME || code == noAddress
    }

    /// EAI_NODATA, "No address associated with hostname": glibc's netdb.h shows it to GNU sources only.
    private static let noAddress: Int32 = -5
}
