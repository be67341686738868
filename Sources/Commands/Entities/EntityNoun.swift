import Wire

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
