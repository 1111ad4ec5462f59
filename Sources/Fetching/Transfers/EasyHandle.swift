import CCurl
import Glibc
import Model
import Reading

/// One libcurl easy handle with what it needs to stay alive. Used on the transfer thread only.
final class EasyHandle {
    let raw: UnsafeMutableRawPointer
    private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var lines: UnsafeMutablePointer<curl_slist>?
    /// CURLAUTH_BASIC, a macro that Swift does not read.
    private static let basic = 1
    /// The first option that libcurl would not take.
    private var refusal = CURLE_OK

    init?() {
        guard let raw = curl_easy_init() else {
            errorText.deallocate()
            return nil
        }
        self.raw = raw
    }

    deinit {
        curl_easy_cleanup(raw)
        curl_slist_free_all(lines)
        errorText.deallocate()
    }

    /// Prepares the handle for one hop; what an earlier hop left is forgotten, its connection is not.
    ///
    /// - Returns: false where libcurl refuses an option: without each of them a guard would be missing.
    func prepare(for transfer: Transfer) -> Bool {
        curl_easy_reset(raw)
        curl_slist_free_all(lines)
        (lines, refusal, errorText[0]) = (nil, CURLE_OK, 0)
        let user = Unmanaged.passUnretained(transfer).toOpaque()
        note(ccurl_set_pointer(raw, CURLOPT_ERRORBUFFER, errorText))
        note(ccurl_set_write(raw, CURLOPT_WRITEFUNCTION, receiveBody, user))
        note(ccurl_set_write(raw, CURLOPT_HEADERFUNCTION, receiveHeaderLine, user))
        // Both are needed: the first runs for new connections only, the second also where a kept one is used again.
        note(ccurl_set_open_socket(raw, openSocket, user))
        note(ccurl_set_prerequest(raw, checkBeforeRequest, user))
        setAddress(transfer.hop)
        setWay(transfer.rules)
        setLimits(transfer)
        setManners(transfer.hop)
        setMessage(transfer.hop)
        return refusal == CURLE_OK
    }

    /// How the transfer ended.
    func end(_ code: CURLcode) -> TransferEnd {
        var total: curl_off_t = 0
        var connected: curl_off_t = 0
        var (systemError, proxyStatus) = (0, 0)
        ccurl_get_offset(raw, CURLINFO_TOTAL_TIME_T, &total)
        ccurl_get_offset(raw, CURLINFO_PRETRANSFER_TIME_T, &connected)
        ccurl_get_long(raw, CURLINFO_OS_ERRNO, &systemError)
        ccurl_get_long(raw, CURLINFO_HTTP_CONNECTCODE, &proxyStatus)
        let words = String(cString: errorText)
        return TransferEnd(
            code: code, elapsed: TimeSpan(milliseconds: Int64(total / 1000)), isConnected: connected > 0,
            systemError: systemError, proxyStatus: proxyStatus,
            text: words.isEmpty ? String(cString: curl_easy_strerror(code)) : words)
    }

    private func setAddress(_ hop: Hop) {
        set(CURLOPT_URL, hop.url.href)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        set(CURLOPT_PATH_AS_IS, 1)
        if let credentials = hop.credentials {
            set(CURLOPT_HTTPAUTH, Self.basic)
            set(CURLOPT_USERNAME, credentials.user)
            set(CURLOPT_PASSWORD, credentials.password)
        }
    }

    private func setWay(_ rules: TransferRules) {
        // "" where there is none, or else http_proxy in the environment reroutes every fetch and the guard sees the
        // proxy's address; and no_proxy would lead past a proxy to where nothing was checked.
        set(CURLOPT_PROXY, rules.proxy?.url.origin ?? "")
        set(CURLOPT_NOPROXY, "")
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        if let credentials = rules.proxy?.credentials {
            set(CURLOPT_PROXYAUTH, Self.basic)
            set(CURLOPT_PROXYUSERNAME, credentials.user)
            set(CURLOPT_PROXYPASSWORD, credentials.password)
        }
        // Those of the system stay in force: libcurl finds them in a folder of their own (CURLOPT_CAPATH).
        if let authorities = rules.authorities {
            set(CURLOPT_CAINFO, authorities)
            set(CURLOPT_PROXY_CAINFO, authorities)
        }
    }

