/// Which addresses nobody on the web may send us to.
///
/// A feed, a redirect or a name server chooses the address; if it could choose one inside our own network, it could
/// read what only we can reach (server-side request forgery). The check is on the bytes of the address, after the name
/// was looked up and before a socket is opened, so neither the spelling of a URL nor a second DNS answer gets by.
public enum AddressGuard {
    /// Why an address is refused.
    public enum Refusal: String, Hashable, Sendable, CaseIterable {
        case unspecified, loopback, privateNetwork, linkLocal, carrierNAT, multicast, broadcast
        /// Cloud services that answer secrets to whoever asks from inside.
        case metadata
        /// An IPv6 address that stands for an IPv4 address, which might be any of the others.
        case embedsIPv4
        case documentation, benchmarking
        /// Not handed out to anybody as a public address.
        case reserved
    }

    /// - Returns: nil where the address is a public one.
    public static func refusal(of address: IPAddress) -> Refusal? {
        if let row = ranges.first(where: { address.hasPrefix($0.prefix, length: $0.length) }) { return row.refusal }
        // RFC 4291: all of IPv6 that is routed on the public network begins with the bits 001.
        return address.isV4 || address.bytes[0] >> 5 == 1 ? nil : .reserved
    }

    private struct Row: Sendable {
        let prefix: IPAddress
        let length: Int
        let refusal: Refusal

        init?(_ cidr: String, _ refusal: Refusal) {
            let parts = cidr.split(separator: "/")
            guard parts.count == 2, let prefix = IPAddress(String(parts[0])), let length = Int(parts[1]) else {
                return nil
            }
            (self.prefix, self.length, self.refusal) = (prefix, length, refusal)
        }
    }

    /// How many rows the table has; a row that could not be read would be missing, and a test counts them.
    static var rangeCount: Int { ranges.count }
    static let writtenRangeCount = table.count

    private static let ranges = table.compactMap { Row($0.0, $0.1) }
    /// The IANA special-purpose registries (RFC 6890 and its successors); the first row that fits counts.
    private static let table: [(String, Refusal)] = [
        ("0.0.0.0/8", .unspecified),  // Linux connects 0.0.0.0 to the machine itself
        ("10.0.0.0/8", .privateNetwork),
        ("100.100.100.200/32", .metadata),  // Alibaba Cloud
        ("100.64.0.0/10", .carrierNAT),
        ("127.0.0.0/8", .loopback),
        ("168.63.129.16/32", .metadata),  // Azure's wire server, inside a public range
        ("169.254.169.254/32", .metadata),  // AWS, Google, Azure, OpenStack
        ("169.254.0.0/16", .linkLocal),
        ("172.16.0.0/12", .privateNetwork),
        ("192.0.0.192/32", .metadata),  // Oracle Cloud
        ("192.0.0.0/24", .reserved),
        ("192.0.2.0/24", .documentation),
        ("192.88.99.0/24", .reserved),  // the withdrawn 6to4 relays
        ("192.168.0.0/16", .privateNetwork),
        ("198.18.0.0/15", .benchmarking),
        ("198.51.100.0/24", .documentation),
        ("203.0.113.0/24", .documentation),
        ("224.0.0.0/4", .multicast),
        ("255.255.255.255/32", .broadcast),
        ("240.0.0.0/4", .reserved),
        ("::/128", .unspecified),
        ("::1/128", .loopback),
        ("::/96", .embedsIPv4),  // IPv4-compatible
        ("::ffff:0:0/96", .embedsIPv4),  // IPv4-mapped
        ("::ffff:0:0:0/96", .embedsIPv4),  // IPv4-translated (SIIT)
        ("64:ff9b::/96", .embedsIPv4),  // NAT64
        ("64:ff9b:1::/48", .embedsIPv4),  // NAT64 of a network's own
        ("2001::/32", .embedsIPv4),  // Teredo
        ("2001:db8::/32", .documentation),
        ("2001::/23", .reserved),
        ("2002::/16", .embedsIPv4),  // 6to4
        ("3fff::/20", .documentation),
        ("fd00:ec2::254/128", .metadata),  // AWS
        ("fc00::/7", .privateNetwork),
        ("fe80::/10", .linkLocal),
        ("fec0::/10", .privateNetwork),  // the withdrawn site-local addresses
        ("ff00::/8", .multicast),
    ]
}
