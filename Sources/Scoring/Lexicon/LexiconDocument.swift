public import Text

/// One lexicon file as it was read.
public struct LexiconDocument: Sendable {
    /// The name used in messages, such as `Lexicons/rules/poverty.ms.yaml`.
    public var file: String
    /// Of the file's bytes, in hexadecimal.
    public var sha256: String
    public var root: DocumentNode

    public init(file: String, sha256: String, root: DocumentNode) {
        (self.file, self.sha256, self.root) = (file, sha256, root)
    }
}

/// A lexicon file with its parts told apart, before its phrases and names are resolved.
struct LexiconDraft {
    var file: String
    var sha256: String
    var id = ""
    var version = ""
    var settings: ScoringSettings?
    var signs: [SignDraft] = []
    var lists: [ListDraft] = []
    var shortForms: [(short: String, long: String, mark: DocumentNode.Mark)] = []
    var negators: [NegatorDraft] = []
    var words: WordsDraft?
    var rules: [RuleDraft] = []

    struct SignDraft {
        var sign: Sign
        var mark: DocumentNode.Mark
    }
    struct ListDraft {
        var name: String
        var phrases: [PhraseDraft]
        var mark: DocumentNode.Mark
    }
    struct NegatorDraft {
        var reach: Int
        var phrases: [PhraseDraft]
        var exceptions: [PhraseDraft]
    }
    struct WordsDraft {
        var limit = WordWeights.usualLimit
        var reach = WordFeatures.reach
        var weights: [Weight] = []
        var needs: [NeedDraft] = []
        var mark: DocumentNode.Mark

        struct Weight {
            var points: Int
            var words: [PhraseDraft]
        }
        struct NeedDraft {
            var need: Named?
            var weights: [Weight]
        }
    }
    struct PhraseDraft {
        var text: String
        var mark: DocumentNode.Mark
    }
    struct Named {
        var name: String
        var mark: DocumentNode.Mark
    }
    struct RuleDraft {
        var id = ""
        var english = ""
        var malay = ""
        var need: Named?
        var points = 0
        var signs: [Named] = []
        var with: [[Named]] = []
        var without: [Named] = []
        var field = Rule.Field.any
        var scope = Rule.Scope.article
        var isNegatable = true
        var swallows = false
        var unlessScope = Rule.Scope.sentence
        var requires: [PhraseDraft] = []
        var requiresScope = Rule.Scope.sentence
        var urgency: String?
        var protects = false
        var weighing = Rule.Weighing()
        var passages = Rule.Passages.yes
        var phrases: [PhraseDraft] = []
        var unless: [PhraseDraft] = []
        var mark: DocumentNode.Mark
    }
}
