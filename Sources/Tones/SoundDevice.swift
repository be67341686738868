import CAlsa

/// The one owner of an open ALSA device; its calls wait until what they play was heard.
struct SoundDevice: ~Copyable {
    /// What every card plays, itself or through ALSA's conversion.
    static let rate = 48_000

    private let name: String
    private let device: OpaquePointer

    /// Opens the device that ALSA knows by this name.
    init(name: String) throws(ToneError) {
        guard sound_library_load() else { throw .noLibrary }
        var error: CInt = 0
        guard let device = sound_device_open(name, UInt32(Self.rate), &error) else {
            throw .noDevice(name: name, reason: Self.text(error))
        }
        self.name = name
        self.device = device
    }

    deinit { sound_device_close(device) }

    borrowing func play(_ samples: [Int16]) throws(ToneError) {
        let error = sound_device_play(device, samples, samples.count)
        guard error >= 0 else { throw .failed(name: name, reason: Self.text(error)) }
    }

    private static func text(_ error: CInt) -> String {
        sound_error_text(error).map { String(cString: $0) } ?? "error \(error)"
    }
}
