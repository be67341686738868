import Terminal
import Wire

/// Where an entity was at a time in the past.
struct PastWhereabouts: Presentable {
    let whereabouts: WhereaboutsResource
    /// The requested time, as written.
    let moment: String

    var document: WhereaboutsResource { whereabouts }
    var lines: [StyledText] { whereabouts.lines(at: moment) }
    var identifiers: [String] { whereabouts.identifiers }
}
