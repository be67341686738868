extension API {
    /// Requests about charge-outs, returns, refiles, hand-overs and renewals.
    public enum ChargeOuts {
        public static let custodian = Parameter(
            .query,
            "custodian",
            .barcode,
            "Only what this custodian has, by barcode."
        )
        public static let overdue = Parameter(.query, "overdue", .boolean, "Only what should have been back by now.")

        public static let chargeOut = Endpoint<ChargeOutRequest, MoveResponse>(
            "chargeOut",
            .post,
            "/v1/charge-outs",
            .clerk,
            "Charge items out to a custodian, all or none",
            refusals: [404, 422]
        )
        public static let giveBack = Endpoint<ReturnRequest, MoveResponse>(
            "returnRecords",
            .post,
            "/v1/returns",
            .clerk,
            "Return items, all or none",
            refusals: [404, 422]
        )
        public static let refile = Endpoint<RefileRequest, MoveResponse>(
            "refileRecords",
            .post,
            "/v1/refiles",
            .clerk,
            "Refile items at their homes, all or none",
            refusals: [404, 422]
        )
        public static let handOver = Endpoint<HandOverRequest, MoveResponse>(
            "handOver",
            .post,
            "/v1/hand-overs",
            .clerk,
            "Hand items over to another custodian, all or none",
            refusals: [404, 422]
        )
        public static let renew = Endpoint<RenewalRequest, Page<LoanResource>>(
            "renew",
            .post,
            "/v1/renewals",
            .clerk,
            "Renew charge-outs",
            refusals: [404, 422]
        )
        public static let list = Endpoint<Nothing, Page<LoanResource>>(
            "listChargeOuts",
            .get,
            "/v1/loans",
            .reader,
            "List charge-outs in the order of registration, or overdue ones, longest overdue first",
            parameters: [custodian, overdue, .limit, .cursor],
            work: .list,
            refusals: [404]
        )
    }
}
