import Barcodes
import FoundationEssentials
import Records

/// The members of an entry body, as far as this version understands them.
struct StoredEntry: Decodable {
    let version: Int64
    let entry: Int64
    let kind: String
    let occurredAt: String
    let recordedAt: String
    let principal: String
    let station: String?
    let scanner: String?
    let reading: Int64?

    let origin: String?
    let recordKind: String?
    let recordType: String?
    let barcode: String?
    let home: Int64?
    let parent: Int64?

    let subject: Int64?
    let from: StoredPlacement?
    let to: StoredPlacement?

    let copies: Int?
    let job: Int?
    let printer: String?
    let template: String?

    /// A placement as it stands in a body.
    struct StoredPlacement: Decodable {
        let kind: String
        let record: Int64?

        var placement: Placement? { Placement(word: kind, place: record.map(RecordID.init(rawValue:))) }
    }

    /// Reads `body`; `texts` are those of its texts that were not expunged.
    static func entry(body: [UInt8], texts: [TextField: String]) throws(TransferLogError) -> Entry {
        let stored: StoredEntry
        do {
            stored = try JSONDecoder().decode(StoredEntry.self, from: Data(body))
        } catch {
            throw .damaged("an entry body is not the JSON it should be: \(error)")
        }
        guard let occurredAt = Timestamp(rfc3339: stored.occurredAt),
            let recordedAt = Timestamp(rfc3339: stored.recordedAt), let principal = Principal(stored.principal)
        else { throw .damaged("entry \(stored.entry) has an unreadable time or principal") }
        let attribution = Attribution(
            principal: principal,
            station: stored.station.flatMap(StationName.init),
            scanner: stored.scanner.flatMap(ScannerName.init),
            reading: stored.reading.map(ReadingNumber.init(rawValue:)),
            occurredAt: occurredAt
        )
        return Entry(
            number: EntryNumber(rawValue: stored.entry),
            fact: try stored.fact(texts: texts),
            attribution: attribution,
            recordedAt: recordedAt
        )
    }

    private func fact(texts: [TextField: String]) throws(TransferLogError) -> Fact {
        guard version == EntryBody.version else { return .unknown(kind: kind) }
        switch kind {
        case "registered": return .registered(try registration(texts: texts))
        case "label-printed": return .labelPrinted(try labelPrint())
        case _ where TransferKind(rawValue: kind) != nil: return .transferred(try transfer(texts: texts))
        default: return .unknown(kind: kind)
        }
    }

    private func registration(texts: [TextField: String]) throws(TransferLogError) -> Registration {
        guard let type = recordType.flatMap(RecordType.init(rawValue:)), let kind = recordKind.flatMap(RecordKind.init),
            let origin = origin.flatMap(Registration.Origin.init(rawValue:))
        else { throw incomplete }
        return Registration(
            type: type,
            kind: kind,
            barcode: (barcode ?? texts[.barcode]).flatMap { try? Barcode(parsing: $0) },
            origin: origin,
            title: texts[.title],
            home: home.map(RecordID.init(rawValue:)),
            parent: parent.map(RecordID.init(rawValue:))
        )
    }

    private func transfer(texts: [TextField: String]) throws(TransferLogError) -> Transfer {
        guard let subject, let from = from?.placement, let to = to?.placement else { throw incomplete }
        return Transfer(subject: RecordID(rawValue: subject), from: from, to: to, reason: texts[.reason])
    }

    private func labelPrint() throws(TransferLogError) -> LabelPrint {
        guard let subject, let template, let printer, let job, let copies else { throw incomplete }
        return LabelPrint(
            subject: RecordID(rawValue: subject),
            template: template,
            printer: printer,
            job: job,
            copies: copies
        )
    }

    private var incomplete: TransferLogError { .damaged("entry \(entry) lacks what a \(kind) entry has") }
}
