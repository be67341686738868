import Vocabulary

/// Tracks the files in a drop folder over repeated scans, to determine which are complete and how they are ordered.
///
/// A file is complete when no program is writing it and it has been unchanged for the period, or immediately after it
/// was renamed. Where the kernel cannot tell whether it is being written, it must be unchanged for twelve periods. A
/// writer that paused before gets twice its longest pause. All durations use the daemon's clock; times of a file
/// server are compared only with each other.
struct Settling {
    fileprivate struct State {
        var identity: FileIdentity
        var fileName: String
        var name: NaturalName
        /// When the daemon first saw the file.
        let seen: ContinuousClock.Instant
        let seenAt: Timestamp
        /// When the daemon last saw it change.
        var since: ContinuousClock.Instant
        var longestPause = Duration.zero
        var round: Int
        var ordinal: Int?
        var isRenamed = false
        var isCreatedHere = false
        /// The earliest of the times that the file has shown.
        var began: Int64
        /// Whether the file existed before the first scan, so that its arrival was not observed.
        let isFound: Bool
        /// When the file was first complete in its current state.
        var completeSince: ContinuousClock.Instant?
        var notBefore: ContinuousClock.Instant?
        /// The size of the group of files with undeterminable order that it belongs to.
        var unordered: Int?
    }

    let period: Duration
    /// How long a file must be unchanged where it is unknown whether it is being written.
    var longer: Duration { period * 12 }

    private var states: [String: State] = [:]
    private var hasLooked = false
    private var lastOrdinal = 0
    private var lastArrival: ContinuousClock.Instant?
    private var round = 0
    private var freed: Set<String> = []

    init(period: Duration) { self.period = period }

    // MARK: - What is there

    /// Updates the state with all files present at `now`, which is `time`, and the names that the kernel has reported
    /// since the last call.
    mutating func look(
        at files: [WaitingFile],
        arrivals: [FolderWatch.Arrival],
        now: ContinuousClock.Instant,
        time: Timestamp
    ) {
        var reported: [String: (ordinal: Int, isRenamed: Bool)] = [:]
        for arrival in arrivals {
            lastOrdinal += 1
            reported[arrival.name] = (lastOrdinal, arrival.isRenamed)
        }
        let names = Set(files.map(\.name))
        let gone = states.filter { !names.contains($0.key) }.values
        let renamed = Dictionary(gone.map { ($0.identity.inode, $0) }) { first, _ in first }
        var next: [String: State] = [:]
        for file in files {
            var state: State
            if let known = states[file.name], known.identity.isSameFile(as: file.identity),
                known.ordinal == nil || reported[file.name]?.isRenamed != false
            {
                state = known
            } else if let known = renamed[file.identity.inode], known.identity.isSameFile(as: file.identity) {
                state = known
            } else {
                if freed.contains(file.name) { beginRound() }
                state = State(file, now: now, time: time, round: round, isFound: !hasLooked)
                lastArrival = now
            }
            if let report = reported[file.name] {
                // A draft keeps its position when it gets its final name.
                if state.ordinal == nil {
                    state.ordinal = report.ordinal
                    state.isCreatedHere = !report.isRenamed
                }
                state.isRenamed = report.isRenamed
            }
            state.note(file, now: now)
            next[file.name] = state
        }
        states = next
        hasLooked = true
        if states.isEmpty { freed = [] }
    }

    /// Releases the name of a filed file; a file that next gets this name comes after all files now waiting.
    mutating func free(_ file: WaitingFile) {
        states[file.name] = nil
        freed.insert(file.name)
    }

    private mutating func beginRound() {
        round += 1
        freed = []
    }

    /// When the daemon first saw the file.
    func seen(_ file: WaitingFile) -> (at: ContinuousClock.Instant, time: Timestamp)? {
        state(of: file).map { ($0.seen, $0.seenAt) }
    }

    // MARK: - Whether a file is complete

    /// Whether the file is complete, given the kernel's report `writers`.
    func isComplete(_ file: WaitingFile, writers: FileWriters, now: ContinuousClock.Instant) -> Bool {
        guard let state = state(of: file), !file.isDraft else { return false }
        return switch writers {
        case .some: false
        case .none: state.isRenamed || now - state.since >= state.patience(period)
        case .unknown: now - state.since >= state.patience(longer)
        }
    }

