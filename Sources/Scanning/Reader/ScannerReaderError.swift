/// Why scanners cannot be read.
public enum ScannerReaderError: Error, Sendable, Hashable, CustomStringConvertible {
    /// libudev failed with this `errno`.
    case cannotWatchDevices(Int32)
    /// The kernel refused an event descriptor or a thread with this `errno`.
    case outOfResources(Int32)
    /// A reader runs only once; create a new one.
    case alreadyStarted
    /// The reader has not been started, or has been stopped.
    case notRunning

    /// The underlying `errno`; 0 when there is none.
    var number: Int32 {
        switch self {
        case .cannotWatchDevices(let number), .outOfResources(let number): number
        case .alreadyStarted, .notRunning: 0
        }
    }

    public var description: String {
        switch self {
        case .cannotWatchDevices(let number): "cannot watch devices (error \(number)): check that udev is running"
        case .outOfResources(let number):
            "cannot start reading scanners (error \(number)): raise the limits of the service"
        case .alreadyStarted: "cannot start a scanner reader twice: make a new one"
        case .notRunning: "cannot ask a scanner reader that does not run: start it"
        }
    }
}
