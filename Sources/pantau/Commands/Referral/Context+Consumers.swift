import ArgumentParser
import Documents
import Fetching
import FoundationEssentials
import Glibc
import Model
import Reading
import Referring
import Settings
import Storing
import Text

extension Context {
    /// Who gets prospects: `consumers.yaml`, or the one that is built in where there is no such file.
    ///
    /// - Throws: `CommandFailure` with every mistake in the file.
    func consumers() throws -> [Consumer] {
        let usual = [paths.map { $0.config + "/consumers.yaml" }, "/etc/pantau/consumers.yaml"].compactMap { $0 }
        let found = settings.consumers ?? usual.first { FileManager.default.fileExists(atPath: $0) }
        guard let path = found else { return Consumer.builtIn }
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            let why = "it is not there, not readable or not UTF-8"
            throw CommandFailure(.unreadable(path, why: why, exit: .configuration))
        }
        do {
            return try ConsumerFile(try readYAML(text, file: path), file: path).consumers
        } catch let problem as DocumentProblem {
            throw CommandFailure(.badFile(problem.description, exit: .configuration))
        } catch let problems as DocumentProblems {
            throw CommandFailure(.badFile(problems.description, exit: .configuration))
        }
    }

    /// The consumer of that name. A mistyped one would begin anew, with every prospect there ever was.
    func consumer(_ name: String) throws -> Consumer {
        let all = try consumers()
        guard let consumer = all.first(where: { $0.name == name }) else {
            throw CommandFailure(.consumerUnknown(name, known: all.map(\.name)))
        }
        return consumer
    }

    /// The consumers that take pushes: the one that is named, or all.
    func pushedConsumers(_ name: String?) throws -> [Consumer] {
        if let name {
            let consumer = try consumer(name)
            guard consumer.address != nil else { throw CommandFailure(.consumerTakesFiles(name)) }
            return [consumer]
        }
        let all = try consumers().filter { $0.address != nil }
        guard !all.isEmpty else { throw CommandFailure(.noConsumerTakesPushes) }
        return all
    }

    /// The secret that signs for a consumer.
    func secret(of consumer: Consumer) throws -> WebhookSecret {
        guard let path = consumer.secretFile else { throw CommandFailure(.consumerTakesFiles(consumer.name)) }
        do throws(SecretProblem) {
            return try WebhookSecret(file: path)
        } catch {
            throw CommandFailure(Message(error))
        }
    }

    /// Who we are to a consumer that asks for tokens; nil where it asks for none.
    func clientSecret(of consumer: Consumer) throws -> ClientSecret? {
        guard let path = consumer.clientFile else { return nil }
        do throws(SecretProblem) {
            return try ClientSecret(file: path)
        } catch {
            throw CommandFailure(Message(error))
        }
    }

    /// What sends a request to a consumer, with a token where it asks for one.
    ///
    /// - Parameter answerBytes: the longest answer that is read.
    func sender(
        to consumer: Consumer, for scope: AccessTokens.Scope, answerBytes: Int
    ) throws -> AccessTokens.Sender {
        let client = try client(at: consumer.address, of: consumer, answerBytes: answerBytes)
        let plain: AccessTokens.Sender = { request async throws(FailureCause) in try await client.send(request) }
        guard let secret = try clientSecret(of: consumer) else { return plain }
        let giver = try self.client(at: consumer.tokenAddress, of: consumer, answerBytes: 64 << 10)
        let tokens = AccessTokens(
            secret, for: scope, clock: clock,
            send: { request async throws(FailureCause) in try await giver.send(request) })
        return { request async throws(FailureCause) in try await tokens.authorized(request, plain) }
    }

    /// What talks to one address of a consumer: 20 s for an answer (contract, section 4b), no redirects.
    private func client(at address: WebURL?, of consumer: Consumer, answerBytes: Int) throws -> ServiceClient {
        var limits = FetchLimits()
        (limits.total, limits.stall, limits.serviceBytes) = (.seconds(20), .seconds(20), answerBytes)
        let certificate = consumer.certificate.flatMap { file in
            consumer.certificateKey.map { ClientCertificate(file: file, key: $0) }
        }
        guard let address,
            let agent = UserAgent(version: Pantau.configuration.version, contact: settings.contact ?? ""),
            let client = ServiceClient(
                base: address, as: agent, limits: limits, proxy: settings.proxy.flatMap { Proxy($0) },
                authorities: settings.authorities, certificate: certificate)
        else { throw CommandFailure(.consumerTakesFiles(consumer.name)) }
        return client
    }

    /// Clock, chance and network of a pass.
    func pushWorld(_ send: @escaping AccessTokens.Sender) -> Pusher.World {
        let machine = machineName()
        return Pusher.World(
            owner: "\(getpid())@\(machine)", clock: clock, random: { Double.random(in: 0..<1) },
            sleep: { try await Task.sleep(for: .milliseconds($0.milliseconds)) },
            isGone: { owner in
                // Only of processes of this machine can we know; others' leases run out.
                let parts = owner.split(separator: "@", maxSplits: 1)
                guard parts.count == 2, parts[1] == machine, let process = pid_t(parts[0]) else { return false }
                return kill(process, 0) != 0 && errno == ESRCH
            },
            send: send)
    }
}

private func machineName() -> String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
