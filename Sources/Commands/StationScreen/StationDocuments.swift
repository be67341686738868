import Wire

/// The current state of stations, for programs.
struct StationDocuments: Presentable {
    let stations: [StationResource]

    var document: ListDocument<StationResource> { ListDocument(all: stations) }
    var lines: [StyledText] { identifiers.map { StyledText($0) } }
    var identifiers: [String] { stations.map(\.station) }
}
