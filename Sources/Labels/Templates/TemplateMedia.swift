/// Parses a size in millimetres.
enum TemplateMedia {
    static func read(_ mapping: TemplateMapping, _ key: String) throws(LabelTemplateError) -> LabelMedia {
        let media = try mapping.mapping(key, keys: ["width", "height"])
        let width = try media.number("width")
        let height = try media.number("height")
        guard let size = LabelMedia(width: width, height: height) else {
            let sides = LabelMedia.sides
            throw mapping.error(
                at: key,
                "a side measures \(Int(sides.lowerBound)) to \(Int(sides.upperBound)) millimetres"
            )
        }
        return size
    }
}
