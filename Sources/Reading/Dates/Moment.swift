import Model

/// A point in time as precise as a text says it.
struct Moment: Hashable {
    var instant: Instant
    var offset: Int
    var precision: PublishedDate.Precision
}
