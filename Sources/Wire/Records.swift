extension API {
    /// Requests about the records of one type.
    public struct Records: Sendable {
        public let list: Endpoint<Nothing, Page<RecordResource>>
        public let create: Endpoint<NewRecordRequest, RecordResource>
        public let show: Endpoint<Nothing, RecordResource>

        public static let items = Records("Item", path: "/v1/items", "an item", "items")
        public static let containers = Records("Container", path: "/v1/containers", "a container", "containers")
        public static let locations = Records("Location", path: "/v1/locations", "a location", "locations")
        public static let custodians = Records("Custodian", path: "/v1/custodians", "a custodian", "custodians")

        private init(_ noun: String, path: String, _ one: String, _ all: String) {
            list = Endpoint(
                "list\(noun)s",
                .get,
                path,
                .reader,
                "List \(all) in the order of their registration",
                parameters: [.limit, .cursor],
                work: .list
            )
            create = Endpoint(
                "create\(noun)",
                .post,
                path,
                .clerk,
                "Register \(one)",
                isCreation: true,
                refusals: [404, 422]
            )
            show = Endpoint(
                "show\(noun)",
                .get,
                path + "/{barcode}",
                .reader,
                "Show \(one)",
                parameters: [.barcode("barcode", "The barcode, percent-encoded.")]
            )
        }
    }
}
