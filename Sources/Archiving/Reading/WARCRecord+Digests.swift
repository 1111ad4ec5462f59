import Hashing

extension WARCRecord {
    /// The digest that does not fit; nil where all that stand there do.
    var digestFault: ArchiveFault.Kind? {
        if let written = self["WARC-Block-Digest"], written != "sha256:\(Digest(of: block).hexadecimal)" {
            return .blockDigest
        }
        if let written = self["WARC-Payload-Digest"], written != "sha256:\(Digest(of: payload).hexadecimal)" {
            return .payloadDigest
        }
        return nil
    }
}
