/// Charge-outs as they are now.
public struct LoanList: Sendable, Hashable, Codable {
    public let loans: [LoanResource]

    public init(
        loans: [LoanResource]
    ) {
        self.loans = loans
    }
}
