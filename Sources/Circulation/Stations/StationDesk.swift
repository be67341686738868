import Barcodes
import Records
import TransferLog

/// Does at one station what one reading says, within one transaction.
struct StationDesk {
    let transaction: LogTransaction
    let settings: CirculationSettings

    func handle(_ stored: StoredReading) throws -> Told {
        let isFromFile = stored.batch != nil
        let name = Self.session(of: stored)
        var session = try self.session(name, stored)
        let sender = stored.reading.principal
        let duties = try StationDuties(session, by: sender, settings: settings, in: transaction)
        // What the clerk may not know of is not open for them, whoever opened it.
        if try Circulation.hides(session.context, in: transaction.view) { session.close(at: session.touchedAt) }
        let scanned: Scanned
        switch try self.scanned(stored.reading) {
        case .failure(let refusal):
            if isFromFile { try transaction.save(closed(session, stored), of: name) }
            // A number of an item, though a wrong one, is no place that was missed.
            let isNoPlace = isFromFile || ReadingInterpretation.isItem(stored.reading)
            return Told(isNoPlace ? refusal : try closeAfter(refusal, stored))
        case .success(let found): scanned = found
        }
        // What is kept from whoever stands here cannot be registered anew, and is told as what is not there.
        if case .unknown(let barcode) = scanned, barcode.minted != nil, settings.registersOnFirstScan,
            try transaction.view.holds(barcode)
        {
            return Told(try refused(.unknown(barcode), of: scanned, in: session, stored))
        }
        if let refusal = try duties.objection(to: scanned, in: transaction.view) {
            return Told(try refused(refusal, of: scanned, in: session, stored))
        }
        if let refusal = try inTheFuture(stored) { return Told(refusal) }
        var step = StationGrammar.step(
            session,
            scanned: scanned,
            role: stored.reading.role,
            station: isFromFile ? StationProfile() : try profile(of: stored.reading.station, session, sender),
            at: isFromFile ? stored.occurredAt : stored.recordedAt,
            settings: settings
        )
        // Nobody looks on while a file is taken: what was not understood may have been the next place.
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
        // What is scanned next would be taken for found, although the clerk says what is missing.
        if case .missed = step.act, told.verdict == .refused {
            step.session.close(at: step.session.touchedAt)
            told = told.adding(StationGrammar.closingRemark)
        }
        try transaction.save(step.session, of: name)
        return told
    }

    /// Whose open places a reading uses.
    static func session(of stored: StoredReading) -> SessionName {
        stored.batch.map { SessionName(of: $0, scanner: stored.reading.scanner) }
            ?? SessionName(stored.reading.station)
    }

    /// Opens and closes the places that a reading of a file opened and closed when it was taken, and does nothing else.
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

    /// What is open; where the file itself says which lines are places, or says no times, no pause closes them.
    private func session(_ name: SessionName, _ stored: StoredReading) throws -> StationSession {
        let instant = stored.batch == nil ? stored.recordedAt : stored.occurredAt
        var session = try transaction.session(of: name) ?? newSession(name, at: instant)
        let isWithoutTime = stored.batch != nil && stored.occurredAt == stored.recordedAt
        if stored.reading.role != nil || isWithoutTime { session.touchedAt = instant }
        return stored.batch == nil ? StationGrammar.lapsed(session, at: instant, settings: settings) : session
    }

    /// A session that somebody ended took its number along, and what was done in it is not of a new run.
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
            profile.location = try special.location.flatMap { try view.record(barcode: $0) }
            profile.returns = special.returns
            profile.needsSignIn = special.needsSignIn
        }
        if StationDuties.needSignIn(sender, settings: settings) { profile.needsSignIn = true }
        profile.badges = Set(settings.badges.keys)
        profile.waiting = try session.waiting.flatMap { try view.record($0) }
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

    /// The refusal of what was scanned before the grammar saw it; what is open closes as after a refusal of the grammar.
    private func refused(
        _ refusal: Refusal,
        of scanned: Scanned,
        in session: StationSession,
        _ stored: StoredReading
    ) throws -> Refusal {
        guard stored.batch == nil, StationGrammar.mayHaveOpened(scanned, after: session.armed) else { return refusal }
        return try closeAfter(refusal, stored)
    }

    /// Closes what is open at a station where nobody knows what was scanned, and says so.
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

    /// A terminal whose clock is ahead would make moves that later ones cannot replace.
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
            if let record = try transaction.view.record(barcode: barcode) { return .success(.known(record)) }
            if let minted = barcode.minted, let list = try transaction.view.pullList(barcode: minted) {
                return .success(.list(list))
            }
            // The mark of the portable format may stand before a number, or be a part of it.
            if reading.role != nil, let unmarked = try? Barcode(parsing: String(barcode.text.dropFirst())) {
                if let record = try transaction.view.record(barcode: unmarked) { return .success(.known(record)) }
                if unmarked.minted != nil { return .success(.unknown(unmarked)) }
            }
            return .success(.unknown(barcode))
        }
    }
}
