import CAlsa

/// Owns an open ALSA device.
///
/// Its calls block until the sound has been played.
struct SoundDevice: ~Copyable {
    /// The sample rate, which every card supports, by itself or through ALSA's conversion.
    static let rate = 48_000

    private let name: String
    private let device: OpaquePointer

    /// Opens the ALSA device with this name.
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
