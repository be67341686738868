import Testing

@testable import Scanning

@Suite struct TwinFilterTests {
    private static let start = ContinuousClock.now

    private static func node(_ transport: ScannerTransport, on device: String? = "/sys/usb1") -> DeviceNode {
        DeviceNode(
            syspath: "/sys/\(transport)",
            identity: ScannerIdentity(vendor: "1eab", product: "0006", transport: transport),
            usbDevice: device
        )
    }

    private static func reading(_ text: String) -> ReadingOutcome {
        .reading(ScanReading(text: text, time: 0, ending: .enter))
    }

    /// Whether each telling repeats another one.
    private func repeats(
        _ tellings: [(ReadingOutcome, ScannerTransport, milliseconds: Int)],
        on device: String? = "/sys/usb1",
        isAlone: Bool = false
    ) -> [Bool] {
        var filter = TwinFilter()
        return tellings.map { outcome, transport, milliseconds in
            let now = Self.start.advanced(by: .milliseconds(milliseconds))
            return filter.repeats(outcome, from: Self.node(transport, on: device), isAlone: isAlone, now: now)
        }
    }

    @Test func theOtherInterfaceRepeats() {
        let tellings: [(ReadingOutcome, ScannerTransport, milliseconds: Int)] = [
            (Self.reading("A"), .pointOfSale, 0), (Self.reading("A"), .keyboard, 40),
            (Self.reading("B"), .keyboard, 500), (Self.reading("B"), .pointOfSale, 540),
        ]
        #expect(repeats(tellings) == [false, true, false, true])
    }

    @Test func whatIsReadTwiceStaysTwoReadings() {
        let both: [(ReadingOutcome, ScannerTransport, milliseconds: Int)] = [
            (Self.reading("A"), .pointOfSale, 0), (Self.reading("A"), .pointOfSale, 100),
            (Self.reading("A"), .keyboard, 120), (Self.reading("A"), .keyboard, 200),
            (Self.reading("A"), .keyboard, 210),
        ]
        #expect(repeats(both) == [false, false, true, true, false])
    }

    @Test func onlyTheSameTextWithinTheWindowRepeats() {
        let late = Int(TwinFilter.window / .milliseconds(1)) + 1
        #expect(repeats([(Self.reading("A"), .pointOfSale, 0), (Self.reading("B"), .keyboard, 1)]) == [false, false])
        #expect(
            repeats([(Self.reading("A"), .pointOfSale, 0), (Self.reading("A"), .keyboard, late)]) == [false, false]
        )
    }

    @Test func aPrefixInTheDataMakesNoOtherText() {
        #expect(
            repeats([(Self.reading("A"), .pointOfSale, 0), (Self.reading("]C0A"), .keyboard, 1)]) == [false, true]
        )
    }

    @Test func aRefusalRepeatsAReadingButNoReadingRepeatsARefusal() {
        let refusal = ReadingOutcome.rejection(.altCode)
        #expect(repeats([(Self.reading("A"), .pointOfSale, 0), (refusal, .keyboard, 1)]) == [false, true])
        #expect(repeats([(refusal, .keyboard, 0), (Self.reading("A"), .pointOfSale, 1)]) == [false, false])
    }

    @Test func twoDevicesAreNoTwins() {
        let tellings: [(ReadingOutcome, ScannerTransport, milliseconds: Int)] = [
            (Self.reading("A"), .pointOfSale, 0), (Self.reading("A"), .keyboard, 1),
        ]
        #expect(repeats(tellings, on: nil) == [false, false])
        #expect(repeats(tellings, isAlone: true) == [false, false])
    }
}
