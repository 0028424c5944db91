import ApusCore
import ApusSource
import ApusYAML

/// A `$ref` as it is written (RFC 3986; OpenAPI 3.1.1, section 4.8.23).
struct Reference {
  /// The reference as the document spells it.
  let text: String
  /// Where it is written.
  let span: SourceSpan
  /// What it stands in, and so what it is relative to; nothing if its file alone counts.
  let origin: Origin?

  /// What a reference stands in.
  enum Origin {
    case place(Place)
    case schema(SchemaLocation)

    /// The name of the file; empty for the document that reading started with.
    var document: String {
      switch self {
      case .place(let place): place.document
      case .schema(let location):
        (location.start as? SchemaRoot)?.place.document
          ?? Place.parts(of: location.start.pointer).document
      }
    }

    /// The pointer, put together at each call.
    var pointer: String {
      switch self {
      case .place(let place): place.pointer
      case .schema(let location): location.pointer
      }
    }
  }

  /// The reference at a place, if a mapping with a `$ref` is there.
  init?(at place: Place) {
    guard place.node.kind == .mapping, let value = place.node["$ref"] else { return nil }
    guard let text = value.string else { return nil }
    self.init(text, at: value.span, in: .place(place))
  }

  /// The reference that a text spells.
  init(_ text: String, at span: SourceSpan, in origin: Origin? = nil) {
    self.text = text
    self.span = span
    self.origin = origin
  }

  /// What stands before the `#`, percent-decoded; empty for the document itself.
  var resource: String { Self.percentDecoded(text[..<hash]) }

  /// What stands behind the `#`, percent-decoded; empty for a whole document.
  var fragment: String { Self.percentDecoded(Substring(text.utf8[hash...].dropFirst())) }

  private var hash: String.Index { text.utf8.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex }

  /// Whether the resource is named by an absolute URI.
  var isRemote: Bool { FileAddress.isRemote(resource) }

  /// A text as a part of a URI's fragment: `%XX` in place of every byte that none may hold (RFC
  /// 3986, section 3.5).
  static func percentEncoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      if isFragmentCharacter(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }

  private static func isFragmentCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
    }
  }

  /// The bytes that a text's `%XX` stand for. A `%` without two digits stands for itself.
  static func percentDecoded(_ text: Substring) -> String {
    if text.isEmpty { return "" }
    let isPlain = text.utf8.withContiguousStorageIfAvailable { !$0.contains(UInt8(ascii: "%")) }
    if isPlain == true { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let decoded = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
        digits.first != UInt8(ascii: "+")
      {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
