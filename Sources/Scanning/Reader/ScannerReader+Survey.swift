import Glibc

extension ScannerReader {
    /// The keyboards, HID POS scanners and USB serial lines that are plugged in, and all devices that the settings
    /// name.
    ///
    /// Opens none of them; udev is queried on a separate thread.
    public static func survey(settings: [ScannerSetting]) async throws(ScannerReaderError) -> [AttachedDevice] {
        let answer: Result<[AttachedDevice], ScannerReaderError> = await withCheckedContinuation { continuation in
            do throws(ScannerReaderError) {
                try ReadingThread.start {
                    do throws(ScannerReaderError) {
                        continuation.resume(returning: .success(try devices(settings)))
                    } catch {
                        continuation.resume(returning: .failure(error))
                    }
                }
            } catch {
                continuation.resume(returning: .failure(error))
            }
        }
        return try answer.get()
    }

    private static func devices(_ settings: [ScannerSetting]) throws(ScannerReaderError) -> [AttachedDevice] {
        let register = ScannerRegister(settings: settings)
        return try UdevMonitor().enumerate().filter { node in
            switch node.identity.transport {
            case .keyboard: node.isKeyboard || register.names(node)
            case .pointOfSale: true
            case .serial: node.usbDevice != nil || register.names(node)
            }
        }.map { node in
            AttachedDevice(
                identity: node.identity,
                isNamed: register.names(node),
                isReadable: access(node.identity.devnode, R_OK) == 0
            )
        }
    }
}
