import Barcodes
import TransferLog
import Vocabulary

/// Handles one reading at one station, within one transaction.
struct StationDesk {
    let transaction: LogTransaction
    let settings: CirculationSettings

    func handle(_ stored: StoredReading) throws -> StationReply {
        let isFromFile = stored.batch != nil
        let name = Self.session(of: stored)
        var session = try self.session(name, stored)
        let sender = stored.reading.principal
        let duties = try StationDuties(session, by: sender, settings: settings, in: transaction)
        // A context that is concealed from the clerk is closed, regardless of who opened it.
        if try Circulation.hides(session.context, in: transaction.view) { session.close(at: session.touchedAt) }
        let scanned: Scanned
        switch try self.scanned(stored.reading) {
        case .failure(let refusal):
            if isFromFile { try transaction.save(closed(session, stored), of: name) }
            // The number of an item, even an invalid one, cannot have been meant as a place.
            let isNoPlace = isFromFile || ReadingInterpretation.isItem(stored.reading)
            return StationReply(isNoPlace ? refusal : try closeAfter(refusal, stored))
        case .success(let found): scanned = found
        }
        // A barcode that is concealed from the clerk must not be registered again. It is reported as unknown.
        if case .unknown(let barcode) = scanned, barcode.minted != nil, settings.registersOnFirstScan,
            try transaction.view.holds(barcode)
        {
            return StationReply(try refused(.unknown(barcode), of: scanned, in: session, stored))
        }
        if let refusal = try duties.objection(to: scanned, in: transaction.view) {
            return StationReply(try refused(refusal, of: scanned, in: session, stored))
        }
        if let refusal = try inTheFuture(stored) { return StationReply(refusal) }
        var step = StationGrammar.step(
            session,
            scanned: scanned,
            role: stored.reading.role,
            station: isFromFile ? StationProfile() : try profile(of: stored.reading.station, session, sender),
            at: isFromFile ? stored.occurredAt : stored.recordedAt,
            settings: settings
        )
        // No clerk is watching while a file is taken, and the unrecognised code may have been the next place.
        if isFromFile { closeAfterRefusal(&step, of: scanned, stored) }
        let attribution = Attribution(
            principal: session.clerk.map { .custodian($0) } ?? stored.reading.principal,
            station: stored.reading.station,
            scanner: stored.reading.scanner,
            reading: stored.number,
            occurredAt: stored.occurredAt,
            isBackDated: isFromFile && stored.occurredAt < stored.recordedAt
        )
        var told = try perform(step.act, next: &step.session, at: name, by: attribution)
        // Otherwise the next scan would be recorded as found, although the clerk is reporting what is missing.
        if case .missed = step.act, told.verdict == .refused {
            step.session.close(at: step.session.touchedAt)
            told = told.adding(StationGrammar.closingRemark)
        }
        try transaction.save(step.session, of: name)
        return told
    }

    /// Returns the session to which a reading belongs.
    static func session(of stored: StoredReading) -> SessionName {
        stored.batch.map { SessionName(of: $0, scanner: stored.reading.scanner) }
            ?? SessionName(stored.reading.station)
    }

    /// Replays only the opening and closing of places by an earlier reading of a file, without its moves.
    func followPlaces(of stored: StoredReading, in name: SessionName) throws {
        let session = try session(name, stored)
        guard case .success(let scanned) = try scanned(stored.reading) else {
            return try transaction.save(closed(session, stored), of: name)
        }
        var step = StationGrammar.step(
            session,
            scanned: scanned,
            role: stored.reading.role,
            at: stored.occurredAt,
            settings: settings
        )
        closeAfterRefusal(&step, of: scanned, stored)
        try transaction.save(step.session, of: name)
    }

    /// Returns the session.
    ///
    /// In a file that marks its places or has no times, pauses do not close it.
    private func session(_ name: SessionName, _ stored: StoredReading) throws -> StationSession {
        let instant = stored.batch == nil ? stored.recordedAt : stored.occurredAt
        var session = try transaction.session(of: name) ?? newSession(name, at: instant)
        let isWithoutTime = stored.batch != nil && stored.occurredAt == stored.recordedAt
        if stored.reading.role != nil || isWithoutTime { session.touchedAt = instant }
        return stored.batch == nil ? StationGrammar.lapsed(session, at: instant, settings: settings) : session
    }