    /// When a complete but unreadable file is given up, because no more of it is expected.
    mutating func settles(_ file: WaitingFile, now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        guard let state = state(of: file) else { return now + longer }
        if state.completeSince == nil { states[file.name]?.completeSince = now }
        return (state.completeSince ?? now) + longer
    }

    /// Whether an unfinished file with a draft name may still be completed.
    func isLive(_ draft: WaitingFile, now: ContinuousClock.Instant) -> Bool {
        guard let state = state(of: draft) else { return false }
        return now - state.since < longer
    }

    /// Holds the file back until `moment`, unless it changes.
    mutating func postpone(_ file: WaitingFile, until moment: ContinuousClock.Instant) {
        guard state(of: file) != nil else { return }
        states[file.name]?.notBefore = moment
    }

    func isPostponed(_ file: WaitingFile, now: ContinuousClock.Instant) -> Bool {
        state(of: file)?.notBefore.map { now < $0 } ?? false
    }

    // MARK: - In which order

    /// Whether files that belong before this one may still arrive.
    ///
    /// A batch is ordered when no more files arrive; a file waits for others at most a minute with the default
    /// period.
    func awaitsOthers(_ file: WaitingFile, now: ContinuousClock.Instant) -> Bool {
        guard let state = state(of: file), let lastArrival else { return false }
        return now - lastArrival < period && now - state.since < longer
    }

    /// The files in order; the order within one block cannot be determined.
    func blocks(of files: [WaitingFile]) -> [[WaitingFile]] {
        let known = files.filter { state(of: $0) != nil }
        let entries = known.compactMap { file in state(of: file).map { $0.entry(of: file) } }
        return FilingOrder.blocks(of: entries).map { $0.map { known[$0] } }
    }

    /// Records that the order of these files cannot be determined, even after some of them are gone.
    mutating func noteUnknownOrder(of files: [WaitingFile]) {
        for file in files {
            guard let state = state(of: file) else { continue }
            states[file.name]?.unordered = max(files.count, state.unordered ?? 0)
        }
    }

    /// The size of the group of files with undeterminable order that this file belongs to; nil when its position is
    /// known.
    func unordered(_ file: WaitingFile) -> Int? { state(of: file)?.unordered }

    private func state(of file: WaitingFile) -> State? {
        guard let state = states[file.name], state.identity == file.identity else { return nil }
        return state
    }
}

extension Settling.State {
    fileprivate init(_ file: WaitingFile, now: ContinuousClock.Instant, time: Timestamp, round: Int, isFound: Bool) {
        self.init(
            identity: file.identity,
            fileName: file.name,
            name: Self.name(of: file),
            seen: now,
            seenAt: time,
            since: now,
            round: round,
            began: file.identity.changedAt,
            isFound: isFound
        )
    }

    /// Updates the state from the file's current identity.
    fileprivate mutating func note(_ file: WaitingFile, now: ContinuousClock.Instant) {
        if file.name != fileName {
            fileName = file.name
            name = Self.name(of: file)
        }
        if file.identity != identity {
            longestPause = max(longestPause, now - since)
            identity = file.identity
            since = now
            completeSince = nil
            notBefore = nil
            unordered = nil
        }
        began = min(began, file.identity.changedAt)
        // A file that was moved here was created elsewhere, so its creation time is ignored.
        if !isRenamed, let created = file.createdAt { began = min(began, created) }
    }

    fileprivate func patience(_ period: Duration) -> Duration { max(period, min(longestPause * 2, .seconds(3_600))) }

    fileprivate func entry(of file: WaitingFile) -> FilingOrder.Entry {
        FilingOrder.Entry(
            name: name,
            round: round,
            began: began,
            ended: isFound ? max(began, file.identity.changedAt) : began,
            seen: seen,
            ordinal: ordinal,
            isCreatedHere: isCreatedHere
        )
    }

    /// A draft is ordered by its final name.
    private static func name(of file: WaitingFile) -> NaturalName {
        if case .draft(let name) = FileNameKind(file.name) { NaturalName(name) } else { NaturalName(file.name) }
    }
}
