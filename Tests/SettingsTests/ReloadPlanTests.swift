import Barcodes
import Circulation
import ImageDecoding
import Labels
import Localization
import Logging
import Testing
import Vocabulary

@testable import Settings

/// No setting is forgotten when the configuration is read anew.
@Suite struct ReloadPlanTests {
    /// A configuration in which everything is another than usual.
    private static func other() throws -> Configuration {
        var other = Configuration.standard
        other.stateDirectory = "/other"
        other.socket = "/other.sock"
        other.socketMode = 0o660
        other.circulation.site = try #require(SiteNumber(7))
        other.circulation.registersOnFirstScan = false
        other.circulation.contextTimeout = 60
        other.circulation.doubleReadWindow = 5
        other.scanners = [ScannerConfiguration()]
        other.labelDirectories = ["/other"]
        other.labelTemplate = "other"
        other.printer = "zebra"
        other.printers = [PrinterConfiguration(name: "zebra")]
        other.supplies = [SupplyConfiguration(name: try #require(SupplyName("roll")))]
        other.imageCharacterSet = "SHIFT-JIS"
        other.interleavedLengths = [6]
        other.dropFolders = [DropFolderConfiguration(path: "/scans", device: "copier")]
        other.textLanguages = [try #require(TextLanguage("eng"))]
        other.checkpointInterval = 5
        other.checkpointCopies = ["/copy"]
        other.circulation.onePrincipalExpunges = true
        other.circulation.stations = [try #require(StationName("desk")): StationSettings()]
        other.circulation.idleSignOut = 5
        other.circulation.loans = ChargeOutTerms(days: 3)
        other.circulation.calendar = WorkingCalendar(weekdays: [1])
        other.circulation.clock = LocalClock(secondsEastOfUTC: 3_600)
        other.circulation.transitHours = 3
        other.circulation.functionCodes = ["*IN*": .into]
        other.outGuideSlip = "slip"
        other.language = LanguageTag("de")
        other.roles.groups = [.clerk: ["users"]]
        other.roles.badges = [try Barcode(parsing: "PN000000001N"): .auditor]
        other.roles.separatesDuties = true
        other.accessRetention = 500
        other.connections = 100
        other.logLevel = .debug
        return other
    }

    /// Every setting with its value, those of circulation one by one.
    private static func settings(_ configuration: Configuration) -> [String: String] {
        var settings: [String: String] = [:]
        for (label, value) in Mirror(reflecting: configuration).children {
            let name = label ?? ""
            let inner = name == "circulation" ? Array(Mirror(reflecting: value).children) : []
            if inner.isEmpty { settings[name] = String(reflecting: value) }
            for (label, value) in inner { settings["\(name).\(label ?? "")"] = String(reflecting: value) }
        }
        return settings
    }

    @Test func everySettingHoldsAtOnceOrIsNamed() throws {
        let (usual, other) = (Configuration.standard, try Self.other())
        let before = Self.settings(usual)
        let after = Self.settings(other)
        #expect(before.filter { after[$0.key] == $0.value }.isEmpty)
        let plan = ReloadPlan(from: usual, to: other)
        #expect(Set(plan.changed + plan.refused).count == before.count)
        #expect((plan.changed + plan.refused).count == before.count)
        // What it says is changed holds, and what is refused does not.
        let next = Self.settings(plan.configuration)
        #expect(next.filter { after[$0.key] == $0.value }.count == plan.changed.count)
        #expect(next.filter { before[$0.key] == $0.value }.count == plan.refused.count)
        #expect(ReloadPlan(from: other, to: other).changed + ReloadPlan(from: other, to: other).refused == [])
    }
}
