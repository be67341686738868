public import Wire

extension DaemonClient {
    /// Charges items and containers out to a custodian, all or none.
    public func chargeOut(_ request: ChargeOutRequest) async throws(DaemonClientError) -> MoveResponse {
        try await post(API.chargeOuts, request)
    }

    /// Returns items and containers to a place, all or none.
    public func giveBack(_ request: ReturnRequest) async throws(DaemonClientError) -> MoveResponse {
        try await post(API.returns, request)
    }

    /// Refiles items and containers at their home locations, all or none.
    public func refile(_ request: RefileRequest) async throws(DaemonClientError) -> MoveResponse {
        try await post(API.refiles, request)
    }

    /// Hands items and containers over from one custodian to another, all or none.
    public func handOver(_ request: HandOverRequest) async throws(DaemonClientError) -> MoveResponse {
        try await post(API.handOvers, request)
    }

    /// Renews charge-outs.
    public func renew(_ request: RenewalRequest) async throws(DaemonClientError) -> Page<LoanResource> {
        try await post(API.renewals, request)
    }

    /// Returns a page of charge-outs; optionally those of one custodian, or overdue ones.
    public func loans(
        of custodian: String? = nil,
        overdue: Bool = false,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<LoanResource> {
        try await get(
            API.loans,
            query: [
                ("custodian", custodian), ("overdue", overdue ? "true" : nil), ("limit", String(limit)),
                ("cursor", cursor),
            ]
        )
    }

    /// Returns a page of transits.
    ///
    /// With `late`, only those that exceed `transitHours`.
    public func transits(
        late: Bool,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<TransitResource> {
        try await get(
            API.transits,
            query: [("late", late ? "true" : nil), ("limit", String(limit)), ("cursor", cursor)]
        )
    }

    /// Places a hold.
    public func hold(_ request: HoldRequest) async throws(DaemonClientError) -> EntryResource {
        try await post(API.holds, request)
    }

    /// Releases the hold that an entry placed.
    public func release(
        hold entry: Int64,
        _ request: HoldReleaseRequest
    ) async throws(DaemonClientError) -> EntryResource {
        try await post("\(API.holds)/\(entry)/release", request)
    }

    /// Returns a page of the holds in force, oldest first.
    public func holds(limit: Int, cursor: String? = nil) async throws(DaemonClientError) -> Page<EntryResource> {
        try await get(API.holds, query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// Returns a page of the seals, restrictions and holds in force, oldest first.
    ///
    /// - Parameters:
    ///   - kind: only `seal`, `restriction` or `hold`; nil for all.
    ///   - order: only those of this order; nil for all.
    public func orders(
        kind: String? = nil,
        order: String? = nil,
        limit: Int,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<OrderResource> {
        let query = [("kind", kind), ("order", order), ("limit", String(limit)), ("cursor", cursor)]
        return try await get(API.orders, query: query)
    }
}
