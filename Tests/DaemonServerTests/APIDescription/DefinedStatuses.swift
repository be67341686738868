import Wire

@testable import DaemonServer
@testable import DaemonServices

/// The statuses that the definitions of the requests have.
struct DefinedStatuses {
    private struct Line {
        let method: String
        let segments: [Substring]
        let statuses: Set<Int>
    }

    private let lines: [Line]

    init(of routes: [Route]) {
        lines = routes.map(\.outline).map { outline in
            let success = outline.refusals.contains(416) ? [outline.success, 206] : [outline.success]
            return Line(
                method: outline.method.rawValue,
                segments: outline.path.split(separator: "/"),
                statuses: outline.refusals.union(success)
            )
        }
    }

    /// The statuses of requests to `target`, a path with its query; nil if there are no such requests.
    func of(_ method: String, _ target: String) -> Set<Int>? {
        let segments = target.prefix { $0 != "?" }.split(separator: "/")
        return lines.first { line in
            guard line.method == method, line.segments.count <= segments.count else { return false }
            guard line.segments.count == segments.count || line.segments.last == "{tile}" else { return false }
            return zip(line.segments, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }?.statuses
    }
}
