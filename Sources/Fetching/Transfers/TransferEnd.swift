import CCurl
import Glibc
import Model

/// How a transfer ended, as libcurl tells it.
struct TransferEnd {
    var code: CURLcode
    var elapsed: TimeSpan
    /// Whether the connection, with TLS where there is one, was there before the end.
    var isConnected: Bool
    /// `errno` of the connect that failed; 0 where there was none.
    var systemError: Int
    /// What a proxy answered to CONNECT; 0 where it was not asked.
    var proxyStatus: Int
    /// libcurl's words on the error.
    var text: String

    /// What the error means; ours, where a callback of ours stopped the transfer, is known before.
    ///
    /// - Parameter afterHeader: whether a status line had come.
    func cause(afterHeader: Bool) -> FailureCause {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: .dnsNotFound
        case CURLE_COULDNT_RESOLVE_PROXY: .connect("the proxy's name is not known")
        case _ where proxyStatus >= 300: .connect("the proxy answers HTTP \(proxyStatus)")
        case CURLE_COULDNT_CONNECT: .connect(connectWord)
        case CURLE_URL_MALFORMAT: .invalidURL
        case CURLE_PARTIAL_FILE: .truncated
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR:
            if text.contains("response headers") {
                .headersTooLarge(limit: FetchLimits().headerBytes)
            } else {
                afterHeader ? .truncated : .connect("lost")
            }
        case CURLE_GOT_NOTHING: .protocolError("nothing came")
        case CURLE_BAD_CONTENT_ENCODING: .badEncoding(text)
        case CURLE_WRITE_ERROR: .badEncoding(text)
        case CURLE_HTTP2, CURLE_HTTP2_STREAM: afterHeader ? .truncated : .protocolError(text)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_SHUTDOWN_FAILED,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_PINNEDPUBKEYNOTMATCH,
            CURLE_USE_SSL_FAILED:
            .tls(text)
        case _: .protocolError(text)
        }
    }

    private var connectWord: String {
        switch Int32(systemError) {
        case ENETUNREACH, EHOSTUNREACH, ENETDOWN, EHOSTDOWN: FailureCause.noRoute
        case ECONNREFUSED: "refused"
        case ECONNRESET: "lost"
        case _: "error \(systemError)"
        }
    }
}
