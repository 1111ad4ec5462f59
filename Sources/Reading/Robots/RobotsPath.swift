/// The part of an address that rules are matched against.
enum RobotsPath {
    /// Path, parameters and query of a whole address or of a target that is none; `/` where there is no path.
    static func path(of target: String) -> [UInt8] {
        let bytes = Array(target.utf8)
        let start = bytes.starts(with: "//".utf8) ? 2 : 0
        let isStop = { (byte: UInt8) in "/?;".utf8.contains(byte) }
        // A path that begins before "://" makes the colon part of the path.
        let afterScheme = bytes[start...].firstIndex(where: isStop).flatMap { stop -> Int? in
            guard stop > start, bytes[stop - 1] == UInt8(ascii: ":"), bytes[stop...].starts(with: "//".utf8) else {
                return nil
            }
            return stop + 2
        }
        let hash = bytes[start...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
        let from = afterScheme ?? start
        guard let begin = bytes[from...].firstIndex(where: isStop), begin < hash else { return [UInt8(ascii: "/")] }
        let path = withUpperCaseEscapes(bytes[begin..<hash])
        return path.first == UInt8(ascii: "/") ? path : [UInt8(ascii: "/")] + path
    }

    /// `%2f` as `%2F`: both are the same character, and rules are kept with upper case.
    static func withUpperCaseEscapes(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var out = Array(bytes)
        for at in out.indices where out[at] == UInt8(ascii: "%") && at + 2 < out.count {
            guard out[at + 1].isHexadecimal, out[at + 2].isHexadecimal else { continue }
            (out[at + 1], out[at + 2]) = (out[at + 1].inUpperCase, out[at + 2].inUpperCase)
        }
        return out
    }

    /// The pattern of a rule in the form in which addresses come: what is not ASCII is percent-encoded.
    static func pattern(_ value: some Collection<UInt8>) -> String {
        var out: [UInt8] = []
        for byte in value {
            if byte < 0x80 {
                out.append(byte)
            } else {
                out += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        return String(decoding: withUpperCaseEscapes(out), as: UTF8.self)
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (48...57).contains(self) || (65...70).contains(self) || (97...102).contains(self)
    }
    fileprivate var inUpperCase: UInt8 { (97...122).contains(self) ? self - 32 : self }
}
