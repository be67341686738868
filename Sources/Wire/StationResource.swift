/// The state of a station, for a screen across the room.
public struct StationResource: WireValue {
    /// The name of the station.
    public let station: String
    /// The signed-in clerk; null if none is signed in.
    public let clerk: StationClerkResource?
    /// Whether a clerk must sign in before anything is accepted.
    public let signIn: Bool
    /// Whether an item or container that is scanned by itself is returned.
    public let returns: Bool
    public let context: StationContextResource
    /// The word of the command that waits for its barcode, such as `into`; null if none does.
    public let armed: String?
    /// The last ten readings, newest first.
    public let readings: [StationReadingResource]
    /// Whether there are earlier readings.
    public let earlierReadings: Bool
    /// The scanners of the station.
    public let scanners: [ScannerResource]
    /// The number of readings that are stored but not interpreted yet.
    public let queue: Int
    /// The supplies that it uses and that are low.
    public let lowSupplies: [SupplyResource]
    /// What prevents scans in the station's drop folders from being filed, without file names.
    public let folderTroubles: [FolderTroubleResource]
    /// Readings whose slip or label is still required but was not printed, newest first.
    public let unprinted: [StationReadingResource]

    public init(
        station: String,
        clerk: StationClerkResource?,
        signIn: Bool,
        returns: Bool,
        context: StationContextResource,
        armed: String?,
        readings: [StationReadingResource],
        earlierReadings: Bool = false,
        scanners: [ScannerResource],
        queue: Int,
        lowSupplies: [SupplyResource] = [],
        folderTroubles: [FolderTroubleResource] = [],
        unprinted: [StationReadingResource] = []
    ) {
        self.station = station
        self.clerk = clerk
        self.signIn = signIn
        self.returns = returns
        self.context = context
        self.armed = armed
        self.readings = readings
        self.earlierReadings = earlierReadings
        self.scanners = scanners
        self.queue = queue
        self.lowSupplies = lowSupplies
        self.folderTroubles = folderTroubles
        self.unprinted = unprinted
    }
}
