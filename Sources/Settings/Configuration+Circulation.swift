import Barcodes
import Circulation
import Localization
import Vocabulary

extension Configuration {
    /// The settings of circulation, including the roles of badges.
    static let ofCirculation: [Setting<Configuration>] = [
        Setting("site", \.circulation.site, .onRestart) {
            try $0.parsed(Message("site is two digits in quotation marks, such as \"00\"")) { SiteNumber($0) }
        },
        Setting("registerOnFirstScan", \.circulation.registersOnFirstScan) { try $0.flag() },
        Setting("contextTimeout", \.circulation.contextTimeout) { try $0.number(in: 10...86_400) },
        Setting("doubleReadWindow", \.circulation.doubleReadWindow) { try $0.number(in: 0...60_000) },
        Setting("onePrincipalExpunges", \.circulation.onePrincipalExpunges) { try $0.flag() },
        Setting("stations", \.circulation.stations, .onReload, stations),
        Setting("idleSignOut", \.circulation.idleSignOut) { try $0.number(in: 10...604_800) },
        Setting("loans", \.circulation.loans) { value in
            var terms = ChargeOutTerms()
            try value.read(loans, into: &terms) { Message("loans have no setting \($0, "setting")") }
            return terms
        },
        Setting("calendar", \.circulation.calendar) { value in
            var days = WorkingCalendar()
            try value.read(calendar, into: &days) { Message("a calendar has no setting \($0, "setting")") }
            return days
        },
        Setting("timeZone", \.circulation.clock) { try TimeZoneDirectory.standard.clock(of: try $0.text()) },
        Setting("transitHours", \.circulation.transitHours) { try $0.number(in: 1...8_760) },
        Setting("functionCodes", \.circulation.functionCodes, .onReload, functionCodes),
        Setting("custodianRoles", \.circulation.badges, .onReload, custodianRoles),
        Setting("separateDuties", \.circulation.separatesDuties) { try $0.flag() },
    ]

    @Sendable private static func stations(_ value: SettingValue) throws -> [StationName: StationSettings] {
        var stations: [StationName: StationSettings] = [:]
        for node in try value.list() {
            var draft = StationDraft()
            try node.read(StationDraft.settings, into: &draft) { Message("a station has no setting \($0, "setting")") }
            guard let name = draft.name else { throw node.wrong(Message("a station needs a name")) }
            guard !draft.settings.returns || draft.settings.location != nil else {
                throw node.wrong(Message("a station where things are returned needs a location"))
            }
            guard stations.updateValue(draft.settings, forKey: name) == nil else {
                throw node.wrong(Message("the station \(name, "station") is there twice"))
            }
        }
        return stations
    }

    private struct StationDraft: Sendable {
        var name: StationName?
        var settings = StationSettings()

        static let settings: [Setting<StationDraft>] = [
            Setting("name", optional: \.name) {
                try $0.parsed(Message("the name of a station is 1 to 64 letters, digits and ._-:")) { StationName($0) }
            },
            Setting("location", optional: \.settings.location) {
                try $0.parsed(Message("location is the barcode of a location")) { try? Barcode(entered: $0) }
            },
            Setting("returns", \.settings.returns) { try $0.flag() },
            Setting("signIn", \.settings.needsSignIn) {
                try $0.parsed(Message("signIn is required or optional")) { ["required": true, "optional": false][$0] }
            },
            Setting("printer", optional: \.settings.printer) { try $0.text() },
            Setting("language", optional: \.settings.language) { try $0.language() },
        ]
    }

    private static let loans: [Setting<ChargeOutTerms>] = [
        Setting("days", optional: \.days) { try $0.number(in: 0...3_650) },
        Setting("renewals", \.renewals) { try $0.number(in: 0...1_000) },
        Setting("limit", optional: \.limit) { try $0.number(in: 0...1_000_000) },
        Setting("exceptions", \.exceptions) { try $0.list(exception) },
    ]

    private static let exceptions: [Setting<ChargeOutTerms.Exception>] = [
        Setting("custodian", optional: \.custodian, .onReload, kind),
        Setting("series", optional: \.series, .onReload, kind),
        Setting("days", optional: \.days) { try $0.number(in: 0...3_650) },
        Setting("renewals", \.renewals) { try $0.number(in: 0...1_000) },
        Setting("limit", optional: \.limit) { try $0.number(in: 0...1_000_000) },
    ]

    private static func exception(_ value: SettingValue) throws -> ChargeOutTerms.Exception {
        var exception = ChargeOutTerms.Exception()
        try value.read(exceptions, into: &exception) {
            Message("an exception for loans has no setting \($0, "setting")")
        }
        guard exception.custodian != nil || exception.series != nil else {
            throw value.wrong(Message("an exception for loans is for a custodian or for a series"))
        }
        return exception
    }

    @Sendable private static func kind(_ value: SettingValue) throws -> EntityKind {
        try value.parsed(
            Message("\(value.name, "setting") is 1 to 32 lower-case letters, digits and hyphens, a letter first")
        ) {
            EntityKind($0)
        }
    }

    private static let calendar: [Setting<WorkingCalendar>] = [
        Setting("workingDays", \.weekdays) { value in
            let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
            let days = try value.list { day in
                let list = names.joined(separator: ", ")
                return try day.parsed(Message("workingDays is a list of \(list, "values")")) {
                    names.firstIndex(of: $0)
                }
            }
            guard !days.isEmpty else { throw value.wrong(Message("workingDays needs a day")) }
            return Set(days.map { $0 + 1 })
        },
        Setting("holidays", \.holidays) { value in
            Set(
                try value.list { day in
                    try day.parsed(Message("holidays is a list of days such as 2026-12-25")) { CalendarDay($0) }
                }
            )
        },
    ]

    @Sendable private static func functionCodes(_ value: SettingValue) throws -> [String: ControlCommand] {
        let words = ControlCommand.allCases.map(\.word).joined(separator: ", ")
        var codes: [String: ControlCommand] = [:]
        for (key, value) in try value.members() {
            guard let barcode = try? Barcode(entered: key.name) else {
                throw key.wrong(Message("functionCodes has a code that cannot be a barcode"))
            }
            guard barcode.minted == nil else {
                throw key.wrong(Message("functionCodes is for codes of other systems, not for \(barcode, "barcode")"))
            }
            codes[barcode.text] = try value.parsed(Message("a command is one of \(words, "values")")) {
                ControlCommand(word: $0)
            }
        }
        return codes
    }
}
