/// The reason why a tone cannot be played.
public enum ToneError: Error, Sendable, Hashable, CustomStringConvertible {
    /// ALSA is not installed.
    case noLibrary
    /// The device cannot be opened.
    case noDevice(name: String, reason: String)
    /// The device was opened but does not play.
    case failed(name: String, reason: String)

    public var description: String {
        switch self {
        case .noLibrary: "cannot play tones: install libasound2"
        case .noDevice(let name, let reason):
            "cannot play tones on \(name): \(reason); aplay -L names the devices of this machine"
        case .failed(let name, let reason): "cannot play tones on \(name) any more: \(reason)"
        }
    }
}
