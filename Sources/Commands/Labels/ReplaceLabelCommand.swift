import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ReplaceLabelCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Changes.label.outline] }

    static let configuration = CommandConfiguration(
        commandName: "replace",
        abstract: "Replace the barcode of an item.",
        discussion: """
            Prints the new barcode. The previous one becomes an alias: scanning the old label still finds the item and \
            its history. Nothing goes to a printer; use “outguide label print”. The new label is pending until it is \
            scanned.

            Examples:
              outguide label replace BX0000000014
              outguide label print $(outguide label replace FD0000000018 --quiet)
            """
    )

    @Argument(help: ArgumentHelp("A barcode of the item.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(
        name: .customLong("barcode"),
        help: ArgumentHelp("The number on the new label; by default one is minted.", valueName: "new")
    )
    var new: BarcodeArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let labelling = LabellingRequest(barcode: new?.text, role: "primary")
        let entity = try await daemon.ask(API.Changes.label, at: barcode.text, labelling)
        try await output.show(LabelledEntity(entity: entity, barcode: entity.barcode))
        let isChanged = entity.entry != nil
        await output.remark(
            isChanged ? "\(barcode.text) stays an alias of it" : "nothing to change: that is its barcode already"
        )
    }
}
