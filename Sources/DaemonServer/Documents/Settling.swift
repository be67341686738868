import Records

/// What is known of the files in a drop folder from looking at it again and again: which are complete, and in which order
/// they come.
///
/// A file is complete when nobody writes it and it has stayed as it is for the period; when another name was given to it, at
/// once. Where the kernel cannot say who writes, it has to stay as it is for twelve times as long. A writer that paused
/// before is given twice its pause. All this is measured by the daemon's clock; the clock of a file server is compared
/// with nothing but itself.
struct Settling {
    fileprivate struct State {
        var identity: FileIdentity
        var fileName: String
        var name: NaturalName
        /// When the daemon first saw the file.
        let seen: ContinuousClock.Instant
        let seenAt: Timestamp
        /// When it last saw a change.
        var since: ContinuousClock.Instant
        var longestPause = Duration.zero
        var round: Int
        var ordinal: Int?
        var isRenamed = false
        var isCreatedHere = false
        /// The earliest of the times that the file ever showed.
        var began: Int64
        /// Whether the file was there before the daemon looked, so that nobody knows how it came.
        let isFound: Bool
        /// When it was first complete, as it is now.
        var completeSince: ContinuousClock.Instant?
        var notBefore: ContinuousClock.Instant?
        /// Among how many files it is whose order cannot be determined.
        var unordered: Int?
    }

    let period: Duration
    /// For how long a file has to stay as it is where nobody knows who writes it.
    var longer: Duration { period * 12 }

    private var states: [String: State] = [:]
    private var hasLooked = false
    private var lastOrdinal = 0
    private var lastArrival: ContinuousClock.Instant?
    private var round = 0
    private var freed: Set<String> = []

    init(period: Duration) { self.period = period }

    // MARK: - What is there

    /// Takes in all files that are there at `now`, which is `time`, and the names that the kernel reported since the
    /// last call.
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
                // A draft that gets its name keeps its place.
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

    /// The name of a filed file is free again: a file that gets it next comes after all that wait now.
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

    /// Whether the file is complete, if `writers` is what the kernel says of it.
    func isComplete(_ file: WaitingFile, writers: FileWriters, now: ContinuousClock.Instant) -> Bool {
        guard let state = state(of: file), !file.isDraft else { return false }
        return switch writers {
        case .some: false
        case .none: state.isRenamed || now - state.since >= state.patience(period)
        case .unknown: now - state.since >= state.patience(longer)
        }
    }

    /// When a file that is complete, and yet cannot be read, has had its time: what it holds by then is all that comes.
    mutating func settles(_ file: WaitingFile, now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        guard let state = state(of: file) else { return now + longer }
        if state.completeSince == nil { states[file.name]?.completeSince = now }
        return (state.completeSince ?? now) + longer
    }

    /// Whether an unfinished file under a draft's name may still become one.
    func isLive(_ draft: WaitingFile, now: ContinuousClock.Instant) -> Bool {
        guard let state = state(of: draft) else { return false }
        return now - state.since < longer
    }

    /// Does not offer the file again before `moment`, unless it changes.
    mutating func postpone(_ file: WaitingFile, until moment: ContinuousClock.Instant) {
        guard state(of: file) != nil else { return }
        states[file.name]?.notBefore = moment
    }

    func isPostponed(_ file: WaitingFile, now: ContinuousClock.Instant) -> Bool {
        state(of: file)?.notBefore.map { now < $0 } ?? false
    }

    // MARK: - In which order

    /// Whether files may still come that belong before this one: a batch is ordered once nothing more arrives, and a
    /// file waits for others no longer than a minute of the default period.
    func awaitsOthers(_ file: WaitingFile, now: ContinuousClock.Instant) -> Bool {
        guard let state = state(of: file), let lastArrival else { return false }
        return now - lastArrival < period && now - state.since < longer
    }

    /// The files in their order; those in one block have none that can be determined.
    func blocks(of files: [WaitingFile]) -> [[WaitingFile]] {
        let known = files.filter { state(of: $0) != nil }
        let entries = known.compactMap { file in state(of: file).map { $0.entry(of: file) } }
        return FilingOrder.blocks(of: entries).map { $0.map { known[$0] } }
    }

    /// Remembers that the order of these files cannot be determined, also when others of them are gone.
    mutating func noteUnknownOrder(of files: [WaitingFile]) {
        for file in files {
            guard let state = state(of: file) else { continue }
            states[file.name]?.unordered = max(files.count, state.unordered ?? 0)
        }
    }

    /// Among how many files this one is whose order cannot be determined; nil when its place is known.
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

    /// Takes in how the file looks now.
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
        // A file that was moved here was created somewhere else.
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

    /// A draft has its place by the name that it will get.
    private static func name(of file: WaitingFile) -> NaturalName {
        if case .draft(let name) = FileNameKind(file.name) { NaturalName(name) } else { NaturalName(file.name) }
    }
}
