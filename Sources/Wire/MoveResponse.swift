/// The result of a move.
public struct MoveResponse: Sendable, Hashable, Codable {
    public let movements: [MovementResource]

    public init(
        movements: [MovementResource]
    ) {
        self.movements = movements
    }
}
