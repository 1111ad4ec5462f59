import Testing
import Text

@testable import Reading

struct NameTableTests {
    @Test func eachNameHasItsValueAndOthersNone() {
        let names = (0..<300).map { "nama\($0)" }
        let table = NameTable(names.enumerated().map { (NameHash($0.element.utf8), $0.offset) })
        for (index, name) in names.enumerated() { #expect(table[NameHash(name.utf8)] == index) }
        for index in 300..<600 { #expect(table[NameHash("nama\(index)".utf8)] == nil) }
    }

    @Test func theLastOfTwoValuesCounts() {
        let table = NameTable([(NameHash("a".utf8), 1), (NameHash("a".utf8), 2)])
        #expect(table[NameHash("a".utf8)] == 2)
        #expect(table[NameHash()] == nil)
    }
}
