import ArgumentParser
import Model

/// Made from the parser's own description of the commands, so that it knows what they know.
struct CompletionCommand: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "completion", abstract: "Print what makes a shell complete commands and flags.",
        discussion: """
            bash: pantau completion bash > ~/.local/share/bash-completion/completions/pantau
            zsh: pantau completion zsh > a folder of $fpath, as _pantau
            fish: pantau completion fish > ~/.config/fish/completions/pantau.fish
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    /// Not the parser's own list, which may grow by shells that we have not tried.
    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish

        fileprivate var kind: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    func run(_ context: Context) async throws {
        context.output.text(Pantau.completionScript(for: shell.kind) + "\n")
    }
}
