import Model
import Scheduling
import Text

extension SourceAddress {
    var json: JSONValue {
        .compact([
            ("configured", configured.map { .string($0) }), ("undone", undone.map { .string($0) }),
            ("move", move?.json), ("former", former.isEmpty ? nil : .array(former.map(\.json))),
        ])
    }

    /// A member that cannot be read begins anew: then the address of the file is polled.
    init(json: JSONValue) {
        self.init(
            configured: json["configured"]?.string, move: json["move"].flatMap(BelievedMove.init(json:)),
            undone: json["undone"]?.string, former: json["former"]?.items?.compactMap(Former.init(json:)) ?? [])
    }
}

extension SourceAddress.BelievedMove {
    fileprivate var json: JSONValue {
        .compact([("target", .string(target)), ("replaced", .string(replaced)), ("since", .instant(since))])
    }

    fileprivate init?(json: JSONValue) {
        guard let target = json["target"]?.string, let replaced = json["replaced"]?.string,
            let since = json.instant("since")
        else { return nil }
        self.init(to: target, replacing: replaced, since: since)
    }
}

extension SourceAddress.Former {
    fileprivate var json: JSONValue { .compact([("address", .string(address)), ("until", .instant(until))]) }

    fileprivate init?(json: JSONValue) {
        guard let address = json["address"]?.string, let until = json.instant("until") else { return nil }
        self.init(address, until: until)
    }
}
