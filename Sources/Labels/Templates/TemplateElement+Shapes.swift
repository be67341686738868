import Localization

extension TemplateElement {
    private static let thicknesses = 0.1...20.0

    func line(_ outer: TemplateMapping) throws(LabelTemplateError) -> LabelLine {
        let line = try outer.mapping("line", keys: ["from", "to", "thickness", "colour"])
        let from = try point(line, "from")
        let to = try point(line, "to")
        let thickness = try thickness(line)
        let box: LabelBox
        if from.y == to.y, from.x < to.x {
            box = LabelBox(x: from.x, y: from.y - thickness / 2, width: to.x - from.x, height: thickness)
        } else if from.x == to.x, from.y < to.y {
            box = LabelBox(x: from.x - thickness / 2, y: from.y, width: thickness, height: to.y - from.y)
        } else {
            throw line.error(at: "to", Message("a line runs straight to the right or straight down"))
        }
        return LabelLine(box: box, colour: try colour(line))
    }

    func frame(_ outer: TemplateMapping) throws(LabelTemplateError) -> LabelFrame {
        let frame = try outer.mapping("frame", keys: ["box", "thickness", "colour", "fill"])
        guard frame.has("thickness") || frame.has("fill") else {
            throw frame.error(at: "box", Message("a frame has a thickness, a fill, or both"))
        }
        return LabelFrame(
            box: try box(frame),
            thickness: try frame.has("thickness") ? thickness(frame) : 0,
            colour: try colour(frame),
            fill: try frame.has("fill") ? colour(frame, "fill") : nil
        )
    }

    func band(_ outer: TemplateMapping) throws(LabelTemplateError) -> LabelBand {
        let band = try outer.mapping("band", keys: ["content", "digit", "palette", "box", "turn"])
        let digit = try band.integer("digit")
        guard (1...20).contains(digit) else {
            throw band.error(at: "digit", Message("digit is 1 to 20, counted from the last"))
        }
        return LabelBand(
            content: try expression(band),
            digit: digit,
            palette: try word("palette", of: band, as: LabelBand.Palette.self),
            box: try box(band),
            turn: try turn(band)
        )
    }

    func arrow(_ outer: TemplateMapping) throws(LabelTemplateError) -> LabelArrow {
        let arrow = try outer.mapping("arrow", keys: ["direction", "box", "colour"])
        return LabelArrow(
            direction: try word("direction", of: arrow, as: LabelArrow.Direction.self),
            box: try box(arrow),
            colour: try colour(arrow)
        )
    }

    func ruler(_ outer: TemplateMapping) throws(LabelTemplateError) -> LabelRuler {
        let ruler = try outer.mapping("ruler", keys: ["direction", "box"])
        return LabelRuler(
            box: try box(ruler),
            direction: try word("direction", of: ruler, as: LabelRuler.Direction.self)
        )
    }

    func image(_ outer: TemplateMapping) throws(LabelTemplateError) -> LabelImage {
        let image = try outer.mapping("image", keys: ["file", "box"])
        let file = try image.string("file")
        let box = try box(image)
        do throws(ImageShelf.Refusal) {
            return LabelImage(file: file, box: box, picture: try images.picture(named: file))
        } catch {
            throw image.error(at: "file", error.reason)
        }
    }

    private func point(_ element: TemplateMapping, _ key: String) throws(LabelTemplateError) -> LabelPoint {
        let point = try element.mapping(key, keys: ["x", "y"])
        return LabelPoint(x: try point.number("x"), y: try point.number("y"))
    }

    private func thickness(_ element: TemplateMapping) throws(LabelTemplateError) -> Double {
        let thickness = try element.number("thickness")
        guard Self.thicknesses.contains(thickness) else {
            throw element.error(at: "thickness", Message("thickness is 0.1 to 20 millimetres"))
        }
        return thickness
    }
}
