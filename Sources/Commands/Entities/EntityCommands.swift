import ArgumentParser
import CommandBasics
import Localization
import Wire

/// A type of entity, as the type parameter of the commands that several types share.
protocol EntityNoun: Sendable {
    /// The word in commands and messages.
    static var word: String { get }
    /// A barcode for the examples.
    static var example: String { get }
    /// The message when none are registered.
    static var emptiness: Message { get }
    /// The first line of the help of a command for entities of this type.
    static func help(_ verb: EntityVerb) -> Message
    /// The requests about entities of this type.
    static var requests: API.Entities { get }
}

/// A type of entity that has kinds, can be sealed, and has documents: items and containers.
protocol KindedNoun: EntityNoun {
    /// The kind of an entity that is registered without one.
    static var usualKind: String { get }
    /// Another kind, for the help text.
    static var otherKind: String { get }
    /// A sentence for the help text.
    static var meaning: Message { get }
}

enum ItemNoun: KindedNoun {
    static let word = "item"
    static let emptiness = Message("no items are registered")
    static let example = "FD0000000018"
    static let requests = API.Entities.items
    static let usualKind = "folder"
    static let otherKind = "medium"
    static let meaning = Message(
        "Items are folders, volumes, media, evidence bags: the smallest things that change hands."
    )
}

enum ContainerNoun: KindedNoun {
    static let word = "container"
    static let emptiness = Message("no containers are registered")
    static let example = "BX0000000014"
    static let requests = API.Entities.containers
    static let usualKind = "box"
    static let otherKind = "crate"
    static let meaning = Message(
        "Containers are boxes, crates, pallets and carts: things that hold others and move with them."
    )
}

enum LocationNoun: EntityNoun {
    static let word = "location"
    static let emptiness = Message("no locations are registered")
    static let example = "LC000000001H"
    static let requests = API.Entities.locations
}

enum CustodianNoun: EntityNoun {
    static let word = "custodian"
    static let emptiness = Message("no custodians are registered")
    static let example = "PN000000001N"
    static let requests = API.Entities.custodians
}

/// The subcommands for items, and for containers.
struct KindedEntityCommand<Noun: KindedNoun>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Noun.word,
            abstract: Noun.help(.all),
            discussion: Noun.meaning,
            subcommands: [
                AddEntityCommand<Noun>.self, ListEntitiesCommand<Noun>.self, ShowEntityCommand<Noun>.self,
                ChangeEntityCommand<Noun>.self, SealEntityCommand<Noun>.self, UnsealEntityCommand<Noun>.self,
                ExpungeEntityCommand<Noun>.self, RestrictEntityCommand<Noun>.self, UnrestrictEntityCommand<Noun>.self,
            ]
        )
    }
}

/// The subcommands for locations.
struct LocationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "location",
        abstract: Message("Register, list, show and change locations."),
        discussion: Message(
            "Locations are fixed places within each other: site, building, room, bay, shelf, position."
        ),
        subcommands: [
            AddLocationCommand.self, ListEntitiesCommand<LocationNoun>.self, ShowEntityCommand<LocationNoun>.self,
            ChangeLocationCommand.self,
        ]
    )
}

/// The subcommands for custodians.
struct CustodianCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "custodian",
        abstract: Message("Register, list, show, change and expunge custodians."),
        discussion: Message(
            "Custodians are the people and units that answer for what they have; their badges bear barcodes."
        ),
        subcommands: [
            AddCustodianCommand.self, ListEntitiesCommand<CustodianNoun>.self, ShowEntityCommand<CustodianNoun>.self,
            ChangeCustodianCommand.self, ExpungeEntityCommand<CustodianNoun>.self,
        ]
    )
}
