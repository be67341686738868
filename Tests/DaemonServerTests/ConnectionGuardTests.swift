import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import DaemonServer
@testable import DaemonServices

/// Clients that never come to an end are ended.
@Suite struct ConnectionGuardTests {
    private func channel(_ limits: ConnectionLimits) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandler(ConnectionGuard(limits: limits))
        try channel.connect(to: SocketAddress(unixDomainSocketPath: "/x")).wait()
        return channel
    }

    @Test func aRequestThatComesByteByByteIsEnded() throws {
        let channel = try channel(ConnectionLimits(served: 1))
        var sent = 0
        while channel.isActive, sent < 100 {
            try channel.writeInbound(ByteBuffer(string: "a"))
            channel.embeddedEventLoop.advanceTime(by: .seconds(5))
            sent += 1
        }
        #expect(!channel.isActive)
        #expect(sent == 8)
    }

    @Test func aLongOneThatComesAsFastAsItShouldIsNot() throws {
        let channel = try channel(ConnectionLimits(served: 1))
        for _ in 0..<1_000 {
            try channel.writeInbound(ByteBuffer(repeating: 1, count: 16_384))
            channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        }
        #expect(channel.isActive)
        _ = try channel.finish()
    }

    @Test func anAnswerBeginsTheTimeAnew() throws {
        let channel = try channel(ConnectionLimits(served: 1))
        for _ in 0..<100 {
            try channel.writeInbound(ByteBuffer(string: "a"))
            channel.embeddedEventLoop.advanceTime(by: .seconds(20))
            try channel.writeOutbound(ByteBuffer(string: "b"))
        }
        #expect(channel.isActive)
        _ = try channel.finish()
    }

    private static let chunkedHead = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

    /// A connection whose requests are decoded, as those of the server are.
    private func decodingChannel() throws -> EmbeddedChannel {
        let (channel, framing) = (EmbeddedChannel(), BodyFraming())
        let handlers = channel.pipeline.syncOperations
        try handlers.addHandler(ConnectionGuard(limits: ConnectionLimits(served: 1), framing: framing))
        try handlers.addHandler(ByteToMessageHandler(HTTPRequestDecoder()))
        try handlers.addHandler(framing)
        try channel.connect(to: SocketAddress(unixDomainSocketPath: "/x")).wait()
        return channel
    }

    /// RFC 9112, section 7.1.1: those that nobody knows are ignored, and their length is limited.
    @Test func chunkExtensionsAreIgnoredUpToALimit() throws {
        let channel = try decodingChannel()
        try channel.writeInbound(ByteBuffer(string: Self.chunkedHead))
        for _ in 0..<10 {
            try channel.writeInbound(ByteBuffer(string: "1;a=" + String(repeating: "b", count: 1_000)))
            try channel.writeInbound(ByteBuffer(string: "\r\nx\r\n"))
        }
        #expect(channel.isActive)
        let early = try channel.readOutbound(as: ByteBuffer.self)
        #expect(early == nil)
        try channel.writeInbound(ByteBuffer(string: "1;a="))
        for _ in 0..<10 where channel.isActive {
            do {
                try channel.writeInbound(ByteBuffer(repeating: UInt8(ascii: "b"), count: 1_000))
            } catch is HTTPParserError {
                // The decoder misses the rest of a request whose connection was ended.
            }
        }
        let answer = try #require(try channel.readOutbound(as: ByteBuffer.self))
        #expect(String(buffer: answer).hasPrefix("HTTP/1.1 400 "))
        #expect(String(buffer: answer).contains("its chunk extensions have more than 16384 bytes"))
        #expect(!channel.isActive)
    }

    /// However the pieces of a body fall, what frames it is not taken for extensions.
    @Test(arguments: [1, 2, 3, 7, 4_096]) func aBodyOfManyChunksIsTaken(piece: Int) throws {
        let channel = try decodingChannel()
        try channel.writeInbound(ByteBuffer(string: Self.chunkedHead))
        let chunk = "00000010\r\n0123456789abcdef\r\n"
        var rest = ByteBuffer(string: String(repeating: chunk, count: 3_000))
        while let next = rest.readSlice(length: min(piece, rest.readableBytes)), next.readableBytes > 0 {
            try channel.writeInbound(next)
            // The channel keeps what nobody reads, and copies it for each part that follows.
            while try channel.readInbound(as: HTTPServerRequestPart.self) != nil {}
        }
        #expect(channel.isActive)
        let early = try channel.readOutbound(as: ByteBuffer.self)
        #expect(early == nil)
        try channel.writeInbound(ByteBuffer(string: "0\r\n\r\n"))
        _ = try channel.finish()
    }
}
