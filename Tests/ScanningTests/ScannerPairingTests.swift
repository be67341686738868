import Glibc
import TestSupport
import Testing

@testable import Scanning

/// Pairing and looking on, in a process of its own with virtual keyboards.
@Suite(.timeLimit(.minutes(1))) struct ScannerPairingTests {
    private static let text = "CT000000001H"

    @Test func theKeyboardThatTypesTheTextIsTold() async throws {
        let scanners = try await ProbedScanners {
            try await $0.plug("desk", .keyboard, vendor: "046d", product: "c31c")
        }
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.probe.send("pair \(Self.text) 50000")
        try await scanners.opened("desk")
        try await scanners.bed.plug("gun", .keyboard, vendor: "1a86", product: "0001", serial: "G1")
        try await scanners.opened("gun")
        try await scanners.bed.type("desk", "SECRET\n")
        try await scanners.bed.type("gun", Self.text + "\n")
        #expect(await scanners.lines(2) == ["paired 1a86:0001:G1 suffix us,gb,de,ch,es,it", "known by serial G1"])
        // Then nobody listens any more, and nothing was grabbed or told meanwhile.
        try await scanners.bed.closed("desk")
        try await scanners.bed.closed("gun")
        #expect(try await scanners.bed.status("desk").timesOpened == 1)
        #expect(try await scanners.bed.status("desk").isGrabbed == false)
        #expect(try await scanners.bed.status("desk").unreadBytes == 0)
        #expect(try await scanners.end() == ["stopped"])
    }

    @Test func theTimeIsBounded() async throws {
        let scanners = try await ProbedScanners { try await $0.plug("desk", .keyboard, vendor: "046d") }
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.probe.send("pair \(Self.text) 1")
        #expect(await scanners.lines(1) == ["\(ScannerPairingError.nobodyTyped(unreadable: 0))"])
        try await scanners.bed.closed("desk")
        #expect(try await !scanners.bed.type("desk", Self.text))
        #expect(try await scanners.end() == ["stopped"])
    }

    @Test func onePairingGoesOnAtATimeAndCanBeGivenUp() async throws {
        let scanners = try await ProbedScanners { try await $0.plug("desk", .keyboard, vendor: "046d") }
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.probe.send("pair \(Self.text) 50000")
        try await scanners.opened("desk")
        try await scanners.probe.send("pair \(Self.text) 50000")
        #expect(await scanners.lines(1) == ["\(ScannerPairingError.alreadyPairing)"])
        #expect(try await scanners.bed.status("desk").isOpen)
        try await scanners.end(expecting: "\(ScannerPairingError.notRunning)")
    }

    @Test func aHIDPOSScannerThatNobodyNamedIsPaired() async throws {
        let scanners = try await ProbedScanners {
            try await $0.plug("pos", .unnamedPos, vendor: "0c2e", product: "0b67", serial: "P1")
        }
        #expect(await scanners.lines(1) == ["started"])
        let code = VirtualPointOfSaleScanner.common.report(Array(Self.text.utf8), symbology: Array("]Q1".utf8))
        #expect(try await !scanners.bed.send("pos", code))
        try await scanners.probe.send("pair \(Self.text) 50000")
        try await scanners.opened("pos")
        try await scanners.bed.send("pos", VirtualPointOfSaleScanner.common.report(Array("A1".utf8)))
        try await scanners.bed.send("pos", code)
        #expect(await scanners.lines(2) == ["paired 0c2e:0b67:P1 suffix ", "known by serial P1"])
        try await scanners.bed.closed("pos")
        try await scanners.probe.send("use serial=P1")
        #expect(await scanners.lines(1) == ["attached 0c2e:0b67:P1"])
        _ = try await scanners.end()
    }

    /// Opening a line may disturb what is no scanner: only who says so lets it be opened.
    @Test func aSerialScannerIsPairedWhereLinesAreListenedTo() async throws {
        let scanners = try await ProbedScanners {
            try await $0.plug("gun", .unnamedSerial, vendor: "05f9", product: "4204", serial: "L1")
            try await $0.plug("desk", .keyboard, vendor: "046d")
        }
        #expect(await scanners.lines(1) == ["started"])
        func isOpen() async throws -> Bool { try await scanners.bed.mode("gun").hasSuffix(" 1") }
        try await scanners.probe.send("pair \(Self.text) 50000")
        try await scanners.opened("desk")
        #expect(try await !isOpen())
        try await scanners.probe.send("give up")
        #expect(await scanners.lines(1) == ["\(ScannerPairingError.cancelled)"])
        try await scanners.probe.send("pair \(Self.text) 50000 lines")
        // What came before the line was set up is discarded.
        func isSetUp() async throws -> Bool {
            let flags = try await scanners.bed.mode("gun").split(separator: " ").first.flatMap { Int32($0, radix: 8) }
            return flags == INPCK | PARMRK
        }
        while try await !isSetUp() { await Task.yield() }
        try await scanners.bed.send("gun", Array("nobody's\rD\(Self.text)\r".utf8))
        #expect(
            await scanners.lines(2) == [
                "paired 05f9:4204:L1 suffix ", "known by serial L1, sends the prefix \"D\"",
            ]
        )
        while try await isOpen() { await Task.yield() }
        _ = try await scanners.end()
    }

    @Test func lettersAroundTheBarcodeAreTold() async throws {
        let scanners = try await ProbedScanners {
            try await $0.plug("gun", .keyboard, vendor: "1a86", product: "0001", serial: "G1")
        }
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.probe.send("pair \(Self.text) 50000")
        try await scanners.opened("gun")
        try await scanners.bed.type("gun", "P01\(Self.text)X\n")
        let known = "known by serial G1, sends the prefix \"P01\" and the suffix \"X\""
        #expect(await scanners.lines(2).last == known)
        _ = try await scanners.end()
    }

    @Test func aNamedScannerMayTypeItToo() async throws {
        let scanners = try await ProbedScanners {
            try await $0.plug("gun", serial: "S1")
            try await $0.plug("desk", .keyboard, vendor: "046d")
        }
        _ = await scanners.lines(2)
        try await scanners.probe.send("pair \(Self.text) 50000")
        try await scanners.opened("desk")
        try await scanners.bed.type("gun", "]C0\(Self.text)\n]C0A1\n")
        let lines = await scanners.lines(3)
        #expect(
            Set(lines) == ["paired 05e0:1200:S1 named ", "known by serial S1", "scan 05e0:1200:S1 - enter]C0 ]C0A1"]
        )
        #expect(try await scanners.end() == ["detached 05e0:1200:S1", "stopped"])
    }

    @Test func aPairedKeyboardIsReadOnceTheSettingsNameIt() async throws {
        let scanners = try await ProbedScanners {
            try await $0.plug("old", serial: "S1")
            try await $0.plug("gun", .keyboard, vendor: "1a86", product: "0001", serial: "G1")
        }
        #expect(await scanners.lines(2) == ["started", "attached 05e0:1200:S1"])
        // A reading that is open on another scanner is not disturbed.
        try await scanners.bed.type("old", "HALF")
        try await scanners.probe.send("use serial=G1,station=D3,layout=de")
        #expect(await scanners.lines(1) == ["attached 1a86:0001:G1"])
        try await scanners.bed.type("old", "DONE\n")
        #expect(await scanners.lines(1) == ["scan 05e0:1200:S1 - enter HALFDONE"])
        try await scanners.bed.type("gun", "xyz\n")
        #expect(await scanners.lines(1) == ["scan 1a86:0001:G1 D3 enter xzy"])
        // No longer named, it is free again.
        try await scanners.probe.send("use serial=NOBODY")
        #expect(await scanners.lines(1) == ["detached 1a86:0001:G1"])
        try await scanners.bed.closed("gun")
        #expect(try await scanners.end() == ["detached 05e0:1200:S1", "stopped"])
    }

    @Test func whoLooksOnSeesEveryKey() async throws {
        let scanners = try await ProbedScanners { try await $0.plug("gun", serial: "S1") }
        _ = await scanners.lines(2)
        try await scanners.probe.send("watch 05e0:1200:S1")
        #expect(await scanners.lines(1) == ["watching 05e0:1200:S1"])
        try await scanners.bed.type("gun", "Ab\n")
        // Signals and events have a task each, so that only the order within each is certain.
        let lines = await scanners.lines(10)
        #expect(lines.filter { $0.hasPrefix("scan") } == ["scan 05e0:1200:S1 - enter Ab"])
        #expect(
            lines.filter { !$0.hasPrefix("scan") } == [
                "key KEY_LEFTSHIFT pressed -", "key KEY_A pressed A", "key KEY_A released -",
                "key KEY_LEFTSHIFT released -", "key KEY_B pressed b", "key KEY_B released -",
                "key KEY_ENTER pressed -", "key KEY_ENTER released -", "reading enter Ab",
            ]
        )
        let rest = try await scanners.end()
        #expect(rest.contains("no longer watching 05e0:1200:S1"))
    }
}
