import Localization
import TestSupport
import Testing

@testable import Labels
@testable import Printers

/// What lies in a printer is asked, and what nobody says is not known.
@Suite struct LoadedMediaTests {
    private func printer(at device: String = "ipp://h/ipp/print") throws -> LabelPrinter {
        try #require(LabelPrinter(ipp: ["printer-name": .strings(["p"]), "device-uri": .strings([device])]))
    }

    private func media(_ width: Double, _ height: Double) throws -> LabelMedia {
        try #require(LabelMedia(width: width, height: height))
    }

    /// Against a real printer that has no `media-ready`, and one that takes its time to wake up.
    @Test(arguments: ["cols203", "slow203"])
    func theWrongRollIsNoticed(name: String) async throws {
        try await PrinterBed.with { bed in
            let queue = PrintQueue(server: bed.server)
            if name == "slow203" { try bed.fallAsleep() }
            let printer = try await queue.printer(named: name)
            #expect(printer.mediaDoubt == nil, "\(String(describing: printer.mediaDoubt))")
            #expect(printer.mediaReady == ["om_box-label_100x50mm"])
            #expect(throws: Never.self) { try printer.check(media(100, 50), as: .pwg) }
            let wanted = try media(101.6, 50.8)
            let error = #expect(throws: PrintError.self) { try printer.check(wanted, as: .pwg) }
            #expect(error?.kind == "wrong-media")
        }
    }

    /// Once it has missed both attempts nothing is known, and nothing is wrong either.
    @Test func aPrinterThatDoesNotAnswerIsInDoubt() async throws {
        try await PrinterBed.with { bed in
            try bed.fallAsleep()
            let session = PrintSession(server: PrintServer(parsing: bed.server))
            let queue = try await PrintQueue(server: bed.server).printers()
            let slow = try #require(queue.first { $0.name == "slow203" })
            let asked = await OwnThread.run { session.asked(slow) }
            #expect(asked.mediaDoubt == .noAnswer)
            #expect(throws: Never.self) { try asked.check(media(101.6, 50.8), as: .pwg) }
        }
    }

    @Test(arguments: [
        ("usb://Zebra/ZD420?serial=1", "usb"), ("socket://10.0.0.5", "socket"), ("lpd://h/q", "lpd"),
        ("implicitclass://zebra/", "implicitclass"), ("dnssd://Z._pdl-datastream._tcp.local/?uuid=1", "dnssd"),
        ("", "an unknown address"),
    ])
    func queuesThatCannotAskSaySo(device: String, scheme: String) async throws {
        let printer = try printer(at: device)
        #expect(printer.mediaDoubt == .cannotBeAsked(scheme))
        #expect(!PrintServer.speaksIPP(device))
    }

    /// A printer without a queue is called a printer; the log has each doubt by its word.
    @Test func doubtsHaveWordsOfTheirOwn() {
        let doubts: [MediaDoubt] = [
            .cannotBeAsked("socket"), .printerCannotBeAsked("socket"), .noAnswer, .serverBetween, .doesNotSay,
        ]
        #expect(Set(doubts.map(\.word)).count == doubts.count)
        #expect(doubts.map { MediaDoubt(word: $0.word) } == doubts)
        #expect(doubts.filter { $0.description.contains("queue") } == [.cannotBeAsked("socket")])
        #expect(MediaDoubt(word: "else") == nil)
    }

    @Test(arguments: ["dnssd://Zebra%20ZD._ipp._tcp.local/?uuid=1", "ipps://Zebra._ipps._tcp.local/", "ipp://h/x"])
    func othersAreAsked(device: String) { #expect(PrintServer.speaksIPP(device)) }

    /// A name that nobody resolves is no answer.
    @Test func aNameThatIsNotResolvedIsInDoubt() async throws {
        let inquiry = PrinterInquiry(PrintSession(server: PrintServer(parsing: "/nowhere/cups.sock")))
        let printer = try printer(at: "dnssd://Nobody%20Here._ipp._tcp.local/?uuid=1")
        #expect(await inquiry.asked(printer, within: .milliseconds(50)).mediaDoubt == .noAnswer)
    }

    @Test func whatNamesASizeIsBelieved() throws {
        func told(_ attributes: [String: IPPValues]) throws -> LabelPrinter {
            var printer = try printer()
            printer.add(device: attributes)
            return printer
        }
        #expect(try told([:]).mediaDoubt == .doesNotSay)
        #expect(try told(["media-ready": .strings(["unknown"])]).mediaDoubt == .doesNotSay)
        #expect(throws: Never.self) {
            try told(["media-ready": .strings(["roll 7"])]).check(media(100, 50), as: .pdf)
        }
        let both = try told([
            "media-ready": .strings(["unknown"]), "media-col-ready": .media(["custom_100x50mm_100x50mm"]),
        ])
        #expect(both.mediaReady == ["custom_100x50mm_100x50mm"])
        #expect(both.mediaDoubt == nil)
        // Another print server says what its driver could take.
        let server = try told(["cups-version": .strings(["2.4.2"]), "media-ready": .strings(["iso_a4_210x297mm"])])
        #expect(server.mediaDoubt == .serverBetween)
        #expect(throws: Never.self) { try server.check(media(100, 50), as: .pdf) }
    }
}
