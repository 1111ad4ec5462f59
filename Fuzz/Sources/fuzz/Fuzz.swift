/// `fuzz READER [libFuzzer's own options and folders]`: feeds one reader with inputs that libFuzzer makes up.
@main
struct Fuzz {
    nonisolated(unsafe) private static var reader = Reader.url

    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count > 1, let reader = Reader(rawValue: arguments[1]) else {
            print("usage: fuzz \(Reader.allCases.map(\.rawValue).joined(separator: "|")) [OPTION]... [FOLDER]...")
            return
        }
        self.reader = reader
        // The driver would take the reader's name for a folder of inputs.
        var count = CommandLine.argc - 1
        var values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
        _ = runDriver(&count, &values) { data, count in
            Fuzz.reader.read(data.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? [])
            return 0
        }
    }
}

/// libFuzzer's entry point for programs with a `main` of their own, as SwiftPM makes them.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ values: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
