import FoundationEssentials
import LogProof

/// Where the files of an exported log go.
///
/// The calls block, so they are made on the main thread.
@MainActor struct TileDirectory {
    let path: String

    /// The bytes of a file; nil when it is not there, or has more than any that belongs to an export.
    func read(_ name: String) -> [UInt8]? {
        try? FileBytes.all(path: "\(path)/\(name)", limit: Self.longest)
    }

    /// The most bytes of a file: 256 of the longest entries, each with its length.
    private static let longest = Tile.fullWidth * (Tile.largestEntry + 2)

    /// Writes a file that is there whole or not at all.
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
