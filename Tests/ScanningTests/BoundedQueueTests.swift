import Testing

@testable import Scanning

@Suite(.timeLimit(.minutes(1))) struct BoundedQueueTests {
    private static func event(_ number: Int) -> ScannerEvent {
        .attached(ScannerIdentity(vendor: "05e0", product: "1200", serial: "\(number)"))
    }

    private static func queue(_ capacity: Int) -> BoundedQueue<ScannerEvent> {
        BoundedQueue(capacity: capacity) { $1.lost(after: $0) }
    }

    @Test func keepsTheOrder() async {
        let queue = Self.queue(3)
        for number in 1...3 { queue.push(Self.event(number)) }
        for number in 1...3 { #expect(await queue.next() == Self.event(number)) }
    }

    @Test func countsWhatDoesNotFitAndTellsItInItsPlace() async {
        let queue = Self.queue(2)
        for number in 1...5 { queue.push(Self.event(number)) }
        #expect(await queue.next() == Self.event(1))
        queue.push(Self.event(6))
        #expect(await queue.next() == Self.event(2))
        #expect(await queue.next() == .overflowed(lost: 3, of: []))
        #expect(await queue.next() == .overflowed(lost: 1, of: []))
        queue.push(Self.event(7))
        #expect(await queue.next() == Self.event(7))
    }

    @Test func saysWhoseReadingsAreMissing() async {
        let queue = Self.queue(1)
        let devices = ["a", "b"].map { ScannerIdentity(vendor: "05e0", product: "1200", serial: $0) }
        queue.push(Self.event(1))
        queue.push(.scan(Scan(scanner: devices[0], reading: ScanReading(text: "A", time: 1, ending: .enter))))
        queue.push(.rejected(RefusedScan(scanner: devices[1], rejection: .tooLong, time: 2)))
        queue.push(Self.event(2))
        #expect(await queue.next() == Self.event(1))
        #expect(await queue.next() == .overflowed(lost: 3, of: Set(devices)))
    }

    @Test func endsAfterWhatItHolds() async {
        let queue = Self.queue(2)
        queue.push(Self.event(1))
        queue.finish()
        #expect(await queue.next() == Self.event(1))
        #expect(await queue.next() == nil)
    }

    @Test func wakesTheOneWhoWaits() async {
        let queue = Self.queue(1)
        async let event = queue.next()
        queue.push(Self.event(1))
        #expect(await event == Self.event(1))
    }

    @Test func aCancelledTaskWaitsNoLonger() async {
        let queue = Self.queue(1)
        let waiting = Task { await queue.next() }
        waiting.cancel()
        #expect(await waiting.value == nil)
    }
}
