import ArgumentParser
import CommandBasics
import Localization
import Terminal
import Wire

/// The options for the conditions of an item or a container.
struct ConditionOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            Message("Kinds of custodian to which it is limited."),
            valueName: Message("kind", context: "value")
        )
    )
    var roles: [String] = []

    @Flag(name: .customLong("no-roles"), help: ArgumentHelp(Message("Remove the limit to roles."))) var hasNoRoles =
        false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            Message("Locations to which it is limited."),
            valueName: Message("barcode", context: "value")
        )
    )
    var rooms: [BarcodeArgument] = []

    @Flag(name: .customLong("no-rooms"), help: ArgumentHelp(Message("Remove the limit to rooms."))) var hasNoRooms =
        false
    @Option(
        help: ArgumentHelp(
            Message("The series, which determines loan periods."),
            valueName: Message("word", context: "value")
        )
    ) var series: String?
    @Flag(name: .customLong("no-series"), help: ArgumentHelp(Message("Remove the series."))) var hasNoSeries = false

    func validate() throws {
        try ChangeWords.check(!roles.isEmpty, hasNoRoles, "roles")
        try ChangeWords.check(!rooms.isEmpty, hasNoRooms, "rooms")
        try ChangeWords.check(series != nil, hasNoSeries, "series")
    }

    /// The request; nil if no option was given.
    var request: NewConditionsRequest? {
        let request = NewConditionsRequest(
            roles: hasNoRoles ? [] : roles.isEmpty ? nil : roles,
            rooms: hasNoRooms ? [] : rooms.isEmpty ? nil : rooms.map(\.text),
            series: hasNoSeries ? "" : series
        )
        return request == NewConditionsRequest() ? nil : request
    }
}

extension ConditionsResource {
    /// The conditions that apply, one for each line.
    var pairs: [NamedLines.Pair] {
        [
            (
                Message("closed", context: "heading"),
                closed ? Message("nothing more may be put there").styled(.warning) : nil
            ),
            (Message("capacity", context: "heading"), capacity),
            (
                Message("only for", context: "heading"),
                roles.isEmpty ? nil : roles.map { Term.kind($0).shown }.joined(separator: ", ")
            ),
            (Message("only in", context: "heading"), rooms.isEmpty ? nil : rooms.joined(separator: ", ")),
            (Message("series", context: "heading"), series),
        ]
    }
}
