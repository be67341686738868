import ArgumentParser
import Wire

/// The subcommands for items.
struct ItemCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item",
        abstract: "Register, list, show, change, seal and expunge items.",
        discussion: "Items are folders, volumes, media, evidence bags: the smallest things that change hands.",
        subcommands: [
            AddItemCommand.self, ListEntitiesCommand<ItemNoun>.self, ShowEntityCommand<ItemNoun>.self,
            ChangeEntityCommand<ItemNoun>.self, SealEntityCommand<ItemNoun>.self, UnsealEntityCommand<ItemNoun>.self,
            ExpungeEntityCommand<ItemNoun>.self,
            RestrictEntityCommand<ItemNoun>.self, UnrestrictEntityCommand<ItemNoun>.self,
        ]
    )
}

/// The subcommands for containers.
struct ContainerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "container",
        abstract: "Register, list, show, change, seal and expunge containers.",
        discussion: "Containers are boxes, crates, pallets and carts: things that hold others and move with them.",
        subcommands: [
            AddContainerCommand.self, ListEntitiesCommand<ContainerNoun>.self, ShowEntityCommand<ContainerNoun>.self,
            ChangeEntityCommand<ContainerNoun>.self, SealEntityCommand<ContainerNoun>.self,
            UnsealEntityCommand<ContainerNoun>.self,
            ExpungeEntityCommand<ContainerNoun>.self,
            RestrictEntityCommand<ContainerNoun>.self, UnrestrictEntityCommand<ContainerNoun>.self,
        ]
    )
}

/// The subcommands for locations.
struct LocationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "location",
        abstract: "Register, list, show and change locations.",
        discussion: "Locations are fixed places within each other: site, building, room, bay, shelf, position.",
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
        abstract: "Register, list, show, change and expunge custodians.",
        discussion: "Custodians are the people and units that answer for what they have; their badges bear barcodes.",
        subcommands: [
            AddCustodianCommand.self, ListEntitiesCommand<CustodianNoun>.self, ShowEntityCommand<CustodianNoun>.self,
            ChangeCustodianCommand.self, ExpungeEntityCommand<CustodianNoun>.self,
        ]
    )
}

/// The types of entity, as commands name them.
enum EntityNoun: String, CaseIterable {
    case container
    case custodian
    case item
    case location

    /// The requests about entities of this type.
    var requests: API.Entities {
        switch self {
        case .container: .containers
        case .custodian: .custodians
        case .item: .items
        case .location: .locations
        }
    }
}

/// A type of entity, as the type parameter of commands that all types share.
protocol EntityNounNaming: Sendable {
    static var noun: EntityNoun { get }
    static var plural: String { get }
    /// A barcode for the examples.
    static var example: String { get }
}

/// A type of entity that has kinds, such as boxes and crates.
protocol KindedNounNaming: EntityNounNaming {
    /// A kind for the help text.
    static var kindExample: String { get }
}

enum ItemNoun: KindedNounNaming {
    static let noun = EntityNoun.item
    static let plural = "items"
    static let kindExample = "medium"
    static let example = "FD0000000018"
}

enum ContainerNoun: KindedNounNaming {
    static let noun = EntityNoun.container
    static let plural = "containers"
    static let kindExample = "crate"
    static let example = "BX0000000014"
}

enum LocationNoun: EntityNounNaming {
    static let noun = EntityNoun.location
    static let plural = "locations"
    static let example = "LC000000001H"
}

enum CustodianNoun: EntityNounNaming {
    static let noun = EntityNoun.custodian
    static let plural = "custodians"
    static let example = "PN000000001N"
}
