import ApusSource
import ApusYAML

/// A document that says how to correct another one (OpenAPI Overlay Specification 1.1.0).
public struct Overlay: Sendable {
  /// The document that it is meant for, if it names one, and where it says so.
  let extends: (uri: String, span: SourceSpan)?
  /// Whether it may change what is neither a mapping nor a sequence, as overlays of version 1.0 may
  /// not (version 1.0.0, section 4.4.3).
  let mayChangeScalars: Bool
  /// What is to be done, in order.
  let actions: [OverlayAction]

  /// Reads an overlay.
  ///
  /// What breaks the standard but leaves the meaning plain is a warning. An action that can't be
  /// carried out as it is written is an error and is left out.
  /// - Returns: The overlay, or nothing if it is none.
  public static func read(_ node: Node, diagnostics: inout Diagnostics) -> Overlay? {
    var reader = OverlayReader(diagnostics: diagnostics)
    defer { diagnostics = reader.diagnostics }
    return reader.overlay(node)
  }

  /// A document with overlays applied, one after another.
  ///
  /// Every value in it keeps its place: those that an overlay brought stand in the overlay's file.
  public static func apply(
    _ overlays: [Overlay], to document: Node, diagnostics: inout Diagnostics
  ) -> Node {
    guard !overlays.isEmpty else { return document }
    var application = OverlayApplication(document: document, diagnostics: diagnostics)
    for overlay in overlays { application.apply(overlay) }
    diagnostics = application.diagnostics
    return application.result
  }
}

/// One change to a document.
struct OverlayAction: Sendable {
  enum Change: Sendable {
    /// Takes what is found out of what holds it.
    case remove
    /// Merges a value into what is found.
    case update(Node)
    /// Merges a value of the document itself into what is found.
    case copy(OverlayPath)
  }

  let target: OverlayPath
  let change: Change
}

/// A query, and where it is written.
struct OverlayPath: Sendable {
  let path: JSONPath
  let text: String
  let span: SourceSpan
}
