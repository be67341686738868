import Barcodes
import Circulation
import Hummingbird
import Records
import TransferLog
import Wire

/// Routes that change the title or barcode of a record, or expunge it.
struct ChangeRoutes {
    private let circulation: @Sendable (PeerContext) -> Circulation
    private let documents: DocumentStore
    private let backups: BackupKeeper

    init(_ daemon: DaemonParts) {
        circulation = daemon.circulation(for:)
        documents = daemon.documents
        backups = daemon.backups
    }

    var routes: [Route] {
        [
            .post("/v1/records/{barcode}/changes", access: .clerk, handle: change),
            .post("/v1/records/{barcode}/labels", access: .clerk, handle: label),
            .post("/v1/records/{barcode}/expungement", access: .supervisor, handle: requestExpungement),
            .post("/v1/records/{barcode}/expungement/approval", access: .supervisor, handle: expunge),
        ]
    }

    @Sendable private func change(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(ChangeRequest.self, from: context.peer)
        let line = try await circulation(context).change(
            try context.barcode(),
            try RecordChange(body),
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(RecordResource(line))
    }

    @Sendable private func label(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(LabellingRequest.self, from: context.peer)
        let role: Labelling.Role
        switch body.role ?? "primary" {
        case "primary": role = .primary
        case "alias": role = .alias
        default:
            let detail = "cannot give a barcode that role: it is primary or alias"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        let line = try await circulation(context).label(
            try context.barcode(),
            with: try body.barcode.map { try Barcode(wire: $0) },
            role: role,
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(RecordResource(line))
    }

    @Sendable private func requestExpungement(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(ExpungementRequest.self, from: context.peer)
        let line = try await circulation(context).requestExpungement(
            of: try context.barcode(),
            order: try FreeText(wire: body.order, field: "order"),
            reason: try FreeText(wire: body.reason, field: "reason"),
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(EntryResource(line))
    }

    @Sendable private func expunge(_ request: Request, _ context: PeerContext) async throws -> Response {
        let barcode = try context.barcode()
        let line = try await circulation(context).expunge(
            barcode,
            by: Attribution(principal: context.peer.principal),
            key: try request.key(of: context.peer)
        )
        // A repeated request continues where an earlier one was interrupted.
        // A record with a foreign barcode gets a minted one when it is expunged, so the subject's barcode comes
        // first.
        let own = line.subject?.barcode ?? barcode
        let hashes = try await circulation(context).unattached(try await circulation(context).documentHashes(of: own))
        let documents = documents
        try await BlockingWork.run { for hash in hashes { try documents.remove(hash) } }
        try await backups.forget()
        return try Response(EntryResource(line))
    }
}

extension RecordChange {
    fileprivate init(_ body: ChangeRequest) throws {
        let cleared = Set(body.clear ?? [])
        guard cleared.isSubset(of: ["title", "home", "parent"]) else {
            let detail = "cannot clear that: clear names title, home or parent"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        self.init(
            title: try Self.edit(body.title, cleared.contains("title")) { try FreeText(wire: $0, field: "title") },
            kind: try body.kind.map { try RecordKind(wire: $0) },
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
            throw Problem(.invalidRequest, status: 400, detail: "cannot both set and clear the same field")
        }
    }
}
