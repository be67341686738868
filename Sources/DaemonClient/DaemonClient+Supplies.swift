public import Wire

extension DaemonClient {
    /// What is left of each supply.
    public func supplies() async throws(DaemonClientError) -> SupplyList { try await get(API.supplies) }

    /// Notes that units of a supply came.
    public func receiveSupply(_ name: String, units: Int) async throws(DaemonClientError) -> SupplyResource {
        try await post("\(API.supplies)/\(WireCoding.pathSegment(name))/receipts", SupplyRequest(units: units))
    }

    /// Notes how many units of a supply there are.
    public func countSupply(_ name: String, units: Int) async throws(DaemonClientError) -> SupplyResource {
        try await post("\(API.supplies)/\(WireCoding.pathSegment(name))/counts", SupplyRequest(units: units))
    }
}
