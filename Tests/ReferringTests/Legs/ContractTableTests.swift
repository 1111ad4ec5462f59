import Model
import Testing
import Text

@testable import Referring

@Suite struct ContractTableTests {
    @Test(arguments: ContractState.all)
    func everyStateIsAsInTheContract(row: ContractState) throws {
        let state = try #require(ReferralState(rawValue: row.code))
        #expect(state.assistance?.rawValue == row.assistance)
        #expect(state.duty?.owner.rawValue == row.owner)
        #expect(state.duty?.action == row.action)
        #expect(
            state.clockHours.map { hours in [.routine, .urgent, .emergency].compactMap { hours[$0] } } == row.hours)
        #expect(state.isTerminal == row.isTerminal)
        #expect(state.needsReason == row.needsReason)
        #expect(state.isRefusal == row.needsNextStep)
        #expect(state.successors.map(\.rawValue) == row.successors)
    }

    @Test func noStateIsMissing() {
        #expect(ReferralState.allCases.map(\.rawValue).sorted() == ContractState.all.map(\.code).sorted())
    }

    /// Where the contract lies beside the project our copy is compared with it, row by row.
    @Test func ourCopyIsTheContract() throws {
        guard let contract = try contractFile("taxonomies.json") else { return }
        let rows = contract["referral_state"]?.items ?? []
        #expect(rows.count == ContractState.all.count)
        for (row, copy) in zip(rows, ContractState.all) {
            #expect(row["code"]?.string == copy.code)
            #expect(row["assistance"]?.string == copy.assistance)
            #expect(row["next_owner"]?.string == copy.owner)
            #expect(row["next_action"]?.string == copy.action)
            let clock = row["default_clock_hours"]
            let hours = ["routine", "urgent", "emergency"].compactMap { clock?[$0]?.integer }
            #expect(hours == copy.hours ?? [])
            #expect(row["terminal"]?.bool == copy.isTerminal)
            #expect(row["reason_required"]?.bool == copy.needsReason)
            #expect(row["next_step_required"]?.bool == copy.needsNextStep)
            let state = try #require(ReferralState(rawValue: copy.code))
            #expect(row["en"]?.string == state.labels.en)
            #expect(row["ms"]?.string == state.labels.ms)
            let successors = contract["referral_transitions"]?[copy.code]?.items?.compactMap(\.string)
            #expect(successors == copy.successors)
        }
        for row in contract["return_reason"]?.items ?? [] {
            let reason = try #require(ReferralReason(rawValue: row["code"]?.string ?? ""))
            #expect(reason.labels.en == row["en"]?.string && reason.labels.ms == row["ms"]?.string)
        }
        let steps: [NextStep.Kind] = [
            .redirect(to: "JKM"), .returnToSquad, .hold(until: Invented.noon), .adviceGiven(signedBy: "u-1"),
        ]
        for (row, step) in zip(contract["next_step"]?.items ?? [], steps.map { NextStep($0) }) {
            #expect(row["code"]?.string == step.code)
            #expect(row["en"]?.string == step.label(in: .english) && row["ms"]?.string == step.label(in: .malay))
        }
        for row in contract["assistance"]?.items ?? [] {
            let assistance = try #require(Assistance(rawValue: row["code"]?.string ?? ""))
            #expect(assistance.labels.en == row["en"]?.string && assistance.labels.ms == row["ms"]?.string)
        }
    }

    @Test(arguments: ContractState.statuses)
    func theStatusFollowsFromTheLegs(legs: String, status: String, assistance: String) throws {
        let states = try legs.split(separator: " ").map { try #require(ReferralState(rawValue: String($0))) }
        let found = ReferralState.status(ofLegs: states)
        #expect(found.rawValue == status)
        #expect(found.assistance?.rawValue == assistance)
    }

    @Test func theVectorsAreOurCopy() throws {
        guard let contract = try contractFile("vectors.json") else { return }
        let rows = (contract["status_from_legs"]?.items ?? []).map { row in
            [
                (row["legs"]?.items ?? []).compactMap(\.string).joined(separator: " "), row["status"]?.string ?? "",
                row["assistance"]?.string ?? "",
            ]
        }
        #expect(rows == ContractState.statuses.map { [$0.legs, $0.status, $0.assistance] })
    }

    @Test func nobodyCountsTwiceWhateverTheLegs() {
        let states = ReferralState.allCases.filter { $0 != .prospect }
        for a in states {
            for b in states {
                let status = ReferralState.status(ofLegs: [a, b])
                let isUnderWay = [a, b].contains(.beingHelped) || [a, b].contains(.helped) && (a.isOpen || b.isOpen)
                #expect((status.assistance == .underWay) == isUnderWay, "\(a) \(b)")
                // Whoever was helped by anybody is never told to be waiting for everything.
                if a == .helped || b == .helped { #expect(status.assistance != .notYet, "\(a) \(b)") }
            }
        }
    }
}

@Suite struct ClockTests {
    private static func time(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
        CivilTime(year: 2026, month: 11, day: day, hour: hour, minute: minute)!.instant
    }

    /// 20 November 2026 is a Friday.
    @Test(
        arguments: [
            (time(20, 9), 4, time(20, 13)), (time(20, 9), 5, time(20, 15)), (time(20, 16, 40), 8, time(23, 16, 40)),
            (time(20, 16, 40), 24, time(25, 16, 40)), (time(19, 15, 20), 8, time(20, 15, 20)),
            (time(21, 3), 1, time(23, 9)), (time(22, 23, 59), 8, time(23, 17)), (time(20, 13, 30), 1, time(20, 15)),
            (time(20, 19), 0, time(23, 8)), (time(20, 5), 8, time(20, 17)),
            (time(2, 8), 240, CivilTime(year: 2026, month: 12, day: 11, hour: 17)!.instant),
        ] as [(Instant, Int64, Instant)])
    func workingHoursRestAtNightAtNoonAndOnWeekends(start: Instant, hours: Int64, end: Instant) {
        #expect(OfficeHours.weekdays.instant(hours, after: start).rfc3339() == end.rfc3339())
    }

    @Test func noNumberOfHoursIsSlow() {
        let far = OfficeHours.weekdays.instant(20_000_000, after: Self.time(20, 9))
        #expect(far > Self.time(20, 9) + .days(365 * 9_000))
        #expect(OfficeHours.weekdays.instant(-5, after: Self.time(20, 9)) == Self.time(20, 9))
    }

    @Test func skippingWeeksIsTheSameAsWalkingThem() {
        for hours in stride(from: Int64(0), through: 200, by: 7) {
            var walked = Self.time(20, 10, 17)
            for _ in 0..<hours { walked = OfficeHours.weekdays.instant(1, after: walked) }
            #expect(OfficeHours.weekdays.instant(hours, after: Self.time(20, 10, 17)).rfc3339() == walked.rfc3339())
        }
    }

    @Test func anEmergencyDoesNotWaitForMonday() {
        let saturdayNight = Self.time(21, 22)
        #expect(ReferralState.referred.dueAt(from: saturdayNight, urgency: .emergency) == saturdayNight + .hours(1))
        #expect(ReferralState.referred.dueAt(from: saturdayNight, urgency: .urgent) == Self.time(23, 12))
        #expect(ReferralState.helped.dueAt(from: saturdayNight, urgency: .emergency) == nil)
    }
}

@Suite struct RFC3339Tests {
    @Test(arguments: [
        ("2026-11-23T08:03:11+08:00", "2026-11-23T08:03:11+08:00"),
        ("2026-11-23T00:03:11Z", "2026-11-23T08:03:11+08:00"),
        ("2026-11-23t00:03:11.25z", "2026-11-23T08:03:11+08:00"),
        ("2026-11-22T19:33:11-04:30", "2026-11-23T08:03:11+08:00"),
        ("2024-02-29T23:59:60Z", "2024-03-01T07:59:59+08:00"),
    ])
    func timesAreReadWithTheirOffset(text: String, expected: String) {
        #expect(Instant(rfc3339: text)?.rfc3339() == expected)
    }

    @Test(arguments: [
        "", "2026-11-23", "2026-11-23T08:03:11", "2026-11-23 08:03:11Z", "2026-11-23T08:03Z", "2026-02-30T08:03:11Z",
        "2026-11-23T24:00:00Z", "2026-11-23T08:03:11+0800", "2026-11-23T08:03:11+24:00", "2026-11-23T08:03:11.Z",
        "2026-11-23T08:03:11Zz", "٢٠٢٦-11-23T08:03:11Z", "+026-11-23T08:03:11Z",
        "2026-11-23T08:03:11." + String(repeating: "1", count: 99) + "Z",
    ])
    func anythingElseIsNoTime(text: String) { #expect(Instant(rfc3339: text) == nil) }
}
