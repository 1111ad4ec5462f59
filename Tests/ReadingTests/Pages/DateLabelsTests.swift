import Testing

@testable import Reading

struct DateLabelsTests {
    @Test(arguments: [
        ("Published 5 March 2031", "Published 5 March 2031"),
        ("Updated 6 March, published 5 March", "published 5 March"),
        ("Siti | DITERBITKAN 5 Mac", "DITERBITKAN 5 Mac"), ("5 Mac 2031", nil), ("", nil), ("Updated 5 March", nil),
        // Its small letter takes another number of bytes: no place in the one is a place in the other.
        ("İ published 5 March", nil),
    ])
    func theLabelOfPublicationIsFound(text: String, label: String?) {
        #expect(DateLabels.published(in: text) == label)
    }

    @Test(arguments: [
        ("Updated 5 March", true), ("Dikemas kini 5 Mac", true), ("更新：2031年3月5日", true), ("Published 5 March", false),
        ("Published 5 March, updated 6 March", false), ("5 March", false),
    ])
    func aChangeIsToldFromPublication(text: String, isModified: Bool) {
        #expect(DateLabels.isModified(text) == isModified)
    }
}
