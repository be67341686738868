import ArgumentParser
import Wire

/// What the rules are to heed about an item or a container.
struct ConditionOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Kinds of custodian who alone may have it.", valueName: "kind")
    )
    var roles: [String] = []

    @Flag(name: .customLong("no-roles"), help: "Everybody may have it.")
    var hasNoRoles = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Locations within which it must stay.", valueName: "barcode")
    )
    var rooms: [BarcodeArgument] = []

    @Flag(name: .customLong("no-rooms"), help: "It may lie anywhere.")
    var hasNoRooms = false

    @Option(help: ArgumentHelp("The class that its time of lending follows.", valueName: "word"))
    var series: String?

    @Flag(name: .customLong("no-series"), help: "It is of no class any more.")
    var hasNoSeries = false

    func validate() throws {
        try ChangeWords.check(!roles.isEmpty, hasNoRoles, "roles")
        try ChangeWords.check(!rooms.isEmpty, hasNoRooms, "rooms")
        try ChangeWords.check(series != nil, hasNoSeries, "series")
    }

    /// Nil when nothing was said.
    var request: NewConditionsRequest? {
        let request = NewConditionsRequest(
            roles: hasNoRoles ? [] : roles.isEmpty ? nil : roles,
            rooms: hasNoRooms ? [] : rooms.isEmpty ? nil : rooms.map(\.text),
            series: hasNoSeries ? "" : series
        )
        return request == NewConditionsRequest() ? nil : request
    }
}
