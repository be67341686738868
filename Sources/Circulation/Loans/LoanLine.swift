public import Records
public import TransferLog

/// A thing that is charged out, with who has it.
public struct LoanLine: Sendable, Hashable {
    public let record: Record
    public let loan: Loan
    public let custodian: Record
    public let isOverdue: Bool

    init(_ record: Record, _ loan: Loan, at now: Timestamp, in view: LogView) throws {
        self.record = record
        self.loan = loan
        self.custodian = try Circulation.known(loan.custodian, in: view)
        self.isOverdue = loan.due.map { $0 < now } ?? false
    }
}
