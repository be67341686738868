import CommandBasics
import DaemonClient
import Glibc
import Localization
import Terminal
import Wire

/// Sends the codes of an image as readings: the location first, then the items and containers.
struct ImageScan {
    let daemon: DaemonClient
    let output: Output
    let path: String
    /// Whether to proceed without confirmation.
    let isAgreed: Bool

    /// Decodes the image, shows the planned moves, and asks for confirmation; returns nil if the user declines.
    func plan() async throws -> PhotographedRun? {
        let image = try await FileBytes.all(path: path, limit: API.longestImage)
        let response = try await daemon.decode(image: image, mode: "thorough")
        if !response.isComplete { await output.complain(Message("\(path, "file"): not all of it could be read")) }
        guard !response.codes.isEmpty else {
            throw CommandFailure(
                .refused,
                Message("cannot find a code in \(path, "file"): go closer, or hold the camera still")
            )
        }
        let run = try await PhotographedRun(response.codes, daemon: daemon)
        await output.remark(run.lines)
        guard !isAgreed else { return run }
        guard path != "-", isatty(STDIN_FILENO) == 1 else {
            throw CommandFailure(
                .usage,
                Message("cannot ask whether this is right: look at it, then repeat it with --yes")
            )
        }
        await output.complain(
            Message("move \(run.things.count, "count") to \(run.place.code.text, "place")? [y/N]")
        )
        return Answer.isYes(readLine(strippingNewline: true)) ? run : nil
    }

    /// Sends the readings; throws a failure if one is refused.
    func apply(_ run: PhotographedRun, at station: String) async throws {
        var isRefused = false
        for thing in [run.place] + run.things {
            let reading = ReadingRequest(text: thing.code.text, station: station, symbology: thing.code.symbology)
            let outcome = try await daemon.ask(API.Readings.record, reading)
            try await output.showNext(outcome)
            guard outcome.isRefused else { continue }
            isRefused = true
            if output.format == .quiet { await output.complain(Message("refused: \(outcome.message, "reason")")) }
            // Without the place, nothing else can be taken.
            if thing.code == run.place.code { break }
        }
        if isRefused { throw CommandFailure(.refused) }
    }
}

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
                    ? Message(
                        "cannot tell where the things are: no known location is in the image, take its label into the "
                            + "picture"
                    )
                    : Message(
                        "cannot tell where the things are: several locations are in the image (\(names, "places")), "
                            + "photograph one at a time"
                    )
            )
        }
        guard !things.isEmpty else {
            throw CommandFailure(
                .refused,
                Message("cannot move anything: \(place.code.text, "place") is all that is in the image")
            )
        }
        self.place = place
        self.things = things
        self.leftOut = leftOut
    }

    /// The planned moves, for display.
    var lines: [StyledText] {
        let title = StyledText(place.code.text, .strong) + StyledText("  \(place.known?.title ?? "")")
        let moves = things.map { thing in
            let now = (thing.known?.placement.words ?? Message("new", context: "thing")).shown
            let name = thing.known?.title.map { "  \($0)" } ?? ""
            return StyledText("  ") + StyledText(thing.code.text, .strong) + StyledText("\(name)  (\(now))")
        }
        return [title] + moves
            + leftOut.map { code in
                let what = Message("\(code.symbology, "symbology") \(code.text, "code"): not registered")
                return "  " + what.styled(.warning)
            }
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
