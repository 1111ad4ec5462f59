import Model

extension CalendarDateReader {
    /// `15:25`, `3:25:50`, `9.30 pagi`, `10:14:55.1234`.
    ///
    /// - Returns: whether a time stood here.
    mutating func readTime() -> Bool {
        if readCompactTime() { return true }
        guard date.hour == nil, let hour = number(at), hour.digits <= 2, let separator = sign(at + 1),
            separator == ":" || separator == ".", let minute = number(at + 2), minute.digits <= 2,
            separator == ":" || isDotTime(hour.value, minute)
        else { return false }
        (date.hour, date.minute) = (hour.value, minute.value)
        at += 3
        if sign(at) == separator, let second = number(at + 1), second.digits <= 2 {
            date.second = second.value
            at += 2
            skipFraction()
        }
        if let partAhead { move(into: partAhead) }
        return true
    }

    /// ISO 8601's `T192030` and `T1920`.
    private mutating func readCompactTime() -> Bool {
        guard date.hour == nil, date.day != nil, at > 0, tokens[at - 1] == .word("t"), let time = number(at),
            time.digits == 4 || time.digits == 6
        else { return false }
        let digits = time.digits == 6 ? time.value : time.value * 100
        (date.hour, date.minute) = (digits / 10_000, digits / 100 % 100)
        if time.digits == 6 { date.second = digits % 100 }
        at += 1
        skipFraction()
        return true
    }

    /// Whether `9.30` is a time: after `pukul`, after the day, or before `pagi`; never with a third number after it.
    private func isDotTime(_ hour: Int, _ minute: (value: Int, digits: Int)) -> Bool {
        guard hour <= 24, minute.digits == 2, minute.value < 60 else { return false }
        if sign(at + 3) == ".", let third = number(at + 4), third.digits != 2 { return false }
        return expectsTime || hasDayPart(at + 3) || (date.day != nil && date.month != nil)
    }

    private mutating func skipFraction() {
        guard let point = sign(at), point == "." || point == ",", number(at + 1) != nil else { return }
        at += 2
    }

    /// Moves the hour of the twelve-hour clock into the part of the day that stands here.
    mutating func apply(_ part: DateWords.DayPart) -> Bool {
        guard date.hour != nil else { return false }
        let first = word(at)
        at += first == "a" || first == "p" ? 3 : 1
        var part = part
        if first == "tengah" || first == "tgh" {
            // "tengah hari" is noon, "tengah malam" midnight.
            if at < tokens.count, tokens[at] == .blank { at += 1 }
            if word(at) == "malam" { part = .night }
            if word(at) == "malam" || word(at) == "hari" { at += 1 }
        }
        move(into: part)
        return true
    }

    mutating func move(into part: DateWords.DayPart) {
        // "15.25 petang" is written too; an hour after noon needs no help.
        guard let hour = date.hour, hour <= 12 else { return }
        switch part {
        case .morning: date.hour = hour == 12 ? 0 : hour
        case .noon: date.hour = hour < 10 ? hour + 12 : hour
        case .afternoon: date.hour = hour == 12 ? 12 : hour + 12
        // "12 malam" is midnight, "1 malam" comes after it.
        case .night: date.hour = hour == 12 ? 0 : hour < 5 ? hour : hour + 12
        }
    }

    /// `+0800`, `+08:00`, `+8`, `-1:30`.
    mutating func readOffset(isWest: Bool) -> Bool {
        guard let first = number(at + 1) else { return false }
        at += 2
        var minutes: Int
        switch first.digits {
        case 1, 2:
            minutes = first.value * 60
            if sign(at) == ":" || sign(at) == ".", let rest = number(at + 1), rest.digits == 2 {
                minutes += rest.value
                at += 2
            }
        case 3, 4: minutes = first.value / 100 * 60 + first.value % 100
        default: return false
        }
        date.offset = (date.offset ?? 0) + (isWest ? -minutes : minutes)
        return true
    }

    /// A zone's name after a time; `GMT+0800` adds to it.
    mutating func readZoneName(_ word: String) -> Bool {
        if sign(at + 1) == "/", let city = self.word(at + 2) {
            date.city = word + "/" + city
            at += 3
            return true
        }
        guard date.offset == nil, let offset = ZoneName.offset(word) else { return false }
        at += 1
        if let sign = sign(at), sign == "+" || sign == "-", number(at + 1) != nil {
            return readOffset(isWest: sign == "-")
        }
        date.offset = offset
        return true
    }
}
