import CCurl
import Glibc
import Model
import Reading

/// One hop in flight: what came of it so far, and why we stopped it. Lives on the transfer thread only.
final class Transfer {
    let id: UInt64
    let hop: Hop
    let rules: TransferRules
    /// Called once, with the end.
    let finish: (HopResult) -> Void
    private let checked: CheckedConnections

    private var head = HeadReader()
    private var body: [UInt8] = []
    private var isCut = false
    private var hasOpenedSocket = false
    /// Why a callback of ours refused to go on; libcurl itself only knows that one did.
    private var stop: FailureCause?
    private var refusedAddress: String?

    init(
        id: UInt64, hop: Hop, rules: TransferRules, checked: CheckedConnections,
        finish: @escaping (HopResult) -> Void
    ) {
        (self.id, self.hop, self.rules, self.checked, self.finish) = (id, hop, rules, checked, finish)
    }

    /// - Returns: false where the transfer is to end.
    func receiveHeaderLine(_ line: UnsafeRawBufferPointer) -> Bool {
        let kind = head.read(line)
        guard head.byteCount <= rules.limits.headerBytes else {
            stop = .headersTooLarge(limit: rules.limits.headerBytes)
            return false
        }
        guard case .end = kind, head.status >= 200 else { return true }
        do throws(HeadReader.ContradictoryLength) {
            guard let length = try head.contentLength(), isSuccess, hop.document != .robots else { return true }
            guard length <= bodyLimit else {
                stop = .tooLarge(limit: bodyLimit)
                return false
            }
            body.reserveCapacity(max(0, length))
            return true
        } catch {
            stop = .protocolError("two different lengths")
            return false
        }
    }

    /// - Returns: false where the transfer is to end.
    func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let room = bodyLimit - body.count
        guard bytes.count > room else {
            body.append(contentsOf: bytes)
            return true
        }
        if isSuccess, hop.document != .robots {
            stop = .tooLarge(limit: bodyLimit)
        } else {
            body.append(contentsOf: bytes.prefix(room))
            isCut = true
        }
        return false
    }

    /// Whether a socket to that address may be opened; nil stands for a family that is neither IPv4 nor IPv6.
    func permitsSocket(to address: IPAddress?, port: Int) -> Bool {
        guard permits(address, port: port, spelling: "of an unknown family") else { return false }
        hasOpenedSocket = true
        return true
    }

    /// Whether the request may go out on a connection: one that was opened and checked for it, or a kept one.
    ///
    /// - Parameter address: of the peer, as libcurl spells it.
    func permitsRequest(to address: String, port: Int, fromLocal localAddress: String, port localPort: Int) -> Bool {
        let connection = CheckedConnections.Connection(
            host: hop.url.host, port: hop.url.effectivePort, localAddress: localAddress, localPort: localPort)
        if hasOpenedSocket {
            checked.insert(connection)
            return true
        }
        return checked.contains(connection) || permits(IPAddress(address), port: port, spelling: address)
    }

    private func permits(_ address: IPAddress?, port: Int, spelling: String) -> Bool {
        // Behind a proxy this is the proxy's address, which the operator wrote; the target was checked before.
        if rules.proxy != nil { return true }
        let isOpen = address.map { rules.permits($0, port: port, for: hop.url) } ?? false
        if !isOpen { refusedAddress = address?.description ?? spelling }
        return isOpen
    }

    /// The end of the transfer as libcurl tells it.
    func result(_ end: TransferEnd) -> HopResult {
        guard isCut || (end.code == CURLE_OK && stop == nil) else {
            return .failed(cause(of: end), elapsed: end.elapsed)
        }
        do throws(FailureCause) {
            try unpackBody()
        } catch {
            return .failed(error, elapsed: end.elapsed)
        }
        return .answered(
            HopAnswer(status: head.status, headers: head.fields, body: body, isCut: isCut, elapsed: end.elapsed))
    }

    /// Of an answer without success the body counts little: what cannot be unpacked is left out.
    private func unpackBody() throws(FailureCause) {
        guard !hop.document.isUnpackedOnTheWay, !body.isEmpty else { return }
        guard !isSuccess else {
            body = try ContentCoding.stack(of: head.fields).unpacked(body, limit: bodyLimit)
            return
        }
        do throws(FailureCause) {
            let stack = try ContentCoding.stack(of: head.fields)
            guard !stack.isEmpty else { return }
            let whole = try stack.unpacked(body, limit: FetchLimits.unpackedErrorBytes)
            isCut = isCut || whole.count > bodyLimit
            body = Array(whole.prefix(bodyLimit))
        } catch {
            (body, isCut) = ([], true)
        }
    }

    private var isSuccess: Bool { (200...299).contains(head.status) }
    private var bodyLimit: Int {
        isSuccess ? rules.limits.bodyBytes(for: hop.document) : FetchLimits.errorBodyBytes
    }

    private func cause(of end: TransferEnd) -> FailureCause {
        if let stop { return stop }
        if let refusedAddress, end.code == CURLE_ABORTED_BY_CALLBACK || !hasOpenedSocket {
            return .refusedAddress(refusedAddress)
        }
        if end.code == CURLE_OPERATION_TIMEDOUT { return .timeout(timeout(of: end)) }
        // libcurl's own bound on one line of a header reports itself as lack of memory.
        if end.code == CURLE_OUT_OF_MEMORY { return .headersTooLarge(limit: rules.limits.headerBytes) }
        return end.cause(afterHeader: head.status != 0)
    }

    private func timeout(of end: TransferEnd) -> String {
        if end.elapsed >= hop.remaining { return FailureCause.totalTimeout }
        return end.isConnected ? FailureCause.stalledTimeout : FailureCause.connectTimeout
    }
}
