/// The result of a move.
public struct MoveResponse: WireValue {
    public let movements: [MovementResource]

    public init(
        movements: [MovementResource]
    ) {
        self.movements = movements
    }
}
