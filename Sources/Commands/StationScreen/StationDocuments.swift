import Wire

/// Stations as they are now, for programs.
struct StationDocuments: Presentable {
    let stations: [StationResource]

    var document: [StationResource] { stations }
    var lines: [StyledText] { identifiers.map { StyledText($0) } }
    var identifiers: [String] { stations.map(\.station) }
}
