public import Wire

extension DaemonClient {
    /// Charges things out to a custodian, all or none.
    public func chargeOut(_ request: ChargeOutRequest) async throws(DaemonClientError) -> MoveResponse {
        try await post(API.chargeOuts, request)
    }

    /// Takes things back, all or none.
    public func giveBack(_ request: ReturnRequest) async throws(DaemonClientError) -> MoveResponse {
        try await post(API.returns, request)
    }

    /// Puts things back where they belong, all or none.
    public func refile(_ request: RefileRequest) async throws(DaemonClientError) -> MoveResponse {
        try await post(API.refiles, request)
    }

    /// Hands things over from one custodian to another, all or none.
    public func handOver(_ request: HandOverRequest) async throws(DaemonClientError) -> MoveResponse {
        try await post(API.handOvers, request)
    }

    /// Lets charge-outs go on.
    public func renew(_ request: RenewalRequest) async throws(DaemonClientError) -> Page<LoanResource> {
        try await post(API.renewals, request)
    }

    /// A page of what is charged out; to one custodian, or overdue, where that is asked.
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

    /// A page of what is on its way; with `late` only of what is so for longer than is usual.
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

    /// Orders that a thing stays in custody.
    public func hold(_ request: HoldRequest) async throws(DaemonClientError) -> EntryResource {
        try await post(API.holds, request)
    }

    /// Ends the hold that an entry placed.
    public func release(
        hold entry: Int64,
        _ request: HoldReleaseRequest
    ) async throws(DaemonClientError) -> EntryResource {
        try await post("\(API.holds)/\(entry)/release", request)
    }

    /// A page of the holds that stand, oldest first.
    public func holds(limit: Int, cursor: String? = nil) async throws(DaemonClientError) -> Page<EntryResource> {
        try await get(API.holds, query: [("limit", String(limit)), ("cursor", cursor)])
    }

    /// A page of the seals, restrictions and holds that stand, oldest first.
    ///
    /// - Parameters:
    ///   - kind: only `seal`, `restriction` or `hold`; nil for all.
    ///   - order: only what this order demands; nil for all.
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
