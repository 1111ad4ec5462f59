import Model
import Text

extension Identification: JSONConvertible {
    var json: JSONValue {
        .compact([
            ("v", 1), ("persons", .list(persons, \.json)), ("household", household?.json), ("place", place?.json),
            ("day", eventDay?.json), ("workplace", workplace?.json), ("identifiers", .list(identifiers, \.json)),
            ("appeal", .flag(isAppeal)),
        ])
    }

    init?(json: JSONValue) {
        guard json.int("v") == 1, let persons = JSONValue.list(json["persons"], Person.init(json:)),
            let identifiers = JSONValue.list(json["identifiers"], MaskedIdentifier.init(json:))
        else { return nil }
        self.init(
            persons: persons, household: json["household"].map(Household.init(json:)),
            place: json["place"].map(Place.init(json:)), eventDay: json["day"].flatMap(CivilTime.init(json:)),
            workplace: json["workplace"].flatMap(Workplace.init(json:)), identifiers: identifiers,
            isAppeal: json.flag("appeal"))
    }
}

extension Person: JSONConvertible {
    var json: JSONValue {
        .compact([
            ("name", .text(name)), ("aliases", .list(aliases) { .string($0) }), ("age", .int(age?.years)),
            ("estimate", .flag(age?.isEstimate ?? false)),
            ("role", .string(role.rawValue)), ("sex", .text(sex?.rawValue)), ("job", .text(occupation)),
            ("relation", .text(relation)), ("dead", .flag(isDead)), ("child", .flag(isChild)),
            ("evidence", evidence?.json),
        ])
    }

    init?(json: JSONValue) {
        guard let role = json.code("role", as: Role.self) ?? nil, let sex = json.code("sex", as: Sex.self) else {
            return nil
        }
        self.init(
            name: json["name"]?.string, aliases: json["aliases"]?.items?.compactMap(\.string) ?? [],
            age: json.int("age").map { Age(years: $0, isEstimate: json.flag("estimate")) }, role: role, sex: sex,
            occupation: json["job"]?.string, relation: json["relation"]?.string, isDead: json.flag("dead"),
            isChild: json.flag("child"), evidence: json["evidence"].flatMap(Evidence.init(json:)))
    }
}

extension Household {
    fileprivate var json: JSONValue {
        .compact([
            ("size", .int(size)), ("children", .int(children)), ("ages", .list(childAges) { .integer(Int64($0)) }),
        ])
    }

    fileprivate init(json: JSONValue) {
        let ages = json["ages"]?.items?.compactMap { $0.integer.flatMap { Int(exactly: $0) } } ?? []
        self.init(size: json.int("size"), children: json.int("children"), childAges: ages)
    }
}

extension Place {
    fileprivate var json: JSONValue {
        .compact([
            ("state", .text(stateCode)), ("state_name", .text(stateName)), ("district", .text(districtCode)),
            ("district_name", .text(districtName)), ("locality", .text(locality)), ("evidence", evidence?.json),
        ])
    }

    fileprivate init(json: JSONValue) {
        self.init(
            stateCode: json["state"]?.string, stateName: json["state_name"]?.string,
            districtCode: json["district"]?.string, districtName: json["district_name"]?.string,
            locality: json["locality"]?.string, evidence: json["evidence"].flatMap(Evidence.init(json:)))
    }
}

extension Workplace {
    fileprivate var json: JSONValue { .compact([("name", .string(name)), ("evidence", evidence?.json)]) }

    fileprivate init?(json: JSONValue) {
        guard let name = json["name"]?.string else { return nil }
        self.init(name: name, evidence: json["evidence"].flatMap(Evidence.init(json:)))
    }
}

extension MaskedIdentifier {
    fileprivate var json: JSONValue { [.string(kind.rawValue), .string(field.rawValue)] }

    fileprivate init?(json: JSONValue) {
        guard let kind = json[0]?.string.flatMap(Kind.init),
            let field = json[1]?.string.flatMap(Evidence.Field.init)
        else { return nil }
        self.init(kind: kind, field: field)
    }
}

extension CivilTime {
    fileprivate var json: JSONValue {
        .array([year, month, day, hour, minute, second, offset].map { .integer(Int64($0)) })
    }

    fileprivate init?(json: JSONValue) {
        let parts = json.items?.compactMap { $0.integer.flatMap { Int(exactly: $0) } } ?? []
        guard parts.count == 7 else { return nil }
        self.init(
            year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5],
            offset: parts[6])
    }
}
