import Foundation
import Testing

@testable import Intake

@Suite("Whether somebody writes a file")
struct FileWritersTests {
    @Test func anOpenOrMappedFileHasAWriter() async throws {
        try await ScratchFolder.with { path in
            let file = path + "/a.pdf"
            try Data("first".utf8).write(to: URL(filePath: file))
            let reader = open(file, O_RDONLY)
            defer { close(reader) }
            #expect(FileWriters(of: reader) == .none)
            let writer = open(file, O_RDWR)
            #expect(FileWriters(of: reader) == .some)
            let map = mmap(nil, 5, PROT_READ | PROT_WRITE, MAP_SHARED, writer, 0)
            close(writer)
            #expect(FileWriters(of: reader) == .some)
            munmap(map, 5)
            #expect(FileWriters(of: reader) == .none)
            // By its other name too.
            link(file, path + "/b.pdf")
            let other = open(path + "/b.pdf", O_WRONLY)
            #expect(FileWriters(of: reader) == .some)
            close(other)
            #expect(FileWriters(of: reader) == .none)
        }
    }

    @Test func whereTheKernelAloneDoesNotDecideNothingIsKnown() throws {
        let reader = open("/proc/self/status", O_RDONLY)
        defer { close(reader) }
        #expect(FileWriters(of: reader) == .unknown)
        #expect(!FileWriters.isLocal(reader))
    }
}
