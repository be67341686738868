import Barcodes
import Circulation
import Vocabulary
import Yams

/// Settings for charge-outs and stations.
extension ConfigurationFile {
    func circulation(
        _ key: String,
        _ value: Node,
        _ circulation: inout CirculationConfiguration
    ) throws(ConfigurationError) {
        switch key {
        case "stations":
            circulation.stations = [:]
            for node in try list(value, key) {
                let (name, station) = try station(node)
                guard circulation.stations.updateValue(station, forKey: name) == nil else {
                    throw wrong(line(of: node), "the station \(name) is there twice")
                }
            }
        case "idleSignOut": circulation.idleSignOut = try number(value, key, in: 10...604_800)
        case "loans": circulation.loans = try loans(value)
        case "calendar": circulation.calendar = try calendar(value)
        case "timeZone":
            let zone = try text(value, key)
            do {
                circulation.clock = try TimeZoneDirectory.standard.clock(of: zone)
            } catch {
                throw wrong(line(of: value), error.description)
            }
        case "transitHours": circulation.transitHours = try number(value, key, in: 1...8_760)
        case "functionCodes": circulation.functionCodes = try functionCodes(value)
        default: circulation.outGuideSlip = try text(value, key)
        }
    }

    private func station(
        _ node: Node
    ) throws(ConfigurationError) -> (StationName, CirculationConfiguration.Station) {
        var name: StationName?
        var station = CirculationConfiguration.Station()
        for (key, value) in try members(of: node) {
            switch key.text {
            case "name":
                name = StationName(try text(value, key.text))
                guard name != nil else {
                    throw wrong(line(of: value), "the name of a station is 1 to 64 letters, digits and ._-:")
                }
            case "location":
                let text = try text(value, key.text)
                guard let barcode = try? Barcode(entered: text) else {
                    throw wrong(line(of: value), "location is the barcode of a location")
                }
                station.settings.location = barcode
            case "returns": station.settings.returns = try flag(value, key.text)
            case "signIn":
                let word = try text(value, key.text)
                guard word == "required" || word == "optional" else {
                    throw wrong(line(of: value), "signIn is required or optional")
                }
                station.settings.needsSignIn = word == "required"
            case "printer": station.printer = try text(value, key.text)
            default: throw wrong(key.line, "a station has no setting \(key.text)")
            }
        }
        guard let name else { throw wrong(line(of: node), "a station needs a name") }
        guard !station.settings.returns || station.settings.location != nil else {
            throw wrong(line(of: node), "a station where things are returned needs a location")
        }
        return (name, station)
    }

    private func loans(_ node: Node) throws(ConfigurationError) -> ChargeOutTerms {
        var terms = ChargeOutTerms()
        for (key, value) in try members(of: node) {
            switch key.text {
            case "days": terms.days = try number(value, key.text, in: 0...3_650)
            case "renewals": terms.renewals = try number(value, key.text, in: 0...1_000)
            case "limit": terms.limit = try number(value, key.text, in: 0...1_000_000)
            case "exceptions":
                terms.exceptions = try list(value, key.text).map { node throws(ConfigurationError) in
                    try exception(node)
                }
            default: throw wrong(key.line, "loans have no setting \(key.text)")
            }
        }
        return terms
    }

    private func exception(_ node: Node) throws(ConfigurationError) -> ChargeOutTerms.Exception {
        var exception = ChargeOutTerms.Exception()
        for (key, value) in try members(of: node) {
            switch key.text {
            case "custodian": exception.custodian = try kind(value, key.text)
            case "series": exception.series = try kind(value, key.text)
            case "days": exception.days = try number(value, key.text, in: 0...3_650)
            case "renewals": exception.renewals = try number(value, key.text, in: 0...1_000)
            case "limit": exception.limit = try number(value, key.text, in: 0...1_000_000)
            default: throw wrong(key.line, "an exception for loans has no setting \(key.text)")
            }
        }
        guard exception.custodian != nil || exception.series != nil else {
            throw wrong(line(of: node), "an exception for loans is for a custodian or for a series")
        }
        return exception
    }

    private func kind(_ node: Node, _ name: String) throws(ConfigurationError) -> EntityKind {
        guard let kind = EntityKind(try text(node, name)) else {
            throw wrong(line(of: node), "\(name) is 1 to 32 lower-case letters, digits and hyphens, a letter first")
        }
        return kind
    }

    private func calendar(_ node: Node) throws(ConfigurationError) -> WorkingCalendar {
        var calendar = WorkingCalendar()
        for (key, value) in try members(of: node) {
            switch key.text {
            case "workingDays":
                let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
                calendar.weekdays = []
                for day in try list(value, key.text) {
                    guard let index = names.firstIndex(of: try text(day, key.text)) else {
                        throw wrong(line(of: day), "workingDays is a list of \(names.joined(separator: ", "))")
                    }
                    calendar.weekdays.insert(index + 1)
                }
                guard !calendar.weekdays.isEmpty else { throw wrong(line(of: value), "workingDays needs a day") }
            case "holidays":
                for day in try list(value, key.text) {
                    guard let date = CalendarDay(try text(day, key.text)) else {
                        throw wrong(line(of: day), "holidays is a list of days such as 2026-12-25")
                    }
                    calendar.holidays.insert(date)
                }
            default: throw wrong(key.line, "a calendar has no setting \(key.text)")
            }
        }
        return calendar
    }

    private func functionCodes(_ node: Node) throws(ConfigurationError) -> [String: ControlCommand] {
        var codes: [String: ControlCommand] = [:]
        for (key, value) in try members(of: node) {
            guard let barcode = try? Barcode(entered: key.text) else {
                throw wrong(key.line, "functionCodes has a code that cannot be a barcode")
            }
            guard barcode.minted == nil else {
                throw wrong(key.line, "functionCodes is for codes of other systems, not for \(barcode)")
            }
            guard let command = ControlCommand(word: try text(value, key.text)) else {
                let words = ControlCommand.allCases.map(\.word).joined(separator: ", ")
                throw wrong(line(of: value), "a command is one of \(words)")
            }
            codes[barcode.text] = command
        }
        return codes
    }
}
