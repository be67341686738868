import Localization
import TransferLog
import Vocabulary

/// A mode of a station: while it is open, scans are counted, pulled or the like instead of moving to a place.
///
/// A mode declares what opens it, what a scan does in it and what `end` does. A new mode is a type in a file of its own
/// and an element of ``StationModes/all``: the grammar, the desk and the stored session know no mode by name.
protocol StationMode: Sendable {
    /// The word for the mode in the stored session and in JSON.
    var word: String { get }
    /// The mode's commands that wait for a barcode, with the prompt for the clerk.
    var prompts: [ControlCommand: Message] { get }
    /// Whether scans only check what the log says, which nobody may do to what they moved.
    var isAudit: Bool { get }
    /// Whether the mode stays open after a refused scan that may have been meant to open something else.
    var staysOpen: Bool { get }

    /// Returns the act for a command; nil for a command that the mode leaves to others.
    ///
    /// - Parameter open: the station's context while the mode is open, otherwise nil.
    func act(on command: ControlCommand, in open: StationContext?) -> StationAct?

    /// Returns the act for a barcode; nil for one that the mode leaves to others.
    ///
    /// - Parameters:
    ///   - armed: the command that waits for the barcode.
    ///   - open: the station's context while the mode is open, otherwise nil.
    func act(on scanned: Scanned, after armed: ControlCommand?, in open: StationContext?) -> StationAct?

    /// Returns how many of the items and containers are done, and how many there are.
    func progress(of open: StationContext, at name: SessionName, in view: LogView) throws -> ModeProgress?
}

/// How many of a mode's items and containers are done, and how many there are.
typealias ModeProgress = (done: Int, all: Int)

/// The act of a mode: what becomes of the session, and the work at the desk.
struct ModeAct: Sendable {
    /// What becomes of the session.
    enum Effect: Sendable, Hashable {
        case none
        case opens(StationContext)
        case arms(ControlCommand)
        case closes
    }

    typealias Work = @Sendable (StationDesk, Attribution, inout StationSession) throws -> StationReply

    let effect: Effect
    /// Whether a refusal closes the mode, because it would take the next scan for something else.
    let closesWhenRefused: Bool
    /// Carries the act out and returns the reply.
    let perform: Work
}

extension StationAct {
    static func mode(
        _ effect: ModeAct.Effect = .none,
        closesWhenRefused: Bool = false,
        perform: @escaping ModeAct.Work
    ) -> StationAct {
        .mode(ModeAct(effect: effect, closesWhenRefused: closesWhenRefused, perform: perform))
    }
}

/// The modes of the stations.
enum StationModes {
    static let all: [any StationMode] = [CountingMode(), PullingMode()]

    /// Returns the open mode; nil if none is open.
    static func mode(of context: StationContext) -> (any StationMode)? { all.first { $0.word == context.word } }

    /// Returns the act of the open mode or, if that leaves the scan to others, of the first mode that takes it.
    static func act(
        in context: StationContext,
        _ ask: (_ mode: any StationMode, _ open: StationContext?) -> StationAct?
    ) -> StationAct? {
        if let mode = mode(of: context), let act = ask(mode, context) { return act }
        for mode in all where mode.word != context.word {
            if let act = ask(mode, nil) { return act }
        }
        return nil
    }

    /// Returns the prompt of a mode's command that waits for a barcode; nil for other commands.
    static func prompt(for command: ControlCommand) -> Message? { all.lazy.compactMap { $0.prompts[command] }.first }
}