    /// Returns a new session with the next run number, because an ended session loses its number and what was done in
    /// it must not belong to the new run.
    private func newSession(_ name: SessionName, at instant: Timestamp) throws -> StationSession {
        var session = StationSession.closed(at: instant)
        session.run = try transaction.view.told(at: name, limit: 1).first.map { $0.run + 1 } ?? 0
        return session
    }

    private func profile(
        of name: StationName,
        _ session: StationSession,
        _ sender: Principal
    ) throws -> StationProfile {
        let view = transaction.view
        var profile = StationProfile()
        if let special = settings.stations[name] {
            profile.location = try special.location.flatMap { try view.entity(barcode: $0) }
            profile.returns = special.returns
            profile.needsSignIn = special.needsSignIn
        }
        if StationDuties.needSignIn(sender, settings: settings) { profile.needsSignIn = true }
        profile.badges = Set(settings.badges.keys)
        profile.waiting = try session.waiting.flatMap { try view.entity($0) }
        return profile
    }

    private func closeAfterRefusal(
        _ step: inout (session: StationSession, act: StationAct),
        of scanned: Scanned,
        _ stored: StoredReading
    ) {
        guard case .refused = step.act, stored.reading.role == .place || !scanned.isThing else { return }
        step.session = closed(step.session, stored)
    }

    /// Returns the refusal of a reading before the grammar handles it.
    ///
    /// The open context closes as after a refusal by the grammar.
    private func refused(
        _ refusal: Refusal,
        of scanned: Scanned,
        in session: StationSession,
        _ stored: StoredReading
    ) throws -> Refusal {
        guard stored.batch == nil, StationGrammar.mayHaveOpened(scanned, after: session.armed) else { return refusal }
        return try closeAfter(refusal, stored)
    }

    /// Closes the station's open context because the scanned code is unknown, and adds that to the refusal.
    func closeAfter(_ refusal: Refusal, _ stored: StoredReading) throws -> Refusal {
        let name = Self.session(of: stored)
        var session = try session(name, stored)
        if try Circulation.hides(session.context, in: transaction.view) { session.close(at: session.touchedAt) }
        let told = StationGrammar.missed(refusal, in: &session, at: stored.recordedAt)
        try transaction.save(session, of: name)
        return told
    }

    private func closed(_ session: StationSession, _ stored: StoredReading) -> StationSession {
        stored.reading.role == .thing ? session : .closed(at: stored.occurredAt)
    }

    /// Refuses times in the future: a terminal whose clock is ahead would record moves that later ones cannot
    /// supersede.
    private func inTheFuture(_ stored: StoredReading) throws -> Refusal? {
        guard stored.batch != nil,
            stored.occurredAt > stored.recordedAt.advanced(bySeconds: Circulation.clockTolerance)
        else { return nil }
        let read = settings.clock.text(of: stored.occurredAt)
        let what = "cannot take what was read at \(read): that is still to come; set the terminal's clock"
        return Refusal(.inTheFuture, what)
    }

    private func scanned(_ reading: Reading) throws -> Result<Scanned, Refusal> {
        switch ReadingInterpretation(of: reading) {
        case .refused(let refusal):
            return .failure(refusal)
        case .barcode(let barcode):
            if let minted = barcode.minted, let command = ControlCommand(minted) { return .success(.control(command)) }
            if let command = settings.functionCodes[barcode.text] { return .success(.control(command)) }
            if let entity = try transaction.view.entity(barcode: barcode) { return .success(.known(entity)) }
            if let minted = barcode.minted, let list = try transaction.view.pullList(barcode: minted) {
                return .success(.list(list))
            }
            // The first character may be the mark of the portable format or part of the number.
            if reading.role != nil, let unmarked = try? Barcode(parsing: String(barcode.text.dropFirst())) {
                if let entity = try transaction.view.entity(barcode: unmarked) { return .success(.known(entity)) }
                if unmarked.minted != nil { return .success(.unknown(unmarked)) }
            }
            return .success(.unknown(barcode))
        }
    }
}
