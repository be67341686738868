public import Wire

extension DaemonClient {
    /// What is left of each supply.
    public func supplies(
        onlyLow: Bool = false,
        limit: Int = API.standardPage,
        cursor: String? = nil
    ) async throws(DaemonClientError) -> Page<SupplyResource> {
        try await get(
            API.supplies,
            query: [("low", onlyLow ? "true" : nil), ("limit", String(limit)), ("cursor", cursor)]
        )
    }

    /// Notes that units of a supply came.
    public func receiveSupply(_ name: String, units: Int) async throws(DaemonClientError) -> SupplyResource {
        try await post("\(API.supplies)/\(WireCoding.pathSegment(name))/receipts", SupplyRequest(units: units))
    }

    /// Notes how many units of a supply there are.
    public func countSupply(_ name: String, units: Int) async throws(DaemonClientError) -> SupplyResource {
        try await post("\(API.supplies)/\(WireCoding.pathSegment(name))/counts", SupplyRequest(units: units))
    }
}
