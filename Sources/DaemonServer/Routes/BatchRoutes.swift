import Barcodes
import Circulation
import DaemonServices
import Hummingbird
import Localization
import ReadingFiles
import Stations
import TransferLog
import Vocabulary
import Wire
import WireResources

/// Routes for files of readings uploaded from portable terminals.
struct BatchRoutes {
    /// The station of readings whose request names none.
    private static let standardStation = "portable"

    let server: EndpointServer
    let uploads: Uploads
    let clock: UTCClock

    var routes: [Route] {
        [
            server.respond(to: API.Batches.upload) { call in
                try await uploads.receive(call.request, upTo: ReadingFile.longest, from: call.context.peer) {
                    try Response(BatchResource(try await take($0, call), in: call.context.localizer))
                }
            }
        ]
    }

    private func take(_ bytes: [UInt8], _ call: Call) async throws -> UploadReport {
        let options = ReadingFileOptions(
            format: try call.choice(API.Batches.format, of: ReadingFileFormat.self),
            dates: try call.choice(API.Batches.dates, of: ReadingFileOptions.DateOrder.self),
            clock: try call.clock() ?? call.circulation.settings.clock,
            columns: try call.columns(),
            isOfOneTerminal: try call.text(API.Batches.scanner) != nil,
            acceptsOldTimes: try call.decision(API.Batches.old),
            now: clock.now()
        )
        let file: ReadingFile
        do throws(ReadingFileError) {
            file = try ReadingFile(parsing: bytes, options: options)
        } catch {
            throw RequestFailure(.invalidFile, error.asMessage)
        }
        return try await call.circulation.take(
            file,
            station: try StationName(wire: try call.text(API.Batches.station) ?? Self.standardStation),
            scanner: try call.text(API.Batches.scanner).map { name in
                guard let name = ScannerName(name) else {
                    let detail = Message("cannot use the name of the scanner: it is 1 to 128 bytes of text")
                    throw RequestFailure(.invalidRequest, detail)
                }
                return name
            },
            principal: call.context.peer.principal,
            repetition: try call.repetition()
        )
    }
}

extension Call {
    fileprivate func text(_ parameter: Parameter) throws -> String? {
        guard let text = self[parameter] else { return nil }
        guard text.utf8.count <= 256 else {
            let detail = Message("cannot use this \(parameter.name, "parameter"): it has more than 256 bytes")
            throw RequestFailure(.invalidRequest, detail)
        }
        return text
    }

    fileprivate func decision(_ parameter: Parameter) throws -> Bool {
        switch try text(parameter) {
        case nil, "false": return false
        case "true": return true
        default:
            let detail = Message("cannot use this \(parameter.name, "parameter"): it is true or false")
            throw RequestFailure(.invalidRequest, detail)
        }
    }

    /// The meanings of the columns, given by the names that headers use.
    fileprivate func columns() throws -> [ColumnMeaning]? {
        guard let text = try text(API.Batches.columns) else { return nil }
        return try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
            guard !name.isEmpty, let meaning = ColumnMeaning(header: String(name)) else {
                let words = ColumnMeaning.allCases.map(\.rawValue).joined(separator: ", ")
                let detail = Message("cannot use the column “\(name, "name")”: it is one of \(words, "values")")
                throw RequestFailure(.invalidRequest, detail)
            }
            return meaning
        }
    }

    fileprivate func repetition() throws -> UploadRepetition {
        let text = try text(API.Batches.repetition)
        guard try decision(API.Batches.continuation) else { return text.map { .again($0) } ?? .detected }
        guard text == nil else {
            let detail = Message("cannot use repetition and continue together: the lines are new, or they are not")
            throw RequestFailure(.invalidRequest, detail)
        }
        return .same
    }

    fileprivate func choice<Choice: RawRepresentable & CaseIterable>(
        _ parameter: Parameter,
        of type: Choice.Type
    ) throws -> Choice? where Choice.RawValue == String {
        guard let text = try text(parameter) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw RequestFailure(
                .invalidRequest,
                Message("cannot use this \(parameter.name, "parameter"): it is one of \(words, "values")")
            )
        }
        return choice
    }

    /// The clock of a terminal with a fixed offset from UTC; nil when the request gives no offset.
    fileprivate func clock() throws -> LocalClock? {
        guard let text = try text(API.Batches.offset) else { return nil }
        let shown = text.hasPrefix("-") || text.hasPrefix("+") ? text : "+\(text)"
        let parts = shown.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 24, minutes < 60
        else {
            throw RequestFailure(.invalidRequest, Message("cannot use this offset: write it as +01:00"))
        }
        return LocalClock(secondsEastOfUTC: (shown.hasPrefix("-") ? -1 : 1) * (hours * 3_600 + minutes * 60))
    }
}

extension BatchResource {
    fileprivate init(_ report: UploadReport, in localizer: Localizer) {
        let lines = report.lines.map { BatchLineResource($0, in: localizer) }
        let new = lines.filter(\.isNew)
        self.init(
            batch: report.batch?.rawValue,
            format: report.format.rawValue,
            hasTimes: report.hasTimes,
            accepted: new.count { $0.verdict == Verdict.accepted.rawValue },
            attention: new.count { $0.verdict == Verdict.attention.rawValue },
            refused: new.count { $0.verdict == Verdict.refused.rawValue },
            conflicts: new.count(where: \.isConflict),
            takenBefore: lines.count - new.count,
            results: lines
        )
    }
}

extension BatchLineResource {
    fileprivate init(_ taken: UploadedLine, in localizer: Localizer) {
        func make(
            _ reading: ReadingNumber?,
            isNew: Bool = true,
            _ verdict: Verdict,
            _ kind: String,
            _ message: Message,
            barcode: String? = nil,
            entry: EntryNumber? = nil
        ) -> Self {
            Self(
                line: taken.line.number,
                text: String(decoding: taken.line.bytes.prefix(256), as: UTF8.self),
                occurredAt: taken.line.occurredAt?.rfc3339,
                reading: reading?.rawValue,
                isNew: isNew,
                isConflict: isNew && kind == "superseded",
                verdict: verdict.rawValue,
                kind: kind,
                message: localizer.text(of: message),
                barcode: barcode,
                entry: entry?.rawValue
            )
        }
        switch taken.fate {
        case .interpreted(let outcome):
            self = make(
                outcome.reading,
                outcome.verdict,
                outcome.kind,
                outcome.message,
                barcode: outcome.entity?.barcode.text,
                entry: outcome.entry
            )
        case .before(let reading, let outcome):
            let message =
                outcome.map { then in
                    Message(
                        "taken before as reading \(.number(reading.rawValue), "reading"): "
                            + "\(then.verdict.rawValue, "verdict"), "
                            + "\(then.kind, "kind")"
                    )
                }
                ?? Message("taken before as reading \(.number(reading.rawValue), "reading"): not yet interpreted")
            self = make(
                reading,
                isNew: false,
                outcome?.verdict ?? .attention,
                outcome?.kind ?? "waits",
                message,
                entry: outcome?.entry
            )
        case .refused(let refusal):
            self = make(nil, .refused, refusal.kind.rawValue, refusal.message)
        }
    }
}
