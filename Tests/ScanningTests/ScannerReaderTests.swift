import Foundation
import TestSupport
import Testing

@testable import Scanning

/// The reader in a process of its own, on a computer with virtual scanners.
@Suite(.timeLimit(.minutes(1))) struct ScannerReaderTests {
    @Test func eightReadingsComeWholeAndInOrder() async throws {
        let scanners = try await ProbedScanners(["--setting", "vendor=05e0,memory=true"]) {
            try await $0.plug("gun", serial: "S1")
        }
        #expect(await scanners.lines(2) == ["started", "attached 05e0:1200:S1"])
        let texts = (1...8).map { "BX00000000\($0)-aB/\($0)" }
        for text in texts { #expect(try await scanners.bed.type("gun", text + "\n")) }
        #expect(await scanners.lines(8) == texts.map { "scan 05e0:1200:S1 - enter \($0)" })
        #expect(try await scanners.end() == ["detached 05e0:1200:S1", "stopped"])
    }

    @Test func aKeyboardThatNobodyNamedIsNeverOpened() async throws {
        let scanners = try await ProbedScanners {
            try await $0.plug("desk", .keyboard, vendor: "046d", product: "c31c")
        }
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.bed.plug("late", .keyboard, vendor: "046d", product: "c31c")
        try await scanners.bed.plug("gun", serial: "S1")
        #expect(await scanners.lines(1) == ["attached 05e0:1200:S1"])
        #expect(try await !scanners.bed.type("desk", "SECRET\n"))
        #expect(try await !scanners.bed.type("late", "SECRET\n"))
        try await scanners.bed.type("gun", "A1\n")
        #expect(await scanners.lines(1) == ["scan 05e0:1200:S1 - enter A1"])
        #expect(try await scanners.bed.status("desk").timesOpened == 0)
        #expect(try await scanners.bed.status("late").timesOpened == 0)
        #expect(try await scanners.end() == ["detached 05e0:1200:S1", "stopped"])
    }

    @Test func takesTheScannerAloneAndFreesItAtTheEnd() async throws {
        let scanners = try await ProbedScanners { try await $0.plug("gun") }
        _ = await scanners.lines(2)
        let status = try await scanners.bed.status("gun")
        #expect(status.timesOpened == 1)
        #expect(status.isGrabbed)
        #expect(status.clock == Int(CLOCK_BOOTTIME))
        try await scanners.probe.closeInput()
        _ = await scanners.lines(.max)
        try await scanners.bed.closed("gun")
        #expect(try await !scanners.bed.status("gun").isGrabbed)
        try await scanners.bed.close()
    }

    @Test func unpluggingWithinAReadingRefusesIt() async throws {
        let scanners = try await ProbedScanners()
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.bed.plug("gun", serial: "S1")
        #expect(await scanners.lines(1) == ["attached 05e0:1200:S1"])
        try await scanners.bed.type("gun", "A1\n")
        #expect(await scanners.lines(1) == ["scan 05e0:1200:S1 - enter A1"])
        try await scanners.bed.type("gun", "B")
        try await scanners.bed.unplug("gun")
        #expect(
            await scanners.lines(2) == [
                "rejected 05e0:1200:S1 \(ScanRejection.deviceGone)", "detached 05e0:1200:S1",
            ]
        )
        try await scanners.bed.plug("gun", serial: "S1")
        #expect(await scanners.lines(1) == ["attached 05e0:1200:S1"])
        try await scanners.bed.type("gun", "C3\t")
        #expect(await scanners.lines(1) == ["scan 05e0:1200:S1 - tab C3"])
        #expect(try await scanners.end() == ["detached 05e0:1200:S1", "stopped"])
    }

    @Test func aSettingNamesAScannerAndItsLayout() async throws {
        let scanners = try await ProbedScanners(["--setting", "vendor=1eab,layout=de,station=Desk_2"]) {
            try await $0.plug("gun", .keyboard, vendor: "1eab", product: "0003")
        }
        #expect(await scanners.lines(2) == ["started", "attached 1eab:0003@pci-0000:00:14.0-usb-0:1"])
        try await scanners.bed.type("gun", "yZ1\n")
        #expect(await scanners.lines(1) == ["scan 1eab:0003@pci-0000:00:14.0-usb-0:1 Desk_2 enter zY1"])
        _ = try await scanners.end()
    }

    @Test func aLayoutThatThereIsNotIsAFailure() async throws {
        let scanners = try await ProbedScanners(["--setting", "vendor=05e0,layout=nowhere"]) {
            try await $0.plug("gun", serial: "S1")
        }
        let failure = KeyboardLayoutError.unknown(KeyboardLayout(name: "nowhere"))
        #expect(await scanners.lines(2) == ["started", "failed 05e0:1200:S1 \(failure)"])
        #expect(try await scanners.bed.status("gun").timesOpened == 0)
        #expect(try await scanners.end() == ["stopped"])
    }

    @Test func lostKeysRefuseTheWholeReading() async throws {
        let scanners = try await ProbedScanners { try await $0.plug("gun", serial: "S1") }
        _ = await scanners.lines(2)
        try await scanners.bed.type("gun", "AB")
        try await scanners.bed.drop("gun")
        try await scanners.bed.type("gun", "CD\n")
        #expect(await scanners.lines(1) == ["rejected 05e0:1200:S1 \(ScanRejection.eventsDropped)"])
        try await scanners.bed.pause()
        try await scanners.bed.type("gun", "EF\n")
        #expect(await scanners.lines(1) == ["scan 05e0:1200:S1 - enter EF"])
        _ = try await scanners.end()
    }

    @Test func theLinesOfASymbolAreRefusedTogether() async throws {
        let scanners = try await ProbedScanners { try await $0.plug("gun", serial: "S1") }
        _ = await scanners.lines(2)
        try await scanners.bed.type("gun", "]Q1delivery note\nBX000000003Z\n")
        #expect(await scanners.lines(1) == ["rejected 05e0:1200:S1 \(ScanRejection.partOfSymbol)"])
        _ = try await scanners.end()
    }

    @Test func aWholeSymbolIsToldBeforeThePauseThatOthersWaitFor() async throws {
        let scanners = try await ProbedScanners(["--setting", "vendor=05e0,station=D1,prefix=D"]) {
            try await $0.plug("gun", serial: "S1")
        }
        _ = await scanners.lines(2)
        // The second symbol is begun at once, and never ends: only what does not wait for it is told now.
        try await scanners.bed.type("gun", "]C0DBX000000003Z\nD]Q1")
        #expect(await scanners.lines(1) == ["scan 05e0:1200:S1 D1 enter]C0 ]C0BX000000003Z"])
        #expect(try await scanners.end().contains { $0.hasPrefix("rejected") })
    }

    @Test(arguments: [
        ("memory=false", "rejected"), ("memory=true", "scan"), ("prefix=B", "scan"), ("linear=true", "scan"),
    ])
    func severalCodesAtOnceAreTakenWhereTheSettingSaysSo(habit: String, word: String) async throws {
        let scanners = try await ProbedScanners(["--setting", "vendor=05e0,\(habit)"]) {
            try await $0.plug("gun", serial: "S1")
        }
        _ = await scanners.lines(2)
        try await scanners.bed.type("gun", "BX000000003Z\nBX000000003Z\n")
        #expect(await scanners.lines(word == "scan" ? 2 : 1).allSatisfy { $0.hasPrefix(word) })
        _ = try await scanners.end()
    }

    /// The release of a key is lost, and the kernel repeats it: the code does not end by that, nor does it wait for ever.
    @Test func aKeyThatTheKernelRepeatsIsNoSignOfACode() async throws {
        let scanners = try await ProbedScanners(["--silence", "300"]) { try await $0.plug("gun", serial: "S1") }
        _ = await scanners.lines(2)
        try await scanners.bed.type("gun", "AB")
        try await scanners.bed.keys("gun", [(code: 30, value: 1)])
        async let line = scanners.lines(1)
        for _ in 0..<40 {
            try await scanners.bed.keys("gun", [(code: 30, value: 2)])
            try await scanners.bed.pause(milliseconds: 10)
        }
        #expect(await line == ["rejected 05e0:1200:S1 \(ScanRejection.noEnding)"])
        _ = try await scanners.end()
    }

    @Test func aReadingThatDoesNotEndIsRefused() async throws {
        let scanners = try await ProbedScanners(["--silence", "300"]) { try await $0.plug("gun", serial: "S1") }
        _ = await scanners.lines(2)
        try await scanners.bed.type("gun", "AB")
        #expect(await scanners.lines(1) == ["rejected 05e0:1200:S1 \(ScanRejection.noEnding)"])
        _ = try await scanners.end()
    }

    @Test func stoppingWithinAReadingRefusesIt() async throws {
        let scanners = try await ProbedScanners { try await $0.plug("gun", serial: "S1") }
        _ = await scanners.lines(2)
        try await scanners.bed.type("gun", "A1\n")
        #expect(await scanners.lines(1) == ["scan 05e0:1200:S1 - enter A1"])
        try await scanners.bed.type("gun", "B")
        // The keys are in the node before the probe is told to stop, and keys are read first.
        #expect(
            try await scanners.end() == [
                "rejected 05e0:1200:S1 \(ScanRejection.readerStopped)", "detached 05e0:1200:S1", "stopped",
            ]
        )
    }

    @Test func aRuleThatIsReloadedNamesAKeyboard() async throws {
        let scanners = try await ProbedScanners { try await $0.plug("gun", .keyboard, serial: "S1") }
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.bed.tag("gun")
        #expect(await scanners.lines(1) == ["attached 05e0:1200:S1"])
        _ = try await scanners.end()
    }

    @Test func whatNobodyTakesIsCounted() async throws {
        let scanners = try await ProbedScanners(["--hold", "--capacity", "2"])
        #expect(await scanners.lines(1) == ["started"])
        for name in ["a", "b", "c", "d", "e"] { try await scanners.bed.plug(name, serial: name) }
        while try await !scanners.bed.status("e").isGrabbed { await Task.yield() }
        // An Enter alone makes no event; once it is read, the attaching of e has been told.
        try await scanners.bed.type("e", "\n")
        while try await scanners.bed.status("e").unreadBytes > 0 { await Task.yield() }
        try await scanners.probe.send("go")
        #expect(await scanners.lines(3) == ["attached 05e0:1200:a", "attached 05e0:1200:b", "overflowed 3"])
        _ = try await scanners.end()
    }

    @Test func scansBearTheTimeOfTheDevice() async throws {
        let scanners = try await ProbedScanners { try await $0.plug("gun", serial: "S1") }
        _ = await scanners.lines(2)
        let before = Date().timeIntervalSince1970
        try await scanners.bed.type("gun", "A1\n")
        let line = try #require(await scanners.probe.nextLine())
        let after = Date().timeIntervalSince1970
        let time = try #require(Double(line.split(separator: " ")[4])) / 1_000_000
        #expect((before - 0.001...after + 0.001).contains(time))
        _ = try await scanners.end()
    }

    @Test func idlesWithoutWakingUp() async throws {
        let scanners = try await ProbedScanners { try await $0.plug("gun", serial: "S1") }
        _ = await scanners.lines(2)
        try await scanners.bed.type("gun", "A1\n")
        _ = await scanners.lines(1)
        while try !SleepingThread.all(of: await scanners.probe.processIdentifier).contains(where: \.pollsWithoutEnd) {
            await Task.yield()
        }
        _ = try await scanners.end()
    }
}
