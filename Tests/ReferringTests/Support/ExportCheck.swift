import ChildProcess
import Foundation
import Hashing
import Text

/// Articles as the check script reads them.
func articleLines(_ texts: [String]) -> String {
    texts.map { text in
        JSONValue.object([.init("sha256", .string(Digest(of: text).hexadecimal)), .init("text", .string(text))]).text
    }.joined(separator: "\n")
}

/// Checks an export by the script that its receiver might use, and by the contract's strict schemas.
///
/// - Returns: 0 where nothing was found, 77 where the contract, Python or jsonschema is not there; and what it wrote.
func checkExport(_ folder: String, articles: String) async throws -> (status: Int32, output: String) {
    let project = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardized
    let output = URL(fileURLWithPath: folder).appendingPathExtension("check")
    try Data().write(to: output)
    let process = try ChildProcess(
        [
            "/usr/bin/env", "python3", project.appending(path: "Scripts/check-export").path, folder, "--articles",
            articles,
        ], environment: ProcessInfo.processInfo.environment, input: .file("/dev/null"), output: .file(output.path),
        messages: .file(output.path))
    let status = await process.end().exit ?? -1
    // env says 127 where there is no Python.
    return (status == 127 ? 77 : status, String(decoding: try Data(contentsOf: output), as: UTF8.self))
}
