extension LabelTemplate {
    /// A scale of a ruler page along one side, in millimetres.
    public struct Scale: Sendable, Hashable {
        /// The distance from the edge of the page to the zero mark.
        public let zero: Double
        public let length: Double
    }

    /// The first horizontal and vertical scales; nil if this is not a ruler page.
    public var scales: (across: Scale, down: Scale)? {
        var across: Scale?
        var down: Scale?
        for case .ruler(let ruler) in elements {
            let box = ruler.box
            switch ruler.direction {
            case .across: across = across ?? Scale(zero: box.x, length: box.width.rounded(.down))
            case .down: down = down ?? Scale(zero: box.y, length: box.height.rounded(.down))
            }
        }
        guard let across, let down else { return nil }
        return (across, down)
    }
}
