extension ScannerReader {
    /// The layouts tried for an unknown scanner.
    public static let pairingLayouts: [KeyboardLayout] =
        ["us", "gb", "de", "fr", "be", "cz", "ch", "es", "it"].map { KeyboardLayout(name: $0) }
        + [KeyboardLayout(name: "us", variant: "dvorak")]

    /// The framings tried for an unknown scanner; with the last one, a pause ends a barcode.
    public static let pairingFramings: [ScanFraming] = [.suffix, .stxEtx, .stxCarriageReturn, .escape, .idle]

    /// Listens for at most `limit` to all unread keyboards and HID POS scanners, and returns the one that sends
    /// `text`.
    ///
    /// With `listensToLines`, also listens to USB serial lines at 9600 bits per second. Keyboards are not grabbed, so
    /// typing continues normally; other text is discarded line by line on the reading thread. A scanner that is
    /// already named may type the text too; this produces no event. `text` must be eight or more upper-case letters
    /// and digits. A device is paired only if it can be recognised again and distinguished from all others plugged
    /// in.
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

    /// Compiles the layouts on a separate thread, because this takes too long for a thread of the cooperative pool.
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
