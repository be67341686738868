/// What processes have done to the node of a virtual device.
public struct VirtualScannerStatus: Sendable, Equatable {
    /// How often it was opened since it was plugged in.
    public let timesOpened: Int
    public let isOpen: Bool
    public let isGrabbed: Bool
    /// The clock that was asked for, as in `clock_gettime`; 0 is CLOCK_REALTIME.
    public let clock: Int
    /// What has been typed and not yet read.
    public let unreadBytes: Int

    init?(_ answer: String) {
        var values: [Substring: Int] = [:]
        for part in answer.split(separator: " ") {
            let pair = part.split(separator: "=")
            guard pair.count == 2, let value = Int(pair[1]) else { return nil }
            values[pair[0]] = value
        }
        guard let opened = values["opened"], let open = values["open"], let grabbed = values["grabbed"],
            let clock = values["clock"], let unread = values["unread"]
        else { return nil }
        self.timesOpened = opened
        self.isOpen = open > 0
        self.isGrabbed = grabbed > 0
        self.clock = clock
        self.unreadBytes = unread
    }
}
