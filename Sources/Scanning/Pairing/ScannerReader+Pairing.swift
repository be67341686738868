public import Localization

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
    ///
    /// - Throws: ``ScannerPairingError`` if nobody scans in time, or if the scanner cannot be recognised again.
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

/// Why no scanner was paired.
public enum ScannerPairingError: Error, Sendable, Hashable, MessageConvertible {
    /// The time limit has passed; this many keyboards could not be opened.
    case nobodyTyped(unreadable: Int)
    /// Another pairing is in progress.
    case alreadyPairing
    /// The text cannot be typed on every common keyboard, or is too short to be distinguished from ordinary typing.
    case unsuitableText
    /// The keys of the device with this name are created by a program.
    case madeByProgram(String)
    /// The device with this name is on a port that a keyboard may be plugged into as well.
    case sharedSocket(String)
    /// The device with this name has neither a serial number nor a port.
    case unidentifiable(String)
    /// Another device plugged in is identical to the one with this name in all criteria.
    case indistinguishable(String)
    /// The reader is not running, or was stopped in the meantime.
    case notRunning
    case cancelled

    /// The English text.
    public var description: String { message.english }

    public var message: Message {
        switch self {
        case .nobodyTyped(0):
            Message(
                "cannot pair: no scanner sent the barcode in time; pair a gun on a serial line with --serial, and set "
                    + "another one to keyboard or HID POS mode"
            )
        case .nobodyTyped(let count):
            Message(
                "cannot pair: no scanner sent the barcode in time, and {count} device cannot be opened; let outguided "
                    + "read it by the groups input and dialout",
                plural: "cannot pair: no scanner sent the barcode in time, and {count} devices cannot be opened; let "
                    + "outguided read them by the groups input and dialout",
                count: count
            )
        case .alreadyPairing: Message("cannot pair: another pairing is going on; wait for a minute")
        case .unsuitableText: Message("cannot pair by this text: take eight or more capital letters and digits")
        case .madeByProgram(let name):
            Message(
                "cannot pair \"\(name, "device")\": a program makes its keys, such as input-remapper or keyd, and would "
                    + "make those of keyboards too; let that program leave the gun alone, and pair again"
            )
        case .sharedSocket(let name):
            Message(
                "cannot pair \"\(name, "device")\": at this socket a gun cannot be told from a keyboard behind it; "
                    + "connect the gun by USB"
            )
        case .unidentifiable(let name):
            Message(
                "cannot pair \"\(name, "device")\": it has no serial number and no port by which it could be known again; "
                    + "set the gun to send a serial number, or connect it by cable"
            )
        case .indistinguishable(let name):
            Message(
                "cannot pair \"\(name, "device")\": another device that is plugged in cannot be told from it; plug the gun "
                    + "into a port of its own, or set it to send a serial number"
            )
        case .notRunning: Message("cannot pair: no scanners are being read; start the reader")
        case .cancelled: Message("cannot pair: it was given up")
        }
    }
}
