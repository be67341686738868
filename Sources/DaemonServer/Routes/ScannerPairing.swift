import Barcodes
import DaemonServices
import Hummingbird
import Labels
import Localization
import Printing
import Scanning
import Settings
import Vocabulary
import Wire
import WireResources

/// Pairs a scanner: the next device that types a barcode is bound.
struct ScannerPairing {
    /// How long the daemon listens to keyboards for a barcode.
    private static let limit = Duration.seconds(60)
    private static let beat = Duration.seconds(5)

    let scanners: ScannerParts
    let printing: Printing

    @Sendable func begin(_ call: Call, _ body: ScannerPairingRequest) async throws -> Response {
        let (draft, framing, listensToLines) = (try Self.draft(body), try Self.framing(body), body.serial ?? false)
        var generator = SystemRandomNumberGenerator()
        guard let minted = SetUpBarcode.pairing(using: &generator) else {
            throw RequestFailure(.internalError, Message("cannot pair: no barcode is left for it"))
        }
        let barcode = Barcode(minted)
        let rows = try await printing.documents.symbolRows(of: barcode)
        if body.isPrinted == true || body.printer != nil {
            let fields = [
                "home": "", "kind": "pairing", "site": "", "title": printing.fields.text(of: Message("scan to pair")),
            ]
            _ = try await call.print(
                [LabelContent(barcode: barcode, fields: fields)],
                try printing.documents.template(nil),
                on: body.printer,
                continuesSheet: true,
                despite: body.despite,
                by: printing.pages
            )
        }
        let stream = ResponseBody { writer in
            let localizer = call.context.localizer
            func tell(_ state: String, _ message: Message, _ paired: PairedScanner? = nil) async throws {
                let resource = ScannerPairingResource(
                    text: barcode.text,
                    rows: rows,
                    seconds: Int(Self.limit.components.seconds),
                    state: state,
                    message: localizer.text(of: message),
                    scanner: paired.map { ScannerDeviceResource($0.identity, isNamed: true, in: scanners) },
                    layouts: paired?.layouts.map(\.description) ?? []
                )
                try await writer.write(EventText.of(ScannerEventName.pairing.rawValue, resource))
            }
            let scan = Message(
                "scan \(barcode.text, "barcode") with the gun; until then every keyboard is listened to, for this alone"
            )
            try await tell("listening", scan)
            try await Beating.run(every: Self.beat, until: call.context.departure) { yield in
                _ = yield(await pair(barcode.text, framing, listensToLines))
            } consume: { (answer: Result<PairedScanner, ScannerPairingError>?) in
                switch answer {
                case nil: try await writer.write(EventText.comment("listening"))
                case .failure(let error): try await tell("failed", error.asMessage)
                case .success(let paired):
                    do {
                        try await tell("paired", try await bind(paired, draft, framing), paired)
                    } catch {
                        try await tell("failed", error.asMessage, paired)
                    }
                }
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: EventText.headers, body: stream)
    }

    private func pair(
        _ text: String,
        _ framing: ScanFraming?,
        _ listensToLines: Bool
    ) async -> Result<PairedScanner, ScannerPairingError> {
        do throws(ScannerPairingError) {
            let framings = framing.map { [$0] } ?? ScannerReader.pairingFramings
            return .success(
                try await scanners.reader.pair(
                    typing: text,
                    within: Self.limit,
                    framings: framings,
                    listensToLines: listensToLines
                )
            )
        } catch {
            return .failure(error)
        }
    }

    /// Stores the pairing and starts reading the scanner; returns a message for people.
    private func bind(
        _ paired: PairedScanner,
        _ draft: ScannerConfiguration,
        _ framing: ScanFraming?
    ) async throws -> Message {
        let scanner = paired.identity
        let book = scanners.book
        guard !book.isConfigured(scanner) else {
            let reason = Message(
                "cannot pair \(scanner.stableName, "scanner"): the configuration names it; change it there"
            )
            throw RequestFailure(.conflict, reason)
        }
        var device = draft
        let match = paired.match
        (device.vendor, device.product, device.serial) = (match.vendor, match.product, match.serial)
        (device.port, device.interface) = (match.port, match.interface)
        // A scanner that is already read keeps its settings.
        let former = book.setting(of: scanner)
        if draft.layout.isEmpty {
            let layout = paired.layouts.first ?? former?.layout ?? .us
            (device.layout, device.variant) = (layout.name, layout.variant)
        }
        device.framing = framing ?? paired.framing ?? former?.framing ?? .suffix
        device.affixes = try Self.affixes(paired, former)
        // Without a distinguishing serial number, a station named after this scanner would also belong to others of
        // its model.
        if device.station == nil, match.serial != nil, match.port != nil {
            device.station = ScannerStations.station(of: scanner.fullName)?.text
        }
        let wider = book.pairings(of: scanner, widerThan: match)
        try await book.bind(device, to: scanner)
        try scanners.reader.use(settings: book.settings, doubts: book.doubts)
        return Self.message(scanner, device.affixes, replacing: wider.map { $0.name ?? $0.scanner.stableName })
    }

    /// Says that a scanner is paired, what its barcodes must have around them, and which pairings are gone.
    private static func message(
        _ scanner: ScannerIdentity,
        _ affixes: ScanAffixes,
        replacing others: [String]
    ) -> Message {
        var clauses = [Message("\(scanner.title, "scanner") is paired")]
        if !affixes.isEmpty {
            clauses.append(
                Message(
                    "each of its barcodes must have \(affixes, "text"): where that differs by the kind of barcode, "
                        + "let the gun send AIM identifiers instead and pair it again"
                )
            )
        }
        clauses += others.dropLast().map { other in
            Message("the pairing of \(other, "name") named more guns than this and is gone")
        }
        if let last = others.last {
            clauses.append(
                Message("the pairing of \(last, "name") named more guns than this and is gone: pair the others again")
            )
        }
        return Message("\(.series(clauses.map { .message($0) }, separator: "; "), "clauses")")
    }

    /// The affixes around each barcode of the scanner: those already known, combined with those seen around this one.
    private static func affixes(_ paired: PairedScanner, _ former: ScannerSetting?) throws -> ScanAffixes {
        let affixes = (paired.isNamed ? former?.affixes ?? ScanAffixes() : ScanAffixes()).around(paired.affixes)
        guard [affixes.prefix, affixes.suffix].allSatisfy({ $0.isEmpty || ScanAffixes.isUsable($0) }) else {
            let detail = Message(
                "cannot pair \(paired.identity.stableName, "scanner"): more came than the barcode, \(affixes, "text"); "
                    + "scan it alone, or clear "
                    + "what the gun puts around a barcode"
            )
            throw RequestFailure(.conflict, detail)
        }
        return affixes
    }

    /// How the scanner ends a barcode; nil when that has to be inferred from its keys.
    private static func framing(_ body: ScannerPairingRequest) throws -> ScanFraming? {
        try body.framing.map { word in
            guard let framing = ScanFraming(rawValue: word) else {
                let words = ScanFraming.allCases.map(\.rawValue).joined(separator: ", ")
                throw RequestFailure(
                    .invalidRequest,
                    Message("cannot use the framing: it is one of \(words, "values")")
                )
            }
            return framing
        }
    }

    /// The settings given in the request, for any scanner; an empty layout is inferred from the keys.
    private static func draft(_ body: ScannerPairingRequest) throws -> ScannerConfiguration {
        var device = ScannerConfiguration()
        device.station = try body.station.map { try StationName(wire: $0).text }
        device.habits = SymbolHabits(sendsMemory: body.memory ?? false, readsLinearOnly: body.linear ?? false)
        device.name = try body.name.map { name in
            guard let name = ScannerName(name) else {
                throw RequestFailure(.invalidRequest, Message("cannot use the name: it is 1 to 128 bytes of text"))
            }
            return name.text
        }
        device.layout = body.layout ?? ""
        device.variant = body.layout == nil ? nil : body.variant
        if body.layout != nil {
            do throws(KeyboardLayoutError) {
                try device.keyboard.check()
            } catch {
                throw RequestFailure(.invalidRequest, error.asMessage)
            }
        }
        return device
    }
}
