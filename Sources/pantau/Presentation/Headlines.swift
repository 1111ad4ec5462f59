import Model
import Terminal

extension Output {
    /// An article's title and paragraphs, no wider than the terminal.
    func text(of article: Article) {
        let columns = terminal.columns
        for title in wrapped(StyledText(article.title, .heading).pieces, width: columns) { line(title) }
        for paragraph in article.text.split(separator: "\n") {
            for words in wrapped(String(paragraph), width: columns) { line(StyledText(words)) }
        }
    }
}

extension LeadID {
    /// The number, and beside it a headline that goes on below where it is longer than the line.
    func heading(_ headline: String, width: Int) -> [StyledText] {
        let number = "\(self)  "
        let blank = String(repeating: " ", count: number.columns)
        return wrapped(headline, width: width - number.columns).enumerated().map { row, words in
            StyledText(row == 0 ? number : blank) + StyledText(words, .heading)
        }
    }
}
