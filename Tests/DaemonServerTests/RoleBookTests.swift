import Barcodes
import Foundation
import Settings
import Testing
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices

/// Who has which role, by group and by badge.
@Suite struct RoleBookTests {
    @Test func rolesComeFromGroupsAndRootAdministrates() throws {
        var settings = RoleSettings.standard
        settings.groups = [.clerk: ["games"], .auditor: ["adm", "no-such-group"], .supervisor: ["root"]]
        let book = RoleBook(settings)
        let (games, adm) = (
            try #require(UnixGroup(named: "games")).number, try #require(UnixGroup(named: "adm")).number
        )
        func roles(_ uid: UInt32, _ gid: UInt32, _ groups: Set<UInt32> = []) -> Set<Role> {
            book.rights(of: PeerCredentials(pid: 1, uid: uid, gid: gid, groups: groups)).roles
        }
        #expect(roles(4_711, 4_711) == [])
        #expect(roles(4_711, games) == [.clerk])
        #expect(roles(4_711, 4_711, [games, adm, 9_999]) == [.clerk, .auditor])
        // Group 0 is what the kernel leaves where there is no group.
        #expect(roles(4_711, 0) == [])
        #expect(roles(0, 0) == [.administrator])
        #expect(book.groups == [games, adm].sorted())
        let badge = try Barcode(parsing: "PN000000001N")
        #expect(book.rights(of: badge).roles == [.clerk])
        settings.badges = [badge: .auditor]
        book.adopt(settings)
        #expect(book.rights(of: badge).roles == [.auditor])
    }

    @Test func groupsAreThoseOfThisMachineWithTheirUsers() throws {
        let lines = try String(contentsOfFile: "/etc/group", encoding: .utf8).split(separator: "\n")
        #expect(lines.count > 10)
        for line in lines {
            let fields = line.split(separator: ":", omittingEmptySubsequences: false)
            let group = try #require(UnixGroup(named: String(fields[0])))
            #expect(fields[2] == String(group.number))
            #expect(group.users.count <= fields[3].split(separator: ",").count)
        }
        #expect(UnixGroup(named: "no-such-group-here") == nil)
        #expect(UnixGroup(named: "") == nil)
    }
}
