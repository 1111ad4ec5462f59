import Text

/// `words`: what single words bring.
///
///     words:
///       limit: 30
///       reach: 150
///       weights:
///         - points: 6
///           words: ketika, seorang
extension LexiconReader {
    mutating func words(_ node: DocumentNode) {
        var words = LexiconDraft.WordsDraft(mark: node.mark)
        for entry in nodes.entries(of: node, knowing: ["limit", "reach", "weights"], in: "\"words\"") {
            switch entry.key {
            case "limit": words.limit = nodes.integer(entry.value, "\"limit\"", in: 1...99)
            case "reach": words.reach = nodes.integer(entry.value, "\"reach\"", in: 1...1000)
            default:
                for item in nodes.items(of: entry.value, in: "\"weights\"") { words.weights.append(weight(item)) }
            }
        }
        draft.words = words
    }

    private mutating func weight(_ node: DocumentNode) -> LexiconDraft.WordsDraft.Weight {
        var weight = LexiconDraft.WordsDraft.Weight(points: 0, words: [])
        for entry in nodes.entries(of: node, knowing: ["points", "words"], in: "a weight") {
            if entry.key == "points" {
                weight.points = nodes.integer(entry.value, "\"points\"", in: -99...99)
            } else {
                weight.words = nodes.phrases(entry.value, "\"words\"")
            }
        }
        if weight.points == 0 || weight.words.isEmpty {
            nodes.note("a weight needs \"points\" that are not 0, and \"words\"", at: node.mark)
        }
        return weight
    }
}