    private func setLimits(_ transfer: Transfer) {
        let limits = transfer.rules.limits
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, Int(max(1, limits.connect.milliseconds)))
        set(CURLOPT_TIMEOUT_MS, Int(max(1, transfer.hop.remaining.milliseconds)))
        set(CURLOPT_LOW_SPEED_LIMIT, 1)
        set(CURLOPT_LOW_SPEED_TIME, Int(max(1, limits.stall.milliseconds / 1000)))
    }

    private func setManners(_ hop: Hop) {
        for line in hop.headerLines { lines = curl_slist_append(lines, line) }
        note(ccurl_set_lines(raw, CURLOPT_HTTPHEADER, lines))
        set(CURLOPT_USERAGENT, hop.agent)
        if hop.document.isUnpackedOnTheWay {
            set(CURLOPT_ACCEPT_ENCODING, ContentCoding.accepted)
        } else {
            set(CURLOPT_HTTP_CONTENT_DECODING, 0)
        }
        // HTTP/2 only where TLS agrees on it: without TLS, libcurl 7.88 fails on a connection that is used again.
        set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        set(CURLOPT_HTTP09_ALLOWED, 0)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    }

    private func setMessage(_ hop: Hop) {
        if let certificate = hop.certificate {
            set(CURLOPT_SSLCERT, certificate.file)
            set(CURLOPT_SSLKEY, certificate.key)
        }
        guard let message = hop.message else { return }
        set(CURLOPT_POST, 1)
        // The size comes first: libcurl copies that many bytes.
        set(CURLOPT_POSTFIELDSIZE, message.count)
        message.withUnsafeBytes { bytes in
            // libcurl only reads them.
            let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
            note(ccurl_set_pointer(raw, CURLOPT_COPYPOSTFIELDS, start))
        }
    }

    private func set(_ option: CURLoption, _ value: Int) { note(ccurl_set_long(raw, option, value)) }
    private func set(_ option: CURLoption, _ value: String) { note(ccurl_set_string(raw, option, value)) }
    private func note(_ code: CURLcode) { if refusal == CURLE_OK { refusal = code } }
}

private func transfer(_ user: UnsafeMutableRawPointer?) -> Transfer? {
    user.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

private let receiveHeaderLine: curl_write_callback = { bytes, _, count, user in
    guard let transfer = transfer(user) else { return 0 }
    return transfer.receiveHeaderLine(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
}

private let receiveBody: curl_write_callback = { bytes, _, count, user in
    guard let transfer = transfer(user) else { return 0 }
    return transfer.receiveBody(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
}

/// Called after the name was looked up and before anything is sent: closes DNS rebinding.
private let openSocket: curl_opensocket_callback = { user, _, place in
    guard let transfer = transfer(user), let place else { return CURL_SOCKET_BAD }
    let (address, port) = withUnsafePointer(to: &place.pointee.addr) {
        IPAddress.read($0, family: place.pointee.family)
    }
    guard transfer.permitsSocket(to: address, port: port) else { return CURL_SOCKET_BAD }
    let kind = place.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return socket(place.pointee.family, kind, place.pointee.protocol)
}

/// Called before each request, also on a connection that another request opened.
private let checkBeforeRequest: curl_prereq_callback = { user, remote, local, remotePort, localPort in
    guard let transfer = transfer(user), let remote, let local else { return CURL_PREREQFUNC_ABORT }
    let isPermitted = transfer.permitsRequest(
        to: String(cString: remote), port: Int(remotePort), fromLocal: String(cString: local), port: Int(localPort))
    return isPermitted ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}
