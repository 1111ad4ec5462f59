import Model
import Reading
import Terminal

// What leaves the screen: an address for a browser, a text for the clipboard. Both are cleaned, or ours.

extension ReviewScreen {
    /// The page of the lead's best article; nil where it has none on the web, or where its address may tell who is
    /// protected.
    private var address: String? {
        guard let open, !open.lead.isProtected, let article = open.lead.articles.first?.article else { return nil }
        // Printable ASCII by the rules of web addresses: nothing in it can end a sequence of the terminal.
        return WebURL(article.url)?.withoutCredentials.href
    }

    func openPage() -> [ReviewEffect] {
        guard let id = open?.lead.id, let address else { return [] }
        return [.openPage(id, address)]
    }

    /// Why the page does not open; nil where it does.
    var obstacleToOpening: Message? {
        guard let open else { return .screenNoLead }
        if open.lead.isProtected { return .protectedIdentity(open.lead.id) }
        return address == nil ? .noWebAddress(open.lead.id) : nil
    }

    /// One key says what is copied.
    mutating func copy(_ key: Key) -> [ReviewEffect] {
        mode = .browsing
        guard let lead = open?.lead else { return [] }
        let text: String?
        switch key {
        case .character("l"): text = address
        case .character("n"): text = lead.id.description
        case .character("r"):
            if case .prospect(let ref) = lead.state { text = ref } else { text = nil }
        case .character, .control, .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right,
            .home, .end, .pageUp, .pageDown, .shiftUp, .shiftDown, .paste, .unknown:
            return []
        }
        guard let text else {
            notice = Notice(message: .nothingToCopy, isWarning: true)
            return []
        }
        guard setting.usesClipboard else {
            notice = Notice(message: .clipboardOff(text))
            return []
        }
        notice = Notice(message: .copied(text))
        return [.copy(text)]
    }
}
