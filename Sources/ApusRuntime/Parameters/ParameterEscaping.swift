/// How the characters of data are told from those that hold a text together.
enum ParameterEscaping: Sendable {
  /// Percent-encoding, with only unreserved characters as they are.
  case percent
  /// Percent-encoding in a query, with reserved characters as they are that mean nothing there.
  case reservedInQuery
  /// Percent-encoding in a path, with reserved characters as they are that mean nothing there.
  case reservedInPath
  /// None: what means something else can't be data.
  case none

  /// The data as text in which the separator of a style means only that.
  func encode(_ text: String, separator: Character) -> String {
    switch self {
    case .none: text
    case .percent:
      // The one separator that needs no encoding elsewhere.
      separator == "."
        ? PercentEncoding.encode(text, except: "", besides: ".") : PercentEncoding.encode(text)
    case .reservedInQuery:
      PercentEncoding.encode(text, except: ":/?@!$'()*;,", besides: String(separator))
    case .reservedInPath:
      PercentEncoding.encode(text, except: ":@!$&'()*+;,", besides: "\(separator);=")
    }
  }

  /// The data that a text stands for; `nil` where its encoding is broken.
  ///
  /// - Parameter plusIsSpace: Whether `+` means a blank.
  func decode(_ text: Substring, plusIsSpace: Bool = false) -> String? {
    if case .none = self { return String(text) }
    return PercentEncoding.decode(text, plusIsSpace: plusIsSpace)
  }
}
