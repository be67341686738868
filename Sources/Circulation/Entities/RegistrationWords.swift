import Barcodes
import Localization
import Vocabulary

/// The refusals of registrations, in words that depend on the type to be registered.
enum RegistrationWords {
    static func unfit(_ home: Entity, asHomeOf type: EntityType) -> Message {
        switch type {
        case .item: Message("cannot make \(home.barcode, "place") the home of an item")
        case .container: Message("cannot make \(home.barcode, "place") the home of a container")
        case .location: Message("cannot make \(home.barcode, "place") the home of a location")
        case .custodian: Message("cannot make \(home.barcode, "place") the home of a custodian")
        }
    }

    static func unfit(_ parent: Entity, asParentOf type: EntityType) -> Message {
        let (place, kind) = (parent.barcode, parent.type.termWithArticle)
        return switch type {
        case .item: Message("cannot put an item into \(place, "place"): that is \(kind, "kind")")
        case .container: Message("cannot put a container into \(place, "place"): that is \(kind, "kind")")
        case .location: Message("cannot put a location into \(place, "place"): that is \(kind, "kind")")
        case .custodian: Message("cannot put a custodian into \(place, "place"): that is \(kind, "kind")")
        }
    }

    static func wrongPrefix(_ barcode: Barcode, for type: EntityType) -> Message {
        let prefix = type.prefix.rawValue
        return switch type {
        case .item:
            Message(
                "cannot give \(barcode, "barcode") to an item: barcodes of an item begin with \(prefix, "prefix")"
            )
        case .container:
            Message(
                "cannot give \(barcode, "barcode") to a container: "
                    + "barcodes of a container begin with \(prefix, "prefix")"
            )
        case .location:
            Message(
                "cannot give \(barcode, "barcode") to a location: "
                    + "barcodes of a location begin with \(prefix, "prefix")"
            )
        case .custodian:
            Message(
                "cannot give \(barcode, "barcode") to a custodian: "
                    + "barcodes of a custodian begin with \(prefix, "prefix")"
            )
        }
    }
}
