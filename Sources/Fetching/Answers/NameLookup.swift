import Dispatch
import Glibc
import Model

/// Asks the system what a name stands for. libcurl asks itself; this is for what it does not tell.
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
        guard case .failure(.dnsNotFound) = await addresses(of: host, within: longestAnswer) else {
            return .dnsTemporary
        }
        return .dnsNotFound
    }

    /// All addresses of a name, or the address itself that is written there.
    ///
    /// - Parameters:
    ///   - host: without brackets.
    ///   - limit: the lookup itself cannot be stopped; after that time, and where the task is cancelled, nobody waits
    ///     for it.
    static func addresses(of host: String, within limit: TimeSpan) async -> Result<[IPAddress], FailureCause> {
        let (answers, answer) = AsyncStream.makeStream(of: Result<[IPAddress], FailureCause>.self)
        queue.async {
            answer.yield(look(up: host))
            answer.finish()
        }
        queue.asyncAfter(deadline: .now() + .milliseconds(Int(limit.milliseconds))) { answer.finish() }
        for await result in answers { return result }
        return .failure(Task.isCancelled ? .cancelled : .dnsTemporary)
    }

    private static func look(up host: String) -> Result<[IPAddress], FailureCause> {
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, nil, &list)
        guard code == 0 else {
            return .failure(code == EAI_NONAME || code == noAddress ? .dnsNotFound : .dnsTemporary)
        }
        defer { freeaddrinfo(list) }
        let places = sequence(first: list) { $0?.pointee.ai_next }.prefix { $0 != nil }
        let addresses = places.compactMap { place in
            place.flatMap { place in
                place.pointee.ai_addr.flatMap { IPAddress.read($0, family: place.pointee.ai_family).address }
            }
        }
        return addresses.isEmpty ? .failure(.dnsNotFound) : .success(addresses)
    }

    /// EAI_NODATA, "No address associated with hostname": glibc's netdb.h shows it to GNU sources only.
    private static let noAddress: Int32 = -5
}
