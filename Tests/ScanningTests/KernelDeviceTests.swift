import Glibc
import Testing

@testable import Scanning

/// The reader on a real kernel with a real udev.
@Suite(.timeLimit(.minutes(1)), .serialized) struct KernelDeviceTests {
    private func read(_ reader: ScannerReader, until isLast: (ScannerEvent) -> Bool) async -> ScannerEvent? {
        for await event in reader.events where isLast(event) { return event }
        return nil
    }

    private func isAttached(_ event: ScannerEvent) -> Bool {
        // The machine may have other scanners.
        if case .attached(let scanner) = event { scanner.vendor == "f1d0" } else { false }
    }

    private func scans(_ count: Int, of reader: ScannerReader) async -> [Scan] {
        var scans: [Scan] = []
        for await event in reader.events {
            if case .scan(let scan) = event { scans.append(scan) }
            if scans.count == count { break }
        }
        return scans
    }

    @Test(.enabled(if: KernelDevice.exists("/dev/uinput"), "skipped: needs root and the kernel's /dev/uinput"))
    func aKeyboardOfUinputIsGrabbedAndRead() async throws {
        let reader = ScannerReader(settings: [ScannerSetting(match: try ScannerMatch(vendor: "f1d0", product: "0001"))])
        try reader.start()
        let handheld = try KernelDevice(keyboard: "Outguide test gun", vendor: 0xf1d0, product: 1)
        let attached = try #require(await read(reader, until: isAttached))
        guard case .attached(let identity) = attached else { return }
        #expect(identity.name == "Outguide test gun")
        // Less than the kernel keeps, so that nothing is lost however slow the reader is.
        for text in ["Ab1", "]C0x", "2"] {
            try handheld.send(USKeys.typing(text + "\n"))
            #expect(await scans(1, of: reader).map(\.text) == [text])
        }
        // Nobody else can grab it now.
        var failure: ScannerFailure?
        do throws(ScannerFailure) {
            try EventDevice.open(identity.devnode)?.grab()
        } catch {
            failure = error
        }
        #expect(failure == .cannotGrab(EBUSY))
        reader.stop()
    }

    @Test(.enabled(if: KernelDevice.exists("/dev/uinput"), "skipped: needs root and the kernel's /dev/uinput"))
    func aBufferThatOverflowsIsLoudAndTheNextReadingIsWhole() async throws {
        let handheld = try KernelDevice(keyboard: "Outguide test gun", vendor: 0xf1d0, product: 2)
        let setting = ScannerSetting(match: try ScannerMatch(vendor: "f1d0", product: "0002"))
        let reader = ScannerReader(settings: [setting])
        try reader.start()
        _ = try #require(await read(reader, until: isAttached))
        // Far more than the kernel keeps, faster than any reader: some readings are refused, and none is wrong.
        let flood = (1_000..<1_400).map { "BX\($0)" }
        try handheld.send(flood.flatMap { USKeys.typing($0 + "\n") })
        var texts: [String] = []
        var isRefused = false
        for await event in reader.events {
            switch event {
            case .scan(let scan): texts.append(scan.text)
            case .burst(let scans): texts += scans.map(\.text)
            case .rejected(let refused): isRefused = isRefused || refused.rejection == .eventsDropped
            default: break
            }
            if texts.last == "END" { break }
            // What follows at once is taken for a part of what was refused.
            try await ContinuousClock().sleep(for: .milliseconds(500))
            try handheld.send(USKeys.typing("END\n"))
        }
        #expect(isRefused || texts.count > flood.count)
        #expect(texts.allSatisfy { flood.contains($0) || $0 == "END" })
        reader.stop()
    }

    @Test(.enabled(if: KernelDevice.exists("/dev/uhid"), "skipped: needs root and the kernel's /dev/uhid"))
    func aHIDPOSDeviceOfUhidIsRead() async throws {
        let reader = ScannerReader(settings: [ScannerSetting(match: try ScannerMatch(vendor: "f1d0", serial: "POS1"))])
        try reader.start()
        let handheld = VirtualPointOfSaleScanner.newland
        let device = try KernelDevice(
            descriptor: handheld.descriptor,
            name: "Outguide test POS",
            serial: "POS1",
            vendor: 0xf1d0,
            product: 3
        )
        _ = try #require(await read(reader, until: isAttached))
        try device.send(report: handheld.report(Array("]C0BX000000042N".utf8)))
        let scans = await scans(1, of: reader)
        #expect(scans.map(\.text) == ["]C0BX000000042N"])
        #expect(scans.first?.transport == .pointOfSale)
        reader.stop()
    }
}
