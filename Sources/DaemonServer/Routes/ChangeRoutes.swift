import Barcodes
import Circulation
import Intake
import Localization
import Safekeeping
import TransferLog
import Vocabulary
import Wire
import WireResources

/// Routes that change the title or barcode of an entity, correct an entry, or expunge an entity.
struct ChangeRoutes {
    let server: EndpointServer
    let backups: BackupKeeper
    let documents: DocumentStore

    var routes: [Route] {
        [
            server.serve(API.Changes.change) { call, body in
                EntityResource(
                    try await call.circulation.change(
                        try call.barcode(),
                        try EntityChange(body),
                        by: call.attribution,
                        key: call.key
                    )
                )
            },
            server.serve(API.Changes.label) { call, body in
                EntityResource(
                    try await call.circulation.label(
                        try call.barcode(),
                        with: try body.barcode.map { try Barcode(wire: $0) },
                        role: try Labelling.Role(wire: body.role),
                        by: call.attribution,
                        key: call.key
                    )
                )
            },
            server.serve(API.Changes.correct) { call, body in
                EntryResource(
                    try await call.circulation.correct(
                        EntryNumber(rawValue: body.entry),
                        reason: try FreeText(wire: body.reason, field: "reason"),
                        by: call.attribution,
                        key: call.key
                    )
                )
            },
            server.serve(API.Expungement.propose) { call, body in
                EntryResource(
                    try await call.circulation.requestExpungement(
                        of: try call.barcode(),
                        order: try FreeText(wire: body.order, field: "order"),
                        reason: try FreeText(wire: body.reason, field: "reason"),
                        by: call.attribution,
                        key: call.key
                    )
                )
            },
            server.serve(API.Expungement.approve) { call in EntryResource(try await expunge(call)) },
        ]
    }

    private func expunge(_ call: Call) async throws -> EntrySummary {
        let barcode = try call.barcode()
        let circulation = call.circulation
        let line = try await circulation.expunge(barcode, by: call.attribution, key: call.key)
        // A repeated request continues where an earlier one was interrupted.
        // An entity with a foreign barcode gets a minted one when it is expunged, so the subject's barcode comes
        // first.
        let own = line.subject?.barcode ?? barcode
        let hashes = try await circulation.unattached(try await circulation.documentHashes(of: own))
        try await BlockingWork.run { for hash in hashes { try documents.remove(hash) } }
        try await backups.forget()
        return line
    }
}

extension Labelling.Role {
    fileprivate init(wire text: String?) throws(RequestFailure) {
        switch text ?? "primary" {
        case "primary": self = .primary
        case "alias": self = .alias
        default:
            let detail = Message("cannot give a barcode that role: it is primary or alias")
            throw RequestFailure(.invalidRequest, detail)
        }
    }
}

extension EntityChange {
    fileprivate init(_ body: ChangeRequest) throws {
        let cleared = Set(body.clear ?? [])
        guard cleared.isSubset(of: ["title", "home", "parent"]) else {
            let detail = Message("cannot clear that: clear names title, home or parent")
            throw RequestFailure(.invalidRequest, detail)
        }
        self.init(
            title: try Self.edit(body.title, cleared.contains("title")) { try FreeText(wire: $0, field: "title") },
            kind: try body.kind.map { try EntityKind(wire: $0) },
            home: try Self.edit(body.home, cleared.contains("home")) { try Barcode(wire: $0) },
            parent: try Self.edit(body.parent, cleared.contains("parent")) { try Barcode(wire: $0) },
            conditions: try body.conditions.map { try NewConditions($0) } ?? .none
        )
    }

    private static func edit<Value>(
        _ text: String?,
        _ isCleared: Bool,
        _ value: (String) throws -> Value
    ) throws -> Edit<Value> {
        switch (text, isCleared) {
        case (nil, false): return .kept
        case (nil, true): return .cleared
        case (let text?, false): return .set(try value(text))
        case (_?, true):
            throw RequestFailure(.invalidRequest, Message("cannot both set and clear the same field"))
        }
    }
}
