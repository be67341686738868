extension ScannerReader {
    /// The layouts under which a gun that nobody knows is understood.
    public static let pairingLayouts: [KeyboardLayout] =
        ["us", "gb", "de", "fr", "be", "cz", "ch", "es", "it"].map { KeyboardLayout(name: $0) }
        + [KeyboardLayout(name: "us", variant: "dvorak")]

    /// Listens for `limit` to all keyboards that nobody has named, and tells which one types `text`.
    ///
    /// Nothing is grabbed, so that people type on; what else they type is forgotten key by key on the reading thread.
    /// A scanner that is named already may type it too; then it is no event. `text` is eight or more capital letters
    /// and digits.
    public func pair(
        typing text: String,
        within limit: Duration = .seconds(60),
        layouts: [KeyboardLayout] = pairingLayouts
    ) async throws(ScannerPairingError) -> PairedScanner {
        guard let mailbox = runningMailbox else { throw .notRunning }
        let patterns = try await Self.patterns(spelling: text, under: layouts)
        let request = PairingRequest(text: text, patterns: patterns, limit: limit)
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
    private static func patterns(
        spelling text: String,
        under layouts: [KeyboardLayout]
    ) async throws(ScannerPairingError) -> [PairingPattern] {
        let answer: Result<[PairingPattern], ScannerPairingError> = await withCheckedContinuation { continuation in
            do throws(ScannerReaderError) {
                try ReadingThread.start {
                    do throws(ScannerPairingError) {
                        continuation.resume(
                            returning: .success(try PairingPattern.all(spelling: text, under: layouts))
                        )
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
