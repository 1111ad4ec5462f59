import Foundation
import Model
import Text

/// The contract's table of referral states, as we copied it: code, assistance, who owes what next, working hours (routine,
/// urgent, emergency), terminal, reason and next step required, and what may follow.
struct ContractState: Sendable {
    let code: String
    let assistance: String?
    let owner: String?
    let action: String?
    let hours: [Int64]?
    let isTerminal, needsReason, needsNextStep: Bool
    let successors: [String]

    private init(
        _ code: String, _ assistance: String?, _ owner: String?, _ action: String?, _ hours: [Int64]?,
        terminal: Bool = false, refusal: Bool = false, reason: Bool = false, _ successors: String
    ) {
        (self.code, self.assistance, self.owner, self.action) = (code, assistance, owner, action)
        (self.hours, isTerminal, needsReason, needsNextStep) = (hours, terminal, refusal || reason, refusal)
        self.successors = successors.split(separator: " ").map(String.init)
    }

    static let all = [
        ContractState("prospect", "belum_dibantu", "squad", "send", [24, 8, 1], "referred withdrawn duplicate"),
        ContractState(
            "referred", "belum_dibantu", "referral-system", "acknowledge", [8, 4, 1],
            "received accepted returned redirected not_eligible duplicate withdrawn"),
        ContractState(
            "received", "belum_dibantu", "agency", "accept-or-return", [24, 8, 2],
            "accepted returned redirected not_eligible duplicate unreachable withdrawn"),
        ContractState(
            "accepted", "belum_dibantu", "agency", "start-help", [56, 24, 8],
            "being_helped helped returned redirected not_eligible duplicate unreachable declined withdrawn"),
        ContractState(
            "being_helped", "sedang_dibantu", "agency", "update", [240, 120, 40],
            "helped returned redirected not_eligible duplicate unreachable declined"),
        ContractState("helped", "telah_dibantu", nil, nil, nil, terminal: true, "being_helped"),
        ContractState(
            "returned", "belum_dibantu", "squad", "re-route", [8, 4, 1], refusal: true,
            "prospect referred withdrawn duplicate"),
        ContractState(
            "redirected", "belum_dibantu", "agency", "accept-or-return", [24, 8, 2], refusal: true,
            "referred received accepted returned not_eligible duplicate unreachable"),
        ContractState(
            "not_eligible", "belum_dibantu", "squad", "re-route", [8, 4, 1], refusal: true,
            "prospect referred withdrawn"),
        ContractState("duplicate", nil, nil, nil, nil, terminal: true, "prospect"),
        ContractState(
            "unreachable", "belum_dibantu", "squad", "find-contact", [40, 16, 4], refusal: true,
            "prospect referred being_helped withdrawn"),
        ContractState("declined", "belum_dibantu", nil, nil, nil, terminal: true, "prospect"),
        ContractState("withdrawn", "belum_dibantu", nil, nil, nil, terminal: true, reason: true, "prospect"),
    ]

    /// vectors.json, status_from_legs: legs, status, assistance.
    static let statuses: [(legs: String, status: String, assistance: String)] = [
        ("referred", "referred", "belum_dibantu"), ("redirected referred", "referred", "belum_dibantu"),
        ("not_eligible accepted", "accepted", "belum_dibantu"), ("returned", "returned", "belum_dibantu"),
        ("not_eligible", "not_eligible", "belum_dibantu"), ("helped", "helped", "telah_dibantu"),
        ("helped referred", "being_helped", "sedang_dibantu"), ("helped not_eligible", "helped", "telah_dibantu"),
        ("being_helped returned", "being_helped", "sedang_dibantu"), ("unreachable", "unreachable", "belum_dibantu"),
        ("received accepted", "accepted", "belum_dibantu"), ("declined", "declined", "belum_dibantu"),
        ("", "prospect", "belum_dibantu"),
    ]
}

/// A file of the contract beside the project; nil on a machine that has only the project.
func contractFile(_ name: String) throws -> JSONValue? { try contractData(name).map { try JSONValue(parsing: $0) } }

/// Its lines; none where it is not there.
func contractLines(_ name: String) throws -> [String] {
    try contractData(name).map { String(decoding: $0, as: UTF8.self) }?.split(separator: "\n").map(String.init) ?? []
}

private func contractData(_ name: String) throws -> Data? {
    let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardized
    let file = root.appendingPathComponent("../shared/contract/\(name)").standardized
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try Data(contentsOf: file)
}
