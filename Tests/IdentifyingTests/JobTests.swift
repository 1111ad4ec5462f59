import Identifying
import Model
import Testing

/// What somebody works as. All persons are invented.
@Suite struct JobTests {
    private func job(of name: String, in text: String) throws -> String? {
        try #require(try identified(text).persons.first { $0.name == name }, "\(name) in \(text)").occupation
    }

    @Test(arguments: [
        ("Ali Rekaan, 42, kerani, maut.", "kerani"), ("Ali Rekaan, 41, suri rumah, lumpuh.", "suri rumah"),
        ("Ali Rekaan, 41, seorang tukang rumah, lumpuh.", "tukang rumah"),
        ("Ali Rekaan, 41, rider Grab, lumpuh.", "rider grab"),
        ("Ali Rekaan, 41, a rubber tapper, was paralysed.", "rubber tapper"),
        ("Ali Rekaan, a 34-year-old welder, was paralysed.", "welder"),
        ("Ali Rekaan, 41, bekas tukang rumah, lumpuh.", "bekas tukang rumah"),
        ("Ali Rekaan, 41, yang bekerja sebagai tukang rumah lumpuh.", "tukang rumah"),
        ("Pekerja kilang papan, Ali Rekaan, 45, maut.", "pekerja kilang"),
    ])
    func theJobStandsBeforeOrBehindTheName(text: String, expected: String) throws {
        #expect(try job(of: "Ali Rekaan", in: text) == expected)
    }

    @Test(arguments: [
        "Wartawan Sinar Contoh, Zaid Umpama, melaporkan Ali Rekaan, 40, lumpuh.",
        "Ustaz Zaid Umpama, 60, berkata jenazah Ali Rekaan, 39, dikebumikan.",
        "Isteri nelayan itu, Ali Rekaan, 40, buntu.", "Zaid Umpama, 41, nelayan, dan Ali Rekaan, 39, hilang.",
        "Nelayan dan isterinya, Ali Rekaan, 40, hilang.", "Jiran ustaz itu, Ali Rekaan, 40, sedih.",
        "Police arrested a man, Ali Rekaan, 41, for abusing his stepson.",
        "Bomba Kluang berkata, Ali Rekaan, 40, cedera.",
        "Ali Rekaan, 40, jaga anaknya seorang diri.",
    ])
    func theJobOfAnotherIsNotTheirs(text: String) throws {
        #expect(try job(of: "Ali Rekaan", in: text) == nil)
    }
}
