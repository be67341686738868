import Barcodes

/// Joins the reports of one HID POS scanner into readings: a state machine without a device and without a clock.
struct PointOfSaleAssembler {
    private enum Phase {
        case idle
        /// The next report continues the barcode.
        case reading
        /// The fault has been reported; reports up to the end of this barcode are discarded.
        case swallowing
        /// A barcode stopped without its last report, which has been reported.
        case stalled
    }

    private let layout: PointOfSaleLayout
    private var phase = Phase.idle
    private var data: [UInt8] = []
    private var symbology: AIMIdentifier?

    init(layout: PointOfSaleLayout) { self.layout = layout }

    /// Whether a reading is open, so that ``fellSilent()`` must be called after a pause.
    var awaitsEnding: Bool { phase == .reading || phase == .swallowing }

    /// Processes one report as returned by `read`.
    mutating func take(_ report: [UInt8], time: Int64) -> ReadingOutcome? {
        do throws(ScanRejection) {
            guard let fragment = try PointOfSaleFragment(report, layout: layout) else { return nil }
            return take(fragment, time: time)
        } catch {
            // Within a barcode it is unknown whether this was its last report, and therefore what the next one is.
            clear(to: phase == .idle ? .idle : .stalled)
            return .rejection(error)
        }
    }

    /// Processes a pause longer than any between the reports of one barcode.
    mutating func fellSilent() -> ReadingOutcome? {
        switch phase {
        case .idle, .stalled:
            return nil
        case .swallowing:
            clear(to: .stalled)
            return nil
        case .reading:
            clear(to: .stalled)
            return .rejection(.reportMissing)
        }
    }

    /// Processes the end of the device or of the reader; an open reading is rejected as `rejection`.
    mutating func abandon(as rejection: ScanRejection) -> ReadingOutcome? {
        let isOpen = phase == .reading
        clear(to: .idle)
        return isOpen ? .rejection(rejection) : nil
    }

    private mutating func take(_ fragment: PointOfSaleFragment, time: Int64) -> ReadingOutcome? {
        switch phase {
        case .swallowing:
            if !fragment.isContinued { clear(to: .idle) }
            return nil
        case .stalled:
            clear(to: fragment.isContinued ? .swallowing : .idle)
            return .rejection(.afterNoEnding)
        case .idle, .reading:
            break
        }
        data += fragment.data
        symbology = symbology ?? fragment.symbology
        guard data.count <= ScanReading.longest * 4 else {
            clear(to: fragment.isContinued ? .swallowing : .idle)
            return .rejection(.tooLong)
        }
        if fragment.isContinued {
            phase = .reading
            return nil
        }
        defer { clear(to: .idle) }
        let bytes = Self.withoutSuffix(data)
        guard !bytes.isEmpty else { return nil }
        do throws(ScanRejection) {
            let reading = try ScanReading(
                bytes: bytes,
                symbology: symbology,
                time: time,
                ending: .report,
                fillsReport: fragment.isFull
            )
            return .reading(reading)
        } catch {
            return .rejection(error)
        }
    }

    /// Removes a suffix.
    ///
    /// The report already ends the barcode, but a suffix set for the keyboard mode is sent as well.
    private static func withoutSuffix(_ data: [UInt8]) -> [UInt8] {
        if data.suffix(2) == [13, 10] { return data.dropLast(2) }
        if let last = data.last, last == 13 || last == 10 || last == 9 { return data.dropLast() }
        return data
    }

    private mutating func clear(to phase: Phase) {
        self.phase = phase
        data = []
        symbology = nil
    }
}
