/// The result of reading from a device.
enum SourceActivity {
    /// The device is gone.
    case gone
    /// There was no data that belongs to a code.
    case none
    case some
}

/// An open device with one transport, and its current reading.
///
/// Not Sendable: used only on the reading thread.
protocol ScannerSource: AnyObject {
    /// The descriptor for `poll`.
    var descriptor: Int32 { get }
    /// Whether ``fellSilent()`` must be called after a pause.
    var awaitsEnding: Bool { get }

    /// The timing of the latest data relative to earlier data.
    var pace: Pace { get }

    /// Reads pending data without blocking, and passes on the outcomes it completes.
    func read(_ watchers: [ScannerWatch], take: (ReadingOutcome) -> Void) throws(ScannerFailure) -> SourceActivity

    /// Processes a pause longer than any within a reading.
    func fellSilent() -> ReadingOutcome?

    /// Processes the end of the device or of the reader.
    func abandon(as rejection: ScanRejection) -> ReadingOutcome?
}

/// Opens the device of a node according to its transport.
struct SourceOpener {
    private let layouts: CompiledLayouts

    init(layouts: CompiledLayouts) { self.layouts = layouts }

    /// Opens the device, exclusively as far as the kernel allows; nil when it is already gone.
    func open(_ node: DeviceNode, _ setting: ScannerSetting?) throws(ScannerFailure) -> (any ScannerSource)? {
        try open(
            node,
            framing: setting?.framing ?? .suffix,
            layout: setting?.layout ?? .us,
            line: setting?.line ?? .common
        )
    }

    /// Opens a device without a setting.
    func open(
        _ node: DeviceNode,
        framing: ScanFraming,
        layout: KeyboardLayout = .us,
        line: SerialLine = .common
    ) throws(ScannerFailure) -> (any ScannerSource)? {
        switch node.identity.transport {
        case .keyboard:
            let state = try layouts.state(of: layout)
            guard let device = try EventDevice.open(node.identity.devnode) else { return nil }
            try check(node, vendor: device.vendor, product: device.product)
            return try KeyboardSource(device: device, state: state, framing: framing)
        case .pointOfSale:
            guard let layout = node.reports, let device = try RawReportDevice.open(node.identity.devnode) else {
                return nil
            }
            let numbers = try device.numbers()
            try check(node, vendor: numbers.vendor, product: numbers.product)
            return PointOfSaleSource(device: device, layout: layout)
        case .serial:
            guard let port = try SerialPort.open(node.identity.devnode, line) else { return nil }
            return SerialSource(port: port, framing: framing)
        }
    }

    /// Checks the IDs, because the node may since have been assigned to another device.
    private func check(_ node: DeviceNode, vendor: String, product: String) throws(ScannerFailure) {
        guard node.identity.vendor == vendor, node.identity.product == product else {
            throw .replaced(vendor: vendor, product: product)
        }
    }
}

/// When to retry a scanner that could not be opened: soon at first, then at increasing intervals.
struct RetrySchedule {
    private static let first = Duration.seconds(1)
    private static let longest = Duration.seconds(60)

    let node: DeviceNode
    private(set) var next: ContinuousClock.Instant
    private var delay = Self.first

    /// Schedules the first retry; nil when retrying is pointless.
    init?(_ node: DeviceNode, after failure: ScannerFailure, now: ContinuousClock.Instant) {
        switch failure {
        case .cannotOpen, .cannotGrab, .cannotRead: break
        case .replaced, .badLayout, .indistinguishable: return nil
        }
        self.node = node
        self.next = now.advanced(by: Self.first)
    }

    /// The schedule after another failure; nil when retrying is pointless.
    func again(after failure: ScannerFailure, now: ContinuousClock.Instant) -> RetrySchedule? {
        guard var schedule = RetrySchedule(node, after: failure, now: now) else { return nil }
        schedule.delay = min(delay * 2, Self.longest)
        schedule.next = now.advanced(by: schedule.delay)
        return schedule
    }
}
