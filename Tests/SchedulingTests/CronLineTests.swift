import Model
import Testing

private func time(_ text: String) throws -> Instant {
    // "2027-01-04 08:00" on Malaysia's clock.
    let parts = text.split { "- :".contains($0) }.compactMap { Int($0) }
    try #require(parts.count == 5)
    return try #require(
        CivilTime(year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4])
    ).instant
}

private func problem(in line: String) -> CronLine.Problem? {
    do throws(CronLine.Problem) {
        _ = try CronLine(line)
        return nil
    } catch {
        return error
    }
}

struct CronLineTests {
    /// Monday, 4 January 2027, 08:00 is the time after which the next one is looked for.
    @Test(arguments: [
        ("* * * * *", "2027-01-04 08:01"), ("0 * * * *", "2027-01-04 09:00"), ("30 8 * * *", "2027-01-04 08:30"),
        ("0 8 * * *", "2027-01-05 08:00"), ("59 7 * * *", "2027-01-05 07:59"), ("*/15 * * * *", "2027-01-04 08:15"),
        ("5-59/20 * * * *", "2027-01-04 08:05"), ("10,40 6,18 * * *", "2027-01-04 18:10"),
        ("0 22-23,0-2 * * *", "2027-01-04 22:00"), ("0 0 1 * *", "2027-02-01 00:00"),
        ("0 0 31 * *", "2027-01-31 00:00"), ("0 0 29 2 *", "2028-02-29 00:00"), ("0 0 * 3-4 *", "2027-03-01 00:00"),
        ("0 6 * jan mon", "2027-01-11 06:00"), ("0 6 * JAN Tue", "2027-01-05 06:00"),
        ("0 6 * * 0", "2027-01-10 06:00"), ("0 6 * * 7", "2027-01-10 06:00"), ("0 6 * * sat-sun", "2027-01-09 06:00"),
        ("0 6 * * 6-7", "2027-01-09 06:00"), ("0 6 * * fri-sun/2", "2027-01-08 06:00"),
        ("0 6 * dec,feb *", "2027-02-01 06:00"), ("@hourly", "2027-01-04 09:00"), ("@daily", "2027-01-05 00:00"),
        ("@weekly", "2027-01-10 00:00"), ("@Monthly", "2027-02-01 00:00"), ("  0\t9  *  * * ", "2027-01-04 09:00"),
    ])
    func theNextTimeIsFound(_ line: String, _ next: String) throws {
        #expect(try CronLine(line).next(after: start) == time(next))
    }

    @Test(arguments: [
        // Both days restricted: either is enough. The 13th is a Wednesday, the first Friday the 8th.
        ("0 0 13 * fri", ["2027-01-08 00:00", "2027-01-13 00:00", "2027-01-15 00:00"]),
        // A star restricts nothing, with a step neither: then both must hold.
        ("0 0 */2 * fri", ["2027-01-15 00:00", "2027-01-29 00:00", "2027-02-05 00:00"]),
        ("0 0 13 * *", ["2027-01-13 00:00", "2027-02-13 00:00", "2027-03-13 00:00"]),
        ("0 0 * * fri", ["2027-01-08 00:00", "2027-01-15 00:00", "2027-01-22 00:00"]),
        // A date that never comes on its own is no mistake beside a day of the week.
        ("0 0 30 2 mon", ["2027-02-01 00:00", "2027-02-08 00:00", "2027-02-15 00:00"]),
    ])
    func twoRestrictedDaysAreEitherOfThem(_ line: String, _ times: [String]) throws {
        let cron = try CronLine(line)
        var now = start
        for text in times {
            now = try #require(cron.next(after: now))
            #expect(now == (try time(text)))
        }
    }

    @Test func timesAreMalaysiasClock() throws {
        // 06:00 in Malaysia is 22:00 UTC of the day before.
        let next = try #require(try CronLine("0 6 * * *").next(after: start))
        #expect(next.rfc3339(offset: 0) == "2027-01-04T22:00:00Z")
    }

