public import Vocabulary

/// The loan terms: period, number of renewals, number of charge-outs.
public struct ChargeOutTerms: Sendable, Hashable {
    /// Different terms for some custodians or series.
    public struct Exception: Sendable, Hashable {
        /// The kind of custodian to which this applies; nil for all.
        public var custodian: EntityKind?
        /// The series to which this applies; nil for all.
        public var series: EntityKind?
        /// The days, renewals and limit of the exception; nil to keep the general value.
        public var days: Int?
        public var renewals: Int?
        public var limit: Int?

        public init(
            custodian: EntityKind? = nil,
            series: EntityKind? = nil,
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

    /// The loan period in working days; nil for no due date.
    public var days: Int?
    /// How often a charge-out may be renewed.
    public var renewals: Int
    /// The maximum number of charge-outs of one custodian; nil for no limit.
    public var limit: Int?
    /// The exceptions.
    ///
    /// The first that matches applies.
    public var exceptions: [Exception]

    public init(days: Int? = nil, renewals: Int = 2, limit: Int? = nil, exceptions: [Exception] = []) {
        self.days = days
        self.renewals = renewals
        self.limit = limit
        self.exceptions = exceptions
    }

    /// Returns the terms for `series` and a `custodian` of this kind, with exceptions applied.
    public func terms(custodian: EntityKind, series: EntityKind?) -> ChargeOutTerms {
        let fitting = exceptions.first {
            ($0.custodian == nil || $0.custodian == custodian) && ($0.series == nil || $0.series == series)
        }
        return ChargeOutTerms(
            days: fitting?.days ?? days,
            renewals: fitting?.renewals ?? renewals,
            limit: fitting?.limit ?? limit
        )
    }
}
