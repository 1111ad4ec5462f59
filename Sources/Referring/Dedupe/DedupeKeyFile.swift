/// The exchange's keys, in a file (0600) of lines `KEY-ID SECRET`; the first is the one of this year.
public enum DedupeKeyFile {
    /// Reads the keys, newest first.
    public static func keys(in path: String) throws(SecretProblem) -> [DedupeKey] {
        var keys: [DedupeKey] = []
        for (number, line) in try secretLines(of: path) {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard words.count == 2, contractCode(words[0]) == words[0], words[1].utf8.count >= 16 else {
                throw .malformed(
                    path: path, line: number,
                    expected: "a line is the id of a key, a blank, and a secret of 16 bytes or more")
            }
            keys.append(DedupeKey(id: words[0], secret: Array(words[1].utf8)))
        }
        return keys
    }
}
