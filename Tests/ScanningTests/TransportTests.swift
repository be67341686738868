import Foundation
import TestSupport
import Testing

@testable import Scanning

/// Serial lines and HID POS reports, read in a process of its own.
@Suite(.timeLimit(.minutes(1))) struct TransportTests {
    @Test func aSettingNamesALineByItsPathAndSetsItUp() async throws {
        let setting = "path=/dev/ttyS0,speed=115200,bits=7,parity=even,stop=2,framing=stx-etx,station=D1"
        let scanners = try await ProbedScanners(["--setting", setting]) {
            try await $0.plug("line", .line, vendor: "-", product: "-")
        }
        #expect(await scanners.lines(2) == ["started", "attached /dev/ttyS0"])
        let mode = try await scanners.bed.mode("line").split(separator: " ").map { String($0) }
        let input = try #require(Int32(mode[0], radix: 8))
        let control = try #require(UInt32(mode[1], radix: 8))
        #expect(input == INPCK | PARMRK)
        // A terminal that is not real keeps its eight bits and no parity; the others are kept as set.
        #expect(control & UInt32(CSTOPB | CREAD | CLOCAL) == UInt32(CSTOPB | CREAD | CLOCAL))
        #expect(mode[2] == "\(B115200)")
        #expect(mode[3] == "1", "the line is not exclusive")
        try await scanners.bed.send("line", Array("\u{2}A1\u{3}\u{2}B2\u{3}".utf8))
        #expect(await scanners.lines(2) == ["scan /dev/ttyS0 D1 etx A1", "scan /dev/ttyS0 D1 etx B2"])
        _ = try await scanners.end()
    }

    @Test func aLineThatNobodyNamedIsNotOpened() async throws {
        let scanners = try await ProbedScanners(["--setting", "path=/dev/ttyS1"]) {
            try await $0.plug("other", .line, vendor: "-", product: "-")
            try await $0.plug("named", .line, vendor: "-", product: "-")
        }
        #expect(await scanners.lines(2) == ["started", "attached /dev/ttyS1"])
        #expect(try await scanners.bed.mode("other").hasSuffix(" 0"))
        _ = try await scanners.end()
    }

    @Test func aLineThatAnotherProgramHasIsTriedAgain() async throws {
        let scanners = try await ProbedScanners(["--setting", "path=/dev/ttyS0"])
        #expect(await scanners.lines(1) == ["started"])
        // The lock of this process stands for the other program; the line is a terminal behind a link.
        try await scanners.bed.plug("line", .line, vendor: "-", product: "-")
        #expect(await scanners.lines(1) == ["attached /dev/ttyS0"])
        let root = try #require(scanners.bed.environment["UMOCKDEV_DIR"])
        try await scanners.probe.send("use path=/dev/ttyS9")
        #expect(await scanners.lines(1) == ["detached /dev/ttyS0"])
        let file = open(root + "/dev/ttyS0", O_RDONLY | O_NOCTTY | O_NONBLOCK)
        #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
        try await scanners.probe.send("use path=/dev/ttyS0")
        #expect(await scanners.lines(1) == ["failed /dev/ttyS0 \(ScannerFailure.cannotGrab(EWOULDBLOCK))"])
        close(file)
        #expect(await scanners.lines(1) == ["attached /dev/ttyS0"])
        _ = try await scanners.end()
    }

    @Test func aPauseEndsAReadingOnlyWhereThatIsSet() async throws {
        let scanners = try await ProbedScanners(["--silence", "300", "--setting", "serial=A,framing=idle,idle=50"]) {
            try await $0.plug("a", .serial, serial: "A")
            try await $0.plug("b", .serial, serial: "B")
        }
        _ = await scanners.lines(3)
        try await scanners.bed.send("a", Array("A1".utf8))
        #expect(await scanners.lines(1) == ["scan 05e0:1200:A - idle A1"])
        try await scanners.bed.send("b", Array("B1".utf8))
        #expect(await scanners.lines(1) == ["rejected 05e0:1200:B \(ScanRejection.noEnding)"])
        _ = try await scanners.end()
    }

    @Test func unpluggingWithinAReadingRefusesIt() async throws {
        let scanners = try await ProbedScanners {
            try await $0.plug("line", .serial, serial: "A")
            try await $0.plug("pos", .pos, serial: "B")
        }
        _ = await scanners.lines(3)
        // A line that hangs up throws away what was not read.
        try await scanners.probe.send("watch 05e0:1200:A")
        #expect(await scanners.lines(1) == ["watching 05e0:1200:A"])
        try await scanners.bed.send("line", Array("B".utf8))
        #expect(await scanners.lines(1) == ["bytes 1"])
        try await scanners.bed.unplug("line")
        let gone = await scanners.lines(4)
        #expect(
            gone.filter { !$0.hasPrefix("rejection") && !$0.hasPrefix("no longer") } == [
                "rejected 05e0:1200:A \(ScanRejection.deviceGone)", "detached 05e0:1200:A",
            ]
        )
        try await scanners.bed.send("pos", VirtualPointOfSaleScanner.common.report([66], isContinued: true))
        try await scanners.bed.unplug("pos")
        #expect(
            await scanners.lines(2) == ["rejected 05e0:1200:B \(ScanRejection.deviceGone)", "detached 05e0:1200:B"]
        )
        #expect(try await scanners.end() == ["stopped"])
    }

    @Test func aHIDPOSScannerIsReadWithItsSymbology() async throws {
        let scanners = try await ProbedScanners()
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.bed.plug("pos", .pos, serial: "B")
        #expect(await scanners.lines(1) == ["attached 05e0:1200:B"])
        let report = VirtualPointOfSaleScanner.common.report(Array("A1".utf8), symbology: Array("]Q1".utf8))
        try await scanners.bed.send("pos", report)
        #expect(await scanners.lines(1) == ["scan 05e0:1200:B - report]Q1 A1"])
        _ = try await scanners.end()
    }

    @Test func aBurstOfManyReadingsIsReadWhole() async throws {
        let scanners = try await ProbedScanners(["--capacity", "1000", "--setting", "vendor=05e0,memory=true"]) {
            try await $0.plug("gun", serial: "S1")
        }
        _ = await scanners.lines(2)
        // A Bluetooth scanner that comes back into reach sends at once what it has kept.
        try await scanners.bed.flood("gun", count: 500, "BX000000042N")
        let lines = await scanners.lines(500)
        #expect(lines.count == 500)
        #expect(lines.allSatisfy { $0 == "scan 05e0:1200:S1 - enter BX000000042N" })
        #expect(try await scanners.end() == ["detached 05e0:1200:S1", "stopped"])
    }
}
