import Hashing
import Model
import Text

/// An event without the person: which record, how urgent, in which state, and where the whole of it is (contract, 4d).
struct ThinEvent {
    static let type = "my.pantau.prospect.thin.v1"

    /// Another than that of the whole event, whose bytes another consumer has under that id; made from it, so that the
    /// same event is thin in the same bytes each time.
    let id: String
    let bytes: [UInt8]

    /// - Parameter event: the envelope with the whole record.
    init(of event: JSONValue) {
        let data = event["data"] ?? .null
        let whole = event["id"]?.string ?? ""
        let name = "evt_" + Digest(of: "thin\u{1F}\(whole)").hexadecimal.prefix(32)
        let thin = JSONValue.compact([
            ("id", data["id"]), ("ref", data["ref"]), ("revision", data["revision"]), ("status", data["status"]),
            ("urgency", data["urgency"]?["level"]), ("state", data["place"]?["state"]?["code"]),
            // Nobody serves records yet: the name by which a person asks the squad for it.
            ("href", .string("urn:uuid:\(data["id"]?.string ?? "")")),
        ])
        let members = (event.members ?? []).compactMap { member -> JSONValue.Member? in
            switch member.name {
            case "id": .init("id", .string(name))
            case "type": .init("type", .string(ThinEvent.type))
            // That of whole records.
            case "dataschema": nil
            case "data": .init("data", thin)
            default: member
            }
        }
        (id, bytes) = (name, JSONValue.object(members).utf8)
    }
}

extension Consumer {
    /// An event as this consumer may have it: its id and bytes.
    ///
    /// - Parameter whole: the bytes of the outbox, and what they say.
    func form(of whole: [UInt8], _ event: JSONValue) -> (id: String, bytes: [UInt8], isThin: Bool) {
        let data = event["data"]
        let shareWith = (data?["privacy"]?["share_with"]?.items ?? []).compactMap(\.string)
        // A tombstone names nobody, and has to be understood by everybody.
        if data?["erased"]?.bool == true || mayHaveWhole(shareWith: shareWith) {
            return (event["id"]?.string ?? "", whole, false)
        }
        let thin = ThinEvent(of: event)
        return (thin.id, thin.bytes, true)
    }
}
