import Wire

/// Where a thing was at a moment in the past.
struct PastWhereabouts: Presentable {
    let whereabouts: WhereaboutsResource
    /// As it was asked for.
    let moment: String

    var document: WhereaboutsResource { whereabouts }
    var lines: [StyledText] { whereabouts.lines(at: moment) }
    var identifiers: [String] { whereabouts.identifiers }
}
