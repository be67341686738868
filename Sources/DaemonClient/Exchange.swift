import NIOCore

/// A request in progress on a connection, with the promise of its response.
struct Exchange: Sendable {
    let request: DaemonRequest
    let answer: EventLoopPromise<DaemonAnswer>
}
