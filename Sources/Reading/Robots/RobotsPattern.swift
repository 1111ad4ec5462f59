/// Matching of a pattern with `*` and `$` against a path.
///
/// Without backtracking: the first place where the text between two stars is found is as good as any later one. Each
/// search is linear, so a pattern made of stars cannot stall us.
enum RobotsPattern {
    static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isAnchored = pattern.last == UInt8(ascii: "$")
        let body = isAnchored ? pattern.dropLast() : pattern[...]
        let pieces = body.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard let first = pieces.first, path.starts(with: first) else { return false }
        var at = first.count
        if pieces.count == 1 { return !isAnchored || at == path.count }
        for piece in pieces.dropFirst().dropLast() {
            guard let end = end(of: piece, in: path[at...]) else { return false }
            at = end
        }
        guard let last = pieces.last else { return false }
        guard isAnchored else { return end(of: last, in: path[at...]) != nil }
        return path.count - at >= last.count && path.suffix(last.count).elementsEqual(last)
    }

    /// The index after the first place where `piece` stands in `text` (Knuth, Morris, Pratt).
    private static func end(of piece: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Int? {
        guard !piece.isEmpty else { return text.startIndex }
        guard piece.count <= text.count else { return nil }
        let piece = Array(piece)
        let borders = borders(of: piece)
        var matched = 0
        for index in text.indices {
            while matched > 0, piece[matched] != text[index] { matched = borders[matched - 1] }
            if piece[matched] == text[index] { matched += 1 }
            if matched == piece.count { return index + 1 }
        }
        return nil
    }

    /// For each beginning of the piece, how much of it stands again at its end.
    private static func borders(of piece: [UInt8]) -> [Int] {
        var borders = [Int](repeating: 0, count: piece.count)
        var length = 0
        for index in piece.indices.dropFirst() {
            while length > 0, piece[length] != piece[index] { length = borders[length - 1] }
            if piece[length] == piece[index] { length += 1 }
            borders[index] = length
        }
        return borders
    }
}
