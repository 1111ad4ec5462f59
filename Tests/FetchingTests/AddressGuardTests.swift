import Model
import Reading
import Testing

@testable import Fetching

struct AddressGuardTests {
    @Test(arguments: [
        ("127.0.0.1", AddressGuard.Refusal.loopback), ("127.255.3.9", .loopback), ("0.0.0.0", .unspecified),
        ("0.1.2.3", .unspecified), ("10.0.0.1", .privateNetwork), ("172.16.0.1", .privateNetwork),
        ("172.31.255.255", .privateNetwork), ("192.168.1.1", .privateNetwork), ("169.254.1.1", .linkLocal),
        ("169.254.169.254", .metadata), ("100.100.100.200", .metadata), ("168.63.129.16", .metadata),
        ("192.0.0.192", .metadata), ("100.64.0.1", .carrierNAT), ("100.127.255.255", .carrierNAT),
        ("224.0.0.1", .multicast), ("239.255.255.250", .multicast), ("255.255.255.255", .broadcast),
        ("240.0.0.1", .reserved), ("192.0.0.8", .reserved), ("192.0.2.5", .documentation),
        ("198.51.100.5", .documentation), ("203.0.113.5", .documentation), ("198.18.0.1", .benchmarking),
        ("198.19.255.255", .benchmarking), ("::", .unspecified), ("::1", .loopback), ("::7f00:1", .embedsIPv4),
        ("::ffff:127.0.0.1", .embedsIPv4), ("::ffff:8.8.8.8", .embedsIPv4), ("::ffff:0:7f00:1", .embedsIPv4),
        ("64:ff9b::a9fe:a9fe", .embedsIPv4), ("64:ff9b:1::1", .embedsIPv4), ("2002:7f00:1::", .embedsIPv4),
        ("2001:0:1::1", .embedsIPv4), ("2001:db8::1", .documentation), ("3fff::1", .documentation),
        ("2001:20::1", .reserved), ("fd00::1", .privateNetwork), ("fc12::1", .privateNetwork),
        ("fd00:ec2::254", .metadata), ("fe80::1", .linkLocal), ("febf::1", .linkLocal), ("fec0::1", .privateNetwork),
        ("ff02::1", .multicast), ("100::1", .reserved), ("5f00::1", .reserved), ("4000::1", .reserved),
    ])
    func anAddressThatIsNotPublicIsRefused(_ text: String, _ refusal: AddressGuard.Refusal) throws {
        #expect(AddressGuard.refusal(of: try #require(IPAddress(text))) == refusal)
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255", "128.0.0.1",
        "168.63.129.17", "169.253.255.255", "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.0.32.8",
        "192.167.255.255", "192.169.0.1", "198.17.255.255", "198.20.0.1", "223.255.255.255", "2606:4700::1111",
        "2a00::1", "2001:200::1", "2400:3200::1",
    ])
    func aPublicAddressIsNotRefused(_ text: String) throws {
        #expect(AddressGuard.refusal(of: try #require(IPAddress(text))) == nil)
    }

    @Test func everyRowOfTheTableCanBeRead() {
        #expect(AddressGuard.rangeCount == AddressGuard.writtenRangeCount)
    }

    @Test(arguments: [0, 1, 3, 5, 15, 17, 64])
    func anAddressHasFourBytesOrSixteen(_ count: Int) {
        #expect(IPAddress(bytes: [UInt8](repeating: 1, count: count)) == nil)
    }

    @Test(arguments: ["", "berita.example", "1.2.3.4:80", "1.2.3.4/x", "a@1.2.3.4", "::1%eth0", "[::1]", "1:2:3"])
    func whatIsNoNumericAddressIsNotReadAsOne(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        "http://127.1/", "http://0x7f000001/", "http://2130706433/", "http://0177.0.0.1/", "http://１２７.0.0.1/",
        "http://127.0.0.1./", "http://127。0。0。1/",
    ])
    func aSpellingOfLoopbackIsLoopback(_ text: String) throws {
        let url = try address(text)
        #expect(AddressGuard.refusal(of: try #require(IPAddress(url.host))) == .loopback)
    }
}

struct AllowListTests {
    @Test func aNumericEntryCountsForWhatIsConnectedTo() throws {
        let list = try AllowList(["127.0.0.1:8080", "[::1]:9090"])
        let loopback = try #require(IPAddress("127.0.0.1"))
        #expect(list.opens(loopback, connectedPort: 8080, host: "berita.intranet", port: 8080))
        #expect(!list.opens(loopback, connectedPort: 8081, host: "127.0.0.1", port: 8081))
        #expect(!list.opens(try #require(IPAddress("127.0.0.2")), connectedPort: 8080, host: "x", port: 8080))
        #expect(list.opens(try #require(IPAddress("::1")), connectedPort: 9090, host: "[::1]", port: 9090))
        #expect(
            !list.opens(
                try #require(IPAddress("::ffff:127.0.0.1")), connectedPort: 8080, host: "[::ffff:7f00:1]", port: 8080))
    }

    @Test func aNameCountsForUrlsWithThatNameAndPort() throws {
        let list = try AllowList(["Berita.Intranet:80"])
        let address = try #require(IPAddress("10.1.2.3"))
        #expect(list.opens(address, connectedPort: 80, host: "berita.intranet", port: 80))
        #expect(!list.opens(address, connectedPort: 80, host: "lain.intranet", port: 80))
        #expect(!list.opens(address, connectedPort: 8080, host: "berita.intranet", port: 8080))
    }

    @Test(arguments: [
        "", "127.0.0.1", ":80", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:80x", "10.0.0.0/8:80",
        "*.intranet:80", "http://a:80", "a b:80", "x@y:80", "::1:80/",
    ])
    func anEntryThatDoesNotNameOnePlaceIsAnError(_ entry: String) {
        #expect(throws: AllowListError.self) { try AllowList([entry]) }
    }
}
