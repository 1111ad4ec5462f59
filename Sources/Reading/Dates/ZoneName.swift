import Model

/// Names of time zones, as far as feeds use them.
enum ZoneName {
    /// Minutes east of UTC; nil for a name that is not known.
    static func offset(_ word: String) -> Int? {
        if let known = offsets[word] { return known }
        // RFC 822's military letters between those. RFC 2822 says to read them as UTC, since half the world has their
        // signs wrong.
        guard word.utf8.count == 1, word != "j", let letter = word.utf8.first, letter.isASCIILetter else { return nil }
        return 0
    }

    private static let offsets: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "met": 60, "mest": 120, "cet": 60,
        "cest": 120,
        "mez": 60, "mesz": 120, "eet": 120, "eest": 180, "sast": 120, "cat": 120, "eat": 180, "msk": 180, "gst": 240,
        "pkt": 300, "ist": 330, "ict": 420, "wib": 420, "wita": 480, "wit": 540, "myt": 480, "sgt": 480, "hkt": 480,
        "pht": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570, "aest": 600, "aedt": 660, "nzst": 720,
        "nzdt": 780,
        "nst": -210, "ast": -240, "adt": -180, "at": -240, "est": -300, "edt": -240, "et": -300, "cst": -360,
        "cdt": -300,
        "ct": -360, "mst": -420, "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480, "akst": -540,
        "hst": -600,
        "brt": -180,
        // The four that RFC 822 writes out (5.1).
        "a": -60, "m": -720, "n": 60, "y": 720,
    ]

    /// When clocks are put forward.
    private enum Summer { case none, europe, america }

    /// `Region/City` names: minutes east of UTC in winter, and the rule of summer time.
    private static let cities: [String: (winter: Int, summer: Summer)] = [
        "etc/gmt": (0, .none), "etc/utc": (0, .none), "asia/kuala_lumpur": (480, .none), "asia/kuching": (480, .none),
        "asia/singapore": (480, .none),
        "asia/jakarta": (420, .none), "asia/makassar": (480, .none), "asia/bangkok": (420, .none),
        "asia/hong_kong": (480, .none), "asia/shanghai": (480, .none), "asia/taipei": (480, .none),
        "asia/manila": (480, .none), "asia/brunei": (480, .none), "asia/tokyo": (540, .none),
        "asia/seoul": (540, .none), "asia/kolkata": (330, .none), "asia/dubai": (240, .none),
        "asia/riyadh": (180, .none), "australia/perth": (480, .none), "australia/brisbane": (600, .none),
        "europe/london": (0, .europe), "europe/dublin": (0, .europe), "europe/lisbon": (0, .europe),
        "europe/paris": (60, .europe), "europe/brussels": (60, .europe), "europe/amsterdam": (60, .europe),
        "europe/berlin": (60, .europe), "europe/madrid": (60, .europe), "europe/rome": (60, .europe),
        "europe/vienna": (60, .europe), "europe/zurich": (60, .europe), "europe/stockholm": (60, .europe),
        "europe/oslo": (60, .europe), "europe/copenhagen": (60, .europe), "europe/prague": (60, .europe),
        "europe/warsaw": (60, .europe), "europe/budapest": (60, .europe), "europe/athens": (120, .europe),
        "europe/helsinki": (120, .europe), "europe/kiev": (120, .europe), "europe/kyiv": (120, .europe),
        "europe/istanbul": (180, .none), "europe/moscow": (180, .none), "america/new_york": (-300, .america),
        "america/toronto": (-300, .america), "america/chicago": (-360, .america), "america/denver": (-420, .america),
        "america/phoenix": (-420, .none), "america/los_angeles": (-480, .america),
        "america/vancouver": (-480, .america), "america/sao_paulo": (-180, .none),
    ]

    /// Minutes east of UTC in that city at that time of its clock.
    static func offset(ofCity name: String, at time: CivilTime) -> Int? {
        guard let (winter, summer) = cities[name] else { return nil }
        let hours = (time.month, time.day, time.hour)
        let (start, end): ((Int, Int, Int), (Int, Int, Int))
        switch summer {
        case .none: return winter
        // Directive 2000/84/EC: the last Sundays of March and October, 01:00 UTC.
        case .europe:
            start = (3, sunday(-1, of: 3, in: time.year), 2 + winter / 60)
            end = (10, sunday(-1, of: 10, in: time.year), 2 + winter / 60)
        // Energy Policy Act of 2005: second Sunday of March to first Sunday of November, 02:00.
        case .america:
            start = (3, sunday(2, of: 3, in: time.year), 2)
            end = (11, sunday(1, of: 11, in: time.year), 2)
        }
        return hours >= start && hours < end ? winter + 60 : winter
    }

    /// The day of the month's `count`-th Sunday; -1 is the last.
    private static func sunday(_ count: Int, of month: Int, in year: Int) -> Int {
        guard let first = CivilTime(year: year, month: month, day: 1) else { return 1 }
        let day = 1 + (7 - first.weekday) % 7
        if count > 0 { return day + 7 * (count - 1) }
        let days = CivilTime.days(inMonth: month, of: year)
        return day + (days - day) / 7 * 7
    }
}
