import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct SurveyTests {
    @Test func showsWhatIsPluggedInAndOpensNothing() async throws {
        let scanners = try await ProbedScanners {
            try await $0.plug("gun", serial: "S1")
            try await $0.plug("desk", .keyboard, vendor: "046d", product: "c31c")
            try await $0.plug("pos", .pos, vendor: "0c2e", product: "0b67", serial: "P1")
            try await $0.plug("line", .line, vendor: "-", product: "-")
        }
        _ = await scanners.lines(3)
        try await scanners.probe.send("survey")
        #expect(
            await scanners.lines(3).sorted() == [
                "found 046d:c31c@pci-0000:00:14.0-usb-0:2 keyboard unnamed",
                "found 05e0:1200:S1 keyboard named",
                "found 0c2e:0b67:P1 hid-pos named",
            ]
        )
        #expect(try await scanners.bed.status("desk").timesOpened == 0)
        _ = try await scanners.end()
    }
}
