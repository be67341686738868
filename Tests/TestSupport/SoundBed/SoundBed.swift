import Foundation

/// A sound card that is a file: an ALSA configuration whose device `tones` writes what it plays.
public struct SoundBed: Sendable {
    /// The device that works; every other name is unknown.
    public static let device = "tones"

    private let directory: String

    /// What a program needs in its environment to play here.
    public var environment: [String: String] { ["ALSA_CONFIG_PATH": directory + "/asound.conf"] }

    /// Runs `body` with the card, and removes it afterwards.
    public static func with(_ body: (SoundBed) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/sound-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let configuration = """
            pcm.nothing { type null }
            pcm.\(device) { type file slave.pcm nothing file "\(directory)/played" format raw }
            """
        try configuration.write(toFile: directory + "/asound.conf", atomically: true, encoding: .utf8)
        try await body(SoundBed(directory: directory))
    }

    /// The samples of the last tone that was played.
    public func played() throws -> [Int16] {
        let bytes = try Data(contentsOf: URL(filePath: directory + "/played"))
        return stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            Int16(littleEndian: Int16(bytes[index]) | Int16(truncatingIfNeeded: Int(bytes[index + 1]) << 8))
        }
    }
}
