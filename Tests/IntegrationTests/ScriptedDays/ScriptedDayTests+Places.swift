import DaemonClient
import TestSupport
import Wire

extension ScriptedDayTests {
    static func configuration(of day: ScriptedDay) -> String {
        let stations = day.returns.map { "  - name: \($0.key)\n    location: \($0.value)\n    returns: true\n" }
        return "registerOnFirstScan: false\nstations:\n" + stations.joined()
    }

    /// Tells the daemon of everything that the day needs.
    static func register(_ day: ScriptedDay, in bed: DaemonBed) async throws {
        let client = DaemonClient(socketPath: bed.socket)
        for thing in day.things {
            switch thing.sort {
            case "place":
                let request = NewEntityRequest(name: thing.rest, barcode: thing.barcode)
                _ = try await client.ask(API.Entities.locations.create, request)
            case "person":
                let request = NewEntityRequest(name: thing.rest, barcode: thing.barcode)
                _ = try await client.ask(API.Entities.custodians.create, request)
            case "clerk":
                let request = NewEntityRequest(name: thing.rest, kind: "clerk", barcode: thing.barcode)
                _ = try await client.ask(API.Entities.custodians.create, request)
            case "box":
                let request = NewEntityRequest(title: nil, barcode: thing.barcode, home: thing.rest)
                _ = try await client.ask(API.Entities.containers.create, request)
            default:
                let request = NewEntityRequest(title: nil, barcode: thing.barcode, home: thing.rest)
                _ = try await client.ask(API.Entities.items.create, request)
            }
        }
        await client.close()
    }
}
