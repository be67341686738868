import CommandBasics
import DaemonClient
import Terminal
import Wire

/// A run of moves from a photograph: a location, and the items and containers there.
struct PhotographedRun {
    /// An item or container with its current placement; nil if it is not registered yet.
    typealias Thing = (code: CodeResource, known: WhereaboutsResource?)

    let place: Thing
    let things: [Thing]
    /// Unknown codes that are not minted numbers.
    let leftOut: [CodeResource]

    /// Looks up every code that was found.
    ///
    /// Throws unless there is exactly one location and at least one other code.
    init(_ codes: [CodeResource], daemon: DaemonClient) async throws {
        var places: [Thing] = []
        var things: [Thing] = []
        var leftOut: [CodeResource] = []
        var seen: Set<String> = []
        for code in codes where seen.insert(code.text).inserted {
            switch try await Self.whereabouts(of: code.text, daemon) {
            case let known? where known.type == "location": places.append((code, known))
            case let known?: things.append((code, known))
            case nil where Self.isMinted(code.text): things.append((code, nil))
            case nil: leftOut.append(code)
            }
        }
        guard let place = places.first, places.count == 1 else {
            let names = places.map { "\($0.code.text) \($0.known?.title ?? "")" }.joined(separator: ", ")
            throw CommandFailure(
                .refused,
                places.isEmpty
                    ? "cannot tell where the things are: no known location is in the image, "
                        + "take its label into the picture"
                    : "cannot tell where the things are: several locations are in the image (\(names)), "
                        + "photograph one at a time"
            )
        }
        guard !things.isEmpty else {
            throw CommandFailure(.refused, "cannot move anything: \(place.code.text) is all that is in the image")
        }
        self.place = place
        self.things = things
        self.leftOut = leftOut
    }

    /// The planned moves, for display.
    var lines: [StyledText] {
        let title = StyledText(place.code.text, .strong) + StyledText("  \(place.known?.title ?? "")")
        let moves = things.map { thing in
            let now = thing.known.map { "\($0.placement.words)" } ?? "new"
            let name = thing.known?.title.map { "  \($0)" } ?? ""
            return StyledText("  ") + StyledText(thing.code.text, .strong) + StyledText("\(name)  (\(now))")
        }
        return [title] + moves + leftOut.map { StyledText("  \($0.symbology) \($0.text): not registered", .warning) }
    }

    private static func whereabouts(of text: String, _ daemon: DaemonClient) async throws -> WhereaboutsResource? {
        do {
            return try await daemon.ask(API.Whereabouts.show, at: text)
        } catch .problem(let problem) where [.notFound, .usage].contains(ExitCodes(problem)) {
            return nil
        }
    }

    /// Whether the code may be a minted number of a box or folder, which the first reading registers.
    ///
    /// The daemon verifies the check character.
    private static func isMinted(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 12, text.hasPrefix("BX") || text.hasPrefix("FD") else { return false }
        return bytes[2..<11].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
