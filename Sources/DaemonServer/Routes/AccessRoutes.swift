import Barcodes
import Circulation
import DaemonServices
import Localization
import Settings
import TransferLog
import Vocabulary
import Wire
import WireResources

/// Routes for the caller's rights, the access record and restrictions of entities.
struct AccessRoutes {
    let server: EndpointServer
    let roles: RoleBook

    var routes: [Route] {
        [
            server.serve(API.Access.list, recordedAs: .record) { call in
                let lines = try await call.circulation.accesses(
                    of: try call[API.Access.of].map { try Barcode(wire: $0) },
                    before: try call.cursor(),
                    limit: try call.limit()
                )
                return Page(lines) { AccessResource($0) }
            },
            server.serve(API.Access.rights) { call in rights(of: call.context) },
            server.serve(API.Restrictions.restrict) { call, body in
                EntryResource(try await restrict(try call.barcode(), body, call))
            },
        ]
    }

    private func rights(of context: PeerContext) -> RightsResource {
        let settings = roles.settings
        let groups = settings.groups.map { ($0.key.rawValue, $0.value) }
        return RightsResource(
            principal: context.peer.principal.description,
            roles: Role.allCases.filter(context.rights.roles.contains).map(\.rawValue),
            levels: AccessLevel.allCases.filter { context.rights.objection(to: $0) == nil }.map(\.rawValue),
            groups: Dictionary(uniqueKeysWithValues: groups),
            separateDuties: settings.separatesDuties
        )
    }

    private func restrict(_ barcode: Barcode, _ body: RestrictionRequest, _ call: Call) async throws -> EntrySummary {
        let order = try body.order.map { try FreeText(wire: $0, field: "order") }
        let reason = try FreeText(wire: body.reason, field: "reason")
        let level: Restriction.Level
        switch body.level {
        case "open": level = .open
        case "restricted": level = .restricted
        case "sealed": level = .sealed
        case "unsealed":
            return try await call.circulation.unseal(
                barcode,
                order: order,
                reason: reason,
                by: call.attribution,
                key: call.key
            )
        default:
            let detail = Message("cannot restrict it so: level is open, restricted, sealed or unsealed")
            throw RequestFailure(.invalidRequest, detail)
        }
        return try await call.circulation.restrict(
            barcode,
            to: level,
            order: order,
            reason: reason,
            by: call.attribution,
            key: call.key
        )
    }
}

extension AccessResource {
    fileprivate init(_ line: AccessSummary) {
        let access = line.stored.access
        self.init(
            number: line.stored.number,
            at: access.at.rfc3339,
            principal: access.principal.description,
            roles: Role.allCases.filter(access.roles.contains).map(\.rawValue),
            act: access.act.rawValue,
            route: access.route,
            barcode: line.entity?.barcode.text,
            level: access.level.map { "\($0)" },
            outcome: access.isGranted ? "granted" : "refused",
            detail: access.detail
        )
    }
}
