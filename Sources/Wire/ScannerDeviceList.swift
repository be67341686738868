/// What is plugged in and may be a gun.
public struct ScannerDeviceList: Sendable, Hashable, Codable {
    public let scanners: [ScannerDeviceResource]

    public init(
        scanners: [ScannerDeviceResource]
    ) {
        self.scanners = scanners
    }

    private enum CodingKeys: String, CodingKey {
        case scanners
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(scanners, forKey: .scanners)
    }
}
