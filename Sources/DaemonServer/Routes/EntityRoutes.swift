import Barcodes
import Circulation
import Localization
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
                    throw RequestFailure(.notFound, type.mismatch(barcode, of: line.entity.kind))
                }
                return EntityResource(line)
            },
        ]
    }
}

extension EntityType {
    /// The message that a barcode belongs to an entity of another type.
    fileprivate func mismatch(_ barcode: Barcode, of kind: EntityKind) -> Message {
        switch self {
        case .container: Message("cannot find the container \(barcode, "item"): it is a \(kind, "kind")")
        case .custodian: Message("cannot find the custodian \(barcode, "item"): it is a \(kind, "kind")")
        case .item: Message("cannot find the item \(barcode, "item"): it is a \(kind, "kind")")
        case .location: Message("cannot find the location \(barcode, "item"): it is a \(kind, "kind")")
        }
    }

    /// The message that a request gives a name to what has a title, or the reverse.
    fileprivate var refusalOfOtherName: Message {
        switch self {
        case .container: Message("cannot register a container with a name: it has a title")
        case .custodian: Message("cannot register a custodian with a title: it has a name")
        case .item: Message("cannot register an item with a name: it has a title")
        case .location: Message("cannot register a location with a title: it has a name")
        }
    }
}

extension NewEntity {
    fileprivate init(_ type: EntityType, _ body: NewEntityRequest) throws {
        guard (type.isMovable ? body.name : body.title) == nil else {
            throw RequestFailure(.invalidRequest, type.refusalOfOtherName)
        }
        self.init(
            type: type,
            kind: try body.kind.map { try EntityKind(wire: $0) },
            title: try (body.name ?? body.title).map {
                try FreeText(wire: $0, field: type.isMovable ? "title" : "name")
            },
            barcode: try body.barcode.map { try Barcode(wire: $0) },
            home: try body.home.map { try Barcode(wire: $0) },
            parent: try body.parent.map { try Barcode(wire: $0) }
        )
    }
}
