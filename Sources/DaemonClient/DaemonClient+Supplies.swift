public import Wire

extension DaemonClient {
    /// Returns a page of the supplies with their stock.
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

    /// Records a delivery of units of a supply.
    public func receiveSupply(_ name: String, units: Int) async throws(DaemonClientError) -> SupplyResource {
        try await post("\(API.supplies)/\(WireCoding.pathSegment(name))/receipts", SupplyRequest(units: units))
    }

    /// Records a count of units of a supply.
    public func countSupply(_ name: String, units: Int) async throws(DaemonClientError) -> SupplyResource {
        try await post("\(API.supplies)/\(WireCoding.pathSegment(name))/counts", SupplyRequest(units: units))
    }
}
