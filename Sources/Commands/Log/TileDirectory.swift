import FoundationEssentials
import LogProof

/// The directory of an exported log.
///
/// The calls block, so they are made on the main thread.
@MainActor struct TileDirectory {
    let path: String

    /// Returns the bytes of a file; nil if it is missing or larger than any file of an export.
    func read(_ name: String) -> [UInt8]? {
        try? FileBytes.all(path: "\(path)/\(name)", limit: Self.longest)
    }

    /// The maximum size of a file in bytes: 256 of the longest entries, each with its length.
    private static let longest = Tile.fullWidth * (Tile.largestEntry + 2)

    /// Writes a file atomically.
    func write(_ bytes: [UInt8], to name: String) throws {
        let file = "\(path)/\(name)"
        let directory = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw StreamError.cannotWrite(name: directory, reason: "it cannot be made")
        }
        let draft = try FileDraft(path: file)
        do {
            try draft.append(bytes)
            try draft.finish()
        } catch {
            draft.discard()
            throw error
        }
    }
}
