import Barcodes
import Circulation
import Hummingbird
import Records
import TransferLog
import Wire

/// Routes for the caller's rights, the access record and restrictions of records.
struct AccessRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            .get(API.access, access: .auditor, recordedAs: .record, work: .list, handle: list),
            .get(API.rights, handle: rights),
            .post("/v1/records/{barcode}/restriction", access: .supervisor, handle: restrict),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let cursor = try request.cursor()
        let barcode = try request.uri.queryParameters["of"].map {
            try Barcode(wire: String($0))
        }
        let lines = try await daemon.circulation(for: context).accesses(of: barcode, before: cursor, limit: limit)
        return try Response(Page(lines) { AccessResource($0) })
    }

    @Sendable private func rights(_ request: Request, _ context: PeerContext) async throws -> Response {
        let settings = daemon.roles.settings
        let groups = settings.groups.map { ($0.key.rawValue, $0.value) }
        return try Response(
            RightsResource(
                principal: context.peer.principal.description,
                roles: Role.allCases.filter(context.rights.roles.contains).map(\.rawValue),
                levels: AccessLevel.allCases.filter { context.rights.objection(to: $0) == nil }.map(\.rawValue),
                groups: Dictionary(uniqueKeysWithValues: groups),
                separateDuties: settings.separatesDuties
            )
        )
    }

    @Sendable private func restrict(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(RestrictionRequest.self, from: context.peer)
        let order = try body.order.map { try FreeText(wire: $0, field: "order") }
        let reason = try FreeText(wire: body.reason, field: "reason")
        let circulation = daemon.circulation(for: context)
        let attribution = Attribution(principal: context.peer.principal)
        let level: Restriction.Level
        switch body.level {
        case "open": level = .open
        case "restricted": level = .restricted
        case "sealed": level = .sealed
        case "unsealed":
            let line = try await circulation.unseal(
                try context.barcode(),
                order: order,
                reason: reason,
                by: attribution,
                key: key
            )
            return try Response(EntryResource(line))
        default:
            let detail = "cannot restrict it so: level is open, restricted, sealed or unsealed"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        let line = try await circulation.restrict(
            try context.barcode(),
            to: level,
            order: order,
            reason: reason,
            by: attribution,
            key: key
        )
        return try Response(EntryResource(line))
    }
}

extension AccessResource {
    fileprivate init(_ line: AccessLine) {
        let access = line.stored.access
        self.init(
            number: line.stored.number,
            at: access.at.rfc3339,
            principal: access.principal.description,
            roles: Role.allCases.filter(access.roles.contains).map(\.rawValue),
            act: access.act.rawValue,
            route: access.route,
            barcode: line.record?.barcode.text,
            level: access.level.map { "\($0)" },
            outcome: access.isGranted ? "granted" : "refused",
            detail: access.detail
        )
    }
}
