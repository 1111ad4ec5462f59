import ChildProcess
import Foundation
import Testing

/// nginx with TLS on loopback, and authorities of its own: a server that is not ours, as in the world.
final class TLSSite {
    /// What is wrong with the certificate of a port.
    enum Certificate: String, CaseIterable {
        case valid, expired
        case ofAnotherHost = "other"
        case selfSigned = "selfsigned"
    }

    /// Missing programs are said by the test that needs them.
    static let isPossible = access(nginx, X_OK) == 0 && access(openssl, X_OK) == 0
    private static let (nginx, openssl) = ("/usr/sbin/nginx", "/usr/bin/openssl")

    let folder: String
    private var server: ChildProcess?
    private var firstPort = 0

    /// The certificate of the authority that signed all but the self-signed one.
    var authority: String { folder + "/authority.pem" }

    init() async throws {
        var template = Array("/tmp/pantau-tls-XXXXXX".utf8CString)
        folder = mkdtemp(&template).map { String(cString: $0) } ?? ""
        try Self.script.write(toFile: folder + "/make", atomically: true, encoding: .utf8)
        let ending = try await start(["/bin/sh", "-eu", folder + "/make"]).end()
        try #require(ending.exit == 0, "certificates: \(log)")
        // A port may be somebody else's: then others are tried.
        for _ in 0..<5 where server?.isRunning != true { try await serve() }
        try #require(server?.isRunning == true, "nginx: \(log)")
    }

    private func serve() async throws {
        firstPort = Int.random(in: 20_000..<30_000)
        try configuration.write(toFile: folder + "/nginx.conf", atomically: true, encoding: .utf8)
        let child = try start([Self.nginx, "-p", folder, "-c", folder + "/nginx.conf"])
        server = child
        // It writes its number once it listens.
        while child.isRunning, access(folder + "/nginx.pid", F_OK) != 0 { try await Task.sleep(for: .milliseconds(20)) }
    }

    deinit {
        server?.send(SIGTERM)
        try? FileManager.default.removeItem(atPath: folder)
    }

    func port(_ certificate: Certificate) -> Int {
        firstPort + (Certificate.allCases.firstIndex(of: certificate) ?? 0)
    }

    /// Every place of the site, as an allow-list names it.
    var places: [String] { Certificate.allCases.map { "127.0.0.1:\(port($0))" } }

    private var log: String { (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? "" }

    private func start(_ command: [String]) throws -> ChildProcess {
        _ = FileManager.default.createFile(atPath: folder + "/log", contents: nil)
        return try ChildProcess(
            command, environment: ["PATH": "/usr/bin:/bin"], folder: folder, input: .file("/dev/null"),
            output: .file("/dev/null"), messages: .file(folder + "/log"))
    }

    private var configuration: String {
        let servers = Certificate.allCases.map { certificate in
            """
            server { listen 127.0.0.1:\(port(certificate)) ssl http2;
            ssl_certificate \(certificate.rawValue).pem; ssl_certificate_key \(certificate.rawValue).key;
            location / { add_header X-Protocol $server_protocol; add_header X-Connection $connection; return 200 "sampai"; } }
            """
        }
        return """
            daemon off; master_process off; pid nginx.pid; error_log stderr; events {}
            http { access_log off; default_type text/plain;
            client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
            \(servers.joined(separator: "\n")) }
            """
    }

    /// Certificates of one day, made anew each time: no key is kept anywhere.
    private static let script = """
        key="ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
        openssl req -x509 -newkey $key -keyout authority.key -out authority.pem -days 1 -subj "/CN=Pihak Contoh"
        sign() {
            openssl req -newkey $key -keyout "$1.key" -out "$1.csr" -subj "/CN=Laman Contoh"
            printf 'subjectAltName=%s' "$2" >"$1.ext"
            openssl x509 -req -in "$1.csr" -CA authority.pem -CAkey authority.key -CAcreateserial -days "$3" \\
                -extfile "$1.ext" -out "$1.pem"
        }
        sign valid IP:127.0.0.1 1
        sign expired IP:127.0.0.1 -1
        sign other DNS:lain.example 1
        openssl req -x509 -newkey $key -keyout selfsigned.key -out selfsigned.pem -days 1 -subj "/CN=Sendiri" \\
            -addext subjectAltName=IP:127.0.0.1

        """
}
