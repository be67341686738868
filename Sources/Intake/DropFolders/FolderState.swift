import Dispatch
import Localization
import Settings
import Synchronization
import TransferLog
import Vocabulary

/// The troubles that prevent scans in one drop folder from being filed, and since when.
///
/// Surveys run on a thread of their own, one at a time, so that a file server that never responds blocks only that
/// thread.
final class FolderState: Sendable {
    /// The maximum age of a survey that answers a query.
    private static let freshness = Duration.seconds(2)
    /// How long a caller waits for a survey.
    private static let patience = Duration.seconds(2)

    private struct Sighting {
        let identity: FileIdentity
        let at: ContinuousClock.Instant
    }

    private struct State {
        var begun: (at: ContinuousClock.Instant, time: Timestamp)?
        var ended: ContinuousClock.Instant?
        var troubles: [FolderTrouble] = []
        /// The drafts, with the time at which each was first seen in its current state.
        var drafts: [String: Sighting] = [:]
        var since: [FolderTrouble.Kind: Timestamp] = [:]
        var wasMounted = false
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var lastWaiter = 0
    }

    private let folder: DropFolderConfiguration
    private let held: HeldFiles?
    private let clock: UTCClock
    /// How long a survey may take before the folder counts as unresponsive.
    private let longest: Duration
    /// The survey function; tests replace it to simulate a file server that does not respond.
    private let survey: @Sendable (String) -> FolderSurvey
    private let queue = DispatchQueue(label: "outguide.folder-survey")
    private let state = Mutex(State())

    init(
        of folder: DropFolderConfiguration,
        held: HeldFiles? = nil,
        clock: UTCClock = .system,
        longest: Duration = .seconds(10),
        survey: @escaping @Sendable (String) -> FolderSurvey = { FolderSurvey(path: $0) }
    ) {
        self.folder = folder
        self.held = held
        self.clock = clock
        self.longest = longest
        self.survey = survey
    }

    /// The current troubles, worst first; after two seconds, those of the last survey.
    func troubles() async -> [FolderTrouble] {
        await withCheckedContinuation { continuation in
            let (waiter, begins) = state.withLock { state -> (Int?, Bool) in
                let now = ContinuousClock.now
                if let begun = state.begun {
                    guard now - begun.at < Self.patience else { return (nil, false) }
                } else if let ended = state.ended, now - ended < Self.freshness {
                    return (nil, false)
                }
                let begins = state.begun == nil
                if begins { state.begun = (now, clock.now()) }
                state.lastWaiter += 1
                state.waiters[state.lastWaiter] = continuation
                return (state.lastWaiter, begins)
            }
            guard let waiter else { return continuation.resume() }
            if begins { queue.async { self.look() } }
            DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(2)) {
                self.state.withLock { $0.waiters.removeValue(forKey: waiter) }?.resume()
            }
        }
        return state.withLock { state in
            guard let begun = state.begun, ContinuousClock.now - begun.at >= longest else { return state.troubles }
            return [FolderTrouble(kind: .unresponsive, path: folder.path, since: begun.time)]
        }
    }

    /// Runs a survey; blocks as long as the file system does.
    private func look() {
        let found = survey(folder.path)
        let drafts = written(of: found.drafts)
        let waiters = state.withLock { state in
            state.troubles = Self.troubles(of: found, drafts, in: folder, held?[folder.path], at: clock.now(), &state)
            state.begun = nil
            state.ended = ContinuousClock.now
            defer { state.waiters = [:] }
            return state.waiters
        }
        for waiter in waiters.values { waiter.resume() }
    }

    /// Drafts unchanged for a long time that are not known to be open in a program.
    private func written(of drafts: [FolderSurvey.Draft]) -> [FolderSurvey.Draft] {
        let now = ContinuousClock.now
        let longest = Duration.seconds(12 * folder.settle)
        let old = state.withLock { state in
            let known = state.drafts
            state.drafts = [:]
            for draft in drafts {
                let sighting = known[draft.name].flatMap { $0.identity == draft.identity ? $0 : nil }
                state.drafts[draft.name] = sighting ?? Sighting(identity: draft.identity, at: now)
            }
            return drafts.filter { state.drafts[$0.name].map { now - $0.at >= longest } ?? false }
        }
        let path = DropFolder(path: folder.path)
        return old.enumerated().filter { index, draft in
            // Checking the first hundred is enough for the displayed names.
            index >= 100 || !path.isBeingWritten(WaitingFile(name: draft.name, identity: draft.identity))
        }.map(\.element)
    }

    private static func troubles(
        of found: FolderSurvey,
        _ drafts: [FolderSurvey.Draft],
        in folder: DropFolderConfiguration,
        _ held: HeldFiles.Folder?,
        at now: Timestamp,
        _ state: inout State
    ) -> [FolderTrouble] {
        var tallies = found.tallies
        for draft in drafts {
            tallies[.unfinished, default: .init()].add(
                Message(verbatim: ShownName.of(draft.name.utf8))
            )
        }
        if found.isListed {
            if found.isMountPoint {
                state.wasMounted = true
            } else if state.wasMounted {
                tallies[.unmounted] = FolderSurvey.Tally(reason: Message("it was mounted before"))
            }
            if let held {
                tallies[.waiting] = FolderBacklog(held, settle: folder.settle, at: now).tally
                if let reason = FolderBacklog.notWatched(held, at: now) {
                    tallies[.notWatched] = FolderSurvey.Tally(reason: reason)
                }
            }
        }
        state.since = state.since.filter { tallies[$0.key] != nil }
        return FolderTrouble.Kind.allCases.compactMap { kind in
            guard let tally = tallies[kind] else { return nil }
            let first = state.since[kind] ?? now
            state.since[kind] = first
            let since = tally.oldest.map { min($0, first) } ?? first
            return FolderTrouble(
                kind: kind,
                path: folder.path,
                count: tally.count,
                isComplete: tally.isComplete,
                names: tally.names,
                reason: tally.reason,
                since: since,
                isOld: now.microseconds - since.microseconds >= 86_400_000_000
            )
        }
    }
}
