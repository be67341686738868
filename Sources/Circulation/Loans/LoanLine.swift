public import Records
public import TransferLog

/// A charge-out with its item or container and its custodian.
public struct LoanLine: Sendable, Hashable {
    public let record: Record
    public let loan: Loan
    /// The custodian; nil if concealed from the caller.
    public let custodian: Record?
    public let isOverdue: Bool

    /// Returns charge-outs with their custodians, each looked up once.
    static func lines(_ loans: [(Record, Loan)], at now: Timestamp, in view: LogView) throws -> [LoanLine] {
        let custodians = try view.records(Array(Set(loans.map(\.1.custodian))))
        return loans.map { record, loan in
            LoanLine(
                record: record,
                loan: loan,
                custodian: custodians[loan.custodian],
                isOverdue: loan.due.map { $0 < now } ?? false
            )
        }
    }
}
