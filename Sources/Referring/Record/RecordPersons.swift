import Model
import Text

extension Person {
    /// The person as a record carries them. Age and job are left out where they would tell who is protected.
    ///
    /// - Parameters:
    ///   - day: on which the age was true, `2026-11-20`.
    ///   - contact: how the person can be reached, where that was noted.
    func record(
        id: String, day: String, hiding withholding: Withholding, evidence: String?, contact: CaseContact? = nil
    ) -> JSONValue {
        let isWithheld = withholding.withholds(self)
        let shown = isWithheld ? nil : name.map { JSONValue.string(cut($0, to: 200)) }
        // An estimate ("in her seventies") is no age: the contract has one whole number.
        let exactAge = age.flatMap { $0.isEstimate || (withholding.isProtected && isMinor) ? nil : $0.years }
        let job = withholding.isProtected ? nil : occupation
        return .compact([
            ("id", .string(id)), ("role", .string(role.rawValue)),
            ("relation", relation.map { .string(cut(withholding.masked($0), to: 60)) }),
            (
                "name",
                .compact([
                    ("display", shown ?? .null), ("withheld", .bool(isWithheld)),
                    // A name that a person corrected stands in no article.
                    ("as_published", shown.map { _ in .bool(self.evidence != nil) }),
                ])
            ),
            ("age", exactAge.map { .integer(Int64($0)) }), ("age_at", exactAge.map { _ in .string(day) }),
            ("is_minor", .bool(isMinor)), ("sex", sex.map { .string($0.rawValue) }),
            ("occupation", job.map { .string(cut($0, to: 120)) }), ("contact", contact?.record),
            ("evidence", evidence.map { .array([.string($0)]) }),
        ])
    }

    /// Somebody whom the text does not name: "a man, 40, was killed".
    static let unnamed = Person(name: nil)
}

extension CaseContact {
    fileprivate var record: JSONValue {
        ["kind": .string(kind.rawValue), "value": .string(cut(value, to: CaseContact.limit)), "published": false]
    }
}

extension Household {
    /// nil where nothing is known, or what is known is no household.
    var record: JSONValue? {
        let people = size.flatMap { (1...60).contains($0) ? JSONValue.integer(Int64($0)) : nil }
        let young = children.flatMap { (0...40).contains($0) ? JSONValue.integer(Int64($0)) : nil }
        return people == nil && young == nil ? nil : .compact([("size", people), ("children", young)])
    }
}

extension Place {
    /// The place as a record carries it: not finer than the district where a child or a protected person could be found.
    func record(isCoarse: Bool, evidence: String?) -> JSONValue {
        let name = stateCode.flatMap { stateNames[$0] }
        let state = name.flatMap { name in stateCode.map { code in coded(code, name) } }
        let district = state == nil ? nil : districtRecord
        let spot = state == nil || isCoarse ? nil : locality.map { JSONValue.string(cut($0, to: 160)) }
        let precision = spot != nil ? "locality" : district != nil ? "district" : state != nil ? "state" : "country"
        return .compact([
            ("country", "MY"), ("state", state), ("district", district), ("locality", spot),
            ("precision", .string(precision)), ("evidence", evidence.map { .array([.string($0)]) }),
        ])
    }

    /// DOSM's code is that of the state, `_`, and a number.
    private var districtRecord: JSONValue? {
        guard let districtCode, let districtName, let stateCode, let number = Int(stateCode.dropFirst(3)) else {
            return nil
        }
        let parts = districtCode.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "\(number)", (1...2).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return coded(districtCode, cut(districtName, to: 60))
    }

    private func coded(_ code: String, _ name: String) -> JSONValue { ["code": .string(code), "name": .string(name)] }
}

/// ISO 3166-2:MY with the names of the contract's taxonomies.json, state_codes.
let stateNames = [
    "MY-01": "Johor", "MY-02": "Kedah", "MY-03": "Kelantan", "MY-04": "Melaka", "MY-05": "Negeri Sembilan",
    "MY-06": "Pahang", "MY-07": "Pulau Pinang", "MY-08": "Perak", "MY-09": "Perlis", "MY-10": "Selangor",
    "MY-11": "Terengganu", "MY-12": "Sabah", "MY-13": "Sarawak", "MY-14": "W.P. Kuala Lumpur", "MY-15": "W.P. Labuan",
    "MY-16": "W.P. Putrajaya",
]
