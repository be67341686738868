import Foundation
import Logging
import Synchronization
import Testing

@testable import DaemonServer
@testable import DaemonServices

/// What is sent to journald.
@Suite struct JournalTests {
    @Test func aRecordHasTheMetadataAsFields() throws {
        let path = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString.prefix(8)).journal"
        let receiver = try DatagramSocket(path: path)
        let journal = try #require(JournalSocket(path: path))
        var logger = Logger(label: "outguided") { JournalLogHandler(label: $0, journal: journal) }
        logger[metadataKey: "scannerName"] = "counter gun"
        logger.error("cannot read it", metadata: ["reason": "one line\nPRIORITY=0"])
        let fields = Self.fields(try #require(receiver.receive()))
        #expect(fields["MESSAGE"] == #"cannot read it reason=one line\u{A}PRIORITY=0 scannerName=counter gun"#)
        #expect(fields["PRIORITY"] == "3")
        #expect(fields["SYSLOG_IDENTIFIER"] == "outguided")
        #expect(fields["OUTGUIDE_REASON"] == "one line\nPRIORITY=0")
        #expect(fields["OUTGUIDE_SCANNER_NAME"] == "counter gun")
        logger.debug("not at this level")
        logger.critical("lost")
        #expect(Self.fields(try #require(receiver.receive()))["MESSAGE"] == "lost scannerName=counter gun")
    }

    @Test func anEventOnStandardErrorIsOneLineThatDoesNothing() throws {
        let written = Written()
        var logger = Logger(label: "outguided") { LineLogHandler(StreamLogHandler(label: $0, stream: written)) }
        logger[metadataKey: "scanner"] = "gun\u{1B}[2J"
        logger.error("cannot read \u{202E}it", metadata: ["reason": "one line\n2026 error: forged", "ä": "ü"])
        let line = written.text
        #expect(line.hasSuffix("\n") && line.filter { $0 == "\n" }.count == 1, "\(line)")
        for words in [#"cannot read \u{202E}it"#, #"one line\u{A}2026 error: forged"#, #"gun\u{1B}[2J"#, "ä=ü"] {
            #expect(line.contains(words), "\(line)")
        }
    }

    /// Keeps what is written.
    private final class Written: TextOutputStream, Sendable {
        private let kept = Mutex("")
        var text: String { kept.withLock { $0 } }
        func write(_ string: String) { kept.withLock { $0 += string } }
    }

    @Test(arguments: [
        ("reason", "OUTGUIDE_REASON"), ("scannerName", "OUTGUIDE_SCANNER_NAME"),
        ("hb.request.id", "OUTGUIDE_HB_REQUEST_ID"),
        ("a\nMESSAGE=b", "OUTGUIDE_A_MESSAGE_B"),
    ])
    func namesOfFieldsAreHarmless(key: String, name: String) {
        #expect(JournalSocket.fieldName(key) == name)
    }

    @Test func aStandardErrorThatIsNotTheJournalsIsNotTakenForIt() {
        #expect(JournalSocket(isStandardError: nil) == nil)
        #expect(JournalSocket(isStandardError: "1:1") == nil)
        #expect(JournalSocket(path: "/nonexistent/socket") == nil)
    }

    /// Reads an entity as journald does: NAME, a line feed, the length in 64 bits, the value, a line feed.
    private static func fields(_ entity: [UInt8]) -> [String: String] {
        var (fields, rest) = ([String: String](), entity[...])
        while let end = rest.firstIndex(of: 10) {
            let name = String(decoding: rest[..<end], as: UTF8.self)
            let length = rest[(end + 1)..<(end + 9)].reversed().reduce(0) { $0 << 8 | Int($1) }
            fields[name] = String(decoding: rest[(end + 9)..<(end + 9 + length)], as: UTF8.self)
            rest = rest[(end + 10 + length)...]
        }
        return fields
    }
}
