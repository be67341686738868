package import ArgumentParser
package import Localization
import Terminal

extension ArgumentHelp {
    /// Creates help in the language of the reader.
    ///
    /// - Parameter valueName: one word for the value, shown as `<word>`.
    package init(_ abstract: Message, discussion: Message? = nil, valueName: Message? = nil) {
        self.init(abstract.shown, discussion: discussion?.shown ?? "", valueName: valueName?.shown)
    }
}

extension CommandGroup {
    /// Creates a group with a heading in the language of the reader.
    package init(name: Message, subcommands: [any ParsableCommand.Type]) {
        self.init(name: name.shown, subcommands: subcommands)
    }
}

extension CommandConfiguration {
    /// Creates a configuration with help in the language of the reader.
    package init(
        commandName: String? = nil,
        abstract: Message,
        discussion: Message? = nil,
        version: String = "",
        subcommands: [any ParsableCommand.Type] = [],
        groupedSubcommands: [CommandGroup] = [],
        defaultSubcommand: (any ParsableCommand.Type)? = nil,
        aliases: [String] = []
    ) {
        self.init(
            commandName: commandName,
            abstract: abstract.shown,
            discussion: discussion?.shown ?? "",
            version: version,
            subcommands: subcommands,
            groupedSubcommands: groupedSubcommands,
            defaultSubcommand: defaultSubcommand,
            aliases: aliases
        )
    }
}
