import Barcodes
import Circulation
import Foundation
import Logging
import Testing
import Vocabulary

@testable import Settings

/// Who has which role, as the configuration says it.
@Suite struct RoleConfigurationTests {
    private func load(_ text: String) throws -> Configuration {
        let path = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString).yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try ConfigurationFile(path: path).applied(to: .standard)
    }

    @Test func everySettingIsTaken() throws {
        let configuration = try load(
            """
            roleGroups:
              clerk: [outguide-clerk, file-room]
              auditor: []
            custodianRoles:
              PN000000001N: supervisor
            separateDuties: true
            accessRetention: 730
            connections: 64
            """
        )
        #expect(configuration.roles.groups[.clerk] == ["outguide-clerk", "file-room"])
        #expect(configuration.roles.groups[.auditor] == [])
        #expect(configuration.roles.groups[.reader] == ["outguide-reader"])
        #expect(configuration.roles.badges == [try Barcode(parsing: "PN000000001N"): .supervisor])
        #expect(configuration.roles.separatesDuties)
        #expect(configuration.accessRetention == 730)
        #expect(configuration.connections == 64)
    }

    @Test(arguments: [
        ("roleGroups: [clerk]", "settings are written"), ("roleGroups:\n  boss: [x]", "a role is one of reader"),
        ("roleGroups:\n  clerk: [\"a b\"]", "not the name of a Unix group"),
        ("roleGroups:\n  clerk: [\"-x\"]", "not the name of a Unix group"),
        ("custodianRoles:\n  \"PN0000000019\": clerk", "not a barcode"),
        ("custodianRoles:\n  PN000000001N: boss", "a role is one of"), ("accessRetention: 30", "from 366"),
        ("connections: 1", "from 16"), ("separateDuties: yes", "true or false"),
    ])
    func whatIsWrongIsNamed(text: String, words: String) {
        #expect { try load(text) } throws: { error in "\(error)".contains(words) }
    }

    @Test func aReloadTakesWhatItCanAndNamesTheRest() {
        var asked = Configuration.standard
        asked.circulation.contextTimeout = 60
        asked.roles.separatesDuties = true
        asked.circulation.site = .init(7) ?? .standard
        asked.logLevel = .debug
        let plan = ReloadPlan(from: .standard, to: asked)
        #expect(plan.changed == ["contextTimeout", "separateDuties"])
        #expect(plan.refused == ["site", "logLevel"])
        #expect(plan.configuration.circulation.contextTimeout == 60 && plan.configuration.roles.separatesDuties)
        #expect(plan.configuration.circulation.site == .standard && plan.configuration.logLevel == .info)
    }
}
