import CCairo

/// Owns a Cairo drawing context.
struct CairoContext: ~Copyable {
    let pointer: OpaquePointer

    init(on surface: borrowing CairoSurface) throws(LabelError) {
        guard let pointer = cairo_create(surface.pointer) else { throw .drawing("no context") }
        let status = cairo_status(pointer)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_destroy(pointer)
            throw .drawing(String(cString: cairo_status_to_string(status)))
        }
        self.pointer = pointer
    }

    deinit { cairo_destroy(pointer) }

    func check() throws(LabelError) {
        let status = cairo_status(pointer)
        guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(String(cString: cairo_status_to_string(status))) }
    }
}
