import Barcodes
import Circulation
import Vocabulary
import Wire
import WireResources

/// Routes that register, list and show entities; each entity type has its own path.
struct EntityRoutes {
    let server: EndpointServer

    var routes: [Route] {
        routes(API.Entities.containers, of: .container) + routes(API.Entities.custodians, of: .custodian)
            + routes(API.Entities.items, of: .item) + routes(API.Entities.locations, of: .location)
    }

    private func routes(_ requests: API.Entities, of type: EntityType) -> [Route] {
        [
            server.serve(requests.list) { call in
                let lines = try await call.circulation.entities(
                    of: type,
                    after: try call.cursor().map(EntityID.init(rawValue:)),
                    limit: try call.limit()
                )
                return Page(lines) { EntityResource($0) }
            },
            server.serve(requests.create) { call, body in
                let new = try NewEntity(type, body)
                return EntityResource(try await call.circulation.register(new, by: call.attribution, key: call.key))
            },
            server.serve(requests.show) { call in
                let barcode = try call.barcode()
                let line = try await call.circulation.entity(barcode)
                guard line.entity.type == type else {
                    let detail = "cannot find the \(type.rawValue) \(barcode): it is a \(line.entity.kind)"
                    throw Problem(.notFound, detail: detail)
                }
                return EntityResource(line)
            },
        ]
    }
}

extension NewEntity {
    fileprivate init(_ type: EntityType, _ body: NewEntityRequest) throws {
        let (own, other) = type.isMovable ? ("title", "name") : ("name", "title")
        guard (type.isMovable ? body.name : body.title) == nil else {
            let detail = "cannot register a \(type.rawValue) with a \(other): it has a \(own)"
            throw Problem(.invalidRequest, detail: detail)
        }
        self.init(
            type: type,
            kind: try body.kind.map { try EntityKind(wire: $0) },
            title: try (body.name ?? body.title).map { try FreeText(wire: $0, field: own) },
            barcode: try body.barcode.map { try Barcode(wire: $0) },
            home: try body.home.map { try Barcode(wire: $0) },
            parent: try body.parent.map { try Barcode(wire: $0) }
        )
    }
}
