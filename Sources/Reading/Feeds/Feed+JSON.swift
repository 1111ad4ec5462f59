import Model
public import Text

extension Feed {
    /// Writes the feed as `pantau tool parse-feed` prints it, in the names of feedparser: the members of an object.
    ///
    /// As there, titles and texts are HTML: `&`, `<` and `>` are references. What handles them as HTML shows the text and
    /// runs nothing; there is no tag in them.
    public func writeMembers(to writer: inout JSONWriter) {
        writer.text("version", format.rawValue)
        writer.text("encoding", charset.name)
        writer.name("bozo")
        writer.bool(!damage.isEmpty)
        writer.name("damage")
        writer.array { for word in damage.map(\.rawValue).sorted() { $0.string(word) } }
        writer.name("feed")
        writer.object {
            $0.html("title", title)
            $0.text("link", link)
            $0.text("id", id)
            $0.html("subtitle", subtitle)
            $0.text("language", language)
            $0.date("published", published)
            $0.date("updated", updated)
            $0.text("author", author)
        }
        writer.name("entries")
        writer.array { for entry in entries { entry.write(to: &$0) } }
    }
}

extension FeedEntry {
    /// Writes one item of the feed's `entries`.
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.text("id", id)
            $0.html("title", title)
            $0.text("link", link)
            $0.date("published", published)
            $0.date("updated", updated)
            $0.html("summary", summary)
            $0.html("content", content)
            // As in feedparser, it is the last of several; `authors` has them all.
            $0.text("author", authors.last)
            $0.list("authors", authors)
            $0.list("categories", categories)
            if !enclosures.isEmpty {
                $0.name("enclosures")
                $0.array { for file in enclosures { file.write(to: &$0) } }
            }
            $0.text("language", language)
        }
    }
}

extension FeedEntry.Enclosure {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object {
            $0.text("href", link)
            $0.text("type", type)
            if let length {
                $0.name("length")
                $0.integer(Int64(length))
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func text(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        self.name(name)
        string(text)
    }

    fileprivate mutating func html(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        self.name(name)
        html(text)
    }

    fileprivate mutating func list(_ name: StaticString, _ items: [String]) {
        guard !items.isEmpty else { return }
        self.name(name)
        array { for item in items { $0.string(item) } }
    }

    /// A month or year is shown by its first day: readers of feeds know no shorter form.
    fileprivate mutating func date(_ name: StaticString, _ date: PublishedDate?) {
        guard var date else { return }
        if date.precision == .month || date.precision == .year { date.precision = .day }
        text(name, date.iso)
    }
}
