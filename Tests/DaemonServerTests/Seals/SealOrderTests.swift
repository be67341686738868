import Barcodes
import Circulation
import Foundation
import HTTPTypes
import Testing
import TransferLog
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices

/// There is one seal, by order; those who may know of the thing may read the order.
@Suite struct SealOrderTests {
    /// A change sets no seal: it says how, and writes nothing.
    @Test(arguments: [true, false]) func aChangeNeitherSealsNorUnseals(isSealed: Bool) async throws {
        try await SealWorld.with { world in
            #expect(try await world.seal(world.folder).status == 200)
            let before = try await world.entries()
            for roles in [SealWorld.supervisor, [.administrator]] {
                let path = "/v1/entities/\(world.folder)/changes"
                let refused = try await world.post(path, ["title": "x", "conditions": ["sealed": isSealed]], as: roles)
                #expect(refused.status == 400 && refused.text.contains("order"), "\(refused.text)")
            }
            #expect(try await world.entries() == before)
            #expect(try await !world.isFound(world.folder))
        }
    }

    @Test(arguments: ["sealed", "unsealed"]) func aSealIsSetAndLiftedByOrderOnly(level: String) async throws {
        try await SealWorld.with { world in
            if level == "unsealed" { #expect(try await world.seal(world.folder).status == 200) }
            let before = try await world.entries()
            let path = "/v1/entities/\(world.folder)/restriction"
            let refused = try await world.post(path, ["level": level, "reason": "r"])
            #expect(refused.status == 422 && refused.text.contains("order-missing"), "\(refused.text)")
            #expect(try await world.entries() == before)
        }
    }

    /// A seal that an earlier version set without an order is a seal, and is lifted.
    @Test func aSealWithoutAnOrderIsASeal() async throws {
        try await SealWorld.with { world in
            try await world.sealByChange(world.crate)
            for thing in [world.crate, world.box, world.folder] { #expect(try await !world.isFound(thing)) }
            let shown = try await world.get("/v1/containers/\(world.crate)", as: SealWorld.supervisor)
            let orders = try #require(try SealWorld.object(shown)["orders"] as? [[String: Any]])
            #expect(orders.map { $0["kind"] as? String } == ["seal"])
            #expect(orders.first?["order"] is NSNull && orders.first?["by"] as? String == "uid:1000")
            let history = try await world.get("/v1/history/\(world.crate)", as: SealWorld.supervisor)
            #expect(history.text.contains("sealed, no order recorded"), "\(history.text)")
            // It can be given its order.
            #expect(try await world.seal(world.crate).status == 200)
            #expect(try await world.get("/v1/orders", as: SealWorld.supervisor).text.contains(SealWorld.order))
            #expect(try await world.unseal(world.crate).status == 200)
            for thing in [world.crate, world.box, world.folder] { #expect(try await world.isFound(thing)) }
            try await world.sealByChange(world.folder)
            #expect(try await world.unseal(world.folder).status == 200)
            #expect(try await world.isFound(world.folder))
        }
    }

    /// What was restricted before it was sealed is restricted again when the seal is lifted.
    @Test func liftingASealDisclosesNoMoreThanBefore() async throws {
        try await SealWorld.with { world in
            let path = "/v1/entities/\(world.folder)/restriction"
            #expect(try await world.post(path, ["level": "restricted", "reason": "juvenile"]).status == 200)
            #expect(try await world.seal(world.folder).status == 200)
            // The restriction is not the way around the order.
            for level in ["open", "restricted"] {
                let refused = try await world.post(path, ["level": level, "order": "26-CR-8", "reason": "r"])
                #expect(refused.status == 422 && refused.text.contains("unseal"), "\(refused.text)")
            }
            let lifted = try await world.unseal(world.folder)
            #expect(try SealWorld.object(lifted)["kind"] as? String == "unsealed")
            #expect(try await world.get("/v1/where/\(world.folder)", as: [.reader]).status == 404)
            #expect(try await world.isFound(world.folder))
        }
    }

    /// The order stands wherever the thing does, for those who may know of it.
    @Test func theOrderIsDisplayed() async throws {
        try await SealWorld.with { world in
            #expect(try await world.seal(world.crate).status == 200)
            let hold = try await world.post(
                "/v1/holds",
                ["barcode": world.folder, "order": "26-CV-11", "reason": "pending suit"]
            )
            #expect(hold.status == 201)
            for path in [
                "/v1/containers/\(world.crate)", "/v1/items/\(world.folder)", "/v1/history/\(world.crate)",
                "/v1/orders",
            ] {
                let text = try await world.get(path, as: SealWorld.supervisor).text
                #expect(text.contains(SealWorld.order), "\(path): \(text)")
                #expect(try await !world.get(path).text.contains(SealWorld.order))
            }
            for path in ["/v1/items/\(world.folder)", "/v1/history/\(world.folder)", "/v1/holds", "/v1/orders"] {
                let text = try await world.get(path, as: SealWorld.supervisor).text
                #expect(text.contains("26-CV-11") && text.contains("pending suit"), "\(path): \(text)")
            }
            // What covers a folder is said of it, with the box that is sealed.
            let shown = try SealWorld.object(
                try await world.get("/v1/items/\(world.folder)", as: SealWorld.supervisor)
            )
            let orders = try #require(shown["orders"] as? [[String: Any]])
            #expect(orders.map { $0["kind"] as? String } == ["hold", "seal"])
            #expect(orders.map { $0["barcode"] as? String } == [world.folder, world.crate])
            #expect(orders.last?["by"] as? String == "uid:4711" && orders.last?["since"] is String)
        }
    }

    /// An order is a text about people: an expungement removes it everywhere.
    @Test func anExpungementRemovesTheOrder() async throws {
        try await SealWorld.with { world in
            #expect(try await world.seal(world.folder, order: "26-JV-4711").status == 200)
            let path = "/v1/entities/\(world.folder)/expungement"
            #expect(try await world.post(path, ["order": "26-EX-1", "reason": "r"]).status == 200)
            _ = try await world.parts.circulation.expunge(
                Barcode(parsing: world.folder),
                by: Attribution(principal: .user(1_001))
            )
            for path in ["/v1/orders", "/v1/history/\(world.folder)", "/v1/items/\(world.folder)"] {
                let answer = try await world.get(path, as: SealWorld.supervisor)
                #expect(answer.status == 200 && !answer.text.contains("26-JV-4711"), "\(path): \(answer.text)")
            }
        }
    }

    /// Which things are sealed, restricted and held, by which order, with how many there are.
    @Test func theListOfOrdersIsWholeAndSaysHowManyThereAre() async throws {
        try await SealWorld.with { (world: SealWorld) async throws in
            #expect(try await world.seal(world.crate).status == 200)
            #expect(try await world.seal(world.second).status == 200)
            #expect(try await world.seal(world.loose, order: "26-CR-70").status == 200)
            #expect(try await world.post("/v1/holds", ["barcode": world.shelf, "order": "o"]).status == 400)
            #expect(try await world.post("/v1/holds", ["barcode": world.box, "order": "26-CV-1"]).status == 201)
            #expect(try await world.orders("") == ["4", world.crate, world.second, world.loose, world.box])
            #expect(try await world.orders("?order=26-CR-7") == ["2", world.crate, world.second])
            #expect(try await world.orders("?kind=hold") == ["1", world.box])
            #expect(try await world.orders("?kind=seal&limit=2") == ["3", world.crate, world.second])
            #expect(try await world.orders("", as: SealWorld.clerk) == ["0"])
            #expect(try await world.unseal(world.second).status == 200)
            #expect(try await world.orders("?order=26-CR-7") == ["1", world.crate])
            #expect(try await world.get("/v1/orders?kind=x", as: SealWorld.supervisor).status == 400)
        }
    }

    /// A box that holds something concealed leaves only with a supervisor's consent, and the refusal discloses nothing.
    @Test(arguments: ["seal", "hold", "rooms", "roles"]) func refusalsNameNothingHidden(bond: String) async throws {
        try await SealWorld.with { world in
            switch bond {
            case "hold":
                let hold = ["barcode": world.folder, "order": "26-CV-1"]
                #expect(try await world.post("/v1/holds", hold).status == 201)
            case "rooms", "roles":
                let conditions: [String: Any] = bond == "rooms" ? ["rooms": [world.shelf]] : ["roles": ["judge"]]
                let path = "/v1/entities/\(world.folder)/changes"
                #expect(try await world.post(path, ["conditions": conditions]).status == 200)
            default: break
            }
            #expect(try await world.seal(world.folder).status == 200)
            let (path, body): (String, [String: Any]) =
                bond == "rooms"
                ? ("/v1/moves", ["barcodes": [world.crate], "to": world.other])
                : ("/v1/charge-outs", ["barcodes": [world.crate], "to": world.ann])
            let refused = try await world.post(path, body, as: SealWorld.clerk)
            #expect(refused.status == 422 && refused.text.contains("supervisor"), "\(refused.text)")
            for mark in [world.folder, "seal", "held", "hold", "room", "judge"] {
                #expect(!refused.text.contains(mark), "\(mark): \(refused.text)")
            }
            let told = try await world.post(path, body)
            #expect(told.status == 422 && told.text.contains(world.folder), "\(told.text)")
        }
    }
}
