import Barcodes
import Circulation
import Foundation
import HTTPTypes
import Testing
import Vocabulary
import Wire

@testable import DaemonServer
@testable import DaemonServices

/// A value in a query means what was percent-encoded once (RFC 3986, section 2.4), whatever characters it has.
@Suite struct QueryValueTests {
    private static let clerk = Attribution(principal: .daemon)
    private static let everybody = Set(Role.allCases)
    /// Words that would mean something else, or nothing, if they were decoded twice.
    private static let words = ["26%41", "100%", "%", "a%2", "50%25"]

    private func total(_ path: String, in parts: DaemonParts) async throws -> Int? {
        let answer = try await Asking(parts).ask(.get, path, as: Self.everybody)
        #expect(answer.status == 200, "\(path): \(answer.text)")
        let page = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
        return page?["total"] as? Int
    }

    @Test(arguments: words) func anOrderIsFoundByItsOwnWords(order: String) async throws {
        try await ScratchDaemon.with { parts in
            let thing = try await parts.circulation.register(NewEntity(type: .item), by: Self.clerk).entity.barcode
            _ = try await parts.circulation.hold(thing, order: try FreeText(order), reason: nil, by: Self.clerk)
            let path = "\(API.Orders.list.outline.path)?order=" + WireCoding.pathSegment(order)
            let count = try await total(path, in: parts)
            #expect(count == 1)
        }
    }

    @Test(arguments: ["documents", "access"], words) func aThingIsFoundByItsOwnBarcode(
        list: String,
        word: String
    ) async throws {
        try await ScratchDaemon.with { parts in
            let barcode = try Barcode(parsing: "CASE-" + word)
            let new = NewEntity(type: .item, barcode: barcode)
            #expect(try await parts.circulation.register(new, by: Self.clerk).entity.barcode == barcode)
            let path = "/v1/\(list)?of=" + WireCoding.pathSegment(barcode.text)
            _ = try await total(path, in: parts)
        }
    }

    /// It is refused for its length, so that the reason has been understood.
    @Test(arguments: words) func aRestorationHasItsOwnReason(reason: String) async throws {
        try await ScratchDaemon.with { parts in
            let path = "/v1/log/restoration?reason=" + WireCoding.pathSegment(reason)
            let answer = try await Asking(parts).ask(.post, path, as: Self.everybody)
            #expect(answer.status == 411, "\(answer.text)")
        }
    }
}
