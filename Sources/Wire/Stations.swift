extension API {
    /// Requests about stations.
    public enum Stations {
        private static let stationPath = Parameter(.path, "station", .station, "The name of the station.")

        public static let list = Endpoint<Nothing, Page<StationResource>>(
            "listStations",
            .get,
            "/v1/stations",
            .reader,
            "List stations with clerks, open contexts and last readings",
            parameters: [.limit, .cursor]
        )
        public static let show = Endpoint<Nothing, StationResource>(
            "showStation",
            .get,
            "/v1/stations/{station}",
            .reader,
            "Show a station; a station without readings has nothing open",
            parameters: [stationPath]
        )
        public static let endSession = Endpoint<Nothing, Nothing>(
            "endSession",
            .delete,
            "/v1/stations/{station}/session",
            .clerk,
            "Close what a station has open",
            parameters: [stationPath]
        )
    }
}
