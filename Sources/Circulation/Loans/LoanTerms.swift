public import Records

/// For how long, how often and how much people may have things.
public struct LoanTerms: Sendable, Hashable {
    /// What holds for some people, or for some things.
    public struct Exception: Sendable, Hashable {
        /// The kind of custodian that it is about; nil for all.
        public var custodian: RecordKind?
        /// The series that it is about; nil for all.
        public var series: RecordKind?
        /// Nil for what holds otherwise; so with the others.
        public var days: Int?
        public var renewals: Int?
        public var limit: Int?

        public init(
            custodian: RecordKind? = nil,
            series: RecordKind? = nil,
            days: Int? = nil,
            renewals: Int? = nil,
            limit: Int? = nil
        ) {
            self.custodian = custodian
            self.series = series
            self.days = days
            self.renewals = renewals
            self.limit = limit
        }
    }

    /// Working days until a thing is due; nil for no day.
    public var days: Int?
    /// How often a charge-out may be renewed.
    public var renewals: Int
    /// How many things one custodian may have; nil for any number.
    public var limit: Int?
    /// The first that fits counts.
    public var exceptions: [Exception]

    public init(days: Int? = nil, renewals: Int = 2, limit: Int? = nil, exceptions: [Exception] = []) {
        self.days = days
        self.renewals = renewals
        self.limit = limit
        self.exceptions = exceptions
    }

    /// The terms for things of `series` with a custodian of `custodian` kind; exceptions to them are dealt with.
    public func terms(custodian: RecordKind, series: RecordKind?) -> LoanTerms {
        let fitting = exceptions.first {
            ($0.custodian == nil || $0.custodian == custodian) && ($0.series == nil || $0.series == series)
        }
        return LoanTerms(
            days: fitting?.days ?? days,
            renewals: fitting?.renewals ?? renewals,
            limit: fitting?.limit ?? limit
        )
    }
}
