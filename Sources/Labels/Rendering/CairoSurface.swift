import CCairo

/// Owns a Cairo surface.
struct CairoSurface: ~Copyable {
    let pointer: OpaquePointer

    /// Takes ownership of a new surface, which Cairo returns even after a failure.
    init(consuming pointer: OpaquePointer?) throws(LabelError) {
        guard let pointer else { throw .drawing("no surface") }
        let status = cairo_surface_status(pointer)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(pointer)
            throw .drawing(String(cString: cairo_status_to_string(status)))
        }
        self.pointer = pointer
    }

    deinit { cairo_surface_destroy(pointer) }
}
