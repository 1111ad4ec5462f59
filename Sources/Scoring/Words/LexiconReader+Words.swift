import Text

/// `words`: what words and pairs of them bring, and which need they speak of.
///
///     words:
///       limit: 60
///       reach: 150
///       weights:
///         - points: 6
///           words: "ketika, tidak mampu, {number 18-59} tahun"
///       needs:
///         - need: fire
///           weights:
///             - points: 9
///               words: api, dijilat
extension LexiconReader {
    private static let wordsKeys = ["limit", "reach", "weights", "needs"]

    mutating func words(_ node: DocumentNode) {
        var words = LexiconDraft.WordsDraft(mark: node.mark)
        for entry in nodes.entries(of: node, knowing: Self.wordsKeys, in: "\"words\"") {
            switch entry.key {
            case "limit": words.limit = nodes.integer(entry.value, "\"limit\"", in: 1...99)
            case "reach": words.reach = nodes.integer(entry.value, "\"reach\"", in: 1...1000)
            case "weights": words.weights = weights(entry.value)
            default: for item in nodes.items(of: entry.value, in: "\"needs\"") { words.needs.append(need(item)) }
            }
        }
        draft.words = words
    }

    private mutating func need(_ node: DocumentNode) -> LexiconDraft.WordsDraft.NeedDraft {
        var need = LexiconDraft.WordsDraft.NeedDraft(need: nil, weights: [])
        for entry in nodes.entries(of: node, knowing: ["need", "weights"], in: "a need of \"words\"") {
            if entry.key == "need" {
                need.need = nodes.names(entry.value, "\"need\"").first
            } else {
                need.weights = weights(entry.value)
            }
        }
        if need.need == nil { nodes.note("words that speak of a need must name it", at: node.mark) }
        return need
    }

    private mutating func weights(_ node: DocumentNode) -> [LexiconDraft.WordsDraft.Weight] {
        var weights: [LexiconDraft.WordsDraft.Weight] = []
        for item in nodes.items(of: node, in: "\"weights\"") { weights.append(weight(item)) }
        return weights
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
