extension API {
    /// Requests about moves.
    public enum Moves {
        public static let move = Endpoint<MoveRequest, MoveResponse>(
            "moveRecords",
            .post,
            "/v1/moves",
            .clerk,
            "Move items to one place, all or none",
            refusals: [404, 422]
        )
    }
}
