import HTTPTypes
import Testing
import Vocabulary
import Wire

@testable import DaemonServer
@testable import DaemonServices

/// Every route with every role.
@Suite struct RouteAccessTests {
    /// What is documented: which roles a level admits, with and without separate duties.
    private static let admitted: [AccessLevel: Set<Role>] = [
        .reader: [.reader, .clerk, .supervisor, .auditor, .administrator],
        .clerk: [.clerk, .supervisor, .administrator],
        .supervisor: [.supervisor, .administrator],
        .auditor: [.auditor, .administrator],
        .administrator: [.administrator],
    ]

    @Test func everyRouteAdmitsTheRolesOfItsLevelAndNobodyElse() async throws {
        try await ScratchDaemon.with { parts in
            let asking = Asking(parts)
            for route in RouteTable(parts).routes {
                let admitted = try #require(Self.admitted[route.access])
                for role in Role.allCases {
                    let status = try await asking.ask(route.method, Self.sample(route.path), as: [role]).status
                    #expect((status != 403) == admitted.contains(role), "\(role) at \(route.name) got \(status)")
                }
                let nobody = try await asking.ask(route.method, Self.sample(route.path), as: [])
                #expect(nobody.status == 403, "\(route.name)")
                #expect(nobody.text.contains("for the role"), "\(nobody.text)")
            }
        }
    }

    @Test func withSeparateDutiesAnAuditorMovesNothingAndNobodyElseAudits() async throws {
        try await ScratchDaemon.with { parts in
            let asking = Asking(parts)
            for route in RouteTable(parts).routes {
                for others in [[], [Role.clerk], [.supervisor], [.administrator]] {
                    let auditor = Set(others + [.auditor])
                    let path = Self.sample(route.path)
                    let answer = try await asking.ask(route.method, path, as: auditor, separatesDuties: true)
                    let isTheirs =
                        switch route.access {
                        case .reader, .auditor: true
                        case .clerk, .supervisor: false
                        case .administrator: others.contains(.administrator)
                        }
                    #expect((answer.status != 403) == isTheirs, "\(auditor) at \(route.name) got \(answer.status)")
                    let rest = Set(others)
                    guard route.access == .auditor else { continue }
                    let other = try await asking.ask(route.method, path, as: rest, separatesDuties: true)
                    #expect(other.status == 403, "\(rest) at \(route.name)")
                }
            }
        }
    }

    @Test func aRefusalNamesTheRoleThatIsNeededAndIsRecorded() async throws {
        try await ScratchDaemon.with { parts in
            let answer = try await Asking(parts).ask(.post, "/v1/log/rebuild", as: [.clerk])
            #expect(answer.status == 403)
            #expect(answer.text.contains("cannot let uid:4711 do that: it is for the role administrator"))
            let rows = parts.access.book.next(limit: 10).rows
            #expect(rows.map(\.route) == ["POST /v1/log/rebuild"])
            #expect(rows.map(\.act) == [.right])
            #expect(rows.map(\.isGranted) == [false])
            #expect(rows.map(\.roles) == [[.clerk]])
        }
    }

    /// A path with something in the place of each parameter.
    private static func sample(_ path: String) -> String {
        path.split(separator: "/").map { segment in
            switch segment {
            case "{barcode}": "FD0000000018"
            case "{entry}", "{reading}": "1"
            case _ where segment.hasPrefix("{"): "nothing"
            default: String(segment)
            }
        }.reduce("") { $0 + "/" + $1 }
    }
}
