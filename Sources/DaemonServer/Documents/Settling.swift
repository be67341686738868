/// Which files of a drop folder are whole; decides nothing else.
///
/// A file is whole when the kernel says that its writer closed it or gave it this name, and otherwise, as on a network
/// mount, when it stayed as it is for a while.
struct Settling {
    private struct State {
        var identity: FileIdentity
        var since: ContinuousClock.Instant
        var isClosed: Bool
        var notBefore: ContinuousClock.Instant?
    }

    let period: Duration
    private var states: [String: State] = [:]

    init(period: Duration) { self.period = period }

    /// Those of `files`, all that are there now, which are whole; `closed` are names that the kernel told since the
    /// last call.
    mutating func whole(
        _ files: [WaitingFile],
        closed: Set<String>,
        now: ContinuousClock.Instant
    ) -> [WaitingFile] {
        var next: [String: State] = [:]
        var whole: [WaitingFile] = []
        for file in files {
            var state = states[file.name] ?? State(identity: file.identity, since: now, isClosed: false)
            if state.identity != file.identity {
                state = State(identity: file.identity, since: now, isClosed: false)
            }
            if closed.contains(file.name) { state.isClosed = true }
            next[file.name] = state
            if let notBefore = state.notBefore, now < notBefore { continue }
            if state.isClosed || now - state.since >= period { whole.append(file) }
        }
        states = next
        return whole
    }

    /// Whether the file stayed as it is for the whole period, whatever the kernel said.
    func hasSettled(_ file: WaitingFile, now: ContinuousClock.Instant) -> Bool {
        guard let state = states[file.name], state.identity == file.identity else { return false }
        return now - state.since >= period
    }

    /// Does not offer the file again before `moment`.
    mutating func postpone(_ file: WaitingFile, until moment: ContinuousClock.Instant) {
        states[file.name]?.notBefore = moment
    }
}
