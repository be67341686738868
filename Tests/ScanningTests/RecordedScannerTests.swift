import Scanning
import TestSupport
import Testing

/// Each recorded scanner, read by a reader in a process of its own.
@Suite(.timeLimit(.minutes(1))) struct RecordedScannerTests {
    private func read(
        _ device: RecordedScanner,
        settings: [String] = [],
        silence: String = "30000",
        lines count: Int
    ) async throws -> [String] {
        let arguments = settings.flatMap { ["--setting", $0] } + ["--silence", silence]
        let scanners = try await ProbedScanners(arguments)
        var lines = await scanners.lines(1)
        try await scanners.bed.load("gun", recording: device.recording)
        lines += await scanners.lines(1)
        try await scanners.bed.play("gun")
        lines += await scanners.lines(count)
        try await scanners.bed.unplug("gun")
        lines += await scanners.lines(1)
        lines += try await scanners.end()
        return lines
    }

    /// Played without the pause between them, its two codes come as from a memory that is emptied.
    @Test func aKeyboardWithASuffix() async throws {
        let name = "05e0:1200:S_21141523021837"
        #expect(
            try await read(.symbolKeyboardEnter, settings: ["vendor=05e0,memory=true"], lines: 2) == [
                "started", "attached \(name)", "scan \(name) - enter BX000000042N",
                "scan \(name) - enter Doc-7/a_B c", "detached \(name)", "stopped",
            ]
        )
    }

    @Test func aKeyboardWithoutASuffixIsReadByItsPauses() async throws {
        // It has no serial number, so that the port tells it from its like.
        let name = "1eab:0d03@platform-dummy_hcd.0-usb-0:1"
        let scanners = try await ProbedScanners(["--setting", "vendor=1eab,framing=idle,idle=100"])
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.bed.load("gun", recording: RecordedScanner.newlandKeyboardNoSuffix.recording)
        #expect(await scanners.lines(1) == ["attached \(name)"])
        try await scanners.bed.play("gun")
        // The recording holds two barcodes; played without the pause between them they are one.
        #expect(await scanners.lines(1) == ["scan \(name) - idle BX000000042NFD000001234W"])
        try await scanners.bed.play("gun")
        #expect(await scanners.lines(1) == ["scan \(name) - idle BX000000042NFD000001234W"])
        _ = try await scanners.end()
    }

    @Test func aKeyboardWithoutASuffixIsRefusedUntilItIsConfigured() async throws {
        let name = "1eab:0d03@platform-dummy_hcd.0-usb-0:1"
        let lines = try await read(.newlandKeyboardNoSuffix, silence: "300", lines: 1)
        #expect(lines[2] == "rejected \(name) \(ScanRejection.noEnding)")
    }

    @Test func aKeyboardWithAIMPrefixes() async throws {
        let name = "0c2e:0b61:13289B0D17"
        #expect(
            try await read(.honeywellKeyboardAIM, lines: 2) == [
                "started", "attached \(name)", "scan \(name) - enter]C0 ]C0BX000000042N",
                "scan \(name) - enter]Q1 ]Q1FD000001234W", "detached \(name)", "stopped",
            ]
        )
    }

    @Test func ofACompositeDeviceOnlyTheKeyboardIsOpened() async throws {
        let name = "0483:0011:APP-000000000"
        #expect(
            try await read(.smCompositeKeyboard, settings: ["serial=APP-000000000"], lines: 1) == [
                "started", "attached \(name)", "scan \(name) - enter FD000001234W", "detached \(name)", "stopped",
            ]
        )
    }

    @Test func aHIDPOSScannerWhoseBarcodesSpanReports() async throws {
        let name = "0c2e:0b67:13289B0D16"
        let long = (1...26).map { "Q0" + ($0 < 10 ? "0\($0)" : "\($0)") + "-" }.joined()
        #expect(
            try await read(.honeywellHIDPOS, lines: 2) == [
                "started", "attached \(name)", "scan \(name) - report]C0 BX000000042N",
                "scan \(name) - report]C0 \(long)", "detached \(name)", "stopped",
            ]
        )
    }

    @Test func aSerialScanner() async throws {
        let name = "05f9:4204:S_N_G15E07513"
        #expect(
            try await read(.datalogicCDCACM, lines: 2) == [
                "started", "attached \(name)", "scan \(name) - carriageReturn BX000000042N",
                "scan \(name) - carriageReturn]C0 ]C0FD000001234W", "detached \(name)", "stopped",
            ]
        )
    }

    @Test func aScannerWithTwoInterfacesTellsEachBarcodeOnce() async throws {
        let name = "1eab:0006:FM430X1"
        let scanners = try await ProbedScanners()
        #expect(await scanners.lines(1) == ["started"])
        try await scanners.bed.load("gun", recording: RecordedScanner.newlandTwin.recording)
        let attached = "attached \(name)"
        #expect(await scanners.lines(2) == [attached, attached])
        // The keyboard only: then the readings are its own.
        try await scanners.bed.play("gun")
        #expect(await scanners.lines(1) == ["scan \(name) - enter BX000000042N"])
        // The report of the same barcode is its other telling; another one is a reading.
        try await scanners.bed.send("gun", VirtualPointOfSaleScanner.common.report(Array("BX000000042N".utf8)))
        let report = VirtualPointOfSaleScanner.common.report(Array("FD000001234W".utf8), symbology: Array("]C0".utf8))
        try await scanners.bed.send("gun", report)
        #expect(await scanners.lines(1) == ["scan \(name) - report]C0 FD000001234W"])
        _ = try await scanners.end()
    }
}
