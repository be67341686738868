public import Records
public import TransferLog

/// A thing that is charged out, with who has it.
public struct LoanLine: Sendable, Hashable {
    public let record: Record
    public let loan: Loan
    /// Who has it; nil when the caller may not know of them.
    public let custodian: Record?
    public let isOverdue: Bool

    /// Charge-outs with the names of who has the things, each looked up once.
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
