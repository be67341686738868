import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

/// Changes the description of an item or a container.
struct ChangeEntityCommand<Noun: KindedNounNaming>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.noun.requests.show.outline, API.Changes.change.outline] }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "change",
            abstract: "Change the title, kind, home or restrictions of one \(Noun.noun.rawValue).",
            discussion: """
                Changes only what is given. The log keeps the previous values. “outguide move” changes where the \
                \(Noun.noun.rawValue) is, and “outguide label replace” its barcode.

                Examples:
                  outguide \(Noun.noun.rawValue) change \(Noun.example) --title "Smith v. Jones, vol. 2"
                  outguide \(Noun.noun.rawValue) change \(Noun.example) --no-home
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: "The new title.")
    var title: String?

    @Flag(name: .customLong("no-title"), help: "Remove the title.")
    var hasNoTitle = false

    @Option(help: "The kind, such as \(Noun.kindExample).")
    var kind: String?

    @Option(help: ArgumentHelp("The new home location.", valueName: "barcode"))
    var home: BarcodeArgument?

    @Flag(name: .customLong("no-home"), help: "Remove the home location.")
    var hasNoHome = false

    @OptionGroup var conditions: ConditionOptions

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        try ChangeWords.check(title != nil, hasNoTitle, "title")
        try ChangeWords.check(home != nil, hasNoHome, "home")
        guard
            title != nil || hasNoTitle || kind != nil || home != nil || hasNoHome
                || conditions.request != nil
        else {
            throw ValidationError("say what is to change: --title, --kind, --home, --roles, --rooms or --series")
        }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let change = ChangeRequest(
            title: title,
            kind: kind,
            home: home?.text,
            clear: ChangeWords.cleared([("title", hasNoTitle), ("home", hasNoHome)]),
            conditions: conditions.request
        )
        try await daemon.change(Noun.noun, barcode.text, change, showing: output)
    }
}
