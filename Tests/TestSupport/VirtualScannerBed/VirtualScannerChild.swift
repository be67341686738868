public import Foundation

/// A child process that is spoken to by lines. It ends when its input is closed, or when this is released.
public actor VirtualScannerChild {
    private let child: ChildProgram
    private let lines: AsyncStream<String>.Iterator

    /// Starts `executable` with the environment of this process and `environment` on top.
    public init(_ executable: URL, _ arguments: [String], environment: [String: String] = [:]) throws {
        child = try ChildProgram(
            executable.path,
            arguments,
            environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
            input: .pipe,
            output: .pipe,
            errors: .descriptor(STDERR_FILENO)
        )
        lines = Self.lines(of: child).makeAsyncIterator()
    }

    deinit {
        child.closeInput()
        child.send(SIGTERM)
    }

    public func send(_ line: String) async throws { await child.type(Array((line + "\n").utf8)) }

    /// The next line of its output, without the line feed; nil when it has closed its output.
    public func nextLine() async -> String? {
        // The iterator is a reference to the stream, so that a copy goes on where the other one was.
        var lines = lines
        return await lines.next(isolation: self)
    }

    /// Closes its input, which is to make it end.
    public func closeInput() throws { child.closeInput() }

    /// Ends it as a crash would.
    public func kill() { child.send(SIGKILL) }

    /// The id of the process, for looking at it in `/proc`.
    public var processIdentifier: Int32 { child.processIdentifier }

    private static func lines(of child: ChildProgram) -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        Thread.detachNewThread {
            var rest: [UInt8] = []
            while case let part = child.nextOutput(), !part.isEmpty {
                rest += part
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    continuation.yield(String(decoding: rest[..<end], as: UTF8.self))
                    rest.removeFirst(end + 1)
                }
            }
            continuation.finish()
        }
        return stream
    }
}
