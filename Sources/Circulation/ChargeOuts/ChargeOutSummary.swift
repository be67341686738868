public import TransferLog
public import Vocabulary

/// A charge-out with its item or container and its custodian.
public struct ChargeOutSummary: Sendable, Hashable {
    public let entity: Entity
    public let loan: ChargeOut
    /// The custodian; nil if concealed from the caller.
    public let custodian: Entity?
    public let isOverdue: Bool

    /// Returns charge-outs with their custodians, each looked up once.
    static func lines(_ loans: [(Entity, ChargeOut)], at now: Timestamp, in view: LogView) throws -> [ChargeOutSummary]
    {
        let custodians = try view.entities(Array(Set(loans.map(\.1.custodian))))
        return loans.map { entity, loan in
            ChargeOutSummary(
                entity: entity,
                loan: loan,
                custodian: custodians[loan.custodian],
                isOverdue: loan.due.map { $0 < now } ?? false
            )
        }
    }
}
