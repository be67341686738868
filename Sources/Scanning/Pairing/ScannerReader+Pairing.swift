extension ScannerReader {
    /// The layouts under which a gun that nobody knows is understood.
    public static let pairingLayouts: [KeyboardLayout] =
        ["us", "gb", "de", "fr", "be", "cz", "ch", "es", "it"].map { KeyboardLayout(name: $0) }
        + [KeyboardLayout(name: "us", variant: "dvorak")]

    /// The framings under which a gun that nobody knows is understood; a pause ends what ends in no other way.
    public static let pairingFramings: [ScanFraming] = [.suffix, .stxEtx, .stxCarriageReturn, .escape, .idle]

    /// Listens for `limit` to all keyboards and HID POS scanners that are not read, and returns the one that sends `text`.
    ///
    /// With `listensToLines` serial lines over USB are listened to as well, at 9600 bits per second. Of keyboards nothing is
    /// grabbed, so that people type on; what else they type is forgotten line by line on the reading thread.
    /// A scanner that is named already may type it too; then it is no event. `text` is eight or more capital letters
    /// and digits. A device is paired only when it can be known again and told from all others that are plugged in.
    public func pair(
        typing text: String,
        within limit: Duration = .seconds(60),
        layouts: [KeyboardLayout] = pairingLayouts,
        framings: [ScanFraming] = pairingFramings,
        listensToLines: Bool = false
    ) async throws(ScannerPairingError) -> PairedScanner {
        guard let mailbox = runningMailbox else { throw .notRunning }
        let request = try await Self.request { () throws(ScannerPairingError) in
            try PairingRequest(
                text: text,
                layouts: layouts,
                framings: framings,
                limit: limit,
                listensToLines: listensToLines
            )
        }
        let answer = await withTaskCancellationHandler {
            mailbox.send(.pair(request))
            return await request.answer()
        } onCancel: {
            request.finish(.failure(.cancelled))
            mailbox.send(.endPairing(request))
        }
        return try answer.get()
    }

    /// Compiles the layouts on a thread of their own: it takes longer than a thread of the pool may be blocked.
    private static func request(
        _ make: @escaping @Sendable () throws(ScannerPairingError) -> PairingRequest
    ) async throws(ScannerPairingError) -> PairingRequest {
        let answer: Result<PairingRequest, ScannerPairingError> = await withCheckedContinuation { continuation in
            do throws(ScannerReaderError) {
                try ReadingThread.start {
                    do throws(ScannerPairingError) {
                        continuation.resume(returning: .success(try make()))
                    } catch {
                        continuation.resume(returning: .failure(error))
                    }
                }
            } catch {
                continuation.resume(returning: .failure(.notRunning))
            }
        }
        return try answer.get()
    }
}
