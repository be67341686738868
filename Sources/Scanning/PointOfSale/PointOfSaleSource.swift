/// A HID POS scanner that is being read.
final class PointOfSaleSource: ScannerSource {
    /// Maximum reports per turn; the rest follows in the next turn, so that one scanner does not delay others.
    private static let turn = 64

    private let device: RawReportDevice
    private var assembler: PointOfSaleAssembler
    private(set) var pace = Pace()

    init(device: consuming RawReportDevice, layout: PointOfSaleLayout) {
        self.device = device
        self.assembler = PointOfSaleAssembler(layout: layout)
    }

    var descriptor: Int32 { device.pollDescriptor }
    var awaitsEnding: Bool { assembler.awaitsEnding }

    func read(_ watchers: [ScannerWatch], take: (ReadingOutcome) -> Void) throws(ScannerFailure) -> SourceActivity {
        var activity = SourceActivity.none
        for _ in 0..<Self.turn {
            guard let report = try device.read() else { return .gone }
            if report.isEmpty { break }
            activity = .some
            let time = KernelClock.now
            watchers.tell(.bytes(Array(report[...]), time: KernelClock.timeOfDay(of: time)))
            let wasOpen = awaitsEnding
            let outcome = assembler.take(report, time: time)
            if wasOpen || awaitsEnding || outcome != nil { pace.note(time, isWithin: wasOpen) }
            if let outcome { take(outcome) }
        }
        return activity
    }

    func fellSilent() -> ReadingOutcome? { assembler.fellSilent() }

    func abandon(as rejection: ScanRejection) -> ReadingOutcome? { assembler.abandon(as: rejection) }
}
