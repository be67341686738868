import Foundation
import Testing

@testable import Scanning

@Suite struct ReportDescriptorTests {
    @Test func readsTheLayoutWithTheSymbologyFirst() throws {
        let descriptor = try ReportDescriptor(parsing: VirtualPointOfSaleScanner.common.descriptor)
        let layout = try #require(PointOfSaleLayout(descriptor))
        let report = try #require(layout.reports[2])
        #expect(layout.hasReportIDs)
        #expect(report.length == PointOfSaleLayout.Value(offset: 0, size: 8))
        #expect(report.symbology.map(\.offset) == [8, 16, 24])
        #expect(report.data.count == 56)
        #expect(report.data.first == PointOfSaleLayout.Value(offset: 32, size: 8))
        #expect(report.continued == PointOfSaleLayout.Value(offset: 496, size: 1))
        #expect(report.size == 63)
    }

    @Test func readsTheLayoutOfTheFM430() throws {
        let descriptor = try ReportDescriptor(parsing: VirtualPointOfSaleScanner.newland.descriptor)
        let report = try #require(PointOfSaleLayout(descriptor)?.reports[2])
        #expect(report.length?.offset == 0)
        #expect(report.data.map(\.offset) == (0..<56).map { 8 + $0 * 8 })
        #expect(report.symbology.isEmpty)
        #expect(report.continued == nil)
    }

    @Test func readsALayoutWithoutReportIDsAndWithUsageRanges() throws {
        let report = try #require(
            try PointOfSaleLayout(ReportDescriptor(parsing: VirtualPointOfSaleScanner.plain.descriptor))?.reports[0]
        )
        #expect(report.symbology.map(\.offset) == [8, 16, 24])
        #expect(report.data.count == 30)
    }

    @Test func aKeyboardIsNoScanner() throws {
        let keyboard: [UInt8] = [
            0x05, 0x01, 0x09, 0x06, 0xa1, 0x01, 0x05, 0x07, 0x19, 0xe0, 0x29, 0xe7, 0x15, 0x00, 0x25, 0x01, 0x75, 0x01,
            0x95, 0x08, 0x81, 0x02, 0xc0,
        ]
        let descriptor = try ReportDescriptor(parsing: keyboard)
        #expect(descriptor.fields.map(\.count) == [8])
        #expect(descriptor.fields[0].usage(at: 7) == 0x07_00e7)
        #expect(PointOfSaleLayout(descriptor) == nil)
    }

    @Test func pushAndPopSaveWhatIsGlobal() throws {
        // Page 1, size 8, count 2; pushed, count 4, one input; popped, another input.
        let bytes: [UInt8] = [
            0x05, 0x01, 0x75, 0x08, 0x95, 0x02, 0xa4, 0x95, 0x04, 0x09, 0x30, 0x81, 0x02, 0xb4, 0x09, 0x31, 0x81, 0x02,
        ]
        let fields = try ReportDescriptor(parsing: bytes).fields
        #expect(fields.map(\.count) == [4, 2])
        #expect(fields.map(\.offset) == [0, 32])
        #expect(fields[1].usages == [0x01_0031...0x01_0031])
    }

    /// However a descriptor spells that it is of a scanner, the udev rule sees it before anybody opens the node.
    @Test(arguments: [
        [0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01], [0x06, 0x8c, 0x00, 0x0a, 0x02, 0x00, 0xa2, 0x01, 0x00],
        [0x07, 0x8c, 0x00, 0x00, 0x00, 0x09, 0x02, 0xa1, 0x01], [0x0b, 0x02, 0x00, 0x8c, 0x00, 0xa1, 0x01],
        [0x05, 0x8c, 0x15, 0x00, 0x85, 0x02, 0x09, 0x02, 0x75, 0x08, 0xa1, 0x01],
        [0x05, 0x8c, 0x19, 0x02, 0x29, 0x03, 0xa1, 0x01],
        [0x1b, 0x02, 0x00, 0x8c, 0x00, 0x2b, 0x03, 0x00, 0x8c, 0x00, 0xa1, 0x01],
        [0x05, 0x8c, 0xa4, 0x05, 0x01, 0xb4, 0x09, 0x02, 0xa1, 0x01],
    ])
    func theRuleKnowsEverySpelling(head: [UInt8]) throws {
        let body: [UInt8] = [0x05, 0x8c, 0x09, 0xfe, 0x75, 0x08, 0x95, 0x38, 0x81, 0x02, 0xc0]
        // The page of the data is one that the collection brings along, so that the head alone is looked at.
        #expect(PointOfSaleLayout(try ReportDescriptor(parsing: head + body)) != nil)
        #expect(try Self.isNamedByRule(head))
    }

    @Test func theRuleNamesNoKeyboard() throws {
        #expect(try !Self.isNamedByRule([0x05, 0x01, 0x09, 0x06, 0xa1, 0x01, 0x05, 0x07, 0x19, 0xe0, 0x29, 0xe7]))
    }

    /// Whether the pattern of the shipped rule matches what `od` prints of a descriptor.
    private static func isNamedByRule(_ descriptor: [UInt8]) throws -> Bool {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "systemd/60-outguided.rules")
        let line = try #require(
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first { $0.hasPrefix("RESULT!=") }
        )
        let patterns = try #require(line.split(separator: "\"").dropFirst().first).split(separator: "|")
        let printed = descriptor.map { " " + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return patterns.contains { fnmatch(String($0), printed, 0) == 0 }
    }

    @Test func aLongItemIsSkipped() throws {
        let bytes: [UInt8] = [0xfe, 0x02, 0x10, 0xaa, 0xbb, 0x05, 0x8c, 0x75, 0x08, 0x95, 0x01, 0x09, 0xfe, 0x81, 0x02]
        #expect(try ReportDescriptor(parsing: bytes).fields.map(\.usages) == [[0x8c_00fe...0x8c_00fe]])
    }

    @Test(arguments: [
        ([0x05], ReportDescriptorError.truncated),
        ([0x27, 0, 0, 0], .truncated),
        ([0xfe, 0x04, 0x00, 0x01], .truncated),
        ([0xc0], .unbalanced),
        ([0xa1, 0x01], .unbalanced),
        ([0xb4], .unbalanced),
        ([0x75, 0x21], .badField),
        ([0x85, 0x00], .badField),
        ([0x97, 0xff, 0xff, 0xff, 0xff], .badField),
        ([UInt8](repeating: 0xa4, count: 17), .tooLong),
        ([UInt8](repeating: 0x09, count: 4_097), .tooLong),
        ([0x75, 0x20, 0x97, 0x00, 0x00, 0x02, 0x00, 0x81, 0x02], .tooLong),
    ])
    func refusesWhatNoDeviceSays(bytes: [UInt8], error: ReportDescriptorError) {
        #expect(throws: error) { try ReportDescriptor(parsing: bytes) }
    }
}
