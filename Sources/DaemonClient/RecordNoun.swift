import Wire

/// The types of record, each with its own path.
public enum RecordNoun: String, Sendable, Hashable, CaseIterable {
    case container
    case custodian
    case item
    case location

    var path: String {
        switch self {
        case .container: API.containers
        case .custodian: API.custodians
        case .item: API.items
        case .location: API.locations
        }
    }
}
