import ArgumentParser
import Model
import StoringSamples
import Terminal
import Testing
import Text

@testable import pantau

/// One table of fields, every format.
@Suite struct FormatTests {
    let desk: MemoryDesk
    init() throws { desk = try MemoryDesk() }

    @Test func fieldsChooseColumnsMembersAndRecords() async throws {
        try await desk.keepTwoLeads()
        #expect(try await desk.run("lead list --fields id,score").records == [["1", "90"], ["2", "60"]])
        #expect(
            try await desk.run("lead list --fields score,id --format jsonl").lines == [
                #"{"score":90,"id":1}"#, #"{"score":60,"id":2}"#,
            ])
        #expect(
            try await desk.run("lead list --fields id,place --format csv").data == "id,place\r\n1,Klang\r\n2,Klang\r\n")
        let table = try await desk.run("lead list --fields id,version --format table").lines
        #expect(table.contains { $0.split(separator: " ") == ["ID", "VERSION"] })
    }

    @Test(arguments: ["table", "json", "jsonl", "csv", "tsv"]) func anUnknownFieldListsAll(format: String) async throws
    {
        try await desk.keepTwoLeads()
        let failure = try #require(try await desk.run("lead list --fields id,skor --format \(format)").failure)
        #expect(failure.exit == .usage)
        #expect(
            failure.english.hasPrefix("There is no field \"skor\". One or more of: id, urgency, score, needs, place"))
    }

    @Test func noCellOfASpreadsheetIsAFormula() async throws {
        try await desk.keep(
            Sample.found(Sample.article(1, title: "=HYPERLINK(\"http://x.example\",\"bantuan\")")),
            Sample.found(Sample.article(2, title: "+60, \"rayuan\"")),
            Sample.found(Sample.article(3, title: "\u{FF1D}1+1")))
        let data = try await desk.run("lead list --format csv --fields id,headline --order old").data
        #expect(
            data == "id,headline\r\n1,\"'=HYPERLINK(\"\"http://x.example\"\",\"\"bantuan\"\")\"\r\n"
                + "2,\"'+60, \"\"rayuan\"\"\"\r\n3,'\u{FF1D}1+1\r\n")
    }

    @Test func csvHasAHeadingAndRowsOfOneWidthEverywhere() async throws {
        try await desk.keepTwoLeads()
        try await desk.run("lead accept 2")
        for line in [
            "lead list", "log", "user list", "prospect list", "report daily", "report funnel", "report quality",
        ] {
            let lines = try await desk.run("\(line) --format csv").data.split(separator: "\r\n")
            let widths = Set(lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count })
            #expect(widths.count <= 1, "\(line): \(lines)")
        }
    }

    /// No cutting where nobody looks (UX.md rule 6); a width that is asked for counts all the same.
    @Test func aTableInAPipeIsNotCut() async throws {
        let machine = try await Crawled.machine()
        let whole = try await machine.pantau("lead", "list", "--limit", "0", "--format", "table").output
        #expect(!whole.contains("…"))
        let narrow = try await machine.pantau("lead", "list", "--limit", "0", "--format", "table", "--width", "60")
        #expect(narrow.lines.dropFirst().dropLast(2).allSatisfy { $0.columns <= 60 })
        #expect(narrow.output.contains("…"))
        let ascii = try await machine.pantau("lead", "list", "--format", "table", "--width", "60", "--ascii")
        #expect(ascii.output.contains("~") && !ascii.output.contains("…"))
    }

    @Test(arguments: [
        "NO_COLOR=1 auto plain", "CLICOLOR_FORCE=1 auto coloured", "X=1 always coloured", "X=1 auto plain",
        "CLICOLOR_FORCE=0 auto plain",
    ])
    func colourIsAsTheEnvironmentAndTheFlagSay(line: String) async throws {
        let words = line.split(separator: " ").map(String.init)
        let variable = words[0].split(separator: "=").map(String.init)
        let machine = try Machine()
        try await machine.pantau("init")
        try await machine.pantau("user", "add", "daemon", "--role", "viewer")
        let listed = try await machine.start(
            ["user", "list", "--format", "table", "--color", words[1]], with: [variable[0]: variable[1]]
        ).end()
        #expect(listed.output.contains("\u{1B}[") == (words[2] == "coloured"))
    }

    @Test func completionsAndPagesKnowEveryCommand() async throws {
        let machine = try Machine()
        for shell in ["bash", "zsh", "fish"] {
            let script = try await machine.pantau("completion", shell).output
            for word in ["snooze", "funnel", "disable"] { #expect(script.contains(word), "\(shell) \(word)") }
        }
        let folder = machine.path("man")
        #expect(try await machine.pantau("man", "--out", folder).exit == 0)
        for command in Pantau.configuration.subcommands.compactMap({ $0.configuration.commandName }) {
            #expect(machine.exists("man/pantau-\(command).1"), "\(command)")
        }
        let page = try await machine.pantau("man").output
        for word in ["report funnel", "PANTAU_PAGER", "EXIT STATUS"] { #expect(page.contains(word), "\(word)") }
    }

    @Test func noInputNeverAsks() async throws {
        let screen = try Screen(columns: 80)
        let machine = try await Crawled.machine()
        let ids = try await machine.pantau("lead", "list", "--limit", "5", "--format", "id").lines
        let rejected = try await screen.show(
            machine, ["lead", "reject", "--reason", "old-news", "--no-input"] + ids, typing: "5\n")
        #expect(rejected.exit == 64)
    }

    @Test func aPagerIsAskedForAndKeepsNoTraces() async throws {
        let machine = try await Crawled.machine()
        let pager = "tr a-z A-Z; echo \"$LESS $LESSSECURE $LESSHISTFILE\""
        let paged = try await Screen(columns: 80).show(
            machine, ["lead", "list", "--limit", "2"], with: ["PANTAU_PAGER": pager, "PAGER": "false"])
        #expect(paged.exit == 0)
        #expect(paged.text.contains("SHOWING 2 OF") && paged.text.contains("FRX 1 /dev/null"))
        let unpaged = try await Screen(columns: 80).show(
            machine, ["lead", "list", "--limit", "2", "--no-pager"], with: ["PAGER": pager])
        #expect(unpaged.text.contains("Showing 2 of"))
        for name in ["cat", ""] {
            let plain = try await Screen(columns: 80).show(
                machine, ["lead", "list", "--limit", "2"], with: ["PANTAU_PAGER": name, "PAGER": pager])
            #expect(plain.text.contains("Showing 2 of"), "\(name)")
        }
        // One that reads nothing ends nothing badly.
        let deaf = try await Screen(columns: 80).show(
            machine, ["lead", "list"], with: ["PANTAU_PAGER": "exec true"])
        #expect(deaf.exit == 0)
    }
}
