import Barcodes
import LogProof
package import Records

/// The members of an entry body that this version understands.
package struct StoredEntry: Sendable {
    private let members: JSONMembers
    private let texts: [TextField: String]
    /// The number stated in the body.
    package let number: Int64
    private let kind: String

    /// Parses `body`; `texts` are those of its texts that were not expunged.
    package init(body: [UInt8], texts: [TextField: String]) throws(LogDamage) {
        guard case .object(let members) = JSONParser.canonicalValue(of: body), let number = members["entry"]?.integer,
            let kind = members["kind"]?.string
        else { throw LogDamage("an entry body is not the JSON it should be") }
        self.members = members
        self.texts = texts
        self.number = number
        self.kind = kind
    }

    /// The commitments to texts by field, in hexadecimal.
    package var commitments: [(field: String, hexadecimal: String?)] {
        guard case .object(let texts) = members["texts"] else { return [] }
        return texts.sorted.map { ($0.name, $0.value.string) }
    }

    /// The key that signs the log from this entry on, as a signed-note verifier key; nil when the entry names none.
    package var newKey: String? { string("newKey") }

    /// The key that signed before ``newKey``.
    package var oldKey: String? { string("oldKey") }

    /// Whether the entry has a nonce; `from` must then match the record's placement according to the earlier entries.
    package var hasNonce: Bool { string("nonce") != nil }

    /// Decodes the entry.
    package func entry() throws(LogDamage) -> Entry {
        guard let occurredAt = string("occurredAt").flatMap({ Timestamp(rfc3339: $0) }),
            let recordedAt = string("recordedAt").flatMap({ Timestamp(rfc3339: $0) }),
            let principal = string("principal").flatMap({ Principal($0) })
        else { throw LogDamage("entry \(number) has an unreadable time or principal") }
        let attribution = Attribution(
            principal: principal,
            station: string("station").flatMap { StationName($0) },
            scanner: string("scanner").flatMap { ScannerName($0) },
            reading: integer("reading").map(ReadingNumber.init(rawValue:)),
            occurredAt: occurredAt,
            isBackDated: members["backDated"] == .boolean(true)
        )
        return Entry(
            number: EntryNumber(rawValue: number),
            fact: try fact(),
            attribution: attribution,
            recordedAt: recordedAt
        )
    }

    private func fact() throws(LogDamage) -> Fact {
        guard members["version"] == .integer(EntryBody.version) else { return .unknown(kind: kind) }
        switch kind {
        case "registered": return .registered(try registration())
        case "changed": return .changed(try change())
        case "relabelled": return .labelled(Labelling(subject: try subject(), barcode: barcode, role: .primary))
        case "alias-bound": return .labelled(Labelling(subject: try subject(), barcode: barcode, role: .alias))
        case "label-printed": return .labelPrinted(try labelPrint())
        case "page-printed": return .pagePrinted(try pagePrint())
        case "label-applied": return .labelApplied(try labelApplication())
        case "supply-received": return .supply(.received(try supply(), units: try units()))
        case "supply-counted": return .supply(.counted(try supply(), units: try units()))
        case "document-attached": return .documentAttached(try documentAttachment())
        case "document-moved": return .documentMoved(try documentMove())
        case "renewed": return .renewed(try renewal())
        case "hold-placed": return .held(try hold(.placed))
        case "hold-released": return .held(try hold(.released(try number("hold"))))
        case "counted": return .counted(try count())
        case "pull-list-made": return .pullList(.made(try mintedBarcode()))
        case "pull-list-cancelled": return .pullList(.cancelled(try list()))
        case "wanted": return .wanted(try want())
        case "not-found": return .notFound(NotFound(subject: try subject(), list: try list()))
        case "corrected": return .corrected(try correction())
        case "expungement-requested": return .expunged(try expungement(.requested))
        case "expunged": return .expunged(try expungement(try expunged()))
        case "restricted", "sealed", "unsealed", "unrestricted": return .restricted(try restriction())
        default: break
        }
        if let kind = TransferKind(rawValue: kind) { return .transferred(try transfer(kind)) }
        if let event = try logEvent() { return .log(event) }
        return .unknown(kind: kind)
    }

    private func registration() throws(LogDamage) -> Registration {
        guard let type = string("recordType").flatMap(RecordType.init(rawValue:)),
            let kind = string("recordKind").flatMap({ RecordKind($0) }),
            let origin = string("origin").flatMap(Registration.Origin.init(rawValue:))
        else { throw incomplete }
        return Registration(
            type: type,
            kind: kind,
            barcode: barcode,
            origin: origin,
            title: texts[.title],
            home: record("home"),
            parent: record("parent")
        )
    }

    private func transfer(_ kind: TransferKind) throws(LogDamage) -> Transfer {
        guard let from = placement("from"), let to = placement("to") else { throw incomplete }
        return Transfer(
            kind: kind,
            subject: try subject(),
            from: from,
            to: to,
            reason: texts[.reason],
            due: string("due").flatMap { Timestamp(rfc3339: $0) },
            recipient: record("recipient")
        )
    }

    private func change() throws(LogDamage) -> Change {
        guard case .object(let changes) = members["changes"] else { throw incomplete }
        var title = Edit<String>.kept
        if changes["title"] == .null { title = .cleared }
        // A title that was set and later expunged is gone.
        if commitments.contains(where: { $0.field == "title" }) { title = texts[.title].map { .set($0) } ?? .cleared }
        return Change(
            subject: try subject(),
            title: title,
            kind: Self.edit(changes["recordKind"]) { $0.string.flatMap { RecordKind($0) } },
            home: Self.edit(changes["home"]) { $0.integer.map(RecordID.init(rawValue:)) },
            parent: Self.edit(changes["parent"]) { $0.integer.map(RecordID.init(rawValue:)) },
            conditions: Self.conditions(changes)
        )
    }

    private static func conditions(_ changes: JSONMembers) -> ConditionChange {
        ConditionChange(
            isClosed: edit(changes["closed"]) { $0.boolean },
            capacity: edit(changes["capacity"]) { $0.integer.map { Int(clamping: $0) } },
            isSealed: edit(changes["sealed"]) { $0.boolean },
            roles: edit(changes["roles"]) { $0.array?.compactMap { $0.string.flatMap { RecordKind($0) } } },
            rooms: edit(changes["rooms"]) { $0.array?.compactMap { $0.integer.map(RecordID.init(rawValue:)) } },
            series: edit(changes["series"]) { $0.string.flatMap { RecordKind($0) } }
        )
    }

    private func renewal() throws(LogDamage) -> Renewal {
        guard let due = string("due").flatMap({ Timestamp(rfc3339: $0) }) else { throw incomplete }
        return Renewal(subject: try subject(), due: due)
    }

    private func hold(_ stage: Hold.Stage) throws(LogDamage) -> Hold {
        Hold(subject: try subject(), stage: stage, order: texts[.order], reason: texts[.reason])
    }

    private func count() throws(LogDamage) -> ContentsCount {
        guard let present = members["present"]?.array, let missing = integer("missing"), let extra = integer("extra")
        else { throw incomplete }
        return ContentsCount(
            subject: try subject(),
            present: present.compactMap { $0.integer.map(RecordID.init(rawValue:)) },
            missing: Int(clamping: missing),
            extra: Int(clamping: extra)
        )
    }

    private func want() throws(LogDamage) -> Want {
        Want(
            subject: try subject(),
            list: try list(),
            recipient: record("recipient"),
            due: string("due").flatMap { Timestamp(rfc3339: $0) },
            reason: texts[.reason]
        )
    }

    private func list() throws(LogDamage) -> PullListID { PullListID(madeBy: try number("list")) }

    private func mintedBarcode() throws(LogDamage) -> MintedBarcode {
        guard let minted = barcode?.minted else { throw incomplete }
        return minted
    }

    private func number(_ name: String) throws(LogDamage) -> EntryNumber {
        guard let number = integer(name) else { throw incomplete }
        return EntryNumber(rawValue: number)
    }

    private static func edit<Value>(_ json: JSONValue?, _ value: (JSONValue) -> Value?) -> Edit<Value> {
        switch json {
        case nil: .kept
        case .null?: .cleared
        case let json?: value(json).map { .set($0) } ?? .kept
        }
    }

    private func labelPrint() throws(LogDamage) -> LabelPrint {
        guard let template = string("template"), let printer = string("printer"), let job = integer("job"),
            let copies = integer("copies")
        else { throw incomplete }
        return LabelPrint(
            subject: try subject(),
            template: template,
            printer: printer,
            job: Int(job),
            copies: Int(copies),
            batch: integer("batch").map(PrintBatchNumber.init(rawValue:)),
            reason: texts[.reason],
            circumstances: try circumstances()
        )
    }

    private func circumstances() throws(LogDamage) -> PrintCircumstances {
        var overriders: [String: Principal] = [:]
        if case .object(let names)? = members["despiteBy"] {
            for name in names.sorted {
                guard let principal = name.value.string.flatMap({ Principal($0) }) else { throw incomplete }
                overriders[name.name] = principal
            }
        }
        return PrintCircumstances(
            despite: members["despite"]?.array?.compactMap(\.string) ?? [],
            overriders: overriders,
            mediaDoubt: string("mediaDoubt")
        )
    }

    private func pagePrint() throws(LogDamage) -> PagePrint {
        guard let template = string("template"), let printer = string("printer"), let job = integer("job"),
            let labels = integer("labels"), labels >= 0
        else { throw incomplete }
        return PagePrint(
            template: template,
            printer: printer,
            job: Int(clamping: job),
            labels: Int(clamping: labels),
            circumstances: try circumstances()
        )
    }

    private func labelApplication() throws(LogDamage) -> LabelApplication {
        guard let print = integer("print") else { throw incomplete }
        return LabelApplication(subject: try subject(), print: EntryNumber(rawValue: print))
    }

    private func supply() throws(LogDamage) -> SupplyName {
        guard let name = string("supply").flatMap({ SupplyName($0) }) else { throw incomplete }
        return name
    }

    private func units() throws(LogDamage) -> Int {
        guard let units = integer("units"), (0...Int64(SupplyEvent.most)).contains(units) else { throw incomplete }
        return Int(units)
    }

    private func documentAttachment() throws(LogDamage) -> DocumentAttachment {
        guard let hash = string("sha256").flatMap({ ContentHash($0) }), let bytes = integer("bytes"),
            let mediaType = string("mediaType"), let firstPage = integer("firstPage"), let pages = integer("pages")
        else { throw incomplete }
        return DocumentAttachment(
            subject: try subject(),
            hash: hash,
            bytes: bytes,
            mediaType: mediaType,
            firstPage: Int(firstPage),
            pages: Int(pages)
        )
    }

    private func documentMove() throws(LogDamage) -> DocumentMove {
        guard let origin = record("from") else { throw incomplete }
        return DocumentMove(
            subject: try subject(),
            origin: origin,
            document: try number("document"),
            reason: texts[.reason]
        )
    }

    private func correction() throws(LogDamage) -> Correction {
        guard let voids = integer("voids") else { throw incomplete }
        return Correction(voids: EntryNumber(rawValue: voids), subject: try subject(), reason: texts[.reason])
    }

    private func expungement(_ stage: Expungement.Stage) throws(LogDamage) -> Expungement {
        Expungement(subject: try subject(), stage: stage, order: texts[.order], reason: texts[.reason])
    }

    private func expunged() throws(LogDamage) -> Expungement.Stage {
        guard let request = integer("request"), let erased = integer("erased") else { throw incomplete }
        return .done(request: EntryNumber(rawValue: request), erased: Int(erased))
    }

    private func restriction() throws(LogDamage) -> Restriction {
        guard let from = string("from").flatMap(Restriction.Level.init(word:)),
            let to = string("to").flatMap(Restriction.Level.init(word:))
        else { throw incomplete }
        return Restriction(subject: try subject(), from: from, to: to, order: texts[.order], reason: texts[.reason])
    }

    private func logEvent() throws(LogDamage) -> LogEvent? {
        switch kind {
        case "clock-stepped-back":
            guard let microseconds = integer("microseconds") else { throw incomplete }
            return .clockSteppedBack(microseconds: microseconds)
        case "clock-stepped-forward":
            guard let microseconds = integer("microseconds") else { throw incomplete }
            return .clockSteppedForward(microseconds: microseconds)
        case "backed-up":
            guard let entries = integer("entries"), let sha256 = string("sha256") else { throw incomplete }
            return .backedUp(entries: entries, sha256: sha256)
        case "restored":
            guard let entries = integer("entries") else { throw incomplete }
            var abandoned: AbandonedHead?
            if let count = integer("abandonedEntries"), let root = string("abandonedRoot") {
                abandoned = AbandonedHead(entries: count, root: root)
            }
            let issued = (members["issued"]?.array ?? []).compactMap { barcode in
                barcode.string.flatMap { try? MintedBarcode(parsing: $0) }
            }
            return .restored(entries: entries, abandoned: abandoned, issued: issued, reason: texts[.reason])
        case "key-rotated":
            guard let new = string("newKey") else { throw incomplete }
            return .keyRotated(old: string("oldKey"), new: new, reason: texts[.reason])
        case "evidence-committed":
            guard let readings = integer("readings"), let readingsHash = string("readingsHash"),
                let accesses = integer("accesses"), let accessesHash = string("accessesHash")
            else { throw incomplete }
            return .evidenceCommitted(
                EvidenceHead(
                    readings: readings,
                    readingsHash: readingsHash,
                    accesses: accesses,
                    accessesHash: accessesHash
                )
            )
        default: return nil
        }
    }

    private var barcode: Barcode? { (string("barcode") ?? texts[.barcode]).flatMap { try? Barcode(parsing: $0) } }

    private func subject() throws(LogDamage) -> RecordID {
        guard let id = record("subject") else { throw incomplete }
        return id
    }

    private func placement(_ name: String) -> Placement? {
        guard case .object(let members) = members[name], let word = members["kind"]?.string else { return nil }
        return Placement(word: word, place: members["record"]?.integer.map(RecordID.init(rawValue:)))
    }

    private func record(_ name: String) -> RecordID? { integer(name).map(RecordID.init(rawValue:)) }

    private func string(_ name: String) -> String? { members[name]?.string }

    private func integer(_ name: String) -> Int64? { members[name]?.integer }

    private var incomplete: LogDamage { LogDamage("entry \(number) lacks what a \(kind) entry has") }
}
