import Barcodes
import DaemonServices
import FoundationEssentials
import Hummingbird
import Localization
import Printing
import Scanning
import Vocabulary
import Wire
import WireResources

/// Streams what a scanner sends, and evaluates its setup.
struct ScannerTest {
    private static let beat = Duration.seconds(15)
    /// Maximum number of signals of one reading that are evaluated together.
    private static let mostSignals = 8_192

    let scanners: ScannerParts
    let documents: LabelDocuments

    @Sendable func begin(_ call: Call) async throws -> Response {
        let name = try call.scanner()
        let expected = try expected(call)
        guard let scanner = try await scanner(named: name) else {
            let detail = Message(
                "cannot test \(name, "name"): no gun with this name is read; `outguide scanner list` shows which are"
            )
            throw RequestFailure(.notFound, detail)
        }
        if let state = scanners.roster.state(of: scanner), state != ScannerRoster.reading {
            throw RequestFailure(
                .conflict,
                Message("cannot test \(name, "name"), which is not read: \(state, "state")")
            )
        }
        let signals: ScannerSignals
        do {
            signals = try scanners.reader.signals(of: name)
        } catch {
            throw RequestFailure(.scanners, error.asMessage)
        }
        let rows = try await documents.symbolRows(of: expected)
        let diagnosis = ScannerDiagnosis(
            expected: expected.text,
            transport: scanner.transport,
            layout: scanners.book.setting(of: scanner)?.layout ?? .us,
            line: scanners.book.setting(of: scanner)?.line ?? .common
        )
        let stream = ResponseBody { writer in
            let test = ScannerTestResource(scanner: name, expected: expected.text, rows: rows)
            try await writer.write(EventText.of(ScannerEventName.test.rawValue, test))
            var judged: [ScannerSignal] = []
            try await Beating.run(every: Self.beat, until: call.context.departure) { yield in
                for await signal in signals {
                    guard yield(signal) else { return }
                }
            } consume: { (signal: ScannerSignal?) in
                guard let signal else { return try await writer.write(EventText.comment("waiting")) }
                let resource = ScannerSignalResource(signal, in: call.context.localizer)
                try await writer.write(EventText.of(ScannerEventName.signal.rawValue, resource))
                if judged.count < Self.mostSignals { judged.append(signal) }
                switch signal {
                case .reading, .rejection:
                    let findings = diagnosis.findings(from: judged)
                    judged = []
                    let judgement = ScannerJudgementResource(findings)
                    try await writer.write(EventText.of(ScannerEventName.judgement.rawValue, judgement))
                default: break
                }
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: EventText.headers, body: stream)
    }

    private func expected(_ call: Call) throws -> Barcode {
        if let text = call[API.Scanners.expected] { return try Barcode(wire: text) }
        guard let test = SetUpBarcode.test else {
            throw RequestFailure(.internalError, Message("cannot test: there is no test barcode"))
        }
        return Barcode(test)
    }

    private func scanner(named name: String) async throws -> ScannerIdentity? {
        do {
            let devices = try await ScannerReader.survey(settings: scanners.book.settings)
            let handhelds = devices.filter { $0.isNamed && $0.identity.answers(to: name) }.map(\.identity)
            let ports = Set(handhelds.map(\.fullName)).sorted()
            guard ports.count < 2 else {
                let detail = Message(
                    "cannot test \(name, "name"): several guns have that name; test "
                        + "\(.any(ports.map { .text($0) }), "names")"
                )
                throw RequestFailure(.conflict, detail)
            }
            // A device with two interfaces is evaluated by the one that is read.
            return handhelds.first { scanners.roster.state(of: $0) == ScannerRoster.reading } ?? handhelds.first
        } catch let error as ScannerReaderError {
            throw RequestFailure(.scanners, error.asMessage)
        }
    }
}

extension ScannerSignalResource {
    fileprivate init(_ signal: ScannerSignal, in localizer: Localizer) {
        func make(
            _ kind: String,
            at time: Int64? = nil,
            key: Keystroke? = nil,
            text: String? = nil,
            bytes: [UInt8]? = nil,
            reading: ScanReading? = nil,
            message: Message? = nil
        ) -> Self {
            Self(
                kind: kind,
                at: time.map { Timestamp(clamping: $0).rfc3339 },
                key: key?.name,
                action: key?.action.rawValue,
                text: text,
                bytes: bytes.map { Data($0).base64EncodedString() },
                symbology: reading?.symbology?.description,
                ending: reading?.ending.rawValue,
                message: message.map { localizer.text(of: $0) }
            )
        }
        switch signal {
        case .key(let key): self = make("key", at: key.time, key: key, text: key.text)
        case .eventsDropped: self = make("events-dropped")
        case .bytes(let bytes, let time): self = make("bytes", at: time, bytes: bytes)
        case .reading(let reading):
            self = make("reading", at: reading.timeOfDay, text: reading.text, bytes: reading.bytes, reading: reading)
        case .rejection(let rejection): self = make("rejection", message: Message(verbatim: rejection.description))
        case .attached(let scanner):
            self = make("attached", message: Message("\(scanner.title, "scanner") is being read"))
        case .detached(let scanner): self = make("detached", message: Message("\(scanner.title, "scanner") is gone"))
        case .overflowed(let lost):
            let message = Message(
                "{count} signal is missing here",
                plural: "{count} signals are missing here",
                count: lost
            )
            self = make("overflowed", message: message)
        }
    }
}

extension ScannerJudgementResource {
    fileprivate init(_ findings: [ScannerFinding]) {
        self.init(
            // A missing AIM prefix, which gives the symbology, is a disadvantage but not an error.
            isGood: findings.allSatisfy { $0.isGood || $0 == .aimPrefixMissing },
            findings: findings.map {
                ScannerFindingResource(isGood: $0.isGood, message: $0.description, advice: $0.advice?.english)
            }
        )
    }
}
