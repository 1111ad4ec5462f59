import Model
import Text

/// When the article of a page was published: the first place that gives a date that can be, truest first.
struct PageDate {
    private(set) var published: PublishedDate?

    init(
        _ document: HTMLDocument, _ metadata: PageMetadata, _ linked: LinkedData, _ main: MainText, url: WebURL?,
        now: Instant
    ) {
    }
}
