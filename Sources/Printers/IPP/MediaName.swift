import CCups
import Labels

/// Media names according to PWG 5101.1 for the sizes of labels.
enum MediaName {
    /// Returns the self-describing name, such as `custom_100x50mm_100x50mm`.
    static func custom(_ media: LabelMedia) -> String {
        let size = media.short + "mm"
        return "custom_\(size)_\(size)"
    }

    /// Returns the printer's own name for `media`, or the custom name if its range includes that size; nil if it
    /// supports neither.
    static func name(of media: LabelMedia, among supported: [String]) -> String? {
        guard supported.contains(where: isSize) else { return custom(media) }
        var least: (width: Double, height: Double)?
        var most: (width: Double, height: Double)?
        for name in supported {
            guard let size = size(of: name) else { continue }
            if name.hasPrefix("custom_min_") {
                least = size
            } else if name.hasPrefix("custom_max_") {
                most = size
            } else if abs(size.width - media.width) <= LabelMedia.tolerance,
                abs(size.height - media.height) <= LabelMedia.tolerance
            {
                return name
            }
        }
        guard let least, let most, least.width <= media.width, media.width <= most.width,
            least.height <= media.height, media.height <= most.height
        else { return nil }
        return custom(media)
    }

    /// Returns the name for a `media-col` (PWG 5100.7): its own, or the custom name of its size; nil for a range of
    /// sizes.
    static func name(ofCollection media: OpaquePointer) -> String? {
        if let own = ippFindAttribute(media, "media-size-name", IPP_TAG_ZERO), let text = ippGetString(own, 0, nil) {
            return String(cString: text)
        }
        guard
            let size = ippFindAttribute(media, "media-size", IPP_TAG_BEGIN_COLLECTION).flatMap({
                ippGetCollection($0, 0)
            }),
            let x = ippFindAttribute(size, "x-dimension", IPP_TAG_INTEGER),
            let y = ippFindAttribute(size, "y-dimension", IPP_TAG_INTEGER),
            // The dimensions are in hundredths of millimetres.
            let media = LabelMedia(width: Double(ippGetInteger(x, 0)) / 100, height: Double(ippGetInteger(y, 0)) / 100)
        else { return nil }
        return custom(media)
    }

    /// Returns the size that `name` stands for, for display; the name itself if it has no size.
    static func words(_ name: String) -> String {
        size(of: name).flatMap { LabelMedia(width: $0.width, height: $0.height) }?.words ?? name
    }

    /// Whether `name` includes a size, unlike `roll 7` and `unknown`.
    static func isSize(_ name: String) -> Bool { size(of: name) != nil }

    private static func size(of name: String) -> (width: Double, height: Double)? {
        guard let size = pwgMediaForPWG(name)?.pointee else { return nil }
        return (Double(size.width) / 100, Double(size.length) / 100)
    }
}
