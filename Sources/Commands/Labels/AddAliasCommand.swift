import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct AddAliasCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Changes.label.outline] }

    static let configuration = CommandConfiguration(
        commandName: "alias",
        abstract: "Add another barcode to an item.",
        discussion: """
            Use it for numbers that boxes and folders already bear. The item keeps its own barcode. With --quiet, \
            prints the alias.

            Example:
              outguide label alias BX0000000014 ACC-2026-0117
            """
    )

    @Argument(help: ArgumentHelp("A barcode of the item.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Argument(help: ArgumentHelp("The additional barcode.", valueName: "new"))
    var alias: BarcodeArgument

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let entity = try await daemon.ask(
            API.Changes.label,
            at: barcode.text,
            LabellingRequest(barcode: alias.text, role: "alias")
        )
        try await output.show(LabelledEntity(entity: entity, barcode: alias.text))
        let what = "\(alias.text) is \(alias.text == entity.barcode ? "the barcode" : "an alias") of"
        await output.remark(
            entity.entry == nil ? "nothing to change: \(what) it already" : "\(what) \(entity.barcode)"
        )
    }
}
