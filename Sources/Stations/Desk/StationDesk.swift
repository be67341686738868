import Barcodes
import Circulation
import Localization
import TransferLog
import Vocabulary

/// Handles one reading at one station, within one transaction.
struct StationDesk {
    let transaction: LogTransaction
    let settings: CirculationSettings
    let stored: StoredReading
    /// The session to which the reading belongs.
    let sessionName: SessionName

    /// - Parameter name: the session; nil for that of the reading's station or, in a file, of its terminal.
    init(
        _ stored: StoredReading,
        as name: SessionName? = nil,
        settings: CirculationSettings,
        in transaction: LogTransaction
    ) {
        self.transaction = transaction
        self.settings = settings
        self.stored = stored
        sessionName =
            name ?? stored.batch.map { SessionName(of: $0, scanner: stored.reading.scanner) }
            ?? SessionName(stored.reading.station)
    }

    private var isFromFile: Bool { stored.batch != nil }

    /// Interprets the reading and carries out what it means.
    func handle() throws -> StationReply {
        let sender = stored.reading.principal
        var session = try session()
        let duties = try StationDuties(session, by: sender, settings: settings, in: transaction)
        // A context that is concealed from the clerk is closed, regardless of who opened it.
        if try hides(session.context) { session.close(at: session.touchedAt) }
        let scanned: Scanned
        switch try self.scanned() {
        case .failure(let refusal):
            if isFromFile { try transaction.save(closed(session), of: sessionName) }
            // The number of an item, even an invalid one, cannot have been meant as a place.
            let isNoPlace = isFromFile || ReadingInterpretation.isItem(stored.reading)
            return StationReply(isNoPlace ? refusal : try closeAfter(refusal))
        case .success(let found): scanned = found
        }
        // A barcode that is concealed from the clerk must not be registered again. It is reported as unknown.
        if case .unknown(let barcode) = scanned, barcode.minted != nil, settings.registersOnFirstScan,
            try transaction.view.holds(barcode)
        {
            return StationReply(try refused(.unknown(barcode), of: scanned, in: session))
        }
        if let refusal = try duties.objection(to: scanned, in: transaction.view) {
            return StationReply(try refused(refusal, of: scanned, in: session))
        }
        if let refusal = inTheFuture() { return StationReply(refusal) }
        var step = StationGrammar.step(
            session,
            scanned: scanned,
            role: stored.reading.role,
            station: isFromFile ? StationProfile() : try profile(session, sender),
            at: isFromFile ? stored.occurredAt : stored.recordedAt,
            settings: settings
        )
        // No clerk is watching while a file is taken, and the unrecognised code may have been the next place.
        if isFromFile { closeAfterRefusal(&step, of: scanned) }
        let attribution = Attribution(of: stored, by: session.clerk)
        var reply = try perform(step.act, next: &step.session, by: attribution)
        if case .mode(let act) = step.act, act.closesWhenRefused, reply.verdict == .refused {
            step.session.close(at: step.session.touchedAt)
            reply = reply.adding(StationGrammar.closingRemark)
        }
        try transaction.save(step.session, of: sessionName)
        return reply
    }

    /// Replays only the opening and closing of places by an earlier reading of a file, without its moves.
    func followPlaces() throws {
        let session = try session()
        guard case .success(let scanned) = try scanned() else {
            return try transaction.save(closed(session), of: sessionName)
        }
        var step = StationGrammar.step(
            session,
            scanned: scanned,
            role: stored.reading.role,
            at: stored.occurredAt,
            settings: settings
        )
        closeAfterRefusal(&step, of: scanned)
        try transaction.save(step.session, of: sessionName)
    }

    /// Closes the station's open context because the scanned code is unknown, and adds that to the refusal.
    func closeAfter(_ refusal: Refusal) throws -> Refusal {
        var session = try session()
        if try hides(session.context) { session.close(at: session.touchedAt) }
        let closing = StationGrammar.missed(refusal, in: &session, at: stored.recordedAt)
        try transaction.save(session, of: sessionName)
        return closing
    }

