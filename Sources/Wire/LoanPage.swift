/// A page of charge-outs.
public struct LoanPage: Sendable, Hashable, Codable {
    public let loans: [LoanResource]
    /// What to send as `cursor` for the next page; null on the last.
    public let next: String?

    public init(
        loans: [LoanResource],
        next: String?
    ) {
        self.loans = loans
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case loans
        case next
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(loans, forKey: .loans)
        try container.encode(next, forKey: .next)
    }
}
