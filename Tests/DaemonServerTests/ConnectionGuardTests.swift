import NIOCore
import NIOEmbedded
import Testing

@testable import DaemonServer

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
}