    private func hides(_ context: StationContext) throws -> Bool { try transaction.view.hides(context) }

    /// Returns the session.
    ///
    /// In a file that marks its places or has no times, pauses do not close it.
    private func session() throws -> StationSession {
        let instant = isFromFile ? stored.occurredAt : stored.recordedAt
        var session = try transaction.session(of: sessionName) ?? newSession(at: instant)
        let isWithoutTime = isFromFile && stored.occurredAt == stored.recordedAt
        if stored.reading.role != nil || isWithoutTime { session.touchedAt = instant }
        return isFromFile ? session : StationGrammar.lapsed(session, at: instant, settings: settings)
    }

    /// Returns a new session with the next run number, because an ended session loses its number and what was done in
    /// it must not belong to the new run.
    private func newSession(at instant: Timestamp) throws -> StationSession {
        var session = StationSession.closed(at: instant)
        session.run = try transaction.view.replies(at: sessionName, limit: 1).first.map { $0.run + 1 } ?? 0
        return session
    }

    private func profile(_ session: StationSession, _ sender: Principal) throws -> StationProfile {
        let view = transaction.view
        var profile = StationProfile()
        if let special = settings.stations[stored.reading.station] {
            profile.location = try special.location.flatMap { try view.entity(barcode: $0) }
            profile.returns = special.returns
            profile.needsSignIn = special.needsSignIn
        }
        if StationDuties.needSignIn(sender, settings: settings) { profile.needsSignIn = true }
        profile.badges = Set(settings.badges.keys)
        profile.waiting = try session.waiting.flatMap { try view.entity($0) }
        return profile
    }

    private func closeAfterRefusal(_ step: inout (session: StationSession, act: StationAct), of scanned: Scanned) {
        guard case .refused = step.act, stored.reading.role == .place || !scanned.isThing else { return }
        step.session = closed(step.session)
    }

    /// Returns the refusal of a reading before the grammar handles it.
    ///
    /// The open context closes as after a refusal by the grammar.
    private func refused(_ refusal: Refusal, of scanned: Scanned, in session: StationSession) throws -> Refusal {
        guard !isFromFile, StationGrammar.mayHaveOpened(scanned, after: session.armed) else { return refusal }
        return try closeAfter(refusal)
    }

    private func closed(_ session: StationSession) -> StationSession {
        stored.reading.role == .thing ? session : .closed(at: stored.occurredAt)
    }

    /// Refuses times in the future: a terminal whose clock is ahead would record moves that later ones cannot
    /// supersede.
    private func inTheFuture() -> Refusal? {
        guard isFromFile, stored.occurredAt > stored.recordedAt.advanced(bySeconds: Circulation.clockTolerance) else {
            return nil
        }
        let what = Message(
            "cannot take what was read at \(stored.occurredAt, "time"): that is still to come; set the terminal's clock"
        )
        return Refusal(.inTheFuture, what)
    }

    private func scanned() throws -> Result<Scanned, Refusal> {
        switch ReadingInterpretation(of: stored.reading) {
        case .refused(let refusal):
            return .failure(refusal)
        case .barcode(let barcode):
            let view = transaction.view
            if let minted = barcode.minted, let command = ControlCommand(minted) { return .success(.control(command)) }
            if let command = settings.functionCodes[barcode.text] { return .success(.control(command)) }
            if let entity = try view.entity(barcode: barcode) { return .success(.known(entity)) }
            if let minted = barcode.minted, let list = try view.pullList(barcode: minted) {
                return .success(.list(list))
            }
            // The first character may be the mark of the portable format or part of the number.
            if stored.reading.role != nil, let unmarked = try? Barcode(parsing: String(barcode.text.dropFirst())) {
                if let entity = try view.entity(barcode: unmarked) { return .success(.known(entity)) }
                if unmarked.minted != nil { return .success(.unknown(unmarked)) }
            }
            return .success(.unknown(barcode))
        }
    }
}
