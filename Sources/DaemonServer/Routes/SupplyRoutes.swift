import Circulation
import Localization
import Printing
import Settings
import Vocabulary
import Wire
import WireResources

/// Routes for printing supplies and their remaining amounts.
struct SupplyRoutes {
    let server: EndpointServer
    let circulation: Circulation
    let supplies: SupplyLevels

    var routes: [Route] {
        [
            server.serve(API.Supplies.list) { call in
                let onlyLow = try call.flag(API.Supplies.low)
                let lines = try await supplies.levels()
                return try Page(
                    of: lines.map { SupplyResource($0) }.filter { !onlyLow || $0.isLow },
                    by: \.supply,
                    for: call
                )
            },
            server.serve(API.Supplies.receive) { call, body in
                try await note(call) { .received($0, units: body.units) }
            },
            server.serve(API.Supplies.count) { call, body in
                try await note(call) { .counted($0, units: body.units) }
            },
        ]
    }

    private func note(_ call: Call, _ event: (SupplyName) -> SupplyEvent) async throws -> SupplyResource {
        let name = call.segment ?? ""
        guard let setting = supplies.configured.first(where: { $0.name.text == name }) else {
            let known = supplies.configured.map(\.name.text).joined(separator: ", ")
            let supply = name.prefix(60)
            let detail =
                known.isEmpty
                ? Message(
                    "cannot find the supply \(supply, "supply"): the configuration names none; write it under supplies"
                ) : Message("cannot find the supply \(supply, "supply"): the configuration knows \(known, "values")")
            throw RequestFailure(.notFound, detail)
        }
        try await circulation.note(event(setting.name), by: call.attribution, key: call.key)
        guard let line = try await supplies.levels().first(where: { $0.setting.name == setting.name }) else {
            throw RequestFailure(.internalError, Message("cannot find the supply again"))
        }
        return SupplyResource(line)
    }
}
