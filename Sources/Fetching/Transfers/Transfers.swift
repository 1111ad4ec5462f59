import CCurl
import Model

/// The transfers in flight, over one libcurl multi handle: no thread for each, connections kept and used again.
///
/// The actor's executor is the thread that polls the sockets; see `TransferThread`.
actor Transfers {
    private nonisolated let thread = TransferThread()
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let rules: TransferRules
    private let limit: Int
    private var running: [UnsafeMutableRawPointer: (transfer: Transfer, handle: EasyHandle)] = [:]
    /// Those that wait for a free place, in order.
    private var waiting: [Transfer] = []
    private var idle: [EasyHandle] = []
    private let checked = CheckedConnections()
    private var lastID: UInt64 = 0

    /// - Parameter limit: how many transfers run at one time; further ones wait.
    init(rules: TransferRules, limit: Int) {
        (self.rules, self.limit) = (rules, max(1, limit))
        _ = libraryStart
        ccurl_multi_set_long(thread.multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, self.limit)
        ccurl_multi_set_long(thread.multi, CURLMOPT_MAXCONNECTS, self.limit)
        thread.start { [weak self] in self?.assumeIsolated { $0.pump() } ?? 0 }
    }

    // Not `isolated deinit`: with an executor of the actor's own the compiler calls it a circular reference.
    deinit { thread.stop() }

    /// Carries out one hop. Ends within the hop's remaining time after it got its place; at once where the task is
    /// cancelled.
    func perform(_ hop: Hop) async -> HopResult {
        lastID += 1
        let id = lastID
        // No suspension lies between the check and the start, and `cancel` runs on this executor too: it cannot
        // overtake.
        return await withTaskCancellationHandler {
            guard !Task.isCancelled else { return HopResult.failed(.cancelled, elapsed: .seconds(0)) }
            return await withCheckedContinuation { continuation in
                waiting.append(
                    Transfer(id: id, hop: hop, rules: rules, checked: checked) { continuation.resume(returning: $0) })
                startWaiting()
            }
        } onCancel: {
            Task { await self.cancel(id) }
        }
    }

    private func startWaiting() {
        while running.count < limit, !waiting.isEmpty {
            let transfer = waiting.removeFirst()
            guard let handle = idle.popLast() ?? EasyHandle(), handle.prepare(for: transfer),
                curl_multi_add_handle(thread.multi, handle.raw) == CURLM_OK
            else {
                transfer.finish(.failed(.protocolError("libcurl cannot start a transfer"), elapsed: .seconds(0)))
                continue
            }
            running[handle.raw] = (transfer, handle)
        }
    }

    /// - Returns: how many transfers run now.
    private func pump() -> Int {
        var active: Int32 = 0
        curl_multi_perform(thread.multi, &active)
        var left: Int32 = 0
        while let message = curl_multi_info_read(thread.multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let raw = message.pointee.easy_handle,
                let (transfer, handle) = running[raw]
            else { continue }
            let end = handle.end(ccurl_message_result(message))
            release(handle)
            transfer.finish(transfer.result(end))
        }
        startWaiting()
        return running.count
    }

    private func cancel(_ id: UInt64) {
        if let index = waiting.firstIndex(where: { $0.id == id }) {
            waiting.remove(at: index).finish(.failed(.cancelled, elapsed: .seconds(0)))
        } else if let (transfer, handle) = running.values.first(where: { $0.transfer.id == id }) {
            let elapsed = handle.end(CURLE_ABORTED_BY_CALLBACK).elapsed
            release(handle)
            transfer.finish(.failed(.cancelled, elapsed: elapsed))
            startWaiting()
        }
    }

    private func release(_ handle: EasyHandle) {
        curl_multi_remove_handle(thread.multi, handle.raw)
        running[handle.raw] = nil
        idle.append(handle)
    }
}

/// libcurl wants to be started once, before any other call.
private let libraryStart = ccurl_global_start()
