import Model
import Testing

@Suite struct ProspectRefTests {
    @Test(arguments: [
        (26, 1042, "PR-26-001042-0"), (26, 1017, "PR-26-001017-1"), (26, 988, "PR-26-000988-2"),
        (26, 701, "PR-26-000701-8"), (26, 1024, "PR-26-001024-3"), (26, 412, "PR-26-000412-7"),
        (26, 1, "PR-26-000001-9"), (26, 999_999, "PR-26-999999-4"),
    ])
    func aReferenceEndsWithTheDammDigitOfTheContract(year: Int, number: Int, text: String) throws {
        let ref = try #require(ProspectRef(year: year, number: number))
        #expect(ref.description == text)
        #expect(try ProspectRef(parsing: text) == ref)
    }

    @Test func theCheckFindsEveryWrongDigitAndEverySwapOfNeighbours() throws {
        for number in [0, 1, 1042, 123_456, 999_998] {
            let digits = Array(try #require(ProspectRef(year: 26, number: number)).description.utf8)
            for place in digits.indices where (48...57).contains(digits[place]) {
                for other in UInt8(48)...57 where other != digits[place] {
                    var wrong = digits
                    wrong[place] = other
                    #expect(throws: ProspectRef.Problem.self) {
                        try ProspectRef(parsing: String(decoding: wrong, as: UTF8.self))
                    }
                }
            }
            for place in 6..<11 where digits[place] != digits[place + 1] {
                var wrong = digits
                wrong.swapAt(place, place + 1)
                #expect(throws: ProspectRef.Problem.self) {
                    try ProspectRef(parsing: String(decoding: wrong, as: UTF8.self))
                }
            }
        }
    }

    @Test func aMistypedReferenceNamesTheRightDigit() {
        #expect(throws: ProspectRef.Problem.checkDigit(expected: 0)) { try ProspectRef(parsing: "pr260010425") }
    }

    @Test(arguments: ["", "PR-26-001042", "PR-26-00104२-0", "XX-26-001042-0", String(repeating: "9", count: 10_000)])
    func anythingElseIsNoReference(text: String) {
        #expect(throws: ProspectRef.Problem.form) { try ProspectRef(parsing: text) }
    }

    @Test func aYearOrNumberOutOfItsRangeIsRefused() {
        #expect(ProspectRef(year: 100, number: 1) == nil)
        #expect(ProspectRef(year: -1, number: 1) == nil)
        #expect(ProspectRef(year: 26, number: 1_000_000) == nil)
    }
}

@Suite struct UUIDv7Tests {
    @Test func itHoldsTimeVersionAndVariant() throws {
        let id = UUIDv7(at: Instant(milliseconds: 0x01A2_05B6_BA18), random: Array(repeating: 0xFF, count: 10))
        #expect(id.description == "01a205b6-ba18-7fff-bfff-ffffffffffff")
        #expect(UUIDv7(id.description.uppercased()) == id)
    }

    @Test func laterIdsSortLater() {
        let early = UUIDv7(at: Instant(milliseconds: 1), random: Array(repeating: 0xFF, count: 10))
        #expect(early < UUIDv7(at: Instant(milliseconds: 2), random: []))
    }

    @Test(arguments: ["", "01a205b6-ba18-4fff-bfff-ffffffffffff", "01a205b6-ba18-7fff-7fff-ffffffffffff", "zz"])
    func otherUUIDsAreRefused(text: String) { #expect(UUIDv7(text) == nil) }
}
