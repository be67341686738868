import TestSupport
import Testing

@testable import Scanning

/// Devices that may be taken for one another, on a computer that has them.
@Suite(.timeLimit(.minutes(1))) struct LookalikeTests {
    private static let text = "CT000000001H"
    private static let both = "\(ScannerFailure.indistinguishable)"

    @Test func whatAProgramTypesIsNotPairedAndNeverOpened() async throws {
        let scanners = try await ProbedScanners {
            try await $0.plug("gun", .keyboard, vendor: "1a86", product: "0001")
            try await $0.plug("remapper", asProgramWith: "1a86", "0001")
        }
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.probe.send("pair \(Self.text) 50000")
        try await scanners.opened("remapper")
        try await scanners.bed.type("remapper", Self.text + "\n")
        let refusal = ScannerPairingError.madeByProgram("Virtual keyboard remapper")
        #expect(await scanners.lines(1) == ["\(refusal)"])
        // The scanner itself can be, and then the program's keyboard stays alone though it says it is the same.
        try await scanners.probe.send("pair \(Self.text) 50000")
        while try await scanners.bed.status("gun").timesOpened < 2 { await Task.yield() }
        try await scanners.bed.type("remapper", Self.text + "\n")
        try await scanners.bed.type("gun", Self.text + "\n")
        let port = "pci-0000:00:14.0-usb-0:1"
        #expect(
            await scanners.lines(2) == [
                "paired 1a86:0001@\(port) suffix us,gb,de,ch,es,it", "known by port \(port)",
            ]
        )
        try await scanners.bed.closed("remapper")
        try await scanners.probe.send("use vendor=1a86,product=0001,port=\(port)")
        #expect(await scanners.lines(1) == ["attached 1a86:0001@\(port)"])
        try await scanners.bed.plug("later", asProgramWith: "1a86", "0001")
        try await scanners.bed.type("gun", "A1\n")
        #expect(await scanners.lines(1) == ["scan 1a86:0001@\(port) - enter A1"])
        #expect(try await !scanners.bed.status("later").isOpen)
        #expect(try await !scanners.bed.status("remapper").isOpen)
        _ = try await scanners.end()
    }

    @Test func theClerksKeyboardOnTheReceiverOfTheScannerIsLeftAlone() async throws {
        let scanners = try await ProbedScanners {
            try await $0.plug("gun", .keyboard, vendor: "1a86", product: "0001", serial: "R1")
            try await $0.plug("desk", beside: "gun")
        }
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.probe.send("pair \(Self.text) 50000")
        try await scanners.opened("gun")
        try await scanners.bed.type("gun", Self.text + "\n")
        #expect(await scanners.lines(2).last == "known by serial R1 interface 00")
        try await scanners.bed.closed("desk")
        try await scanners.probe.send("use serial=R1,interface=00")
        #expect(await scanners.lines(1) == ["attached 1a86:0001:R1"])
        #expect(try await !scanners.bed.status("desk").isOpen)
        // What was written down before the interface was known names both: then neither is read.
        try await scanners.probe.send("use serial=R1")
        let lines = await scanners.lines(3)
        #expect(lines == ["detached 1a86:0001:R1"] + Array(repeating: "failed 1a86:0001:R1 \(Self.both)", count: 2))
        try await scanners.bed.closed("gun")
        #expect(try await !scanners.bed.status("desk").isOpen)
        _ = try await scanners.end()
    }

    @Test func twoScannersWithOneSerialNumberAreBothRefusedUntilTheyArePairedAgain() async throws {
        let scanners = try await ProbedScanners(["--setting", "serial=A1B2,station=D1"]) {
            try await $0.plug("first", .keyboard, vendor: "1a86", product: "0001", serial: "A1B2")
        }
        #expect(await scanners.lines(2) == ["started", "attached 1a86:0001:A1B2"])
        try await scanners.bed.type("first", "HAL")
        try await scanners.bed.plug("second", .keyboard, vendor: "1a86", product: "0001", serial: "A1B2")
        let failed = "failed 1a86:0001:A1B2 \(Self.both)"
        #expect(
            await scanners.lines(4) == [
                "rejected 1a86:0001:A1B2 \(ScanRejection.readerStopped)", "detached 1a86:0001:A1B2", failed, failed,
            ]
        )
        try await scanners.bed.closed("first")
        // The one that stays may be either.
        try await scanners.bed.unplug("first")
        #expect(await scanners.lines(1) == ["detached 1a86:0001:A1B2"])
        #expect(try await !scanners.bed.status("second").isOpen)
        try await scanners.bed.plug("third", .keyboard, vendor: "1a86", product: "0001", serial: "A1B2")
        #expect(await scanners.lines(1) == [failed])
        // Pairing listens to them though they are named.
        try await scanners.probe.send("pair \(Self.text) 50000")
        try await scanners.opened("third")
        try await scanners.bed.type("third", Self.text + "\n")
        let port = "pci-0000:00:14.0-usb-0:3"
        #expect(await scanners.lines(2).last == "known by serial A1B2 port \(port)")
        try await scanners.probe.send("use serial=A1B2,port=\(port),station=D2")
        let lines = await scanners.lines(3)
        #expect(lines.last == "attached 1a86:0001:A1B2")
        try await scanners.bed.type("third", "A1\n")
        #expect(await scanners.lines(1) == ["scan 1a86:0001:A1B2 D2 enter A1"])
        _ = try await scanners.end()
    }

    /// After a restart one of the two is there, or both, in either order.
    @Test(arguments: [["first"], ["second"], ["first", "second"], ["second", "first"]])
    func whatNamedTwoScannersIsNotReadByTheNextReaderEither(present: [String]) async throws {
        let scanners = try await ProbedScanners(["--setting", "serial=A1B2,station=D1", "--doubt", "A1B2"]) {
            for name in present {
                try await $0.plug(name, .keyboard, vendor: "1a86", product: "0001", serial: "A1B2")
            }
        }
        let failed = "failed 1a86:0001:A1B2 \(Self.both)"
        #expect(await scanners.lines(1 + present.count) == ["started"] + present.map { _ in failed })
        for name in present { #expect(try await !scanners.bed.status(name).isOpen) }
        // Whoever names it anew says which one is meant.
        let named = try await scanners.bed.status(present[0])
        #expect(!named.isGrabbed)
        try await scanners.probe.send("use serial=A1B2,port=pci-0000:00:14.0-usb-0:1")
        let lines = await scanners.lines(1 + present.count)
        #expect(lines.last == "attached 1a86:0001:A1B2")
        #expect(try await scanners.bed.status(present[0]).isGrabbed)
        _ = try await scanners.end()
    }

    @Test func twoThatTheRuleNamesAndOneNameMeansAreRefusedToo() async throws {
        let scanners = try await ProbedScanners {
            try await $0.plug("first", serial: "A1B2")
            try await $0.plug("second", serial: "A1B2")
            // These have a number that many have, and their ports tell them apart.
            try await $0.plug("third", serial: "00000000")
            try await $0.plug("fourth", serial: "00000000")
        }
        let lines = await scanners.lines(5)
        #expect(lines.filter { $0 == "failed 05e0:1200:A1B2 \(Self.both)" }.count == 2)
        #expect(lines.filter { $0.hasPrefix("attached 05e0:1200@pci-0000:00:14.0-usb-0:") }.count == 2)
        #expect(try await !scanners.bed.status("first").isOpen)
        _ = try await scanners.end()
    }

    @Test func aSettingThatMeansAModelMayMeanSeveral() async throws {
        let scanners = try await ProbedScanners(["--setting", "vendor=1a86,station=D1"]) {
            try await $0.plug("first", .keyboard, vendor: "1a86", product: "0001", serial: "A1B2")
            try await $0.plug("second", .keyboard, vendor: "1a86", product: "0001", serial: "A1B2")
        }
        #expect(await scanners.lines(3) == ["started"] + Array(repeating: "attached 1a86:0001:A1B2", count: 2))
        _ = try await scanners.end()
    }

    @Test func aBluetoothScannerIsKnownByItsAddress() async throws {
        let scanners = try await ProbedScanners {
            try await $0.connect("gun", vendor: "05e0", product: "2120", address: "aa:bb:cc:00:00:01")
            try await $0.connect("other", vendor: "05e0", product: "2120", address: "aa:bb:cc:00:00:02")
        }
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.probe.send("pair \(Self.text) 50000")
        try await scanners.opened("gun")
        try await scanners.bed.type("gun", Self.text + "\n")
        #expect(
            await scanners.lines(2) == [
                "paired 05e0:2120:aa:bb:cc:00:00:01 suffix us,gb,de,ch,es,it", "known by serial aa:bb:cc:00:00:01",
            ]
        )
        _ = try await scanners.end()
    }
}
