import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ChangeLocationCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Entities.locations.show.outline, API.Changes.change.outline] }
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change the name, parent or constraints of one location.",
        discussion: """
            Changes only what is given. The contents stay in the location. The log keeps the previous values.

            Examples:
              outguide location change LC000000001H --name "Reading room"
              outguide location change LC000000002F --parent LC000000001H
              outguide location change LC000000002F --closed --capacity 40
            """
    )

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode")) var barcode: BarcodeArgument
    @Option(help: "The new name.") var name: String?
    @Option(help: ArgumentHelp("The new parent location.", valueName: "barcode")) var parent: BarcodeArgument?
    @Flag(name: .customLong("no-parent"), help: "Remove the parent location.") var hasNoParent = false
    @Flag(inversion: .prefixedNo, help: "Close the location: nothing more may be put there.") var closed: Bool?

    @Option(help: ArgumentHelp("The number of items that may be directly there.", valueName: "number"))
    var capacity: Int?

    @Flag(name: .customLong("no-capacity"), help: "Remove the capacity.") var hasNoCapacity = false
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        try ChangeWords.check(parent != nil, hasNoParent, "parent")
        try ChangeWords.check(capacity != nil, hasNoCapacity, "capacity")
        if let capacity, capacity < 0 { throw ValidationError("--capacity is a number from 0 on") }
        guard name != nil || parent != nil || hasNoParent || conditions != nil else {
            throw ValidationError("say what is to change: --name, --parent, --no-parent, --closed or --capacity")
        }
    }

    private var conditions: NewConditionsRequest? {
        guard closed != nil || capacity != nil || hasNoCapacity else { return nil }
        return NewConditionsRequest(closed: closed, capacity: hasNoCapacity ? -1 : capacity)
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let change = ChangeRequest(
            title: name,
            parent: parent?.text,
            clear: ChangeWords.cleared([("parent", hasNoParent)]),
            conditions: conditions
        )
        try await daemon.change(.location, barcode.text, change, showing: output)
    }
}
