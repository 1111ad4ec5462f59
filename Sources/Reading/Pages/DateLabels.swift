/// The words with which pages label their dates.
enum DateLabels {
    /// The text from a word for publication on: `Published 5 March 2031` of `Updated 6 March, Published 5 March 2031`; nil
    /// where there is none.
    static func published(in text: String) -> String? {
        let lower = text.lowercased()
        // Letters may change their length in lower case, so that a place in one is none in the other.
        guard lower.utf8.count == text.utf8.count else { return nil }
        for label in publishedWords {
            let parts = lower.parts(at: label)
            if parts.count > 1 { return String(text.utf8.dropFirst(parts[0].utf8.count)) }
        }
        return nil
    }

    /// Whether a text speaks of a change, and not of publication.
    static func isModified(_ text: String) -> Bool {
        let lower = text.lowercased()
        return modifiedWords.contains { lower.parts(at: $0).count > 1 } && published(in: text) == nil
    }

    private static let publishedWords = [
        "published", "posted on", "diterbitkan", "disiarkan", "dipublikasi", "first publish", "publié",
        "veröffentlicht",
        "erstellt", "publicado", "pubblicato", "发布", "發布", "發佈",
    ]
    private static let modifiedWords = [
        "updated", "last modified", "last edited", "dikemas", "kemas kini", "kemaskini", "diperbarui", "diubah",
        "mis à jour", "modifié", "aktualisiert", "actualizado", "atualizado", "aggiornato", "更新",
    ]
}
