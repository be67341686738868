import Barcodes
package import Circulation
package import DaemonServices
package import Intake
package import Localization
import Printing
package import Settings
import Stations
import TransferLog
package import Vocabulary
package import Wire

// Conversions of stations, charge-outs and conditions to their wire form.

extension StationResource {
    /// - Parameter localizer: the language of the station.
    package init(_ state: StationState, in localizer: Localizer) {
        let line = state.summary
        let session = line.session
        var clerk: StationClerkResource?
        if let entity = line.clerk, let expires = line.clerkExpires {
            clerk = StationClerkResource(
                barcode: entity.barcode.text,
                name: entity.name,
                since: (session.signedInAt ?? session.touchedAt).rfc3339,
                expires: expires.rfc3339
            )
        }
        self.init(
            station: line.station.text,
            clerk: clerk,
            signIn: line.settings.needsSignIn,
            returns: line.settings.returns,
            context: StationContextResource(line),
            armed: session.armed?.word,
            readings: line.answered.map { StationReadingResource($0, in: localizer) },
            earlierReadings: line.hasEarlier,
            scanners: state.scanners.map { ScannerResource($0) },
            queue: line.waiting,
            lowSupplies: state.lowSupplies.map { SupplyResource($0) },
            // A station's screen is public, so that it shows no names of files.
            folderTroubles: state.folderTroubles.map { folder in
                FolderTroubleResource(folder.trouble, of: folder.configuration, showsNames: false, in: localizer)
            },
            unprinted: line.unprinted.map { StationReadingResource($0, in: localizer) }
        )
    }
}

extension ScannerResource {
    package init(_ handheld: ScannerRoster.Handheld) {
        self.init(
            scanner: handheld.scanner,
            name: handheld.name,
            station: handheld.station,
            state: handheld.state
        )
    }
}

extension ScannerEventResource {
    package init(_ notice: ScannerNotice, in localizer: Localizer) {
        self.init(
            scanner: notice.scanner,
            station: notice.station,
            kind: notice.kind,
            message: localizer.text(of: notice.message)
        )
    }
}

extension FolderTroubleResource {
    /// `showsNames` is whether the caller may see file names, which may contain names of people.
    package init(
        _ trouble: FolderTrouble,
        of folder: DropFolderConfiguration,
        showsNames: Bool,
        in localizer: Localizer
    ) {
        self.init(
            device: folder.device,
            folder: folder.path,
            kind: trouble.kind.rawValue,
            state: trouble.severity.rawValue,
            message: localizer.text(of: trouble.message),
            remedy: localizer.text(of: trouble.remedy),
            since: trouble.since.rfc3339,
            count: trouble.count,
            complete: trouble.isComplete,
            names: showsNames ? trouble.names.map { localizer.text(of: $0) } : []
        )
    }
}

extension StationContextResource {
    fileprivate init(_ line: StationSummary) {
        let isOpen = line.session.context != .closed
        self.init(
            state: line.session.context.word,
            barcode: line.place?.barcode.text ?? line.list?.barcode.text,
            name: line.placeName,
            giver: line.giver?.barcode.text,
            giverName: line.giver?.name,
            since: isOpen ? line.session.openedAt.rfc3339 : nil,
            expires: line.contextExpires?.rfc3339,
            counted: line.counted,
            expected: line.expected
        )
    }
}

extension StationReadingResource {
    fileprivate init(_ answered: StationSummary.Answered, in localizer: Localizer) {
        self.init(
            reading: answered.reply.reading.rawValue,
            at: answered.stored.occurredAt.rfc3339,
            verdict: answered.reply.verdict.rawValue,
            kind: answered.reply.kind,
            message: localizer.text(of: Message(verbatim: answered.reply.message)),
            code: answered.code,
            barcode: answered.entity?.barcode.text,
            entry: answered.reply.entries?.upperBound.rawValue
        )
    }
}

extension ChargeOutResource {
    package init(_ line: ChargeOutSummary) {
        self.init(
            barcode: line.entity.barcode.text,
            kind: line.entity.kind.name,
            title: line.entity.title,
            custodian: line.custodian?.barcode.text,
            custodianName: line.custodian?.name ?? "somebody",
            since: line.chargeOut.since.rfc3339,
            due: line.chargeOut.due?.rfc3339,
            overdue: line.isOverdue,
            renewals: line.chargeOut.renewals,
            entry: line.chargeOut.entry.rawValue
        )
    }
}

extension TransitResource {
    package init(_ line: TransitSummary) {
        self.init(
            barcode: line.entity.barcode.text,
            kind: line.entity.kind.name,
            title: line.entity.title,
            from: line.sender?.barcode.text,
            to: line.recipient?.barcode.text,
            since: line.transit.since.rfc3339,
            late: line.isLate,
            entry: line.transit.entry.rawValue
        )
    }
}

extension ConditionsResource {
    package init(_ conditions: Conditions, rooms: [String]) {
        self.init(
            closed: conditions.isClosed,
            capacity: conditions.capacity,
            roles: conditions.roles.map(\.name),
            rooms: rooms,
            series: conditions.series?.name
        )
    }
}

extension NewConditions {
    /// Reads the conditions that a request changes.
    ///
    /// - Throws: ``RequestFailure`` that names the invalid condition.
    package init(_ body: NewConditionsRequest) throws {
        guard body.sealed == nil else {
            let detail = Message(
                "cannot seal or unseal by a change: POST /v1/entities/{{barcode}}/restriction with the level sealed or "
                    + "unsealed and the order"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        self.init(
            isClosed: body.closed.map { .set($0) } ?? .kept,
            capacity: try body.capacity.map(Self.capacity) ?? .kept,
            roles: try Self.edit(body.roles) { try EntityKind(wire: $0) },
            rooms: try Self.edit(body.rooms) { try Barcode(wire: $0) },
            series: try body.series.map { $0.isEmpty ? .cleared : .set(try EntityKind(wire: $0)) } ?? .kept
        )
    }

    /// A maximum number of items or containers; -1 removes the limit.
    private static func capacity(_ number: Int) throws -> Edit<Int> {
        guard number >= -1 else {
            let detail = Message(
                "cannot limit it to \(number, "number"): say how many things may lie there, or -1 for as many as fit"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        return number < 0 ? .cleared : .set(number)
    }

    private static func edit<Value>(_ texts: [String]?, _ value: (String) throws -> Value) throws -> Edit<[Value]> {
        guard let texts else { return .kept }
        return texts.isEmpty ? .cleared : .set(try texts.map(value))
    }
}
