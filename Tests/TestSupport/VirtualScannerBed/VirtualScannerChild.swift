public import Foundation

/// A child process that is spoken to by lines. It ends when its input is closed, or when this is released.
public actor VirtualScannerChild {
    private let process = Process()
    private let input = Pipe()
    private let lines: AsyncStream<String>.Iterator

    /// Starts `executable` with the environment of this process and `environment` on top.
    public init(_ executable: URL, _ arguments: [String], environment: [String: String] = [:]) throws {
        // A child that is dead already shall be a failed answer and not the end of the tests.
        signal(SIGPIPE, SIG_IGN)
        let output = Pipe()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = input
        process.standardOutput = output
        lines = Self.lines(of: output.fileHandleForReading).makeAsyncIterator()
        try process.run()
    }

    deinit {
        try? input.fileHandleForWriting.close()
        if process.isRunning { process.terminate() }
    }

    public func send(_ line: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    }

    /// The next line of its output, without the line feed; nil when it has closed its output.
    public func nextLine() async -> String? {
        // The iterator is a reference to the stream, so that a copy goes on where the other one was.
        var lines = lines
        return await lines.next(isolation: self)
    }

    /// Closes its input, which is to make it end.
    public func closeInput() throws {
        try input.fileHandleForWriting.close()
    }

    /// Ends it as a crash would.
    public func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
    }

    /// The id of the process, for looking at it in `/proc`.
    public var processIdentifier: Int32 { process.processIdentifier }

    private static func lines(of handle: FileHandle) -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        let thread = Thread {
            var rest = Data()
            // Not read(upToCount:), which waits until it has as much as that.
            while case let data = handle.availableData, !data.isEmpty {
                rest += data
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    continuation.yield(String(decoding: rest[..<end], as: UTF8.self))
                    rest = Data(rest[(end + 1)...])
                }
            }
            continuation.finish()
        }
        thread.start()
        return stream
    }
}
