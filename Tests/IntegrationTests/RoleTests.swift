import Foundation
import TestSupport
import Testing

/// Roles by the Unix groups of whoever asks, through the real socket.
@Suite struct RoleTests {
    /// Groups that every Debian has.
    private static let groups = ["reader": 60, "clerk": 100, "supervisor": 8, "auditor": 4, "administrator": 10]
    private static let configuration = """
        socketMode: "0660"
        roleGroups:
          reader: [games]
          clerk: [users]
          supervisor: [mail]
          auditor: [adm]
          administrator: [uucp]
        """

    /// Runs `outguide` as a user who is nobody, in these groups alone.
    private func outguide(_ bed: DaemonBed, in groups: [Int], _ arguments: String...) async throws -> ChildRun {
        let list = groups.isEmpty ? ["--clear-groups"] : ["--groups", groups.map(String.init).joined(separator: ",")]
        return try await ChildRun.of(
            "/usr/bin/setpriv",
            ["--reuid", "65534", "--regid", "65534"] + list
                + [try BuiltProduct.path(of: "outguide"), "--socket", bed.socket] + arguments,
            environment: ["NO_COLOR": "1"]
        )
    }

    @Test func whoIsInAGroupHasItsRoleAndNoOther() async throws {
        try await DaemonBed.with(configuration: Self.configuration, open: true) { bed in
            #expect(try await bed.outguide("location", "add", "--name", "Shelf 1").status == 0)
            let shelf = "LC000000001H"
            let acts: [(String, [String], Set<String>)] = [
                ("reader", ["where", shelf], ["reader", "clerk", "supervisor", "auditor", "administrator"]),
                ("clerk", ["item", "add", "--title", "x"], ["clerk", "supervisor", "administrator"]),
                ("auditor", ["access", "list"], ["auditor", "administrator"]),
                ("administrator", ["log", "rebuild"], ["administrator"]),
            ]
            for (level, arguments, admitted) in acts {
                for (role, group) in Self.groups {
                    let run = try await ChildRun.of(
                        "/usr/bin/setpriv",
                        ["--reuid", "65534", "--regid", "65534", "--groups", "\(group)"]
                            + [try BuiltProduct.path(of: "outguide"), "--socket", bed.socket] + arguments
                    )
                    #expect(run.status == (admitted.contains(role) ? 0 : 5), "\(role), \(level): \(run.errors)")
                    if run.status == 5 { #expect(run.errors.contains("it is for the role"), "\(run.errors)") }
                }
            }
        }
    }

    @Test func whoIsInNoGroupIsKeptOutByTheSocketItself() async throws {
        try await DaemonBed.with(configuration: Self.configuration, open: true) { bed in
            let run = try await outguide(bed, in: [], "where", "LC000000001H")
            #expect(run.status == 5, "\(run.errors)")
            #expect(run.errors.contains("permission") || run.errors.contains("permit"), "\(run.errors)")
            let doctor = try await outguide(bed, in: [], "doctor")
            #expect(doctor.output.contains("adduser"), "\(doctor.output)")
            // Two groups give two roles.
            let both = try await outguide(bed, in: [60, 4], "access", "rights", "--quiet")
            #expect(both.lines == ["reader", "auditor"], "\(both.errors)")
        }
    }

    @Test func anAuditorSeesWhoAskedForWhatIsSealed() async throws {
        try await DaemonBed.with(configuration: Self.configuration, open: true) { bed in
            #expect(try await bed.outguide("item", "add", "--title", "=cmd|' /C calc'!A0").status == 0)
            let item = "FD0000000018"
            let sealed = try await outguide(
                bed,
                in: [8],
                "item",
                "seal",
                item,
                "--order",
                "1",
                "--reason",
                "r"
            )
            #expect(sealed.status == 0, "\(sealed.errors)")
            let asked = try await outguide(bed, in: [100], "where", item)
            let stranger = try await outguide(bed, in: [100], "where", "FD0000000026")
            #expect(asked.status == 3 && stranger.status == 3)
            #expect(asked.errors.replacing(item, with: "#") == stranger.errors.replacing("FD0000000026", with: "#"))
            #expect(try await outguide(bed, in: [8], "where", item).status == 0)
            // What was refused is written soon after; listing it is recorded itself.
            var rows: [[String: Any]] = []
            repeat {
                let list = try await outguide(bed, in: [4], "access", "list", "--of", item, "--json")
                let answer = try JSONSerialization.jsonObject(with: Data(list.outputBytes)) as? [String: Any]
                rows = try #require(answer?["items"] as? [[String: Any]])
            } while !rows.contains { $0["outcome"] as? String == "refused" }
            #expect(
                rows.contains { $0["outcome"] as? String == "granted" && $0["roles"] as? [String] == ["supervisor"] }
            )
            #expect(rows.contains { $0["outcome"] as? String == "refused" && $0["roles"] as? [String] == ["clerk"] })
            #expect(rows.allSatisfy { $0["barcode"] as? String == item && $0["level"] as? String == "sealed" })
            let file = bed.scratch("access.csv")
            #expect(try await bed.outguide("access", "export", file).status == 0)
            let csv = try String(contentsOfFile: file, encoding: .utf8)
            #expect(csv.hasPrefix("number,at,principal,roles,act,route,barcode,level,outcome,detail\r\n"))
            #expect(csv.contains(item) && csv.contains("refused"))
            #expect(try await outguide(bed, in: [100], "access", "list").status == 5)
            #expect(try await bed.outguide("log", "verify").status == 0)
        }
    }

    @Test func withSeparateDutiesNobodyBothMovesAndAudits() async throws {
        let configuration = Self.configuration + "\nseparateDuties: true\n"
        try await DaemonBed.with(configuration: configuration, open: true) { bed in
            #expect(try await outguide(bed, in: [100], "item", "add").status == 0)
            let both = try await outguide(bed, in: [100, 4], "item", "add")
            #expect(both.status == 5 && both.errors.contains("separateDuties"), "\(both.errors)")
            #expect(try await outguide(bed, in: [4], "access", "list").status == 0)
            #expect(try await outguide(bed, in: [10], "access", "list").status == 5)
            #expect(try await bed.outguide("access", "list").status == 5)
        }
    }
}