    @Test func everyNextTimeIsTheFirstMinuteThatMatches() throws {
        var random = Seeded(7)
        for _ in 0..<300 {
            let (minute, hour) = (Int.random(in: 0..<60, using: &random), Int.random(in: 0..<24, using: &random))
            let line = try CronLine("\(minute) \(hour) * * *")
            let now = start + TimeSpan(milliseconds: Int64.random(in: 0..<400 * 86_400_000, using: &random))
            let next = try #require(line.next(after: now))
            let civil = CivilTime(next)
            #expect((civil.minute, civil.hour, civil.second) == (minute, hour, 0))
            #expect(next > now && next - now <= .days(1))
        }
    }

    @Test(arguments: [Int64.min / 2, -62_135_596_800_000, 0, 253_402_300_000_000, Int64.max / 2])
    func noPointInTimeIsSearchedForLong(_ milliseconds: Int64) throws {
        let rare = try CronLine("0 0 29 2 */6")
        let next = rare.next(after: Instant(milliseconds: milliseconds))
        #expect(next == nil || next.map { $0.milliseconds > milliseconds } == true)
    }

    @Test func aLineIsKeptAsItWasWritten() throws {
        #expect(try CronLine(" 0  6 * *\tMon ").description == "0 6 * * Mon")
        #expect(try CronLine("@daily").description == "@daily")
        #expect(try CronLine("0 6 * * mon") != CronLine("0 6 * * tue"))
    }

    @Test(arguments: [
        ("60 * * * *", 1, "minute", "\"60\""), ("0 24 * * *", 3, "hour", "0-23"),
        ("0 0 0 * *", 5, "day of the month", "1-31"), ("0 0 * 13 *", 7, "month", "jan-dec"),
        ("0 0 * * 8", 9, "day of the week", "sun-sat"), ("0 0 * * isnin", 9, "day of the week", "\"isnin\""),
        ("0 0 * mon *", 7, "month", "\"mon\""), ("-1 * * * *", 1, "minute", "\"\""),
        ("+1 * * * *", 1, "minute", "\"+1\""),
        ("1,,2 * * * *", 3, "minute", "\"\""), ("0,15,99 * * * *", 6, "minute", "\"99\""),
        ("5-70 * * * *", 3, "minute", "\"70\""), ("50-10 * * * *", 1, "minute", "ends before"),
        ("1-2-3 * * * *", 1, "minute", "not a range"), ("*/0 * * * *", 3, "minute", "1-59"),
        ("*/99 * * * *", 3, "minute", "1-59"), ("*/ * * * *", 3, "minute", "step"),
        ("*/5/5 * * * *", 1, "minute", "two steps"), ("5/10 * * * *", 1, "minute", "5-59/10"),
        ("١ * * * *", 1, "minute", "\"١\""), ("*5 * * * *", 1, "minute", "\"*5\""),
        ("0 0 30 2 *", 5, "day of the month", "\"30\""), ("0 0 31 4,6,9,11 *", 5, "day of the month", "never"),
        ("0 6 * *", 1, "five fields", "this has 4"), ("0 6 * * * root", 11, "five fields", "this has 6"),
        ("", 1, "five fields", "@hourly"), ("@yearly", 1, "@yearly", "@monthly"), ("@daily 5", 1, "@daily", "@weekly"),
        ("@", 1, "\"@\"", "@hourly"),
    ])
    func aMistakeNamesFieldValueColumnAndWhatIsAllowed(_ line: String, _ column: Int, _ a: String, _ b: String) throws {
        let found = try #require(problem(in: line))
        #expect(found.column == column, "\(found)")
        #expect(found.reason.contains(a) && found.reason.contains(b), "\(found)")
    }

    @Test func aHugeLineIsRefusedAtOnce() throws {
        for line in [String(repeating: "1,", count: 1_000_000), String(repeating: " ", count: 1_000_000)] {
            #expect(try #require(problem(in: line)).reason.contains("400"))
        }
        let all = (0..<60).map(String.init).joined(separator: ",") + " * * * *"
        #expect(problem(in: all) == nil)
    }

    @Test func noTextBreaksTheReader() {
        var random = Seeded(3)
        let pieces = ["*", "/", "-", ",", " ", "7", "59", "mon", "jan", "@daily", "é", "99999999999999999999", "0"]
        for _ in 0..<3000 {
            let line = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            guard let problem = problem(in: line) else { continue }
            #expect((1...max(1, line.count)).contains(problem.column))
        }
    }
}
