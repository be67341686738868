import Barcodes
import Circulation
import Foundation
import HTTPTypes
import Testing
import TransferLog
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices

/// Two shelves, a crate on the first, a box in the crate, two folders in the box and one beside the crate; everything is
/// asked through the routes.
struct SealWorld {
    let parts: DaemonParts
    let asking: Asking
    let shelf: String
    let other: String
    let ann: String
    let crate: String
    let box: String
    let folder: String
    let second: String
    let loose: String

    static let order = "26-CR-7"
    static let supervisor = Set([Role.supervisor])
    static let clerk = Set([Role.clerk])

    static func with(
        settings: CirculationSettings = CirculationSettings(),
        _ body: (SealWorld) async throws -> Void
    ) async throws {
        try await ScratchDaemon.with(settings: settings) { parts in
            let asking = Asking(parts)
            func add(
                _ noun: String,
                _ title: String,
                in parent: String? = nil,
                home: String? = nil
            ) async throws -> String {
                var body = [noun == "locations" || noun == "custodians" ? "name" : "title": title]
                body["parent"] = parent
                body["home"] = home
                let answer = try await asking.ask(.post, "/v1/\(noun)", as: clerk, body: try json(body))
                try #require(answer.status == 201, "\(answer.text)")
                return try #require(try object(answer)["barcode"] as? String)
            }
            let shelf = try await add("locations", "Shelf A")
            let other = try await add("locations", "Shelf B")
            let ann = try await add("custodians", "Ann")
            let crate = try await add("containers", "Crate of Zebra", in: shelf)
            let box = try await add("containers", "Box of Yak", in: crate)
            let world = SealWorld(
                parts: parts,
                asking: asking,
                shelf: shelf,
                other: other,
                ann: ann,
                crate: crate,
                box: box,
                folder: try await add("items", "Matter of Xerus", in: box, home: shelf),
                second: try await add("items", "Matter of Wombat", in: box),
                loose: try await add("items", "Open matter", in: shelf, home: shelf)
            )
            try await body(world)
            #expect(try await parts.log.verify().problems == [])
            try await parts.log.rebuild()
            #expect(try await parts.log.verify().problems == [])
        }
    }

    func get(_ path: String, as roles: Set<Role> = clerk) async throws -> Asking.Answer {
        try await asking.ask(.get, path, as: roles)
    }

    func post(_ path: String, _ body: [String: Any], as roles: Set<Role> = supervisor) async throws -> Asking.Answer {
        try await asking.ask(.post, path, as: roles, body: try Self.json(body))
    }

    func seal(_ barcode: String, order: String = order) async throws -> Asking.Answer {
        try await post(
            "/v1/entities/\(barcode)/restriction",
            ["level": "sealed", "order": order, "reason": "by order"]
        )
    }

    func unseal(_ barcode: String, order: String = "26-CR-8") async throws -> Asking.Answer {
        try await post(
            "/v1/entities/\(barcode)/restriction",
            ["level": "unsealed", "order": order, "reason": "by order"]
        )
    }

    func move(_ barcodes: [String], to place: String, as roles: Set<Role> = supervisor) async throws -> Asking.Answer {
        try await post("/v1/moves", ["barcodes": barcodes, "to": place], as: roles)
    }

    /// Seals as versions before this one did: by a change, without an order.
    func sealByChange(_ barcode: String, _ isSealed: Bool = true) async throws {
        try await parts.log.write { transaction in
            let entity = try #require(try transaction.view.entity(barcode: try Barcode(parsing: barcode)))
            let conditions = ConditionChange(isSealed: .set(isSealed))
            try transaction.append(
                .changed(Change(subject: entity.id, conditions: conditions)),
                by: Attribution(principal: .user(1_000))
            )
        }
    }

    /// How many orders the list says there are, and the things that it shows.
    func orders(_ query: String, as roles: Set<Role> = supervisor) async throws -> [String] {
        let page = try Self.object(try await get("/v1/orders" + query, as: roles))
        let rows = try #require(page["items"] as? [[String: Any]])
        return ["\(page["total"] as? Int ?? -1)"] + rows.compactMap { $0["barcode"] as? String }
    }

    func entries() async throws -> Int64 { try await parts.log.read { try $0.newestEntry()?.rawValue ?? 0 } }

    /// Whether the clerk finds the thing, where a supervisor always does.
    func isFound(_ barcode: String) async throws -> Bool {
        #expect(try await get("/v1/where/\(barcode)", as: Self.supervisor).status == 200)
        return try await get("/v1/where/\(barcode)").status == 200
    }

    static func json(_ body: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
    }

    static func object(_ answer: Asking.Answer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }
}
