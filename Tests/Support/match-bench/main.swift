import FoundationEssentials
import Glibc
import Scoring
import Text

/// Our side of `Benchmarks/match.py` and `Benchmarks/simhash.py`.
///
///     match-bench phrases PHRASES TEXTS ROUNDS     matches in all rounds alike, seconds of building, CPU seconds a round
///     match-bench simhash TEXTS ROUNDS             64 bits of each line in hexadecimal, CPU seconds a round with the
///                                                  cutting into words, and without it
///
/// Each line of TEXTS is an article.

func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func lines(of path: String) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return text.split(separator: "\n").map(String.init)
}

func measurePhrases(_ phrases: [String], in texts: [String], rounds: Int) {
    var start = cpuSeconds()
    let matcher = PhraseMatcher(phrases)
    let built = cpuSeconds() - start
    var found = 0
    var seconds: [Double] = []
    for _ in 0..<rounds {
        start = cpuSeconds()
        found = texts.reduce(0) { $0 + matcher.count(in: $1) }
        seconds.append(cpuSeconds() - start)
    }
    print(([found.description, built.description] + seconds.map(\.description)).joined(separator: " "))
}

func measureSimHash(of texts: [String], rounds: Int) {
    var hashes: [UInt64] = []
    /// CPU seconds for all texts, cut and hashed in one.
    func wholeSeconds() -> Double {
        let start = cpuSeconds()
        hashes = texts.map { SimHash(of: $0).bits }
        return cpuSeconds() - start
    }
    /// CPU seconds for all texts, each cut once and hashed that often.
    func seconds(hashing times: Int) -> Double {
        let start = cpuSeconds()
        hashes = texts.map { text in
            let words = tokens(of: text)
            return (0..<times).reduce(0) { _, _ in SimHash(words).bits }
        }
        return cpuSeconds() - start
    }
    var (whole, alone): ([Double], [Double]) = ([], [])
    for _ in 0..<rounds {
        whole.append(wholeSeconds())
        alone.append((seconds(hashing: 11) - seconds(hashing: 1)) / 10)
    }
    for hash in hashes { print(String(hash, radix: 16)) }
    for seconds in [whole, alone] { print(seconds.map(\.description).joined(separator: " ")) }
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("phrases", 4):
    measurePhrases(try lines(of: arguments[1]), in: try lines(of: arguments[2]), rounds: Int(arguments[3]) ?? 1)
case ("simhash", 3):
    measureSimHash(of: try lines(of: arguments[1]), rounds: Int(arguments[2]) ?? 1)
default:
    print("usage: match-bench phrases PHRASES TEXTS ROUNDS | simhash TEXTS ROUNDS")
    exit(64)
}
