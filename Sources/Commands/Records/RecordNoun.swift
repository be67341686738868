import Wire

/// The types of record, as commands name them.
enum RecordNoun: String, CaseIterable {
    case container
    case custodian
    case item
    case location

    /// The requests about records of this type.
    var requests: API.Records {
        switch self {
        case .container: .containers
        case .custodian: .custodians
        case .item: .items
        case .location: .locations
        }
    }
}
