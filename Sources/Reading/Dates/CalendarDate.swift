import Model

/// The parts of a written date, as far as they are there.
struct CalendarDate: Hashable {
    var year: Int?
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute: Int?
    var second: Int?
    /// Minutes east of UTC, where a zone is written.
    var offset: Int?
    /// A zone by its city, whose offset depends on the date.
    var city: String?

    init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    static func read(_ tokens: [DateToken], now: Instant, zone: Int) -> CalendarDate? {
        var reader = CalendarDateReader(tokens: tokens, today: CivilTime(now, offset: zone))
        return reader.read()
    }

    /// The earliest instant that the parts can mean; nil where there is no such day or time.
    func moment(zone: Int) -> Moment? {
        guard let year else { return nil }
        // A leap second is the second before it; 24:00 is refused by CivilTime.
        let second = second == 60 ? 59 : second
        guard
            var civil = CivilTime(
                year: year, month: month ?? 1, day: day ?? 1, hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0,
                offset: offset ?? zone)
        else { return nil }
        if let city {
            guard let cityOffset = ZoneName.offset(ofCity: city, at: civil) else { return nil }
            civil.offset = cityOffset
        }
        return Moment(instant: civil.instant, offset: civil.offset, precision: precision)
    }

    private var precision: PublishedDate.Precision {
        if second != nil { return .second }
        if hour != nil { return .minute }
        if day != nil { return .day }
        return month != nil ? .month : .year
    }
}
