import Foundation
import ImageDecoding
import Safekeeping
import Settings
import Testing
import TransferLog

@testable import Intake

/// The list of what could not be filed, over all folders.
@Suite struct QuarantinedFilesTests {
    private func with(_ counts: [Int], _ body: (QuarantinedFiles, [String]) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.path() + "/quarantine-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: root) }
        var folders: [DropFolderConfiguration] = []
        for (index, count) in counts.enumerated() {
            // The second name sorts before the first as text, and behind it as a path.
            let path = root + ["/a", "/a-b", "/c"][index]
            try FileManager.default.createDirectory(atPath: path + "/quarantine", withIntermediateDirectories: true)
            for number in 0..<count {
                try Data("x".utf8).write(to: URL(filePath: "\(path)/quarantine/\(number).pdf"))
                try Data("torn\n".utf8).write(to: URL(filePath: "\(path)/quarantine/\(number).pdf.reason.txt"))
            }
            folders.append(DropFolderConfiguration(path: path, device: "copier \(index)"))
        }
        let files = QuarantinedFiles(
            of: folders,
            store: DocumentStore(path: root + "/documents"),
            decoder: DecoderProcess(executable: "/nonexistent"),
            options: DecodingOptions(),
            clock: .system
        )
        try body(files, folders.map(\.path))
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func followingTheCursorsGivesEveryFileOnce(limit: Int) throws {
        try with([3, 2, 150]) { list, _ in
            var paths: [String] = []
            var page = list.blockingPage(after: nil, limit: limit)
            #expect(page.total == 155)
            while true {
                #expect(page.files.count <= limit && page.isComplete == (page.next == nil))
                paths += page.files.map(\.path)
                guard let next = page.next else { break }
                page = list.blockingPage(after: next, limit: limit)
                #expect(page.total == nil)
            }
            #expect(paths.count == 155 && Set(paths).count == 155)
            #expect(list.blockingPage(after: nil, limit: 1).files.first?.reason == "torn")
        }
    }

    @Test func whatCannotBeNamedOrReadIsNotMissingSilently() throws {
        try with([2]) { list, paths in
            #expect(list.blockingPage(after: nil, limit: 10).isComplete)
            let name = Array("\(paths[0])/quarantine/".utf8) + [0xE9, 0x2E, 0x70] + [0]
            let file = name.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { path in
                path.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
            }
            #expect(file >= 0)
            close(file)
            let page = list.blockingPage(after: nil, limit: 10)
            #expect(page.files.count == 2 && page.total == 3 && !page.isComplete && page.next == nil)
        }
        try with([1]) { list, paths in
            try FileManager.default.removeItem(atPath: paths[0] + "/quarantine")
            let none = list.blockingPage(after: nil, limit: 10)
            #expect(none.files.isEmpty && none.total == 0 && none.isComplete)
            try Data().write(to: URL(filePath: paths[0] + "/quarantine"))
            #expect(!list.blockingPage(after: nil, limit: 10).isComplete)
        }
    }
}
