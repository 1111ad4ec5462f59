import ArgumentParser
import Locking
import Model
import Storing
import Terminal
import Text

/// A command of the program, typed into the review screen and read by the program's own parser. What it writes becomes a
/// page; it asks nothing, and decides under the name of the screen.
struct ReviewCommandLine {
    let context: Context
    let size: ScreenSize
    let language: ScreenLanguage

    /// Commands that need the terminal, never end or take hours.
    private static let refused: Set<String> = ["review", "run", "crawl", "archive", "tool", "man", "help"]

    func run(_ line: String) async -> [StyledText] {
        let words = ReviewCommandLine.words(of: line)
        guard let first = words.first else { return [] }
        // Input is the keys of the screen, and the person is the one that sits before it.
        let strange = words.first { ["--stdin", "--as", "--db", "--config"].contains($0) }
        guard !ReviewCommandLine.refused.contains(first), strange == nil else {
            return [StyledText(Message.screenRefused(command: strange ?? first).text(in: language))]
        }
        let answer = Lock<[StyledText]>([])
        do {
            guard let command = try Pantau.parseAsRoot(words) as? any PantauCommand else {
                return [StyledText(Message.screenRefused(command: first).text(in: language))]
            }
            try await carryOut(command) { text in
                answer.withLock {
                    $0 += text.split(separator: "\n", omittingEmptySubsequences: false).map { StyledText(String($0)) }
                }
            }
        } catch let failure as CommandFailure {
            return answer.withLock { $0 } + [StyledText(failure.message.text(in: language))]
        } catch {
            let told = Pantau.fullMessage(for: error).split(separator: "\n").map { StyledText(String($0)) }
            return answer.withLock { $0 } + told
        }
        return answer.withLock { $0 }
    }

    private func carryOut(_ command: any PantauCommand, _ write: @escaping @Sendable (String) -> Void) async throws {
        var own = context
        own.environment["PANTAU_NO_INPUT"] = "1"
        let global = command.global
        own.output = Output(
            language: global.language ?? language, format: global.json ? .json : global.format ?? .table,
            terminal: TerminalTraits(
                isTerminal: false, columns: size.columns - 2, rows: size.rows,
                glyphs: context.output.terminal.glyphs)
        ) { _, text in
            write(text.hasSuffix("\n") ? String(text.dropLast()) : text)
        }
        do {
            try await command.begin(in: own)
        } catch let error as StoreError {
            throw CommandFailure(Message(error))
        }
    }

    /// The words of a line; what stands in quotation marks is one.
    static func words(of line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }
}
