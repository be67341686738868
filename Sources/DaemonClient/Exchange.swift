import NIOCore

/// A request on its way through a connection, and who waits for its answer.
struct Exchange: Sendable {
    let request: DaemonRequest
    let answer: EventLoopPromise<DaemonAnswer>
}
