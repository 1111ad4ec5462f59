import Identifying
import Model
import Testing

/// Events told by several papers, in two languages, days apart, among look-alikes of the same town and week.
@Suite struct TwinFamilyTests {
    static let tellings = Telling.accidents + Telling.hardship

    private func links() throws -> [(first: Int, second: Int, link: CaseLink)] {
        let signatures = try Self.tellings.enumerated().map { try $0.element.signature($0.offset) }
        var links: [(Int, Int, CaseLink)] = []
        for first in signatures.indices {
            for second in signatures.indices where second > first {
                let link = link(between: signatures[first], and: signatures[second])
                #expect(link == Identifying.link(between: signatures[second], and: signatures[first]))
                guard let link else { continue }
                links.append((first, second, link))
                // A store finds only what shares a key.
                #expect(!Set(signatures[first].blockingKeys).isDisjoint(with: signatures[second].blockingKeys))
            }
        }
        return links
    }

    @Test func noTwoDifferentEventsAreJoined() throws {
        for (first, second, link) in try links() where link.isSure {
            #expect(
                Self.tellings[first].event == Self.tellings[second].event,
                "\(Self.tellings[first].title) / \(Self.tellings[second].title): \(link.facts)")
        }
    }

    @Test func theTellingsOfAnEventAreOneCase() throws {
        var parent = Array(Self.tellings.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parent[index] != index { index = parent[index] }
            return index
        }
        for (first, second, link) in try links() where link.isSure { parent[root(first)] = root(second) }
        for (index, telling) in Self.tellings.enumerated() {
            let first = Self.tellings.firstIndex { $0.event == telling.event } ?? index
            #expect(root(index) == root(first), "\(telling.title)")
        }
    }

    @Test func everyLinkSaysWhyAndItsFactsAddUp() throws {
        for (_, _, link) in try links() {
            #expect(!link.facts.isEmpty)
            #expect(link.facts.reduce(0) { $0 + $1.tenths } == link.tenths)
            #expect(link.facts == link.facts.sorted { $0.tenths > $1.tenths })
        }
    }

    @Test func offersAreFewAgainstTheJoins() throws {
        let links = try links()
        #expect(links.count { !$0.link.isSure } < links.count { $0.link.isSure })
    }
}
